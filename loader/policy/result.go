package policy

import (
	"cmp"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// result keeps the groups that are policies of the text, with their stages.
func (r *reading) result() *Result {
	stages := make([][]Stage, len(r.groups))
	for _, s := range r.reached {
		stages[s.Policy] = append(stages[s.Policy], s)
	}
	result := &Result{}
	for g := range r.groups {
		reached := r.settle(stages[g])
		if !r.counts(g, reached) {
			continue
		}
		for _, s := range reached {
			s.Policy = len(result.Policies)
			result.Stages = append(result.Stages, s)
		}
		result.Policies = append(result.Policies, r.policy(g, reached))
	}
	slices.SortStableFunc(result.Stages, func(a, b Stage) int { return cmp.Compare(a.Trigger, b.Trigger) })
	result.index(len(r.doc.Tokens))
	return result
}

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

// settle keeps one of the stages that say the same: a stage without a date is
// one that has been told with it.
func (r *reading) settle(stages []Stage) []Stage {
	slices.SortStableFunc(stages, func(a, b Stage) int {
		return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(a.Trigger, b.Trigger))
	})
	var kept []Stage
	first := map[string]int{} // by stage, and by stage and date
	for _, s := range stages {
		key := string(s.Stage)
		if s.Date >= 0 {
			key += " " + r.dates[s.Date].Value
		}
		k, same := first[key]
		if !same {
			first[key] = len(kept)
			if _, known := first[string(s.Stage)]; !known {
				first[string(s.Stage)] = len(kept)
			}
			kept = append(kept, s)
		} else if len(kept[k].Actors) == 0 {
			kept[k].Actors = s.Actors
		}
	}
	return kept
}

// participle is the rule of stages that stand before a noun and say the least.
const participle = "stage.participle"

// weight tells which of two stages says more.
func weight(s Stage) int {
	n := 0
	if s.Date >= 0 {
		n += 4
	}
	if len(s.Actors) > 0 {
		n += 2
	}
	if s.Rule != participle && !strings.HasSuffix(s.Rule, refusal) {
		n++
	}
	return n
}

func (r *reading) policy(g int, reached []Stage) Policy {
	group := &r.groups[g]
	p := Policy{Proposers: r.proposers(g, reached), Targets: group.targets}
	for _, e := range p.Proposers {
		p.Targets = slices.DeleteFunc(slices.Clone(p.Targets), func(t int) bool { return t == e })
	}
	p.Entity.Kind = graph.Policy
	counts := map[string]int{}
	for _, i := range group.phrases {
		phrase := &r.phrases[i]
		form := "nominal"
		switch {
		case phrase.pronoun:
			form = "pronoun"
		case phrase.title.End > 0:
			form = "name"
		}
		p.Mentions = append(p.Mentions, Mention{Tokens: phrase.tokens, Head: phrase.head, Form: form})
		if !phrase.pronoun && r.telling(phrase) {
			counts[r.called(phrase)]++
		}
	}
	if len(counts) == 0 {
		counts[r.bestName(g)] = 1
	}
	for name, n := range counts {
		p.Entity.Names = append(p.Entity.Names, graph.NameCount{Name: name, Count: n})
	}
	slices.SortFunc(p.Entity.Names, func(a, b graph.NameCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	p.Entity.Name = r.bestName(g)
	p.Entity.Policy = r.key(g, p)
	return p
}

// voted are the instruments that others adopt than those who propose them.
var voted = map[string]bool{"bill": true, "resolution": true, "budget": true, "referendum": true}

// proposers are those who put a policy forward, else those whose it is said to be.
func (r *reading) proposers(g int, reached []Stage) []int {
	var list []int
	take := func(stages ...graph.Stage) {
		for _, s := range reached {
			if slices.Contains(stages, s.Stage) && len(list) == 0 {
				list = append(list, r.without(legislature, s)...)
			}
		}
	}
	take(graph.Proposed)
	if len(list) == 0 {
		list = append(list, r.groups[g].proposers...)
	}
	take(graph.Announced)
	take(graph.Floated)
	if !voted[r.groups[g].name] {
		take(graph.Adopted)
		take(graph.Implemented)
		take(graph.Negotiated)
	}
	if len(list) > 3 {
		list = list[:3]
	}
	return list
}

// legislature is PLOVER's sector of parliaments: they adopt what others propose.
const legislature = "LEG"

// without are the actors of a stage that are of another sector.
func (r *reading) without(sector string, s Stage) []int {
	var list []int
	for _, e := range s.Actors {
		if r.coref.Entities[e].Sector != sector || s.Stage == graph.Proposed {
			list = append(list, e)
		}
	}
	return list
}

// telling tells whether a phrase says which policy it means.
func (r *reading) telling(p *phrase) bool {
	return p.title.End > 0 || len(p.before) > 0 || len(p.after) > 0 || len(p.targets) > 0
}

// leading tells whether a token at the start of a phrase belongs to no name.
func (r *reading) leading(i int) bool {
	t := r.doc.Tokens[i]
	if r.doc.Tokens[i+1].Text == "-" {
		return t.POS == "PUNCT"
	}
	return t.POS == "DET" || t.Tag == "PRP$" || t.POS == "PART" || t.POS == "PUNCT"
}

// called is a phrase as it stands, without article and owner.
func (r *reading) called(p *phrase) string {
	span := p.tokens
	if p.clause && p.strength == strong {
		if o := r.doc.Child(p.head, "dobj", "nsubjpass"); o >= 0 {
			return p.name + " on " + r.phraseText(r.chunk(o))
		}
	}
	if !p.clause {
		span = p.chunk
		if len(p.before) == 0 && p.title.End == 0 && p.tokens.End-p.head <= 12 {
			span = p.tokens
		}
		for i := span.First; i < p.head; i++ {
			if r.doc.Tokens[i].Tag == "POS" {
				span.First = i + 1
			}
		}
	}
	return r.phraseText(span)
}

// phraseText is the text of a phrase in one line, from its first word that
// belongs to a name.
func (r *reading) phraseText(span language.Range) string {
	for span.First < span.End-1 && r.leading(span.First) {
		span.First++
	}
	return strings.Join(strings.Fields(r.doc.RangeText(span)), " ")
}
