package neo4j_test

import (
	"os"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }

// open opens a store in the emptied database of the tests' server.
func open(t testing.TB) *neo4j.Store {
	t.Helper()
	return connect(t, neo4jtest.Server(t))
}

func connect(t testing.TB, a neo4jtest.Address) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), neo4j.Config{URL: a.URL, User: a.User, Password: a.Password})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestConforms(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t) })
}
