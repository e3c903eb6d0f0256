package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/graph"
)

func (a *app) relationship() *cobra.Command {
	var flags filterFlags
	cmd := &cobra.Command{
		Use:   "relationship A B",
		Short: "What links two people, countries, organizations or policies",
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, keys []string) error {
			ctx := cmd.Context()
			filter, err := flags.filter()
			if err != nil {
				return err
			}
			store, err := a.store.read(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			x, y, err := two(ctx, store, keys)
			if err != nil {
				return err
			}
			links, err := store.Links(ctx, x.ID, y.ID, filter)
			if err != nil {
				return err
			}
			if !flags.json {
				a.printLinks(x, y, links)
			} else {
				lines := json.NewEncoder(a.out)
				for _, l := range links {
					if err := lines.Encode(l); err != nil {
						return err
					}
				}
			}
			filter.Entities = []graph.ID{x.ID, y.ID}
			items, err := store.Timeline(ctx, filter, graph.Desc, graph.Page{First: min(flags.limit, pageSize)})
			if err != nil {
				return err
			}
			p := newPrinter(store, a.out, flags.json)
			if err := p.items(ctx, items.Edges); err != nil {
				return err
			}
			return p.end("nothing links " + x.Name + " and " + y.Name)
		},
	}
	flags.add(cmd, 20)
	return cmd
}

func (a *app) printLinks(x, y graph.Entity, links []graph.LinkSummary) {
	names := map[graph.ID]string{x.ID: x.Name, y.ID: y.Name}
	for _, l := range links {
		span := ""
		if l.First != nil {
			span = "  " + l.First.Value
			if l.Last != nil && l.Last.Value != l.First.Value {
				span += " – " + l.Last.Value
			}
		}
		what := strings.ToLower(string(l.Kind) + " " + l.Type)
		fmt.Fprintf(a.out, "%4d × %s → %s: %s%s\n", l.Count, names[l.From], names[l.To], what, span)
	}
	if len(links) > 0 {
		fmt.Fprintln(a.out)
	}
}
