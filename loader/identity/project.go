package identity

import (
	"cmp"
	"slices"
	"strings"

	"dateline/graph"
)

// A projection turns an article's extraction into reports and uses, now that
// its local entities are known across articles.
type projection struct {
	graph.Reading
	text     []rune
	entities map[graph.Local]graph.LocalEntity
	who      map[graph.Local]graph.ID // empty: unresolved
	// behalf are the bodies for which a local acts by a role that this article shows.
	behalf     map[graph.Local][]graph.ID
	statements map[graph.Local]graph.ID
}

func newProjection(r graph.Reading, assigned []graph.Assignment, judged graph.Judged) *projection {
	p := &projection{Reading: r, text: []rune(r.Article.Text), entities: map[graph.Local]graph.LocalEntity{},
		who: map[graph.Local]graph.ID{}, behalf: map[graph.Local][]graph.ID{}, statements: map[graph.Local]graph.ID{}}
	for _, a := range assigned {
		p.who[a.Local] = a.Entity
	}
	for _, a := range own(r, judged) { // decided anew; what was assigned may be of an earlier judgement
		p.who[a.Local] = a.Entity
	}
	for _, e := range r.Extraction.Entities {
		p.entities[e.ID] = e
	}
	for _, role := range r.Extraction.Roles {
		if of := p.who[role.Of]; of != "" && (graph.Role{Title: role.Title}).Held() {
			p.behalf[role.Holder] = append(p.behalf[role.Holder], of)
		}
	}
	return p
}

// own gives the entities that an article decides alone: countries by their
// code, organizations by their name, and policies of which it says too little
// to find them elsewhere.
func own(r graph.Reading, judged graph.Judged) []graph.Assignment {
	var assigned []graph.Assignment
	for _, e := range r.Extraction.Entities {
		var id graph.ID
		switch e.Kind {
		case graph.Country:
			id = graph.ID("country:" + e.ISO3)
		case graph.Organization:
			if key := organizationKey(e); key != "" {
				id = organizationID(key)
			} else if acronymOf(e) == "" || isGeneric(graph.Words(e.Name)) {
				id = graph.HashID("organization", string(r.Article.ID), e.Name)
			}
		case graph.Policy:
			if e.Policy == nil || policyCore(*e.Policy) == "" {
				id = ownPolicy(r.Article.ID, e)
			}
		}
		if id != "" {
			assigned = append(assigned, graph.Assignment{Article: r.Article.ID, Local: e.ID, Entity: judged.Of(id)})
		}
	}
	return assigned
}

func (p *projection) slice(s graph.Span) string {
	if s.Start < 0 || s.End > len(p.text) || s.Start > s.End {
		return ""
	}
	return string(p.text[s.Start:s.End])
}

// line is the text of spans on one line, pieces joined by an ellipsis.
func (p *projection) line(spans ...graph.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strings.Join(strings.Fields(p.slice(s)), " "))
	}
	return strings.Join(parts, " … ")
}

func (p *projection) ids(locals []graph.Local) []graph.ID {
	var ids []graph.ID
	for _, l := range locals {
		if id := p.who[l]; id != "" {
			ids = append(ids, id)
		}
	}
	return graph.Unique(ids)
}

func (p *projection) behalfOf(locals ...graph.Local) []graph.ID {
	var ids []graph.ID
	for _, l := range locals {
		ids = append(ids, p.behalf[l]...)
	}
	return graph.Unique(ids)
}

func (p *projection) report(fact graph.ID, local graph.Local, f graph.Finding) graph.Report {
	return graph.Report{Fact: fact, Article: p.Article.ID, Local: local, Date: f.Date,
		Evidence: graph.Evidence{Article: p.Article.ID, Span: f.Span, Sentence: p.sentence(f.Span),
			Extractor: p.Extraction.Extractor, Rule: f.Rule, Confidence: f.Confidence}}
}

// sentence is the span of the sentences that a span touches.
func (p *projection) sentence(s graph.Span) graph.Span {
	around := s
	for _, sentence := range p.Extraction.Sentences {
		if sentence.Start < max(s.End, s.Start+1) && s.Start < sentence.End {
			around.Start, around.End = min(around.Start, sentence.Start), max(around.End, sentence.End)
		}
	}
	return around
}

// reports gives what the article reports, each fact once.
func (p *projection) reports() []graph.Report {
	var list []graph.Report
	for _, s := range p.Extraction.Statements {
		p.statements[s.ID] = p.statementID(s)
	}
	for _, s := range p.Extraction.Statements {
		list = append(list, p.statement(s))
	}
	for _, e := range p.Extraction.Events {
		list = append(list, p.event(e))
	}
	for _, s := range p.Extraction.Stages {
		if p.who[s.Policy] != "" {
			list = append(list, p.stage(s))
		}
	}
	for i, r := range p.Extraction.Roles {
		if p.who[r.Holder] != "" {
			list = append(list, p.role(i, r))
		}
	}
	return list
}

// uses gives how the article uses names for entities.
func (p *projection) uses() []graph.Use {
	byEntity := map[graph.ID]*graph.Use{}
	for _, e := range p.Extraction.Entities {
		id := p.who[e.ID]
		if id == "" {
			continue
		}
		u := byEntity[id]
		if u == nil {
			u = &graph.Use{Entity: id}
			byEntity[id] = u
		}
		u.Names = append(u.Names, e.Names...)
		u.Details = append(u.Details, p.details(e)...)
	}
	for _, policy := range p.Extraction.Policies {
		if u := byEntity[p.who[policy.Entity]]; u != nil {
			for _, id := range p.ids(policy.Proposers) {
				u.Details = append(u.Details, graph.DetailCount{Field: graph.DetailProposer, Value: string(id), Count: 1})
			}
			for _, id := range p.ids(policy.Targets) {
				u.Details = append(u.Details, graph.DetailCount{Field: graph.DetailTarget, Value: string(id), Count: 1})
			}
		}
	}
	var list []graph.Use
	for _, id := range sortedKeys(byEntity) {
		u := byEntity[id]
		list = append(list, graph.Use{Entity: id, Names: addNames(u.Names), Details: onceEach(u.Details)})
	}
	return list
}

func (p *projection) details(e graph.LocalEntity) []graph.DetailCount {
	var details []graph.DetailCount
	add := func(field, value string) {
		if value != "" {
			details = append(details, graph.DetailCount{Field: field, Value: value, Count: 1})
		}
	}
	add(graph.DetailWikidata, e.Wikidata)
	switch e.Kind {
	case graph.Country:
		add(graph.DetailName, e.Name)
		add(graph.DetailISO2, e.ISO2)
	case graph.Organization:
		add(graph.DetailName, e.Canonical)
		add(graph.DetailSector, e.Sector)
		if e.Country != "" {
			add(graph.DetailCountry, "country:"+e.Country)
		}
	}
	return details
}

// addNames sums up names that stand several times, by name.
func addNames(names []graph.NameCount) []graph.NameCount {
	counts := map[string]int{}
	for _, n := range names {
		counts[n.Name] += n.Count
	}
	var list []graph.NameCount
	for _, name := range sortedKeys(counts) {
		list = append(list, graph.NameCount{Name: name, Count: counts[name]})
	}
	return list
}

func onceEach(details []graph.DetailCount) []graph.DetailCount {
	slices.SortFunc(details, func(a, b graph.DetailCount) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Value, b.Value))
	})
	return slices.Compact(details)
}
