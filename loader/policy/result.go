package policy

import (
	"cmp"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/trace"
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
			for _, i := range r.groups[g].phrases {
				r.log.Drop(r.phrases[i].head, trace.TooLittle, -1, r.groups[g].name)
			}
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
			continue
		}
		r.log.Drop(s.Trigger, trace.ToldElsewhere, kept[k].Trigger, string(s.Stage))
		if len(kept[k].Actors) == 0 {
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
