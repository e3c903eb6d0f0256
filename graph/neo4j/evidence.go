package neo4j

import (
	"context"
	"slices"

	"dateline/graph"
)

// Evidence implements graph.ItemReader.
func (s *Store) Evidence(ctx context.Context, facts []graph.ID, limit int, asOf *graph.AsOf) (map[graph.ID][]graph.Evidence, error) {
	behind := map[graph.ID][]graph.ID{} // whose reports support a fact
	all := slices.Clone(facts)
	items, err := find[graph.Item](ctx, s, query("changes of position"), params{"ids": texts(facts)})
	if err != nil {
		return nil, err
	}
	for _, i := range items {
		behind[i.ID] = []graph.ID{i.Change.Before, i.Change.After}
		all = append(all, behind[i.ID]...)
	}
	list, err := reports(s.run(ctx, query("reports"), params{"facts": texts(graph.Unique(all))}))
	if err != nil {
		return nil, err
	}
	byFact := map[graph.ID][]graph.Report{}
	for _, r := range list {
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
