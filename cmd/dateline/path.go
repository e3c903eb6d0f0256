package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/graph"
)

func (a *app) path() *cobra.Command {
	var flags filterFlags
	var length int
	cmd := &cobra.Command{
		Use:   "path A B",
		Short: "The shortest chains of shared items between two entities",
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
			from, to, err := two(ctx, store, keys)
			if err != nil {
				return err
			}
			paths, err := store.Paths(ctx, graph.PathQuery{From: from.ID, To: to.ID, MaxLength: length, Limit: flags.limit, Filter: filter})
			if err != nil {
				return err
			}
			if len(paths) == 0 && !flags.json {
				fmt.Fprintf(a.out, "no chain of at most %d shared items links %s and %s\n", length, from.Name, to.Name)
			}
			for i, path := range paths {
				if flags.json {
					err = json.NewEncoder(a.out).Encode(path)
				} else {
					fmt.Fprintf(a.out, "%d. %s", i+1, from.Name)
					err = a.printPath(cmd, store, path)
				}
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
	flags.add(cmd, 3)
	cmd.Flags().IntVar(&length, "max-length", 4, "at most so many steps")
	return cmd
}

func (a *app) printPath(cmd *cobra.Command, store graph.Reader, path []graph.PathStep) error {
	var entities, items []graph.ID
	for _, s := range path {
		entities, items = append(entities, s.To), append(items, s.Via)
	}
	named, err := store.Entities(cmd.Context(), entities)
	if err != nil {
		return err
	}
	via, err := store.Items(cmd.Context(), items)
	if err != nil {
		return err
	}
	for _, s := range path {
		fmt.Fprintf(a.out, " → %s", named[s.To].Name)
	}
	fmt.Fprintln(a.out)
	p := newPrinter(store, a.out, false)
	for _, s := range path {
		if err := p.items(cmd.Context(), []graph.Edge[graph.Item]{{Node: via[s.Via]}}); err != nil {
			return err
		}
	}
	return nil
}
