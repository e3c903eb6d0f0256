package sqlite_test

import (
	"path/filepath"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

func open(t *testing.T, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFileConforms(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t, filepath.Join(t.TempDir(), "graph % ?.db")) })
}

func TestMemoryConforms(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t, ":memory:") })
}
