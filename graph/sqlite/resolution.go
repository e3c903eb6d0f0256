package sqlite

import (
	"context"
	"database/sql"
	"time"

	"dateline/graph"
)

// Resolve implements graph.Resolver.
func (s *Store) Resolve(ctx context.Context, fn func(graph.Resolution) error) error {
	return describe(s.writer.transaction(ctx, func() error { return fn(&resolution{s.writer}) }), "")
}

// A resolution works within the writer's transaction.
type resolution struct{ *writer }

// Take implements graph.Resolution.
func (r *resolution) Take(ctx context.Context, limit int) ([]graph.Mark, error) {
	names, err := column[graph.Mark](ctx, r, "SELECT name FROM mark ORDER BY name LIMIT ?", limit)
	if err != nil || len(names) == 0 {
		return nil, err
	}
	n := 0
	for n < len(names) && names[n].Level() == names[0].Level() {
		n++
	}
	_, err = r.exec(ctx, "DELETE FROM mark WHERE "+in("name"), array(names[:n]))
	return names[:n], err
}

// Mark implements graph.Resolution.
func (r *resolution) Mark(ctx context.Context, marks []graph.Mark) error {
	if len(marks) == 0 {
		return nil
	}
	return r.mark(ctx, marks)
}

// Members implements graph.Resolution.
func (r *resolution) Members(ctx context.Context, blocks []string) (list []graph.Member, err error) {
	err = each(ctx, r, "SELECT block, article, local, payload FROM member WHERE "+in("block")+" ORDER BY block, article, local", []any{array(blocks)}, func(rows *sql.Rows) error {
		var m graph.Member
		err := rows.Scan(&m.Block, &m.Article, &m.Local, &m.Payload)
		list = append(list, m)
		return err
	})
	return list, err
}

// Assignments implements graph.Resolution.
func (r *resolution) Assignments(ctx context.Context, articles []graph.ID) (list []graph.Assignment, err error) {
	err = each(ctx, r, "SELECT article, local, entity, candidates FROM assignment WHERE "+in("article")+" ORDER BY article, local", []any{array(articles)}, func(rows *sql.Rows) error {
		var a graph.Assignment
		var candidates string
		if err := rows.Scan(&a.Article, &a.Local, &a.Entity, &candidates); err != nil {
			return err
		}
		err := unmarshalIDs([]byte(candidates), &a.Candidates)
		list = append(list, a)
		return err
	})
	return list, err
}

// Assign implements graph.Resolution.
func (r *resolution) Assign(ctx context.Context, changes []graph.Assignment) error {
	for _, a := range changes {
		if _, err := r.exec(ctx, `INSERT OR IGNORE INTO former SELECT entity, article, local FROM assignment
			WHERE article = ? AND local = ? AND entity NOT IN ('', ?)`, a.Article, a.Local, a.Entity); err != nil {
			return err
		}
		if _, err := r.exec(ctx, "INSERT OR REPLACE INTO assignment VALUES (?, ?, ?, ?)", a.Article, a.Local, a.Entity, array(a.Candidates)); err != nil {
			return err
		}
	}
	return nil
}

// Readings implements graph.Resolution.
func (r *resolution) Readings(ctx context.Context, articles []graph.ID) (list []graph.Reading, err error) {
	err = each(ctx, r, "SELECT content, extraction FROM article WHERE "+in("id")+" ORDER BY id", []any{array(articles)}, func(rows *sql.Rows) error {
		var content, extraction []byte
		if err := rows.Scan(&content, &extraction); err != nil {
			return err
		}
		var reading graph.Reading
		if err := decode(content, &reading.Article); err != nil {
			return err
		}
		if err := inflate(extraction, &reading.Extraction); err != nil {
			return err
		}
		list = append(list, reading)
		return nil
	})
	return list, err
}

