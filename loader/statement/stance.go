package statement

import "dateline/graph"

// position gives the policy on which a statement takes a position, and which.
func (r *reading) position(d draft, s Statement) (policy int, stance graph.Stance) {
	return -1, ""
}
