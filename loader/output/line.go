package output

import (
	"dateline/graph"
)

// NewLine makes the line of an article. id is the one it was loaded with.
func NewLine(id string, a graph.Article, x graph.Extraction) Line {
	w := writer{[]rune(a.Text), x}
	l := Line{Article: articleJSON{ID: id, Title: a.Title, Text: a.Text, URL: a.URL, Publisher: a.Publisher, Lang: a.Language, ContentHash: a.Hash},
		Sentences: spans(x.Sentences), MainEventDate: x.MainEventDate,
		Entities: []entityJSON{}, Mentions: []mentionJSON{}, Dates: []expressionJSON{}, Roles: []roleJSON{},
		Statements: []statementJSON{}, Policies: []policyJSON{}, Stages: []stageJSON{}, Events: []eventJSON{}}
	if a.Published != nil {
		l.Article.PublishedAt, l.Article.PublishedBasis = a.Published.Value, string(a.Published.Basis)
	}
	names := map[graph.Local]entityJSON{}
	for _, e := range x.Entities {
		names[e.ID] = entity(e)
		l.Entities = append(l.Entities, names[e.ID])
	}
	for _, m := range x.Mentions {
		l.Mentions = append(l.Mentions, mentionJSON{m.Start, m.End, w.slice(m.Span), m.Kind, m.Form, orNull(m.Entity), m.Candidates, m.Confidence})
	}
	for _, d := range x.Dates {
		l.Dates = append(l.Dates, w.expression(d))
	}
	for _, r := range x.Roles {
		l.Roles = append(l.Roles, role(r))
	}
	for _, p := range x.Policies {
		e := names[p.Entity]
		l.Policies = append(l.Policies, policyJSON{p.Entity, e.Name, e.Names, span{p.Start, p.End}, list(p.Proposers), list(p.Targets)})
	}
	for _, s := range x.Statements {
		l.Statements = append(l.Statements, w.statement(s))
	}
	for _, s := range x.Stages {
		l.Stages = append(l.Stages, stageJSON{s.ID, s.Policy, s.Stage, list(s.Actors), one(s.Span), w.date(s.Finding), s.Rule, s.Confidence})
	}
	for _, e := range x.Events {
		l.Events = append(l.Events, eventJSON{e.ID, e.Type, e.Mode, list(e.Contexts), e.Status, list(e.Actors), list(e.Targets), orNull(e.Policy),
			one(e.Trigger), one(e.Span), w.date(e.Finding), e.Rule, e.Confidence})
	}
	return l
}

// A writer turns values of an extraction into those of the line.
type writer struct {
	text []rune
	x    graph.Extraction
}

func (w writer) slice(s graph.Span) string { return string(w.text[s.Start:s.End]) }

func one(s graph.Span) span { return span{s.Start, s.End} }

func spans(all []graph.Span) []span {
	l := make([]span, len(all))
	for i, s := range all {
		l[i] = one(s)
	}
	return l
}

func entity(e graph.LocalEntity) entityJSON {
	j := entityJSON{ID: e.ID, Kind: lower(e.Kind), Name: e.Name, Names: []string{}, ISO2: e.ISO2, ISO3: e.ISO3, Wikidata: e.Wikidata}
	if j.ISO3 == "" {
		j.ISO3 = e.Country // of a person or organization: the country that it belongs to
	}
	for _, n := range e.Names {
		j.Names = append(j.Names, n.Name)
	}
	return j
}

func (w writer) expression(d graph.LocalDate) expressionJSON {
	j := expressionJSON{Start: d.Start, End: d.End, Text: w.slice(d.Span), Type: d.Type, Value: d.TIMEX3}
	if d.Date != nil {
		j.EDTF, j.Earliest, j.Latest, j.Basis = d.Date.Value, d.Date.Start.String(), d.Date.End.String(), string(d.Date.Basis)
	}
	return j
}

func role(r graph.LocalRole) roleJSON {
	j := roleJSON{Holder: r.Holder, Title: r.Title, Of: orNull(r.Of), Span: one(r.Span)}
	if r.AsOf != nil {
		j.AsOf = r.AsOf.Value
	}
	return j
}

// date prints a fact's date. Its value is TIMEX3's where the words stand in
// the text, else the day.
func (w writer) date(f graph.Finding) *dateJSON {
	if f.Date == nil {
		return nil
	}
	j := &dateJSON{EDTF: f.Date.Value, Earliest: f.Date.Start.String(), Latest: f.Date.End.String(), Basis: string(f.Date.Basis), Text: f.Date.Text}
	j.Value = f.Date.Start.String()
	if f.DateSpan.End > f.DateSpan.Start {
		s := one(f.DateSpan)
		j.Span, j.Text = &s, w.slice(f.DateSpan)
		for _, d := range w.x.Dates {
			if d.Span == f.DateSpan {
				j.Value = d.TIMEX3
			}
		}
	}
	return j
}

func (w writer) statement(s graph.LocalStatement) statementJSON {
	return statementJSON{ID: s.ID, Form: lower(s.Form), Act: s.Act, Content: spans(s.Content), Cue: spans(s.Cue),
		Source: sourceJSON{spans(s.Source), orNull(s.Speaker)}, Candidates: s.Candidates,
		Addressees: list(s.Addressees), About: list(s.About), Policy: orNull(s.Policy), Stance: s.Stance,
		Date: w.date(s.Finding), Reports: orNull(s.Reports), Rule: s.Rule, Confidence: s.Confidence}
}