const reportColumns = `SELECT r.payload, a.publisher, a.copies, a.published, a.loaded FROM report r JOIN article a ON a.id = r.article `

// readReports runs a query that selects reportColumns.
func readReports(ctx context.Context, q queryer, query string, args ...any) (list []graph.Report, err error) {
	err = each(ctx, q, query, args, func(rows *sql.Rows) error {
		report, err := scanReport(rows)
		list = append(list, report)
		return err
	})
	return list, err
}

func scanReport(rows *sql.Rows) (r graph.Report, err error) {
	var payload []byte
	var published sql.NullString
	var loaded int64
	var publisher string
	var group graph.ID
	if err := rows.Scan(&payload, &publisher, &group, &published, &loaded); err != nil {
		return r, err
	}
	if err := decode(payload, &r); err != nil {
		return r, err
	}
	r.Publisher, r.Group, r.Loaded = publisher, group, time.UnixMicro(loaded).UTC()
	if published.Valid {
		err = decode([]byte(published.String), &r.Published)
	}
	return r, err
}

// Reports implements graph.Resolution.
func (r *resolution) Reports(ctx context.Context, facts []graph.ID) ([]graph.Report, error) {
	return readReports(ctx, r, reportColumns+"WHERE "+in("r.fact")+" ORDER BY r.fact, r.article, r.local", array(facts))
}

// FactsOf implements graph.Resolution.
func (r *resolution) FactsOf(ctx context.Context, articles []graph.ID) ([]graph.ID, error) {
	return column[graph.ID](ctx, r, "SELECT DISTINCT fact FROM report WHERE "+in("article")+" ORDER BY fact", array(articles))
}

// ReplaceReports implements graph.Resolution.
func (r *resolution) ReplaceReports(ctx context.Context, article graph.ID, reports []graph.Report) ([]graph.ID, error) {
	type row struct{ fact, payload string }
	before := map[graph.Local]row{}
	err := each(ctx, r, "SELECT local, fact, payload FROM report WHERE article = ?", []any{article}, func(rows *sql.Rows) error {
		var local graph.Local
		var old row
		err := rows.Scan(&local, &old.fact, &old.payload)
		before[local] = old
		return err
	})
	if err != nil {
		return nil, err
	}
	var changed []graph.ID
	for _, report := range reports {
		payload := encode(report)
		old, there := before[report.Local]
		delete(before, report.Local)
		if there && old.fact == string(report.Fact) && old.payload == payload {
			continue
		}
		changed = append(changed, report.Fact)
		if there && old.fact != string(report.Fact) {
			changed = append(changed, graph.ID(old.fact))
			if err := r.dropReport(ctx, old.fact, article, report.Local, true); err != nil {
				return nil, err
			}
		}
		first, last := days(report.Date)
		if _, err := r.exec(ctx, "INSERT OR REPLACE INTO report VALUES (?, ?, ?, ?, ?, ?)", report.Fact, article, report.Local, first, last, payload); err != nil {
			return nil, err
		}
	}
	for local, old := range before {
		changed = append(changed, graph.ID(old.fact))
		if err := r.dropReport(ctx, old.fact, article, local, false); err != nil {
			return nil, err
		}
	}
	changed = graph.Unique(changed)
	_, err = r.exec(ctx, "UPDATE item SET evidence = NULL WHERE evidence IS NOT NULL AND "+in("id"), array(changed))
	return changed, err
}

// dropReport removes a report; moved says that the same finding now supports
// another fact, which the former ID is to lead to.
func (r *resolution) dropReport(ctx context.Context, fact string, article graph.ID, local graph.Local, moved bool) error {
	if _, err := r.exec(ctx, "DELETE FROM report WHERE fact = ? AND article = ? AND local = ?", fact, article, local); err != nil || !moved {
		return err
	}
	_, err := r.exec(ctx, "INSERT OR IGNORE INTO former VALUES (?, ?, ?)", fact, article, local)
	return err
}
