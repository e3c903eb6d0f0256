package sqlite

import (
	"context"
	"database/sql"

	"dateline/graph"
)

// Paths implements graph.EntityReader.
func (s *Store) Paths(ctx context.Context, q graph.PathQuery) ([][]graph.PathStep, error) {
	return graph.ShortestPaths(ctx, s, q)
}

// Hops implements graph.Hopper.
func (s *Store) Hops(ctx context.Context, frontier []graph.ID, q graph.PathQuery, toEnd bool) (hops []graph.Hop, err error) {
	var w where
	w.add(in("e.entity"), array(frontier))
	w.add("o.entity <> e.entity")
	if toEnd {
		w.add("o.entity = ?", q.To)
	}
	if q.Filter.DirectOnly {
		w.add("e.roles <> ? AND o.roles <> ?", behalfBit, behalfBit)
	}
	w.among(q.Filter)
	if err := w.items(q.Filter); err != nil {
		return nil, err
	}
	// The pair is by its key (a, b); as the frontier may be either, edges serve.
	query := "SELECT e.entity, o.entity, min(i.id) FROM edge e JOIN item i ON i.n = e.item JOIN edge o ON o.item = e.item" + w.String() + " GROUP BY e.entity, o.entity"
	if toEnd && len(frontier) == 1 {
		query = "SELECT e.entity, o.entity, i.id FROM edge e JOIN item i ON i.n = e.item JOIN edge o ON o.item = e.item" + w.String() + " ORDER BY i.id LIMIT ?"
		w.args = append(w.args, q.Limit)
	}
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
