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
func (s *storeFlags) open(ctx context.Context) (graph.Store, error) { return s.at(ctx, s.url, false) }

// read opens a store that is there.
func (s *storeFlags) read(ctx context.Context) (graph.Store, error) { return s.at(ctx, s.url, true) }

const inMemory = "sqlite::memory:"

// at opens the store that a URL names.
func (s *storeFlags) at(ctx context.Context, url string, existing bool) (graph.Store, error) {
	switch scheme, path, _ := strings.Cut(url, ":"); scheme {
	case "sqlite":
		if path == "" {
			return nil, graph.Errorf(graph.BadRequest, "the store %s names no file: write sqlite:PATH", url)
		}
		return sqlite.Open(ctx, sqlite.Config{Path: path, Existing: existing})
	}
	return nil, graph.Errorf(graph.BadRequest, "the store %s is of no known kind: there are sqlite:PATH and sqlite::memory:", url)
}
