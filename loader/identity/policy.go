package identity

import (
	"cmp"
	"strings"

	"dateline/graph"
)

// policyCore names the block of a policy: its proper title, else instrument
// and object. Empty if the article says too little to tell it from others.
func policyCore(k graph.PolicyKey) string {
	switch {
	case k.Title != "":
		return slug(graph.Words(k.Title))
	case k.Object != "":
		return slug(graph.Words(k.Object + " " + k.Instrument))
	}
	return ""
}

func (m *members) policy(e graph.LocalEntity) {
	if e.Policy == nil {
		return
	}
	if core := policyCore(*e.Policy); core != "" {
		m.add(policyBlock(core), e.ID, e.Policy)
	}
}

// decidePolicies decides a block of policies with one title or object. Those
// whose proposers and targets contradict each other are different; whoever
// tells neither is the one that there is, and if there are several, none of
// them.
func decidePolicies(core string, block []local[graph.PolicyKey], judged graph.Judged) []graph.Assignment {
	names := policyNames(core, block)
	var assigned []graph.Assignment
	for _, l := range block {
		name, ok := names[parties(l.is)]
		if !ok {
			name = core
		}
		assigned = append(assigned, l.assign(judged.Of(graph.ID("policy:"+name))))
	}
	return assigned
}

// policyNames gives the name of each pair of proposer and target that a block
// holds. Pairs that all agree are one policy and need no name but the core.
func policyNames(core string, block []local[graph.PolicyKey]) map[string]string {
	pairs := map[string]graph.PolicyKey{}
	for _, l := range block {
		if l.is.Proposer != "" || l.is.Target != "" {
			pairs[parties(l.is)] = l.is
		}
	}
	names := map[string]string{}
	one := true
	for pair, key := range pairs {
		name := pair // the fullest that agrees, if that is beyond doubt
		for other, k := range pairs {
			if !compatible(key, k) {
				one = false
			} else if fitsOnly(key, pairs) && (len(other) > len(name) || len(other) == len(name) && other < name) {
				name = other
			}
		}
		names[pair] = core + "-" + name
	}
	if one {
		for pair := range names {
			names[pair] = core
		}
	}
	return names
}

// fitsOnly tells whether all pairs that agree with a key agree with each other.
func fitsOnly(key graph.PolicyKey, pairs map[string]graph.PolicyKey) bool {
	for _, a := range pairs {
		for _, b := range pairs {
			if compatible(key, a) && compatible(key, b) && !compatible(a, b) {
				return false
			}
		}
	}
	return true
}

func parties(k graph.PolicyKey) string {
	return strings.Trim(strings.ToLower(k.Proposer+"-"+k.Target), "-")
}

func compatible(a, b graph.PolicyKey) bool {
	agree := func(x, y string) bool { return x == "" || y == "" || x == y }
	return agree(a.Proposer, b.Proposer) && agree(a.Target, b.Target)
}

// ownPolicy is the ID of a policy of which an article says too little to find
// it in another: it stays with the article.
func ownPolicy(article graph.ID, e graph.LocalEntity) graph.ID {
	return graph.HashID("policy", string(article), cmp.Or(e.Name, string(e.ID)))
}
