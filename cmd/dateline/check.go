package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/graph"
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
			broken, marks := 0, 0
			for line, err := range store.Check(cmd.Context()) {
				switch {
				case err != nil:
					return err
				case strings.HasPrefix(line, graph.NotComputed):
					marks++
				default:
					broken++
					fmt.Fprintln(a.out, line)
				}
			}
			if marks > 0 {
				fmt.Fprintf(a.messages, "%d marks are left by a load that is under way or was cut off; the next load or serve computes what they mark\n", marks)
			}
			if broken > 0 {
				fmt.Fprintf(a.messages, "%d findings\n", broken)
				return &reported{exitFailed}
			}
			fmt.Fprintln(a.messages, "nothing is wrong")
			return nil
		},
	}
}
