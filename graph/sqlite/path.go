package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"dateline/graph"
)

// A hop is a shared item that leads from one entity to another.
type hop struct{ from, to, via graph.ID }

// maxFrontier bounds the entities that one step of a search reaches.
const maxFrontier = 20000

// Paths implements graph.EntityReader: a breadth-first search from one end,
// then all shortest chains backwards from the other.
func (s *Store) Paths(ctx context.Context, q graph.PathQuery) ([][]graph.PathStep, error) {
	if q.From == q.To || q.MaxLength < 1 || q.Limit < 1 {
		return nil, nil
	}
	depth := map[graph.ID]int{q.From: 0}
	before := map[graph.ID][]hop{} // how an entity is reached, all by shortest chains
	frontier := []graph.ID{q.From}
	for length := 1; length <= q.MaxLength && len(frontier) > 0; length++ {
		hops, err := s.hops(ctx, frontier, q)
		if err != nil {
			return nil, err
		}
		var next []graph.ID
		for _, h := range hops {
			d, seen := depth[h.to]
			if !seen {
				depth[h.to] = length
				next = append(next, h.to)
			}
			if !seen || d == length {
				before[h.to] = append(before[h.to], h)
			}
		}
		if _, found := depth[q.To]; found {
			return chains(before, q), nil
		}
		if frontier, err = s.passable(ctx, next); err != nil {
			return nil, err
		}
		if len(frontier) > maxFrontier {
			return nil, graph.Errorf(graph.TooLarge, "more than %d entities are within %d steps: ask for a shorter chain or narrow the filter", maxFrontier, length)
		}
	}
	return nil, nil
}

// hops gives the items that lead from the frontier; where an end is asked for
// that shares items with it, only those.
func (s *Store) hops(ctx context.Context, frontier []graph.ID, q graph.PathQuery) ([]hop, error) {
	direct, err := s.hopsTo(ctx, frontier, q, true)
	if err != nil || len(direct) > 0 {
		return direct, err
	}
	return s.hopsTo(ctx, frontier, q, false)
}

func (s *Store) hopsTo(ctx context.Context, frontier []graph.ID, q graph.PathQuery, end bool) (list []hop, err error) {
	var w where
	w.add(in("e.entity"), array(frontier))
	w.add("o.entity <> e.entity")
	if end {
		w.add("o.entity = ?", q.To)
	}
	if q.Filter.DirectOnly {
		w.add("e.roles <> 64 AND o.roles <> 64")
	}
	w.among(q.Filter)
	if err := w.items(q.Filter); err != nil {
		return nil, err
	}
	// The pair is by its key (a, b); as the frontier may be either, edges serve.
	query := "SELECT e.entity, o.entity, min(i.id) FROM edge e JOIN item i ON i.n = e.item JOIN edge o ON o.item = e.item" + w.String() + " GROUP BY e.entity, o.entity"
	if end && len(frontier) == 1 {
		query = "SELECT e.entity, o.entity, i.id FROM edge e JOIN item i ON i.n = e.item JOIN edge o ON o.item = e.item" + w.String() + " ORDER BY i.id LIMIT ?"
		w.args = append(w.args, q.Limit)
	}
	err = each(ctx, s.readers, query, w.args, func(r *sql.Rows) error {
		var h hop
		err := r.Scan(&h.from, &h.to, &h.via)
		list = append(list, h)
		return err
	})
	return list, describe(err, "")
}

// passable leaves out the hubs, which are no step of a path: countries, and
// entities with more than graph.HubItems items.
func (s *Store) passable(ctx context.Context, ids []graph.ID) (list []graph.ID, err error) {
	for _, id := range ids {
		if graph.KindOfID(id) == graph.Country {
			continue
		}
		degrees, err := column[int](ctx, s.readers, "SELECT count(*) FROM (SELECT 1 FROM edge WHERE entity = ? LIMIT ?)", id, graph.HubItems+1)
		if err != nil {
			return nil, describe(err, "")
		}
		if degrees[0] <= graph.HubItems {
			list = append(list, id)
		}
	}
	return list, nil
}

// chains gives the shortest chains in the order of the IDs on them.
func chains(before map[graph.ID][]hop, q graph.PathQuery) (paths [][]graph.PathStep) {
	var walk func(at graph.ID, tail []graph.PathStep)
	walk = func(at graph.ID, tail []graph.PathStep) {
		if at == q.From {
			path := slices.Clone(tail)
			slices.Reverse(path)
			paths = append(paths, path)
			return
		}
		hops := slices.Clone(before[at])
		slices.SortFunc(hops, func(a, b hop) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.via, b.via)) })
		for _, h := range hops {
			if len(paths) >= maxChains {
				return
			}
			walk(h.from, append(tail, graph.PathStep{From: h.from, To: h.to, Via: h.via}))
		}
	}
	walk(q.To, nil)
	slices.SortFunc(paths, graph.ComparePaths)
	return paths[:min(len(paths), q.Limit)]
}

// maxChains bounds the chains that are compared.
const maxChains = 10000
