package schema

import (
	"context"
	"time"

	"dateline/graph"
	"dateline/schema/exec"
)

// maxKeys bounds the lists of entities in a filter, each of which costs a
// question to the store.
const maxKeys = 50

// filterFrom reads a TimelineFilter; nil gives the contract's defaults.
func filterFrom(ctx context.Context, b *batch, value any) (graph.Filter, error) {
	in, ok := value.(exec.Values)
	if !ok {
		return graph.Filter{EventStatuses: graph.DefaultStatuses}, nil
	}
	f := graph.Filter{
		Any:           in["match"] == "ANY",
		Kinds:         enums[graph.ItemKind](in["kinds"]),
		CertainOnly:   in["dateMatch"] == "CERTAIN",
		Bases:         enums[graph.Basis](in["bases"]),
		DirectOnly:    in["directOnly"] == true,
		EventTypes:    enums[graph.EventType](in["eventTypes"]),
		EventStatuses: enums[graph.EventStatus](in["eventStatuses"]),
		Acts:          enums[graph.Act](in["acts"]),
		Stances:       enums[graph.Stance](in["stances"]),
	}
	if p, ok := in["minPrecision"].(string); ok {
		f.MinPrecision = graph.Precision(p)
	}
	f.MinConfidence, _ = in["minConfidence"].(float64)
	f.MinSources, _ = in["minSources"].(int)
	var err error
	if f.From, f.To, f.Text, f.AsOf, err = rangeOf(in); err != nil {
		return f, err
	}
	f.Entities, err = entityIDs(ctx, b, in, "entities")
	return f, err
}

// rangeOf reads what all filters have: from, to, text and asOf.
func rangeOf(in exec.Values) (from, to *graph.Day, text string, asOf *graph.AsOf, err error) {
	if d, ok := in["from"].(graph.FuzzyDate); ok {
		from = &d.Start
	}
	if d, ok := in["to"].(graph.FuzzyDate); ok {
		to = &d.End
	}
	if s, ok := in["text"].(string); ok && s != "" {
		if _, err := graph.ParseTerms(s); err != nil {
			return nil, nil, "", nil, err
		}
		text = s
	}
	return from, to, text, asOfFrom(in["asOf"]), nil
}

func asOfFrom(value any) *graph.AsOf {
	in, ok := value.(exec.Values)
	if !ok {
		return nil
	}
	var a graph.AsOf
	if d, ok := in["published"].(graph.FuzzyDate); ok {
		a.Published = &d.End
	}
	if t, ok := in["recorded"].(time.Time); ok {
		a.Recorded = &t
	}
	if a == (graph.AsOf{}) {
		return nil
	}
	return &a
}

// statementFilterFrom reads a StatementFilter as a filter of items.
func statementFilterFrom(ctx context.Context, b *batch, value any) (graph.Filter, error) {
	f := graph.Filter{Kinds: []graph.ItemKind{graph.KindStatement}}
	in, ok := value.(exec.Values)
	if !ok {
		return f, nil
	}
	f.CertainOnly = in["dateMatch"] == "CERTAIN"
	f.Forms = enums[graph.Form](in["forms"])
	f.Acts = enums[graph.Act](in["acts"])
	f.Stances = enums[graph.Stance](in["stances"])
	var err error
	if f.From, f.To, f.Text, f.AsOf, err = rangeOf(in); err != nil {
		return f, err
	}
	for _, part := range []struct {
		name string
		role graph.ParticipantRole
	}{{"speaker", graph.Speaker}, {"addressee", graph.Addressee}, {"about", graph.About}, {"policy", graph.PolicyObject}} {
		ids, err := entityIDs(ctx, b, in, part.name)
		if err != nil {
			return f, err
		}
		if len(ids) > 0 {
			f.In = append(f.In, graph.RoleMatch{Role: part.role, Entities: ids})
		}
	}
	return f, nil
}

func articleFilterFrom(ctx context.Context, b *batch, value any) (f graph.ArticleFilter, err error) {
	in, ok := value.(exec.Values)
	if !ok {
		return f, nil
	}
	f.Publishers, f.Languages = enums[string](in["publisher"]), enums[string](in["language"])
	if f.From, f.To, f.Text, _, err = rangeOf(in); err != nil {
		return f, err
	}
	f.Mentions, err = entityIDs(ctx, b, in, "mentions")
	return f, err
}

func entityIDs(ctx context.Context, b *batch, in exec.Values, name string) ([]graph.ID, error) {
	list, _ := in[name].([]any)
	if len(list) > maxKeys {
		return nil, graph.Errorf(graph.BadRequest, "%s lists %d entities; at most %d are accepted", name, len(list), maxKeys)
	}
	return b.keys.ids(ctx, list)
}

// enums reads a list of enum values or texts; null is an empty list.
func enums[T ~string](value any) []T {
	list, _ := value.([]any)
	var values []T
	for _, v := range list {
		values = append(values, T(v.(string)))
	}
	return values
}
