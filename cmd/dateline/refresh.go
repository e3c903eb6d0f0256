package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/language"
)

func (a *app) refresh() *cobra.Command {
	var dryRun, asJSON bool
	var model string
	cmd := &cobra.Command{
		Use:   "refresh",
		Short: "Extract the stored articles anew with the present rules, and say what changed",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			pipeline, err := loader.NewPipeline(language.Config{ModelPath: model})
			if err != nil {
				return err
			}
			store, err := a.store.open(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			total, err := loader.Refresh(cmd.Context(), pipeline, store, dryRun, func(article graph.Article, change loader.Refreshed) {
				fmt.Fprintf(a.messages, "%s: added %v, removed %v\n", article.Key, change.Added, change.Removed)
			})
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(a.out).Encode(total)
			}
			fmt.Fprintf(a.out, "%d of %d articles changed: added %v, removed %v\n", total.Changed, total.Articles, total.Added, total.Removed)
			return nil
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "say what would change, and change nothing")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the sums as a JSON object")
	modelFlag(cmd, &model)
	return cmd
}
