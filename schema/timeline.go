package schema

import (
	"context"
	"slices"

	"dateline/graph"
	"dateline/schema/exec"
)

// timelineArgs are the arguments of a timeline.
type timelineArgs struct {
	filter graph.Filter
	order  graph.Order
	page   graph.Page
}

// timelineField makes a timeline of a parent; narrow adds to the filter what
// the parent asks of items.
func timelineField[T any](narrow func(p *T, f *graph.Filter)) exec.Resolver {
	return exec.Resolver{Args: readTimeline(filterFrom), Page: pageSize, Fetch: fetch(
		func(ctx context.Context, b *batch, p *T, args *timelineArgs) (any, error) {
			f := args.filter
			narrow(p, &f)
			return timeline(ctx, b, f, args.order, args.page)
		})}
}

type readFilter func(ctx context.Context, b *batch, value any) (graph.Filter, error)

func readTimeline(read readFilter) func(context.Context, exec.Query, exec.Values) (any, error) {
	return func(ctx context.Context, q exec.Query, in exec.Values) (any, error) {
		page, err := pageFrom(in)
		if err != nil {
			return nil, err
		}
		f, err := read(ctx, batchOf(q), in["filter"])
		return &timelineArgs{f, orderFrom(in), page}, err
	}
}

func orderFrom(in exec.Values) graph.Order {
	if in["order"] == "ASC" {
		return graph.Asc
	}
	return graph.Desc
}

func timeline(ctx context.Context, b *batch, f graph.Filter, order graph.Order, page graph.Page) (*connection, error) {
	return connect(page,
		func(p graph.Page) (graph.Connection[graph.Item], error) { return b.reader.Timeline(ctx, f, order, p) },
		func(i *graph.Item) any { return &item{*i, f.AsOf} },
		func(ctx context.Context) (int, error) { return b.reader.CountItems(ctx, f) })
}

// withEntities narrows a filter to items in which all of these take part
// beside the entities that it asks for.
func withEntities(f *graph.Filter, ids ...graph.ID) {
	if f.Any && len(f.Entities) > 1 {
		f.In = append(slices.Clip(f.In), graph.RoleMatch{Entities: f.Entities})
		f.Entities = nil
	}
	f.Any = false
	f.Entities = append(slices.Clip(f.Entities), ids...)
}
