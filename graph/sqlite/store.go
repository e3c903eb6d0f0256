package sqlite

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	_ "modernc.org/sqlite" // the driver

	"dateline/graph"
)

// A Config says how a file is opened.
type Config struct {
	// Path is the file, or `:memory:` for one that is gone when the store is closed.
	Path string
	// Existing refuses to make the file if it is not there.
	Existing bool
	// Wait is how long to wait for another writer; 10 s by default.
	Wait time.Duration
}

// A Store is an opened file. It is safe for concurrent use.
type Store struct {
	readers *sql.DB
	writer  *writer
	// folder is removed at the end, if the store is in memory.
	folder string
}

var _ graph.Store = (*Store)(nil)

// memory is the path of a store that is gone when it is closed. It is a file
// in a temporary folder, so that readers work beside the writer as they do in
// any other.
const memory = ":memory:"

// Open opens a file, makes it if need be, and brings it to this version.
func Open(ctx context.Context, c Config) (*Store, error) {
	if c.Wait == 0 {
		c.Wait = 10 * time.Second
	}
	s := &Store{}
	if c.Path == memory {
		folder, err := os.MkdirTemp("", "dateline-")
		if err != nil {
			return nil, graph.Wrap(graph.Unavailable, err, "no temporary folder for a store in memory")
		}
		s.folder, c.Path = folder, filepath.Join(folder, "graph.db")
	} else if err := lookAt(c); err != nil {
		return nil, err
	}
	if err := s.open(ctx, c); err != nil {
		s.Close()
		return nil, describe(err, c.Path)
	}
	return s, nil
}

// lookAt tells plainly what SQLite would say obscurely.
func lookAt(c Config) error {
	info, err := os.Stat(c.Path)
	switch {
	case errors.Is(err, os.ErrNotExist) && c.Existing:
		return graph.Errorf(graph.Unavailable, "there is no graph at %s: load articles first, or name another --store", c.Path)
	case errors.Is(err, os.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(c.Path)); err != nil {
			return graph.Wrap(graph.Unavailable, err, "the folder of %s cannot be used", c.Path)
		}
	case err != nil:
		return graph.Wrap(graph.Unavailable, err, "%s cannot be opened", c.Path)
	case info.IsDir():
		return graph.Errorf(graph.Incompatible, "%s is a folder, not a graph: name a file", c.Path)
	}
	return nil
}

func (s *Store) open(ctx context.Context, c Config) error {
	address := func(pragmas ...string) string {
		q := url.Values{"_pragma": append(pragmas, fmt.Sprintf("busy_timeout(%d)", busyTimeout.Milliseconds()), "mmap_size(0)", "foreign_keys(0)", "temp_store(2)")}
		return "file:" + (&url.URL{Path: c.Path}).EscapedPath() + "?" + q.Encode()
	}
	db, err := sql.Open("sqlite", address("cache_size(-65536)"))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	if s.writer, err = newWriter(ctx, db, c.Wait); err != nil {
		db.Close()
		return err
	}
	if err := s.writer.migrate(ctx); err != nil {
		return err
	}
	if s.readers, err = sql.Open("sqlite", address("query_only(1)", "cache_size(-16384)")); err != nil {
		return err
	}
	s.readers.SetMaxOpenConns(2 * runtime.GOMAXPROCS(0))
	s.readers.SetMaxIdleConns(2 * runtime.GOMAXPROCS(0))
	return s.readers.PingContext(ctx)
}

// Close waits for what is under way and closes the file.
func (s *Store) Close() error {
	var errs []error
	if s.readers != nil {
		errs = append(errs, s.readers.Close())
	}
	if s.writer != nil {
		errs = append(errs, s.writer.close())
	}
	if s.folder != "" {
		errs = append(errs, os.RemoveAll(s.folder))
	}
	return errors.Join(errs...)
}
