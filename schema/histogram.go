package schema

import (
	"context"

	"dateline/graph"
	"dateline/schema/exec"
)

func readHistogram(ctx context.Context, q exec.Query, in exec.Values) (any, error) {
	f, err := filterFrom(ctx, batchOf(q), in["filter"])
	split, ok := in["splitBy"].(string)
	if !ok {
		split = string(graph.SplitNone)
	}
	h := &graph.Histogram{Filter: f, Interval: graph.Interval(in["interval"].(string)), Split: graph.Split(split)}
	if err == nil && f.From != nil && f.To != nil { // before anything is read
		_, err = h.Starts(*f.From, *f.To)
	}
	return h, err
}

// histogram counts; series of entities get their names.
func histogram(ctx context.Context, b *batch, _ *root, q *graph.Histogram) (any, error) {
	buckets, err := b.reader.Histogram(ctx, *q)
	if err != nil || q.Split != graph.SplitEntity {
		return exec.ListOf(buckets), err
	}
	var ids []graph.ID
	seen := map[string]bool{}
	for _, k := range buckets {
		if !seen[k.Series] {
			seen[k.Series] = true
			ids = append(ids, graph.ID(k.Series))
		}
	}
	entities, err := b.reader.Entities(ctx, ids)
	for i, k := range buckets {
		if e, ok := entities[graph.ID(k.Series)]; ok {
			buckets[i].Series = e.Name
		}
	}
	return exec.ListOf(buckets), err
}

func bucketFields() exec.Fields {
	return exec.Fields{
		"start":    str(func(b *graph.Bucket) string { return b.Start.String() }),
		"epochMs":  float(func(b *graph.Bucket) float64 { return float64(b.Start.EpochMillis()) }),
		"series":   str(func(b *graph.Bucket) string { return b.Series }),
		"count":    num(func(b *graph.Bucket) int { return b.Count }),
		"possible": num(func(b *graph.Bucket) int { return b.Possible }),
		"meanScore": {Leaf: func(w *exec.Writer, p any) {
			if m := p.(*graph.Bucket).MeanScore; m != nil {
				w.Float(*m)
			} else {
				w.Null()
			}
		}},
	}
}
