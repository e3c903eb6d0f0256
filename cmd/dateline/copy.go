package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"dateline/loader"
)

func (a *app) copy() *cobra.Command {
	var from, to string
	cmd := &cobra.Command{
		Use:   "copy --from STORE --to STORE",
		Short: "Take everything from one store into another",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			source, err := a.store.at(ctx, from, true)
			if err != nil {
				return err
			}
			defer source.Close()
			target, err := a.store.at(ctx, to, false)
			if err != nil {
				return err
			}
			defer target.Close()
			n, err := loader.Copy(ctx, source, target, func(n int) { fmt.Fprintf(a.messages, "%d articles\n", n) })
			if err != nil {
				return err
			}
			fmt.Fprintf(a.messages, "%d articles copied from %s to %s\n", n, from, to)
			return nil
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "the store to read, as in --store")
	cmd.Flags().StringVar(&to, "to", "", "the store to write, as in --store")
	_ = cmd.MarkFlagRequired("from") // the flags are there
	_ = cmd.MarkFlagRequired("to")
	return cmd
}
