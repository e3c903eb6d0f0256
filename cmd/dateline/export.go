package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/graph/export"
)

// formats are what `dateline export` writes, of everything or of what a filter
// selects.
var formats = map[string]func(context.Context, export.Source, *graph.Filter, io.Writer) error{
	"csv":     export.CSV,
	"cypher":  export.Cypher,
	"gexf":    export.GEXF,
	"graphml": export.GraphML,
	"jsonl": func(ctx context.Context, s export.Source, filter *graph.Filter, w io.Writer) error {
		if filter != nil {
			return graph.Errorf(graph.BadRequest, "--format jsonl writes the whole graph: take another format with --entity, --from, --to and --kind")
		}
		return export.JSONL(ctx, s, w)
	},
	"jsonld": export.JSONLD,
}

func (a *app) export() *cobra.Command {
	var format string
	var keys []string
	f := filterFlags{every: true}
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the graph, or a part of it, for other tools",
		Long: "Writes the graph to standard output. jsonl holds every stored field, sorted: equal graphs give equal bytes.\n" +
			"The other formats take --entity, --from, --to and --kind: csv for spreadsheets, graphml for networkx, igraph\n" +
			"and yEd, gexf for Gephi, jsonld for linked data, cypher for Neo4j.",
		Example: "  dateline export --format gexf --entity Chile --from 2025-03 > chile.gexf\n  dateline export --format cypher | cypher-shell",
		Args:    cobra.NoArgs,
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
			filter, err := f.part(cmd.Context(), store, keys)
			if err != nil {
				return err
			}
			return write(cmd.Context(), store, filter, a.out)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "jsonl", strings.Join(names(formats), ", "))
	flags.StringSliceVar(&keys, "entity", nil, "only items in which this person, country, organization or policy takes part; of several, all")
	f.addRange(flags)
	return cmd
}

// part is the filter that flags set; nil if none is set.
func (f *filterFlags) part(ctx context.Context, r graph.Reader, keys []string) (*graph.Filter, error) {
	filter, err := f.filter()
	if err != nil {
		return nil, err
	}
	for _, key := range keys {
		e, err := entity(ctx, r, key)
		if err != nil {
			return nil, err
		}
		filter.Entities = append(filter.Entities, e.ID)
	}
	if len(keys) == 0 && len(filter.Kinds) == 0 && filter.From == nil && filter.To == nil {
		return nil, nil
	}
	return &filter, nil
}
