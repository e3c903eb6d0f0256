package sqlite_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// run changes a file by SQLite itself.
func run(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestForeignFilesAreLeftAlone(t *testing.T) {
	folder := t.TempDir()
	for name, make := range map[string]func(path string){
		"text":    func(p string) { write(t, p, bytes.Repeat([]byte("no database at all\n"), 100)) },
		"other":   func(p string) { run(t, p, "CREATE TABLE theirs (a)", "INSERT INTO theirs VALUES (1)") },
		"marked":  func(p string) { run(t, p, "PRAGMA application_id = 42", "PRAGMA user_version = 1") },
		"newer":   func(p string) { made(t, p); run(t, p, "PRAGMA user_version = 1000") },
		"cut off": func(p string) { made(t, p); write(t, p, read(t, p)[:5000]) },
	} {
		path := filepath.Join(folder, name)
		make(path)
		before := read(t, path)
		s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
		if err == nil {
			_, err = s.Stats(t.Context())
			s.Close()
		}
		if graph.KindOf(err) != graph.Incompatible {
			t.Errorf("%s: got %v, want that it is incompatible", name, err)
		}
		if !bytes.Equal(before, read(t, path)) {
			t.Errorf("%s was changed", name)
		}
	}
}

func made(t *testing.T, path string) {
	t.Helper()
	s := open(t, path)
	graphtest.Sample().Load(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPathsThatCannotBeOpened(t *testing.T) {
	folder := t.TempDir()
	for _, c := range []struct {
		config sqlite.Config
		kind   graph.ErrorKind
	}{
		{sqlite.Config{Path: folder}, graph.Incompatible},
		{sqlite.Config{Path: filepath.Join(folder, "none", "graph.db")}, graph.Unavailable},
		{sqlite.Config{Path: filepath.Join(folder, "graph.db"), Existing: true}, graph.Unavailable},
	} {
		if s, err := sqlite.Open(t.Context(), c.config); graph.KindOf(err) != c.kind {
			t.Errorf("%v: got %v, %v, want an error of kind %s", c.config, s, err, c.kind)
		}
	}
}

func TestReopenedFileHoldsAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	made(t, path)
	s := open(t, path)
	defer s.Close()
	for line, err := range s.Check(t.Context()) {
		t.Errorf("%s %v", line, err)
	}
	if n, err := s.CountItems(t.Context(), graph.Filter{}); err != nil || n != len(graphtest.Sample().Items(nil)) {
		t.Errorf("%d items, %v", n, err)
	}
}

// TestOlderFileIsUpgraded holds that a file from before items carried evidence
// loses nothing, and that they carry it when they are folded next.
func TestOlderFileIsUpgraded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	made(t, path)
	run(t, path, "ALTER TABLE item DROP COLUMN evidence", "PRAGMA user_version = 2")
	s := open(t, path)
	defer s.Close()
	for line, err := range s.Check(t.Context()) {
		t.Errorf("%s %v", line, err)
	}
	call := func() graph.Item {
		items, err := s.Items(t.Context(), []graph.ID{graphtest.Call})
		if err != nil {
			t.Fatal(err)
		}
		return items[graphtest.Call]
	}
	if got := call(); got.ID != graphtest.Call || got.Evidence != nil {
		t.Errorf("the item is %+v", got)
	}
	f := graphtest.Sample()
	if err := s.Resolve(t.Context(), func(r graph.Resolution) error {
		return r.Mark(t.Context(), []graph.Mark{graph.MarkFact(graphtest.Call)})
	}); err != nil {
		t.Fatal(err)
	}
	f.Settle(t, s)
	if got := call(); len(got.Evidence) == 0 {
		t.Error("the item was folded anew and carries no evidence")
	}
}

// TestMemoryLeavesNothing holds that a store in memory removes its file.
func TestMemoryLeavesNothing(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	made(t, ":memory:")
	if left, err := filepath.Glob(filepath.Join(os.TempDir(), "*")); err != nil || len(left) > 0 {
		t.Errorf("left %v, %v", left, err)
	}
}
