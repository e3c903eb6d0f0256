package sqlite

import (
	"context"
	"slices"

	"dateline/graph"
)

// Evidence implements graph.ItemReader.
func (s *Store) Evidence(ctx context.Context, facts []graph.ID, limit int, asOf *graph.AsOf) (map[graph.ID][]graph.Evidence, error) {
	behind := map[graph.ID][]graph.ID{} // whose reports support a fact
	all := slices.Clone(facts)
	changes, err := objects[graph.Item](ctx, s.readers, "SELECT content FROM item WHERE kind = 'POSITION_CHANGE' AND "+in("id"), array(facts))
	if err != nil {
		return nil, describe(err, "")
	}
	for _, c := range changes {
		behind[c.ID] = []graph.ID{c.Change.Before, c.Change.After}
		all = append(all, behind[c.ID]...)
	}
	reports, err := readReports(ctx, s.readers, reportColumns+"WHERE "+in("r.fact"), array(all))
	if err != nil {
		return nil, describe(err, "")
	}
	byFact := map[graph.ID][]graph.Report{}
	for _, r := range reports {
		if asOf.Shows(r) {
			byFact[r.Fact] = append(byFact[r.Fact], r)
		}
	}
	found := map[graph.ID][]graph.Evidence{}
	for _, id := range facts {
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
