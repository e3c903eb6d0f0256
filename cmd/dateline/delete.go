package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/loader/identity"
)

func (a *app) delete() *cobra.Command {
	return &cobra.Command{
		Use:   "delete KEY…",
		Short: "Erase articles, by id, URL or global ID, with every fact that only they supported",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, keys []string) error {
			ctx := cmd.Context()
			store, err := a.store.open(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			deleted, err := store.Delete(ctx, keys)
			if err != nil {
				return err
			}
			if err := identity.Resolve(ctx, store); err != nil {
				return err
			}
			fmt.Fprintf(a.messages, "%d of %d articles deleted\n", len(deleted), len(keys))
			if len(deleted) == 0 {
				return graph.Errorf(graph.NotFound, "no article has this id, URL or ID")
			}
			return nil
		},
	}
}

func names[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
