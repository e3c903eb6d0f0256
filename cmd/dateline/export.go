package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/graph/export"
)

// formats are what `dateline export` writes.
var formats = map[string]func(context.Context, graph.Store, io.Writer) error{
	"jsonl": func(ctx context.Context, s graph.Store, w io.Writer) error { return export.JSONL(ctx, s, w) },
	"csv":   func(ctx context.Context, s graph.Store, w io.Writer) error { return export.CSV(ctx, s, w) },
}

func (a *app) export() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the graph for other tools",
		Long:  "Writes the whole graph to standard output. jsonl holds every stored field, sorted: equal graphs give equal bytes.",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, ok := formats[format]
			if !ok {
				return graph.Errorf(graph.BadRequest, "--format %s: there are %s", format, strings.Join(names(formats), ", "))
			}
			store, err := a.store.read(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			return write(cmd.Context(), store, a.out)
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", strings.Join(names(formats), ", "))
	return cmd
}
