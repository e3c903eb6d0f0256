package schema

import (
	"context"

	"dateline/graph"
	"dateline/schema/exec"
)

// The bounds of Query.paths.
const (
	maxPaths      = 20
	maxPathLength = 6
)

func readPaths(ctx context.Context, q exec.Query, in exec.Values) (any, error) {
	b := batchOf(q)
	var query graph.PathQuery
	for _, end := range []struct {
		name string
		id   *graph.ID
	}{{"from", &query.From}, {"to", &query.To}} {
		e, err := b.keys.find(ctx, in[end.name].(string), "")
		if err != nil {
			return nil, err
		}
		if e != nil { // else it stays empty, and no path leads there
			*end.id = e.ID
		}
	}
	var err error
	if query.MaxLength, err = limitFrom(in, "maxLength", 4, maxPathLength); err != nil {
		return nil, err
	}
	if query.Limit, err = limitFrom(in, "limit", 3, maxPaths); err != nil {
		return nil, err
	}
	query.Filter, err = filterFrom(ctx, b, in["filter"])
	return &query, err
}

// A path is a chain of steps.
type path struct{ steps []step }

// A step is a step with the clocks under which its path was asked for.
type step struct {
	graph.PathStep
	asOf *graph.AsOf
}

func paths(ctx context.Context, b *batch, _ *root, q *graph.PathQuery) (any, error) {
	if q.Limit == 0 || q.MaxLength == 0 || q.From == q.To || q.From == "" || q.To == "" {
		return exec.Anys{}, nil
	}
	found, err := b.reader.Paths(ctx, *q)
	list := make([]path, len(found))
	for i, steps := range found {
		for _, s := range steps {
			list[i].steps = append(list[i].steps, step{s, q.Filter.AsOf})
		}
	}
	return exec.ListOf(list), err
}

func pathFields() exec.Fields {
	return exec.Fields{
		"length": num(func(p *path) int { return len(p.steps) }),
		"steps": {Get: func(_ exec.Query, p any) (any, error) { return exec.ListOf(p.(*path).steps), nil },
			Size: func(exec.Values, int) int { return maxPathLength }},
	}
}

func stepFields() exec.Fields {
	return exec.Fields{
		"from": entityOf(func(s *step) graph.ID { return s.From }),
		"to":   entityOf(func(s *step) graph.ID { return s.To }),
		"via":  itemOf(func(s *step) (graph.ID, *graph.AsOf) { return s.Via, s.asOf }),
	}
}
