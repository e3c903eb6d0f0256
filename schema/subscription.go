package schema

import (
	"context"

	"dateline/graph"
	"dateline/schema/exec"
)

func subscriptionFields() exec.Fields {
	return exec.Fields{
		"timelineItemAdded": {Get: func(_ exec.Query, event any) (any, error) { return event, nil }},
	}
}

// A Subscription is a prepared request for items that are added to the graph.
type Subscription struct {
	prepared *exec.Prepared
	filter   graph.Filter
}

// Subscribe reads the filter of a prepared subscription.
func (x *Executor) Subscribe(ctx context.Context, p *exec.Prepared) (*Subscription, error) {
	f, err := filterFrom(ctx, newBatch(x.reader), p.Args["filter"])
	if err != nil {
		return nil, err
	}
	if f.AsOf != nil {
		return nil, graph.Errorf(graph.BadRequest, "a subscription is about what comes, so asOf has no meaning in it")
	}
	return &Subscription{p, f}, nil
}

// Wants tells whether an item that was added passes the filter.
func (s *Subscription) Wants(i graph.Item) bool { return s.filter.Matches(i) }

// Answer is the response for an item that was added.
func (s *Subscription) Answer(ctx context.Context, i graph.Item) *exec.Response {
	return s.prepared.Execute(ctx, &item{Item: i})
}

// Describe turns an error into what clients see of it.
func (x *Executor) Describe(ctx context.Context, err error) *exec.Error {
	return describe(ctx, err, nil)
}
