package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"dateline/graph"
)

// seriesColumns are what tells the series of each split apart.
var seriesColumns = map[graph.Split]string{
	graph.SplitNone: "'" + graph.AllSeries + "'", graph.SplitKind: "i.kind", graph.SplitBasis: "i.basis",
	graph.SplitStance:    "CASE WHEN i.kind = 'STATEMENT' THEN i.stance ELSE '' END",
	graph.SplitEventType: "CASE WHEN i.kind = 'EVENT' THEN i.type ELSE '' END",
}

// Histogram implements graph.ItemReader.
func (s *Store) Histogram(ctx context.Context, q graph.Histogram) ([]graph.Bucket, error) {
	if q.Filter.AsOf != nil {
		items, err := s.itemsAsOf(ctx, q.Filter, "")
		if err != nil {
			return nil, err
		}
		return graph.CountBuckets(q, graph.CountedItems(q, items))
	}
	if q.Split == graph.SplitEntity {
		return s.histogramByEntity(ctx, q)
	}
	counted, err := s.counted(ctx, q.Filter, seriesColumns[q.Split])
	if err != nil {
		return nil, err
	}
	return graph.CountBuckets(q, counted)
}

// counted reads what a histogram counts of the dated matching items that have
// the field that it is split by.
func (s *Store) counted(ctx context.Context, f graph.Filter, series string) (list []graph.Counted, err error) {
	query, args, err := s.union(f, "", "i.n, i.first, i.last, "+series+", i.score")
	if err != nil || query == "" {
		return nil, err
	}
	err = each(ctx, s.readers, query, args, func(r *sql.Rows) error {
		var n int64
		var first, last sql.NullInt64
		c := graph.Counted{Items: 1}
		if err := r.Scan(&n, &first, &last, &c.Series, &c.Score); err != nil {
			return err
		}
		if first.Valid && c.Series != "" {
			c.First, c.Last = graph.Day(first.Int64), graph.Day(last.Int64)
			list = append(list, c)
		}
		return nil
	})
	return list, describe(err, "")
}

// histogramByEntity counts for each of the filter's entities, else for the
// most mentioned ones, the items in which it takes part.
func (s *Store) histogramByEntity(ctx context.Context, q graph.Histogram) ([]graph.Bucket, error) {
	entities := graph.Unique(q.Filter.Entities)
	if len(entities) == 0 {
		var err error
		if entities, err = column[graph.ID](ctx, s.readers, "SELECT id FROM entity ORDER BY rank LIMIT ?", graph.MaxSeries); err != nil {
			return nil, describe(err, "")
		}
	}
	var all []graph.Counted
	for _, id := range entities {
		f := q.Filter
		if f.Entities = []graph.ID{id}; !f.Any {
			f.Entities = graph.Unique(append(slices.Clone(q.Filter.Entities), id))
		}
		counted, err := s.counted(ctx, f, "'entity'")
		if err != nil {
			return nil, err
		}
		for _, c := range counted {
			c.Series = string(id)
			all = append(all, c)
		}
	}
	return graph.CountBuckets(q, all)
}
