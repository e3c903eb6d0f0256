package neo4j

import (
	"context"
	"slices"

	"dateline/graph"
)

// A support is what of a report tells which evidence is the best: less than
// the whole of it is decoded sooner.
type support struct {
	Fact     graph.ID       `json:"fact"`
	Article  graph.ID       `json:"article"`
	Local    graph.Local    `json:"local"`
	Evidence graph.Evidence `json:"evidence"`
}

// Evidence implements graph.ItemReader.
func (s *Store) Evidence(ctx context.Context, facts []graph.ID, limit int, asOf *graph.AsOf) (map[graph.ID][]graph.Evidence, error) {
	behind, err := s.behind(ctx, facts)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(facts)
	for _, statements := range behind {
		all = append(all, statements...)
	}
	rows, err := s.run(ctx, query("evidence"), params{"facts": texts(graph.Unique(all))})
	if err != nil {
		return nil, err
	}
	byFact := map[graph.ID][]graph.Report{}
	days := published{}
	columns := lists(rows, 3)
	for k := range columns[0] {
		var e support
		if err := decode(columns[0][k], &e); err != nil {
			return nil, err
		}
		r := graph.Report{Fact: e.Fact, Article: e.Article, Local: e.Local, Evidence: e.Evidence, Loaded: instant(columns[2][k])}
		if r.Published, err = days.of(columns[1][k]); err != nil {
			return nil, err
		}
		if asOf.Shows(r) {
			byFact[r.Fact] = append(byFact[r.Fact], r)
		}
	}
	found := map[graph.ID][]graph.Evidence{}
	for _, id := range graph.Unique(facts) {
		list := byFact[id]
		for _, b := range behind[id] {
			list = append(list, byFact[b]...)
		}
		slices.SortFunc(list, graph.CompareEvidence)
		for _, r := range list[:min(limit, len(list))] {
			found[id] = append(found[id], r.Evidence)
		}
	}
	return found, nil
}

// behind gives, for each change of position among facts, the two statements
// whose reports support it.
func (s *Store) behind(ctx context.Context, facts []graph.ID) (map[graph.ID][]graph.ID, error) {
	var changes []graph.ID
	for _, id := range facts {
		if graph.IsPositionChange(id) {
			changes = append(changes, id)
		}
	}
	if len(changes) == 0 {
		return nil, nil
	}
	items, err := find[graph.Item](ctx, s, query("changes of position"), params{"ids": texts(changes)})
	behind := map[graph.ID][]graph.ID{}
	for _, i := range items {
		behind[i.ID] = []graph.ID{i.Change.Before, i.Change.After}
	}
	return behind, err
}

// published are dates of publication by their text: many reports have one.
type published map[string]*graph.FuzzyDate

// of reads a date, nil for none.
func (p published) of(v any) (*graph.FuzzyDate, error) {
	text, _ := v.(string)
	if text == "" {
		return nil, nil
	}
	if date, ok := p[text]; ok {
		return date, nil
	}
	var date graph.FuzzyDate
	if err := decode(text, &date); err != nil {
		return nil, err
	}
	p[text] = &date
	return &date, nil
}
