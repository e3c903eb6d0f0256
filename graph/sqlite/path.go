package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"dateline/graph"
)

// Paths implements graph.EntityReader.
func (s *Store) Paths(ctx context.Context, q graph.PathQuery) ([][]graph.PathStep, error) {
	return graph.ShortestPaths(ctx, s, q)
}

// Hops implements graph.Hopper.
func (s *Store) Hops(ctx context.Context, frontier []graph.ID, f graph.Filter) ([]graph.Hop, error) {
	w, err := hopping(frontier, f)
	if err != nil {
		return nil, err
	}
	hops, err := s.hops(ctx, w, leastHops)
	if err != nil {
		return nil, err
	}
	reached := make([]graph.ID, len(hops))
	for i, h := range hops {
		reached[i] = h.To
	}
	passable, err := s.Passable(ctx, graph.Unique(reached))
	step := map[graph.ID]bool{}
	for _, id := range passable {
		step[id] = true
	}
	return slices.DeleteFunc(hops, func(h graph.Hop) bool { return !step[h.To] }), err
}

// HopsBetween implements graph.Hopper.
func (s *Store) HopsBetween(ctx context.Context, frontier, others []graph.ID, f graph.Filter, limit int) ([]graph.Hop, error) {
	w, err := hopping(frontier, f)
	if err != nil {
		return nil, err
	}
	w.add(in("o.entity"), array(others))
	if len(frontier) > 1 || len(others) > 1 {
		return s.hops(ctx, w, leastHops)
	}
	w.args = append(w.args, limit)
	return s.hops(ctx, w, " ORDER BY i.id LIMIT ?")
}

// leastHops keeps of the items of each two entities the least.
const leastHops = " GROUP BY e.entity, o.entity HAVING i.id = min(i.id)"

// hopping are the conditions on an item i with an edge e to a frontier and o
// to another. The pair is by its key (a, b); as the frontier may be either,
// edges serve.
func hopping(frontier []graph.ID, f graph.Filter) (w where, err error) {
	w.add(in("e.entity"), array(frontier))
	w.add("o.entity <> e.entity")
	if f.DirectOnly {
		w.add("e.roles <> ? AND o.roles <> ?", behalfBit, behalfBit)
	}
	w.among(f)
	err = w.items(f)
	return w, err
}

func (s *Store) hops(ctx context.Context, w where, end string) (hops []graph.Hop, err error) {
	query := "SELECT e.entity, o.entity, i.id FROM edge e JOIN item i ON i.n = e.item JOIN edge o ON o.item = e.item" + w.String() + end
	err = each(ctx, s.readers, query, w.args, func(r *sql.Rows) error {
		var h graph.Hop
		err := r.Scan(&h.From, &h.To, &h.Via)
		hops = append(hops, h)
		return err
	})
	return hops, describe(err, "")
}

// Passable implements graph.Hopper: it leaves out countries, and entities with
// more than graph.HubItems items.
func (s *Store) Passable(ctx context.Context, ids []graph.ID) (list []graph.ID, err error) {
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
