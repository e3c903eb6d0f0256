package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/graph"
)

// entity finds the one entity that a key names. Several are an error that
// lists them.
func entity(ctx context.Context, r graph.Reader, key string) (graph.Entity, error) {
	found, err := r.FindEntities(ctx, key, "")
	switch {
	case err != nil:
		return graph.Entity{}, err
	case len(found) == 0:
		return graph.Entity{}, graph.Errorf(graph.NotFound, "nobody and nothing is called %q; `dateline search %s` may help", key, key)
	case len(found) > 1:
		names := make([]string, len(found))
		for i, e := range found {
			names[i] = fmt.Sprintf("%s (%s)", e.ID, e.Name)
		}
		return graph.Entity{}, graph.Errorf(graph.Ambiguous, "%q may be %s: name one by its ID", key, strings.Join(names, ", "))
	}
	return found[0], nil
}

// two finds the two entities that keys name.
func two(ctx context.Context, r graph.Reader, keys []string) (a, b graph.Entity, err error) {
	if a, err = entity(ctx, r, keys[0]); err == nil {
		b, err = entity(ctx, r, keys[1])
	}
	return a, b, err
}

// filterFlags are the flags that select timeline items.
type filterFlags struct {
	from, to      string
	kinds         []string
	direct, every bool
	limit         int
	json          bool
}

func (f *filterFlags) add(cmd *cobra.Command, limit int) {
	flags := cmd.Flags()
	f.addRange(flags)
	flags.BoolVar(&f.direct, "direct", false, "leave out those who take part only through a person who acts for them")
	flags.BoolVar(&f.every, "all-statuses", false, "also planned, hypothetical and denied events")
	flags.IntVar(&f.limit, "limit", limit, "at most so many items")
	flags.BoolVar(&f.json, "json", false, "one JSON object a line")
}

// addRange adds the flags for days and kinds alone.
func (f *filterFlags) addRange(flags *pflag.FlagSet) {
	flags.StringVar(&f.from, "from", "", "first day, or a month or year (2025-05)")
	flags.StringVar(&f.to, "to", "", "last day, or a month or year")
	flags.StringSliceVar(&f.kinds, "kind", nil, "statement, event, policy_stage, position_change; several with commas")
}

func (f *filterFlags) filter() (graph.Filter, error) {
	filter := graph.Filter{DirectOnly: f.direct, EventStatuses: graph.DefaultStatuses}
	if f.every {
		filter.EventStatuses = nil
	}
	for _, k := range f.kinds {
		kind := graph.ItemKind(strings.ToUpper(strings.ReplaceAll(k, "-", "_")))
		if !contains(graph.ItemKinds, kind) {
			return filter, graph.Errorf(graph.BadRequest, "--kind %s: there are statement, event, policy_stage and position_change", k)
		}
		filter.Kinds = append(filter.Kinds, kind)
	}
	for _, side := range []struct {
		flag, value string
		set         func(graph.FuzzyDate)
	}{
		{"--from", f.from, func(d graph.FuzzyDate) { filter.From = &d.Start }},
		{"--to", f.to, func(d graph.FuzzyDate) { filter.To = &d.End }},
	} {
		if side.value == "" {
			continue
		}
		date, err := graph.ParsePartialDate(side.value)
		if err != nil {
			return filter, graph.Wrap(graph.BadRequest, err, "%s", side.flag)
		}
		side.set(date)
	}
	return filter, nil
}

func contains[T comparable](list []T, value T) bool {
	for _, v := range list {
		if v == value {
			return true
		}
	}
	return false
}
