package sqlite

import (
	"context"
	"database/sql"
	"iter"
	"time"

	"dateline/graph"
)

// chunk is how many rows a scan reads at once: no reader keeps a snapshot open
// while what it read is written elsewhere.
const chunk = 500

// scan reads rows of a key and an object in chunks; next gives those after a key.
func scan[T any](next func(after string) ([]graph.Keyed[T], error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		after := ""
		for {
			rows, err := next(after)
			if err != nil {
				var none T
				yield(none, describe(err, ""))
				return
			}
			for _, r := range rows {
				if !yield(r.Node, nil) {
					return
				}
				after = r.Key
			}
			if len(rows) < chunk {
				return
			}
		}
	}
}

// ScanArticles implements graph.Scanner.
func (s *Store) ScanArticles(ctx context.Context) iter.Seq2[graph.Article, error] {
	return scan(func(after string) ([]graph.Keyed[graph.Article], error) {
		return readArticles(ctx, s.readers, "SELECT id, content, loaded FROM article WHERE id > ? ORDER BY id LIMIT ?", after, chunk)
	})
}

// ScanEntities implements graph.Scanner.
func (s *Store) ScanEntities(ctx context.Context, kind graph.EntityKind) iter.Seq2[graph.Entity, error] {
	return scan(func(after string) ([]graph.Keyed[graph.Entity], error) {
		return readKeyed[graph.Entity](ctx, s.readers, "SELECT id, content FROM entity WHERE kind = ? AND id > ? ORDER BY id LIMIT ?", kind, after, chunk)
	})
}

// ScanRoles implements graph.Scanner.
func (s *Store) ScanRoles(ctx context.Context) iter.Seq2[graph.Role, error] {
	return scan(func(after string) ([]graph.Keyed[graph.Role], error) {
		return readKeyed[graph.Role](ctx, s.readers, "SELECT id, content FROM role WHERE id > ? ORDER BY id LIMIT ?", after, chunk)
	})
}

// ScanItems implements graph.Scanner.
func (s *Store) ScanItems(ctx context.Context, kind graph.ItemKind) iter.Seq2[graph.Item, error] {
	return scan(func(after string) ([]graph.Keyed[graph.Item], error) {
		return readKeyed[graph.Item](ctx, s.readers, "SELECT id, content FROM item WHERE kind = ? AND id > ? ORDER BY id LIMIT ?", kind, after, chunk)
	})
}

// ScanReports implements graph.Scanner. It reads whole facts, about a chunk of
// reports at a time.
func (s *Store) ScanReports(ctx context.Context) iter.Seq2[graph.Report, error] {
	return func(yield func(graph.Report, error) bool) {
		for after := ""; ; {
			facts, err := column[graph.ID](ctx, s.readers, "SELECT DISTINCT fact FROM report WHERE fact > ? ORDER BY fact LIMIT ?", after, chunk)
			if err != nil {
				yield(graph.Report{}, describe(err, ""))
				return
			}
			if len(facts) == 0 {
				return
			}
			after = string(facts[len(facts)-1])
			reports, err := readReports(ctx, s.readers, reportColumns+"WHERE "+in("r.fact")+" ORDER BY r.fact, r.article, r.local", array(facts))
			if err != nil {
				yield(graph.Report{}, describe(err, ""))
				return
			}
			for _, r := range reports {
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// Stats implements graph.Reader.
func (s *Store) Stats(ctx context.Context) (st graph.Stats, err error) {
	err = each(ctx, s.readers, "SELECT kind, count(*) FROM entity GROUP BY kind", nil, func(r *sql.Rows) error {
		var kind graph.EntityKind
		var n int
		err := r.Scan(&kind, &n)
		switch kind {
		case graph.Person:
			st.People = n
		case graph.Country:
			st.Countries = n
		case graph.Organization:
			st.Organizations = n
		case graph.Policy:
			st.Policies = n
		}
		return err
	})
	if err != nil {
		return st, describe(err, "")
	}
	err = each(ctx, s.readers, `SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM item WHERE kind = 'STATEMENT'), (SELECT count(*) FROM item WHERE kind = 'EVENT'),
		(SELECT first FROM item WHERE time > '0' ORDER BY time LIMIT 1), (SELECT max(last) FROM item), (SELECT max(loaded) FROM article)`, nil, func(r *sql.Rows) error {
		var first, last, updated sql.NullInt64
		err := r.Scan(&st.Articles, &st.Statements, &st.Events, &first, &last, &updated)
		if first.Valid {
			a, b := graph.Day(first.Int64), graph.Day(last.Int64)
			st.FirstDay, st.LastDay = &a, &b
		}
		if updated.Valid {
			t := time.UnixMicro(updated.Int64).UTC()
			st.Updated = &t
		}
		return err
	})
	return st, describe(err, "")
}

// Changes implements graph.Reader.
func (s *Store) Changes(ctx context.Context, since int64, limit int) (list []graph.Change, err error) {
	err = each(ctx, s.readers, "SELECT seq, item FROM change WHERE seq > ? ORDER BY seq LIMIT ?", []any{since, limit}, func(r *sql.Rows) error {
		var c graph.Change
		err := r.Scan(&c.Seq, &c.Item)
		list = append(list, c)
		return err
	})
	return list, describe(err, "")
}

// LastChange implements graph.Reader.
func (s *Store) LastChange(ctx context.Context) (int64, error) {
	last, err := column[sql.NullInt64](ctx, s.readers, "SELECT max(seq) FROM change")
	if err != nil || len(last) == 0 {
		return 0, describe(err, "")
	}
	return last[0].Int64, nil
}
