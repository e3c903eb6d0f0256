package parser

// edges are the first and the last token below each token, itself included.
type edges struct{ left, right []int32 }

// maxRounds is how often edges are widened. In a projective tree one round is
// enough; in others, spaCy stops after this many.
const maxRounds = 12

func newEdges(heads []int32) edges {
	n := len(heads)
	e := edges{make([]int32, n), make([]int32, n)}
	for i := range n {
		e.left[i], e.right[i] = int32(i), int32(i)
	}
	for range maxRounds {
		for child, head := range heads {
			e.widen(int(head), child)
		}
		for child := n - 1; child >= 0; child-- {
			e.widen(int(heads[child]), child)
		}
		if e.closed(heads) {
			break
		}
	}
	return e
}

func (e edges) widen(head, child int) {
	e.left[head] = min(e.left[head], e.left[child])
	e.right[head] = max(e.right[head], e.right[child])
}

// starts tells where the tree of a root begins: there a sentence starts.
func (e edges) starts(heads []int32) []bool {
	starts := make([]bool, len(heads))
	for i, h := range heads {
		if int(h) == i {
			starts[e.left[i]] = true
		}
	}
	return starts
}

// closed tells whether every token has its head in its own sentence. Like the
// original it takes a sentence to reach to the first token of the next one, and
// does not look at the last token of the text.
func (e edges) closed(heads []int32) bool {
	starts := e.starts(heads)
	first := 0
	for i := range heads {
		if !(i > 0 && starts[i] || i == len(heads)-1) {
			continue
		}
		for _, h := range heads[first:i] {
			if int(h) < first || int(h) > i {
				return false
			}
		}
		first = i
	}
	return true
}
