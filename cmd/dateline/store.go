package main

import (
	"context"
	"strings"

	"github.com/spf13/pflag"

	"dateline/graph"
	"dateline/graph/sqlite"
)

// storeFlags say where the graph is kept.
type storeFlags struct {
	url string
}

func (s *storeFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&s.url, "store", "sqlite:dateline.db", "where the graph is kept: sqlite:PATH")
}

// open opens the store for reading and writing; an embedded one is made if it
// is not there.
func (s *storeFlags) open(ctx context.Context) (graph.Store, error) { return openStore(ctx, s.url) }

// read opens the store for reading.
func (s *storeFlags) read(ctx context.Context) (graph.Store, error) { return openStore(ctx, s.url) }

const inMemory = "sqlite::memory:"

// openStore opens the store that a URL names.
func openStore(ctx context.Context, url string) (graph.Store, error) {
	switch scheme, path, _ := strings.Cut(url, ":"); scheme {
	case "sqlite":
		if path == "" {
			return nil, graph.Errorf(graph.BadRequest, "--store %s names no file: write sqlite:PATH", url)
		}
		return sqlite.Open(ctx, path)
	}
	return nil, graph.Errorf(graph.BadRequest, "--store %s: there are sqlite:PATH and sqlite::memory:", url)
}
