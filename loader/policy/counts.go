package policy

import (
	"slices"
	"strings"

	"dateline/graph"
)

// counts tells whether the text is about a group as about a policy.
func (r *reading) counts(g int, reached []Stage) bool {
	group := &r.groups[g]
	is := map[strength]bool{}
	judged := false
	for _, i := range group.phrases {
		p := &r.phrases[i]
		if p.strength == proper || p.strength == titled && p.title.End > 0 && !strings.HasPrefix(r.doc.Tokens[p.head].Tag, "NNP") {
			return true
		}
		is[p.strength] = true
		judged = judged || r.judged(p)
	}
	switch {
	case is[strong]:
		return r.points(g, reached, judged) >= 2
	case !judged && len(reached) == 0 || !is[weak] && is[civil] && !r.public(g, reached):
		return false
	}
	told := len(group.words) > 0 || group.title != "" || len(group.proposers)+len(group.targets) > 0 ||
		slices.ContainsFunc(reached, func(s Stage) bool { return len(s.Actors) > 0 })
	return told && r.points(g, reached, judged) >= 3
}

// points add up what the text tells of a group.
func (r *reading) points(g int, reached []Stage, judged bool) int {
	group, n := &r.groups[g], 0
	for _, s := range reached {
		n = max(n, 1)
		if s.Rule != participle {
			n = 2
		}
	}
	for _, told := range []bool{judged, len(group.words) > 0 || group.title != "", group.title != "" && group.name == "war",
		len(group.proposers)+len(group.targets) > 0} {
		if told {
			n++
		}
	}
	return n + min(2, len(group.phrases)-1)
}

// public tells whether a state, a public body or an office holder has to do
// with a group.
func (r *reading) public(g int, reached []Stage) bool {
	parties := slices.Concat(r.groups[g].proposers, r.groups[g].targets)
	for _, s := range reached {
		parties = append(parties, s.Actors...)
	}
	return slices.ContainsFunc(parties, func(e int) bool {
		switch r.coref.Entities[e].Sector {
		case "GOV", "LEG", "MIL", "JUD", "COP", "PTY", "SPY", "IGO":
			return true
		}
		return r.coref.Entities[e].Kind == graph.Country || r.countries[e] != ""
	})
}

// judged tells whether somebody takes a position on a phrase or takes it up:
// a verb or noun of the lexicons governs it, be it only asked for or feared, or
// it is the subject of what somebody says.
func (r *reading) judged(p *phrase) bool {
	t := r.doc.Tokens[p.head]
	head := t.Head
	switch t.Dep {
	case "dobj", "nsubjpass":
		if _, ok := r.stages["object"][r.withParticle(head)]; ok {
			return true
		}
	case "nsubj":
		return r.doc.Tokens[head].Dep == "ccomp" || r.attitudes[r.lemma(head)]
	}
	if r.doc.Tokens[head].POS == "ADP" {
		head = r.doc.Tokens[head].Head
	}
	return r.attitudes[r.lemma(head)]
}
