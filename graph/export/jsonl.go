package export

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"iter"

	"dateline/graph"
)

// typed puts an object's type first.
type typed[T any] struct {
	Type  string `json:"type"`
	Value T      `json:"-"`
}

// MarshalJSON writes the type as the first key of the value's object.
func (t typed[T]) MarshalJSON() ([]byte, error) {
	value, err := json.Marshal(t.Value)
	if err != nil {
		return nil, err
	}
	head, err := json.Marshal(t.Type)
	if err != nil {
		return nil, err
	}
	line := append([]byte(`{"type":`), head...)
	if string(value) != "{}" {
		line = append(line, ',')
	}
	return append(line, value[1:]...), nil
}

// A cited item or role carries the reports that support it.
type cited[T any] struct {
	Value   T
	Reports []evidence
}

type evidence struct {
	graph.Evidence
	Date *graph.FuzzyDate `json:"date,omitempty"`
}

// MarshalJSON writes the evidence as the last key of the value's object.
func (c cited[T]) MarshalJSON() ([]byte, error) {
	value, err := json.Marshal(c.Value)
	if err != nil || len(c.Reports) == 0 {
		return value, err
	}
	reports, err := json.Marshal(c.Reports)
	if err != nil {
		return nil, err
	}
	value = append(value[:len(value)-1], `,"evidence":`...)
	return append(append(value, reports...), '}'), nil
}

// JSONL writes one object a line, by type and ID, keys in a fixed order: every
// stored field but the times of loading and the IDs that moved. People's
// judgements stand at the end.
func JSONL(ctx context.Context, s graph.Scanner, w io.Writer) error {
	out := bufio.NewWriter(w)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	steps := []func() error{
		func() error { return each(s.ScanArticles(ctx), lines, "article") },
		func() error { return each(s.ScanEntities(ctx, graph.Person), lines, "person") },
		func() error { return each(s.ScanEntities(ctx, graph.Country), lines, "country") },
		func() error { return each(s.ScanEntities(ctx, graph.Organization), lines, "organization") },
		func() error { return each(s.ScanEntities(ctx, graph.Policy), lines, "policy") },
		func() error {
			return withReports(ctx, s.ScanRoles(ctx), s, lines, "role", func(r graph.Role) graph.ID { return r.ID })
		},
	}
	for _, kind := range []struct {
		kind graph.ItemKind
		name string
	}{{graph.KindStatement, "statement"}, {graph.KindEvent, "event"}, {graph.KindPolicyStage, "policy_stage"}, {graph.KindPositionChange, "position_change"}} {
		steps = append(steps, func() error {
			return withReports(ctx, s.ScanItems(ctx, kind.kind), s, lines, kind.name, func(i graph.Item) graph.ID { return i.ID })
		})
	}
	steps = append(steps, func() error { return judgements(ctx, s, lines) })
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return out.Flush()
}

func judgements(ctx context.Context, s graph.Scanner, lines *json.Encoder) error {
	list, err := s.Judgements(ctx)
	for _, j := range list {
		if err := lines.Encode(typed[graph.Judgement]{"judgement", j}); err != nil {
			return err
		}
	}
	return err
}

func each[T any](seq iter.Seq2[T, error], lines *json.Encoder, name string) error {
	for v, err := range seq {
		if err != nil {
			return err
		}
		if err := lines.Encode(typed[T]{name, v}); err != nil {
			return err
		}
	}
	return nil
}
