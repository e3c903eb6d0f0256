package link

import (
	"cmp"
	"fmt"
	"slices"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/event"
	"dateline/loader/policy"
	"dateline/loader/statement"
)

// policyMention is the kind of mention that means a policy.
const policyMention = "policy"

// mentions are those of people, countries, organizations, places and groups,
// and those of policies, in the order of the text.
func (f Found) mentions() []graph.LocalMention {
	var list []graph.LocalMention
	for _, m := range f.Coref.Mentions {
		list = append(list, graph.LocalMention{Span: graph.Span{Start: m.Start, End: m.End}, Kind: string(m.Kind), Form: string(m.Form),
			Entity: EntityID(m.Entity), Candidates: entityIDs(m.Candidates), Confidence: round(m.Confidence)})
	}
	for i, p := range f.Policies.Policies {
		for _, m := range p.Mentions {
			list = append(list, graph.LocalMention{Span: f.span(m.Tokens), Kind: policyMention, Form: m.Form, Entity: policyID(i), Confidence: 0.8})
		}
	}
	slices.SortStableFunc(list, func(a, b graph.LocalMention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return list
}

func (f Found) policy(i int, p policy.Policy) graph.LocalPolicy {
	local := graph.LocalPolicy{Entity: policyID(i), Proposers: entityIDs(p.Proposers), Targets: entityIDs(p.Targets)}
	if len(p.Mentions) > 0 {
		local.Span = f.span(p.Mentions[0].Tokens)
	}
	return local
}

// role is shown for the day of publication.
func (f Found) role(r coref.Role) graph.LocalRole {
	return graph.LocalRole{Holder: EntityID(r.Holder), Title: r.Title, Of: EntityID(r.Of), Span: f.span(r.Tokens), AsOf: f.Published}
}

func (f Found) statement(i int, s statement.Statement) graph.LocalStatement {
	local := graph.LocalStatement{
		Finding: f.finding(string(statementID(i)), s.Span, s.Date, s.Rule, s.Confidence),
		Form:    s.Form, Act: s.Act, Content: s.Content, Cue: s.Cue, Source: s.Source,
		Speaker: EntityID(s.Speaker), Candidates: entityIDs(s.Candidates), Addressees: entityIDs(s.Addressees), About: entityIDs(s.About),
		Policy: policyID(s.Policy), Stance: s.Stance, Reports: statementID(s.Reports),
	}
	if s.Posted != nil {
		local.Date, local.DateSpan = s.Posted, graph.Span{}
	}
	return local
}

func (f Found) event(i int, e event.Event) graph.LocalEvent {
	local := graph.LocalEvent{
		Finding: f.finding(fmt.Sprintf("v%d", i+1), f.span(e.Tokens), e.Date, e.Rule, e.Confidence),
		Type:    e.Type, Mode: e.Mode, Contexts: e.Contexts, Status: e.Status, Trigger: f.span(e.Trigger),
		Actors: entityIDs(e.Actors), Targets: entityIDs(e.Targets), Policy: policyID(e.Policy),
	}
	if local.Date != nil && local.Date.Basis == graph.BasisPublication && e.Status == graph.Planned {
		local.Date = nil
	}
	return local
}
