package neo4j

import (
	"context"
	"errors"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
)

// migrations bring a database from each version to the next; its version is
// their number.
var migrations = []string{schema, judgementSchema, evidenceSchema}

// migrate waits for the server and brings the database to this version. Each
// statement may run again, so several processes may do so at once.
func (s *Store) migrate(ctx context.Context) error {
	var version int
	var inhabited bool
	err := again(ctx, s.config.Wait, s.starting, func() error {
		rows, err := s.once(ctx, driver.AccessModeRead, query("version"), nil)
		if err != nil {
			return err
		}
		n, _ := rows[0].Values[0].(int64) // none if the database is not ours
		version = int(n)
		inhabited, _ = rows[0].Values[1].(bool)
		return nil
	})
	name := s.config.URL
	switch {
	case err != nil:
		return err
	case version == 0 && inhabited:
		return graph.Errorf(graph.Incompatible, "%s holds data that is not dateline's and was left alone: name another database", name)
	case version > len(migrations):
		return graph.Errorf(graph.Incompatible, "%s was written by a newer version of dateline (format %d, this one knows %d): use that version", name, version, len(migrations))
	case version == len(migrations):
		return nil
	}
	return s.upgrade(ctx, version)
}

// upgrade runs the migrations that a version lacks. Others may do so at the
// same time, and be in the way for a moment.
func (s *Store) upgrade(ctx context.Context, version int) error {
	run := func(statement string, p params) error {
		return again(ctx, s.config.Wait, s.passes, func() error {
			if _, err := s.once(ctx, driver.AccessModeWrite, statement, p); !isThere(err) {
				return err
			}
			return nil
		})
	}
	for _, m := range migrations[version:] {
		for statement := range strings.SplitSeq(m, ";\n") {
			if statement = uncommented(statement); statement == "" {
				continue
			}
			if err := run(statement, nil); err != nil {
				return err
			}
		}
	}
	if err := run(query("await indexes"), nil); err != nil {
		return err
	}
	return run(query("set version"), params{"version": len(migrations)})
}

// isThere tells whether another process made an index or constraint meanwhile,
// which IF NOT EXISTS does not see.
func isThere(err error) bool {
	var server *driver.Neo4jError
	return errors.As(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Schema.") && strings.HasSuffix(server.Code, "AlreadyExists")
}

func uncommented(statement string) string {
	var lines []string
	for line := range strings.Lines(statement) {
		if !strings.HasPrefix(line, "//") {
			lines = append(lines, line)
		}
	}
	return strings.TrimSpace(strings.Join(lines, ""))
}

// once runs a statement in a transaction of its own, without trying again.
func (s *Store) once(ctx context.Context, mode driver.AccessMode, query string, p params) ([]record, error) {
	session := s.session(ctx, mode)
	defer session.Close(context.WithoutCancel(ctx))
	return collect(ctx, session, query, p, limits(ctx)...)
}

// starting tells whether a server may still be on its way up. A host whose
// name is unknown is not.
func (s *Store) starting(err error) bool {
	return s.passes(err) && !strings.Contains(err.Error(), "no such host")
}
