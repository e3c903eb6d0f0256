package main

import (
	"github.com/spf13/cobra"

	"dateline/graph"
)

func (a *app) timeline() *cobra.Command {
	var flags filterFlags
	cmd := &cobra.Command{
		Use:   "timeline ENTITY…",
		Short: "What happened with all of these, oldest first, with the sentence that says so",
		Args:  cobra.MinimumNArgs(1),
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
			for _, key := range keys {
				e, err := entity(ctx, store, key)
				if err != nil {
					return err
				}
				filter.Entities = append(filter.Entities, e.ID)
			}
			p := newPrinter(store, a.out, flags.json)
			page := graph.Page{First: min(flags.limit, pageSize)}
			for left := flags.limit; left > 0; left -= pageSize {
				page.First = min(left, pageSize)
				items, err := store.Timeline(ctx, filter, graph.Asc, page)
				if err != nil {
					return err
				}
				if err := p.items(ctx, items.Edges); err != nil {
					return err
				}
				if !items.HasNext {
					break
				}
				page.After = items.Edges[len(items.Edges)-1].Cursor
			}
			return p.end("no item matches")
		},
	}
	flags.add(cmd, 200)
	return cmd
}
