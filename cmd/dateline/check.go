package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) check() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Read the whole store and report what breaks an invariant",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := a.store.read(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			broken := 0
			for line, err := range store.Check(cmd.Context()) {
				if err != nil {
					return err
				}
				broken++
				fmt.Fprintln(a.out, line)
			}
			if broken > 0 {
				fmt.Fprintf(a.messages, "%d findings. If marks are left, load anything again: it computes what is marked.\n", broken)
				return &reported{exitFailed}
			}
			fmt.Fprintln(a.messages, "nothing is wrong")
			return nil
		},
	}
}
