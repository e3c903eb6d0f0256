package schema

import (
	"context"
	_ "embed"
	"errors"

	"dateline/graph"
	"dateline/schema/exec"
)

//go:embed schema.graphql
var sdl string

// SDL is the schema as clients may read it.
func SDL() string { return sdl }

// A Config sets what a server may want otherwise; its zero value is good.
type Config struct {
	// Limits are exec.DefaultLimits, or exec.HardenedLimits if Hidden, where they are zero.
	Limits exec.Limits
	// Hidden refuses introspection and leaves suggestions out of messages.
	Hidden bool
	// Report is told of internal errors, which clients do not see; nil drops them.
	Report func(ctx context.Context, err error)
	// Parallel is how many questions to the store a request asks side by side, 4 by default.
	Parallel int
	// Observe is told of each question to the store; nil if nobody wants to know.
	Observe Observer
}

// An Executor answers GraphQL requests from a reader. It is safe for
// concurrent use.
type Executor struct {
	*exec.Executor
	reader graph.Reader
}

// New makes an executor; an error is a fault of the schema.
func New(reader graph.Reader, c Config) (*Executor, error) {
	if c.Observe != nil {
		reader = &observed{reader, c.Observe}
	}
	if c.Parallel <= 0 {
		c.Parallel = 4
	}
	x, err := exec.New(exec.Config{
		SDL: sdl, Scalars: scalars, Objects: objects(), TypeOf: typeOf, Limits: c.Limits, Hidden: c.Hidden, Parallel: c.Parallel,
		Begin:    func(context.Context) exec.Batch { return newBatch(reader) },
		Describe: func(ctx context.Context, err error) *exec.Error { return describe(ctx, err, c.Report) },
	})
	return &Executor{x, reader}, err
}

// objects are the resolvers of all object types.
func objects() exec.Objects {
	all := exec.Objects{
		"Query": queryFields(), "Subscription": subscriptionFields(),
		"FuzzyDate": dateFields(), "Role": roleFields(), "Disagreement": disagreementFields(), "Article": articleFields(), "Mention": mentionFields(), "DateExpression": dateExpressionFields(),
		"Evidence": evidenceFields(), "Corroboration": corroborationFields(), "Participant": participantFields(),
		"Position": positionFields(), "Bucket": bucketFields(), "Relationship": relationshipFields(), "LinkSummary": linkFields(),
		"Path": pathFields(), "PathStep": stepFields(), "Stats": statsFields(),
	}
	addEntities(all)
	addItems(all)
	addConnections(all)
	return all
}

// typeOf names the object type of what interfaces and unions hold.
func typeOf(parent any) string {
	switch p := parent.(type) {
	case *graph.Entity:
		switch p.Kind {
		case graph.Person:
			return "Person"
		case graph.Country:
			return "Country"
		case graph.Organization:
			return "Organization"
		case graph.Policy:
			return "Policy"
		}
	case *item:
		switch p.Kind {
		case graph.KindStatement:
			return "Statement"
		case graph.KindEvent:
			return "Event"
		case graph.KindPolicyStage:
			return "PolicyStage"
		case graph.KindPositionChange:
			return "PositionChange"
		}
	case *article:
		return "Article"
	}
	return ""
}

// describe turns an error into what clients see: a code, and a message that
// was written for users. Causes and internal errors are reported, not shown.
func describe(ctx context.Context, err error, report func(context.Context, error)) *exec.Error {
	var own *exec.Error
	if errors.As(err, &own) {
		return own
	}
	var known *graph.Error
	switch {
	case errors.As(err, &known) && known.Kind != graph.Internal:
		if known.Err != nil && report != nil && known.Kind != graph.BadRequest {
			report(ctx, err)
		}
		return &exec.Error{Message: known.Message, Code: string(known.Kind)}
	case errors.Is(err, context.DeadlineExceeded):
		return &exec.Error{Message: "the request took longer than the server allows: ask for less at a time", Code: string(graph.Timeout)}
	case errors.Is(err, context.Canceled):
		return &exec.Error{Message: "the request was given up", Code: string(graph.Timeout)}
	}
	if report != nil {
		report(ctx, err)
	}
	return &exec.Error{Message: "internal error", Code: exec.CodeInternal}
}
