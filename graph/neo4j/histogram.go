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

// significant is how many characters of a day tell its bucket, so that the
// server counts what falls into the same ones together.
func significant(i graph.Interval) int {
	switch i {
	case graph.ByMonth, graph.ByQuarter:
		return len("2006-01")
	case graph.ByYear:
		return len("2006")
	}
	return keyDay
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
	read := func(name string, src source) ([]record, error) {
		n := significant(q.Interval)
		return s.run(ctx, src.statement(name, "SERIES", by, "FIRST", firstDay(src.where.time, n), "LAST", lastDay(src.where.time, n)), src.where.params)
	}
	if len(srcs) == 1 {
		rows, err := read("histogram", srcs[0])
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
		rows, err := read("histogram items", src)
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

// bucketDay is the first day that begins as text does.
func bucketDay(text any) (graph.Day, bool) {
	const first = "0000-01-01"
	s, _ := text.(string)
	if len(s) > len(first) {
		return 0, false
	}
	day, err := graph.ParseDay(s + first[len(s):])
	return day, err == nil
}

// countedOf reads first and last day, series and score of one item.
func countedOf(v []any) (c graph.Counted, ok bool) {
	c.Items = 1
	c.Series, _ = v[2].(string)
	var dated [2]bool
	c.First, dated[0] = bucketDay(v[0])
	c.Last, dated[1] = bucketDay(v[1])
	if !dated[0] || !dated[1] || c.Series == "" {
		return c, false
	}
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
