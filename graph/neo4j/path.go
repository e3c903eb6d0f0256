package neo4j

import (
	"context"

	"dateline/graph"
)

// Paths implements graph.EntityReader.
func (s *Store) Paths(ctx context.Context, q graph.PathQuery) ([][]graph.PathStep, error) {
	return graph.ShortestPaths(ctx, s, q)
}

// Hops implements graph.Hopper.
func (s *Store) Hops(ctx context.Context, frontier []graph.ID, f graph.Filter) ([]graph.Hop, error) {
	w, err := hopping(f, "AND x.direct")
	if err != nil {
		return nil, err
	}
	other := ""
	if f.DirectOnly {
		other = "AND o.direct"
	}
	w.params["frontier"] = texts(frontier)
	w.params["hub"] = graph.HubItems
	return s.hops(ctx, query("hops", "WHERE", w.String(), "OTHER", other), w.params)
}

// HopsBetween implements graph.Hopper.
func (s *Store) HopsBetween(ctx context.Context, frontier, others []graph.ID, f graph.Filter, limit int) ([]graph.Hop, error) {
	w, err := hopping(f, "AND x.firstDirect AND x.secondDirect")
	if err != nil {
		return nil, err
	}
	var pairs []any
	for _, a := range frontier {
		for _, b := range others {
			pairs = append(pairs, params{"start": string(a), "end": string(b), "pair": pairKey(a, b)})
		}
	}
	name := "least hops of pairs"
	w.params["pairs"] = pairs
	if len(pairs) == 1 {
		name, w.params["limit"] = "hops of pair", limit
	}
	return s.hops(ctx, query(name, "WHERE", w.String()), w.params)
}

// hopping are the conditions on an item i with an edge x.
func hopping(f graph.Filter, direct string) (where, error) {
	w := where{params: params{"low": "", "high": last}}
	if f.DirectOnly {
		w.add(direct, "", nil)
	}
	w.among(f)
	err := w.items(f)
	return w, err
}

func (s *Store) hops(ctx context.Context, statement string, p params) ([]graph.Hop, error) {
	rows, err := s.run(ctx, statement, p)
	hops := make([]graph.Hop, len(rows))
	for i, r := range rows {
		from, _ := r.Values[0].(string)
		to, _ := r.Values[1].(string)
		via, _ := r.Values[2].(string)
		hops[i] = graph.Hop{From: graph.ID(from), To: graph.ID(to), Via: graph.ID(via)}
	}
	return hops, err
}

// Passable implements graph.Hopper. The number of an entity's items is its
// degree, which the server keeps.
func (s *Store) Passable(ctx context.Context, ids []graph.ID) ([]graph.ID, error) {
	var small []string
	for _, id := range ids {
		if graph.KindOfID(id) != graph.Country {
			small = append(small, string(id))
		}
	}
	if len(small) == 0 {
		return nil, nil
	}
	return column[graph.ID](s.run(ctx, query("degrees"), params{"ids": small, "hub": graph.HubItems}))
}
