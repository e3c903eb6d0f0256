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
func (s *Store) Hops(ctx context.Context, frontier []graph.ID, q graph.PathQuery, toEnd bool) ([]graph.Hop, error) {
	w := where{params: params{"low": "", "high": last}}
	w.among(q.Filter)
	if err := w.items(q.Filter); err != nil {
		return nil, err
	}
	if toEnd {
		return s.hopsToEnd(ctx, frontier, q, w)
	}
	other := ""
	if q.Filter.DirectOnly {
		w.add("AND x.direct", "", nil)
		other = "AND o.direct"
	}
	w.params["frontier"] = texts(frontier)
	rows, err := s.run(ctx, query("hops", "WHERE", w.String(), "OTHER", other), w.params)
	hops := make([]graph.Hop, len(rows))
	for i, r := range rows {
		from, _ := r.Values[0].(string)
		to, _ := r.Values[1].(string)
		via, _ := r.Values[2].(string)
		hops[i] = graph.Hop{From: graph.ID(from), To: graph.ID(to), Via: graph.ID(via)}
	}
	return hops, err
}

func (s *Store) hopsToEnd(ctx context.Context, frontier []graph.ID, q graph.PathQuery, w where) (hops []graph.Hop, err error) {
	if q.Filter.DirectOnly {
		w.add("AND x.firstDirect AND x.secondDirect", "", nil)
	}
	if len(frontier) == 1 {
		w.params["pair"], w.params["limit"] = pairKey(frontier[0], q.To), q.Limit
		ids, err := column[graph.ID](s.run(ctx, query("hops of pair", "WHERE", w.String()), w.params))
		for _, via := range ids {
			hops = append(hops, graph.Hop{From: frontier[0], To: q.To, Via: via})
		}
		return hops, err
	}
	var pairs []any
	for _, id := range frontier {
		pairs = append(pairs, params{"start": string(id), "pair": pairKey(id, q.To)})
	}
	w.params["pairs"] = pairs
	rows, err := s.run(ctx, query("hops to end", "WHERE", w.String()), w.params)
	for _, r := range rows {
		from, _ := r.Values[0].(string)
		via, _ := r.Values[1].(string)
		hops = append(hops, graph.Hop{From: graph.ID(from), To: q.To, Via: graph.ID(via)})
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
