package neo4j

import (
	"context"
	"slices"

	"dateline/graph"
)

// series are what tells the series of each split apart.
var series = map[graph.Split]string{
	graph.SplitNone: "'" + graph.AllSeries + "'", graph.SplitKind: "i.kind", graph.SplitBasis: "i.basis",
	graph.SplitStance:    "CASE i.kind WHEN 'STATEMENT' THEN i.stance ELSE '' END",
	graph.SplitEventType: "CASE i.kind WHEN 'EVENT' THEN i.type ELSE '' END",
}

// units are what days are cut to, so that the server counts what falls into
// the same buckets together.
var units = map[graph.Interval]string{graph.ByWeek: "week", graph.ByMonth: "month", graph.ByQuarter: "quarter", graph.ByYear: "year"}

// cut is the first day of a day's bucket.
func cut(day string, i graph.Interval) string {
	if unit, ok := units[i]; ok {
		return "date.truncate('" + unit + "', " + day + ")"
	}
	return day
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
	by, ok := series[q.Split]
	if !ok {
		by = series[graph.SplitNone]
	}
	counted, err := s.counted(ctx, q, by)
	if err != nil {
		return nil, err
	}
	return graph.CountBuckets(q, counted)
}

// counted reads what a histogram counts of the dated matching items that have
// the field that it is split by. Items of one source are counted by the
// server; those of several are told apart here.
func (s *Store) counted(ctx context.Context, q graph.Histogram, by string) (list []graph.Counted, err error) {
	f := q.Filter
	srcs, err := sources(f)
	if err != nil {
		return nil, err
	}
	if srcs, err = s.byWords(ctx, f, srcs); err != nil {
		return nil, err
	}
	for k := range srcs {
		srcs[k].where.narrow(dated, "")
	}
	if len(srcs) == 1 {
		rows, err := s.run(ctx, srcs[0].statement("histogram", "SERIES", by, "FIRST", cut("i.first", q.Interval), "LAST", cut("i.last", q.Interval)), srcs[0].where.params)
		for _, r := range rows {
			if c, ok := countedOf(r.Values); ok {
				n, _ := r.Values[4].(int64)
				c.Items = int(n)
				list = append(list, c)
			}
		}
		return list, err
	}
	seen := map[string]bool{}
	for _, src := range srcs {
		rows, err := s.run(ctx, src.statement("histogram items", "SERIES", by), src.where.params)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			id, _ := r.Values[0].(string)
			if c, ok := countedOf(r.Values[1:]); ok && !seen[id] {
				seen[id] = true
				list = append(list, c)
			}
		}
	}
	return list, nil
}

// countedOf reads first and last day, series and score of one item.
func countedOf(v []any) (c graph.Counted, ok bool) {
	c.Items = 1
	first, last := dayOf(v[0]), dayOf(v[1])
	c.Series, _ = v[2].(string)
	if first == nil || last == nil || c.Series == "" {
		return c, false
	}
	c.First, c.Last = *first, *last
	if score, ok := v[3].(float64); ok {
		c.Score = &score
	}
	return c, true
}

// histogramByEntity counts for each of the filter's entities, else for the
// most mentioned ones, the items in which it takes part.
func (s *Store) histogramByEntity(ctx context.Context, q graph.Histogram) ([]graph.Bucket, error) {
	entities := graph.Unique(q.Filter.Entities)
	if len(entities) == 0 {
		var err error
		if entities, err = column[graph.ID](s.run(ctx, query("most mentioned"), params{"limit": graph.MaxSeries})); err != nil {
			return nil, err
		}
	}
	var all []graph.Counted
	for _, id := range entities {
		one := q
		if one.Filter.Entities = []graph.ID{id}; !q.Filter.Any {
			one.Filter.Entities = graph.Unique(append(slices.Clone(q.Filter.Entities), id))
		}
		counted, err := s.counted(ctx, one, "'entity'")
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
