package sqlite

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"dateline/graph"
)

// errEnough ends a check that nobody listens to any more.
var errEnough = errors.New("enough")

// agreements are queries that give a line for each disagreement between tables,
// but for those that what is marked is about to mend.
var agreements = []string{
	"SELECT 'not computed yet: ' || name FROM mark",
	"SELECT 'member of an unknown article: ' || article FROM member WHERE article NOT IN (SELECT id FROM article) GROUP BY article",
	"SELECT 'report of an unknown article: ' || article FROM report WHERE article NOT IN (SELECT id FROM article) GROUP BY article",
	"SELECT 'item without report: ' || id FROM item WHERE kind <> 'POSITION_CHANGE' AND id NOT IN (SELECT fact FROM report) AND '5/' || id NOT IN (SELECT name FROM mark)",
	"SELECT 'report without item or role: ' || fact FROM report WHERE fact NOT IN (SELECT id FROM item) AND fact NOT IN (SELECT id FROM role) AND '4/' || fact NOT IN (SELECT name FROM mark) AND '5/' || fact NOT IN (SELECT name FROM mark) GROUP BY fact",
	"SELECT 'role without report: ' || id FROM role WHERE id NOT IN (SELECT fact FROM report) AND '4/' || id NOT IN (SELECT name FROM mark)",
	"SELECT 'assignment to an unknown entity: ' || entity FROM assignment WHERE entity <> '' AND entity NOT IN (SELECT id FROM entity) AND '3/' || article NOT IN (SELECT name FROM mark) AND '6/' || entity NOT IN (SELECT name FROM mark) GROUP BY entity",
	"SELECT 'entity that no article names: ' || id FROM entity WHERE id NOT IN (SELECT entity FROM usage) AND '6/' || id NOT IN (SELECT name FROM mark)",
	"SELECT 'edge to an unknown entity: ' || entity FROM edge WHERE entity NOT IN (SELECT id FROM entity) AND '6/' || entity NOT IN (SELECT name FROM mark) GROUP BY entity",
	"SELECT 'edge of an unknown item: ' || item FROM edge WHERE item NOT IN (SELECT n FROM item) GROUP BY item",
	"SELECT 'edge with another time than its item: ' || i.id FROM edge e JOIN item i ON i.n = e.item WHERE e.time <> i.time",
	"SELECT 'pair without edge: ' || p.item FROM pair p LEFT JOIN edge e ON e.entity = p.a AND e.time = p.time LEFT JOIN edge f ON f.entity = p.b AND f.time = p.time WHERE e.item IS NULL OR f.item IS NULL",
	"SELECT 'count of articles is wrong: ' || entity FROM reached r WHERE count <> (SELECT count(*) FROM reach x WHERE x.entity = r.entity)",
	"SELECT 'article without search words: ' || id FROM article WHERE n NOT IN (SELECT rowid FROM article_words)",
	"SELECT 'item without search words: ' || id FROM item WHERE n NOT IN (SELECT rowid FROM item_words)",
}

// Check implements graph.Scanner.
func (s *Store) Check(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		found := func(format string, args ...any) error {
			if !yield(fmt.Sprintf(format, args...), nil) {
				return errEnough
			}
			return nil
		}
		for _, check := range []func(context.Context, func(string, ...any) error) error{s.checkFile, s.checkTables, s.checkItems, s.checkJudgements} {
			if err := check(ctx, found); errors.Is(err, errEnough) {
				return
			} else if err != nil {
				yield("", describe(err, ""))
				return
			}
		}
	}
}

// checkFile has SQLite check its file. Its check of search words trusts what a
// connection knows of their index from before, so each index is looked at first.
func (s *Store) checkFile(ctx context.Context, found func(string, ...any) error) error {
	conn, err := s.readers.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	for _, table := range []string{"article_words", "entity_words", "item_words"} {
		if _, err := column[int64](ctx, conn, "SELECT rowid FROM "+table+" LIMIT 1"); err != nil {
			return err
		}
	}
	lines, err := column[string](ctx, conn, "PRAGMA quick_check")
	if err != nil || len(lines) == 1 && lines[0] == "ok" {
		return err
	}
	for _, l := range lines {
		if err := found("damaged file: %s", l); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) checkTables(ctx context.Context, found func(string, ...any) error) error {
	for _, query := range agreements {
		lines, err := column[string](ctx, s.readers, query)
		if err != nil {
			return err
		}
		for _, l := range lines {
			if err := found("%s", l); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkItems folds every item anew, and looks at the spans of its evidence.
func (s *Store) checkItems(ctx context.Context, found func(string, ...any) error) error {
	roles := map[graph.ID][]graph.Role{}
	lengths := map[graph.ID]int{}
	for a, err := range s.ScanArticles(ctx) {
		if err != nil {
			return err
		}
		lengths[a.ID] = len([]rune(a.Text))
	}
	var reports []graph.Report
	check := func() error {
		if len(reports) == 0 || reports[0].Role != nil {
			return nil
		}
		held, err := s.rolesHeld(ctx, reports, roles)
		if err != nil {
			return err
		}
		item, _ := graph.Fold(reports, held)
		stored, err := items(ctx, s.readers, "id = ?", item.ID)
		if err != nil {
			return err
		}
		if len(stored) == 1 && !stored[0].Shows(item) {
			return found("item differs from its reports: %s", item.ID)
		}
		return nil
	}
	for r, err := range s.ScanReports(ctx) {
		if err != nil {
			return err
		}
		e := r.Evidence
		if e.Start < 0 || e.Start > e.End || e.End > lengths[r.Article] || e.Sentence.Start > e.Start || e.Sentence.End < e.End {
			if err := found("evidence outside its text: %s in %s", r.Fact, r.Article); err != nil {
				return err
			}
		}
		if len(reports) > 0 && reports[0].Fact != r.Fact {
			if err := check(); err != nil {
				return err
			}
			reports = reports[:0]
		}
		reports = append(reports, r)
	}
	return check()
}
