package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/schema/server"
)

func (a *app) key() *cobra.Command {
	return &cobra.Command{
		Use:   "key NAME",
		Short: "Draw an API key for serve --keys",
		Long: "Draws a new API key. Its line for the file of --keys goes to standard output, the secret that a\n" +
			"client sends as `Authorization: Bearer SECRET` to standard error: it is kept nowhere. A key is good\n" +
			"for queries and subscriptions; write ` read` or ` live` behind its line to leave it one of them.",
		Example: "  dateline key newsroom >> keys.txt\n  dateline serve --addr :8080 --keys keys.txt",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			name := args[0]
			if name == "" || strings.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r == '#' || r == 0x7f }) {
				return graph.Errorf(graph.BadRequest, "%q is no name for a key: it takes letters and signs without spaces and without #", name)
			}
			secret, line := server.NewKey(name)
			fmt.Fprintln(a.out, line)
			fmt.Fprintf(a.messages, "secret  %s\n", secret)
			return nil
		},
	}
}
