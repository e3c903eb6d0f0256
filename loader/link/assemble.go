package link

import (
	"fmt"
	"math"
	"slices"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/event"
	"dateline/loader/language"
	"dateline/loader/policy"
	"dateline/loader/statement"
	"dateline/loader/timex"
)

// Found is what the stages found in one article.
type Found struct {
	Published  *graph.FuzzyDate
	Document   *language.Document
	Coref      *coref.Result
	Dates      []timex.Expression
	Policies   *policy.Result
	Statements []statement.Statement
	Events     []event.Event
	MainDate   *graph.Day
}

// Assemble makes the extraction of an article. Facts that the text does not
// date stand on the publication day, marked approximate; planned events, which
// the publication does not bound, have no date then.
func Assemble(extractor string, f Found) graph.Extraction {
	x := graph.Extraction{Extractor: extractor, MainEventDate: f.MainDate}
	for _, s := range f.Document.Sentences {
		start, end := f.Document.Span(s)
		x.Sentences = append(x.Sentences, graph.Span{Start: start, End: end})
	}
	involved := f.involved()
	for i, e := range f.Coref.Entities {
		if e.Implied && !involved[i] {
			continue
		}
		e.LocalEntity.ID = EntityID(i)
		x.Entities = append(x.Entities, e.LocalEntity)
	}
	for i, p := range f.Policies.Policies {
		p.Entity.ID, p.Entity.Kind = policyID(i), graph.Policy
		x.Entities = append(x.Entities, p.Entity)
		x.Policies = append(x.Policies, f.policy(i, p))
	}
	x.Mentions = f.mentions()
	for _, d := range f.Dates {
		x.Dates = append(x.Dates, graph.LocalDate{Span: graph.Span{Start: d.Start, End: d.End}, Type: string(d.Type), TIMEX3: d.Value, Date: d.Date})
	}
	for _, r := range f.Coref.Roles {
		x.Roles = append(x.Roles, f.role(r))
	}
	for i, s := range f.Statements {
		x.Statements = append(x.Statements, f.statement(i, s))
	}
	for i, s := range f.Policies.Stages {
		x.Stages = append(x.Stages, graph.LocalStage{
			Finding: f.finding(fmt.Sprintf("g%d", i+1), f.span(s.Tokens), s.Date, s.Rule, s.Confidence),
			Policy:  policyID(s.Policy), Stage: s.Stage, Actors: entityIDs(s.Actors)})
	}
	for i, e := range f.Events {
		x.Events = append(x.Events, f.event(i, e))
	}
	return x
}

// involved are the entities that take part in an event.
func (f Found) involved() map[int]bool {
	in := map[int]bool{}
	for _, e := range f.Events {
		for _, i := range append(slices.Clone(e.Actors), e.Targets...) {
			in[i] = true
		}
	}
	return in
}

// EntityID is the id, within its article, of an entity of coref.Result; empty for none.
func EntityID(i int) graph.Local {
	if i < 0 {
		return ""
	}
	return graph.Local(fmt.Sprintf("e%d", i+1))
}

func policyID(i int) graph.Local {
	if i < 0 {
		return ""
	}
	return graph.Local(fmt.Sprintf("p%d", i+1))
}

func statementID(i int) graph.Local {
	if i < 0 {
		return ""
	}
	return graph.Local(fmt.Sprintf("s%d", i+1))
}

func entityIDs(indexes []int) []graph.Local {
	var ids []graph.Local
	for _, i := range indexes {
		if i >= 0 {
			ids = append(ids, EntityID(i))
		}
	}
	return ids
}

// round keeps two decimals, so that sums of floats in another order give the
// same bytes.
func round(confidence float64) float64 { return math.Round(confidence*100) / 100 }

func (f Found) span(r language.Range) graph.Span {
	start, end := f.Document.Span(r)
	return graph.Span{Start: start, End: end}
}

// finding gives a fact its evidence and its date: that of the expression,
// unless that is a limit ("by June"), else the day of publication.
func (f Found) finding(id string, span graph.Span, date int, rule string, confidence float64) graph.Finding {
	finding := graph.Finding{ID: graph.Local(id), Span: span, Rule: rule, Confidence: round(confidence)}
	switch {
	case date >= 0 && f.Dates[date].Date != nil && !f.Dates[date].Limit:
		d := f.Dates[date]
		finding.Date, finding.DateSpan = d.Date, graph.Span{Start: d.Start, End: d.End}
	case f.Published != nil:
		d := graph.FromPublication(f.Published.Start)
		finding.Date = &d
	}
	return finding
}
