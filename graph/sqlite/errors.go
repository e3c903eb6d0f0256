package sqlite

import (
	"context"
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"dateline/graph"
)

// describe gives an error of SQLite its kind and says what to do.
func describe(err error, path string) error {
	var ours *graph.Error
	var theirs *sqlite.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ours):
		if path == "" {
			return err
		}
		return graph.Wrap(ours.Kind, err, "%s", path)
	case errors.Is(err, context.DeadlineExceeded):
		return graph.Wrap(graph.Timeout, err, "the store did not answer in time")
	case errors.As(err, &theirs):
		return ofCode(theirs, path)
	}
	return err
}

func ofCode(err *sqlite.Error, path string) error {
	if path == "" {
		path = "the store"
	}
	switch err.Code() & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return graph.Wrap(graph.Locked, err, "another process writes to %s: try again when it is done", path)
	case lib.SQLITE_NOTADB, lib.SQLITE_CORRUPT:
		return graph.Wrap(graph.Incompatible, err, "%s is no graph of dateline, or is damaged: name another file, or restore it", path)
	case lib.SQLITE_CANTOPEN, lib.SQLITE_PERM, lib.SQLITE_READONLY:
		return graph.Wrap(graph.Unavailable, err, "%s cannot be opened for writing", path)
	case lib.SQLITE_FULL, lib.SQLITE_IOERR:
		return graph.Wrap(graph.Unavailable, err, "%s cannot be written: is the disk full?", path)
	case lib.SQLITE_INTERRUPT:
		return graph.Wrap(graph.Timeout, err, "the question was ended before %s answered", path)
	}
	return graph.Wrap(graph.Internal, err, "%s", path)
}

// isBusy tells whether another connection has the lock.
func isBusy(err error) bool {
	var theirs *sqlite.Error
	return errors.As(err, &theirs) && theirs.Code()&0xff == lib.SQLITE_BUSY
}
