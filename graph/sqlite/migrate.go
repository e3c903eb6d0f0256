package sqlite

import (
	"context"
	_ "embed"

	"dateline/graph"
)

// applicationID marks the files of dateline (PRAGMA application_id): "DTLN".
const applicationID = 0x44544c4e

//go:embed schema.sql
var schema string

//go:embed judgement.sql
var judgementTable string

//go:embed evidence.sql
var evidenceColumn string

// migrations bring a file from each version to the next; its version is their
// number (PRAGMA user_version).
var migrations = []string{schema, judgementTable, evidenceColumn}

// migrate brings the file to this version. A file of another program, or of a
// newer version, is left as it is.
func (w *writer) migrate(ctx context.Context) error {
	var application, version, tables int
	for pragma, value := range map[string]*int{"PRAGMA application_id": &application, "PRAGMA user_version": &version,
		"SELECT count(*) FROM sqlite_schema": &tables} {
		if err := w.conn.QueryRowContext(ctx, pragma).Scan(value); err != nil {
			return err
		}
	}
	switch {
	case application != applicationID && (application != 0 || tables > 0):
		return graph.Errorf(graph.Incompatible, "it is another program's database and was left alone: name another file")
	case version > len(migrations):
		return graph.Errorf(graph.Incompatible, "it was written by a newer version of dateline (format %d, this one knows %d): use that version", version, len(migrations))
	case version == len(migrations):
		return nil
	}
	if err := w.patiently(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	return w.transaction(ctx, func() error {
		if err := w.conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil || version == len(migrations) {
			return err // another process was faster
		}
		for _, m := range migrations[version:] {
			if _, err := w.conn.ExecContext(ctx, m); err != nil {
				return err
			}
		}
		for _, pragma := range []string{pragma("application_id", applicationID), pragma("user_version", len(migrations))} {
			if _, err := w.conn.ExecContext(ctx, pragma); err != nil {
				return err
			}
		}
		return nil
	})
}
