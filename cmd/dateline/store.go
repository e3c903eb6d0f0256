package main

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/sqlite"
)

// storeFlags say where the graph is kept.
type storeFlags struct {
	url   string
	neo4j neo4j.Config
}

func (s *storeFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&s.url, "store", "sqlite:dateline.db", "where the graph is kept: sqlite:PATH, or neo4j://HOST, neo4j+s://HOST, bolt://HOST")
	flags.StringVar(&s.neo4j.User, "neo4j-user", "neo4j", "user of the Neo4j server; empty if it asks for none")
	flags.StringVar(&s.neo4j.Password, "neo4j-password", "", "its password; better given by DATELINE_NEO4J_PASSWORD_FILE, as others see command lines")
	flags.StringVar(&s.neo4j.Database, "neo4j-database", "", "database of the Neo4j server (default: the user's home database)")
	flags.DurationVar(&s.neo4j.Wait, "neo4j-wait", 10*time.Second, "how long to wait for a Neo4j server that is still starting")
}

// open opens the store for reading and writing; an embedded one is made if it
// is not there.
func (s *storeFlags) open(ctx context.Context) (graph.Store, error) { return s.at(ctx, s.url, false) }

// read opens a store that is there.
func (s *storeFlags) read(ctx context.Context) (graph.Store, error) { return s.at(ctx, s.url, true) }

const inMemory = "sqlite::memory:"

// at opens the store that a URL names.
func (s *storeFlags) at(ctx context.Context, url string, existing bool) (graph.Store, error) {
	scheme, path, _ := strings.Cut(url, ":")
	switch scheme {
	case "sqlite":
		if path == "" {
			return nil, graph.Errorf(graph.BadRequest, "the store %s names no file: write sqlite:PATH", url)
		}
		return sqlite.Open(ctx, sqlite.Config{Path: path, Existing: existing})
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		config := s.neo4j
		config.URL = url
		if config.Password == "" {
			config.User = "" // a server without authentication
		}
		return neo4j.Open(ctx, config)
	}
	return nil, graph.Errorf(graph.BadRequest, "the store %s is of no known kind: there are sqlite:PATH, %s, neo4j://HOST, neo4j+s://HOST and bolt://HOST", url, inMemory)
}
