package sqlite

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"dateline/graph"
)

// Known implements graph.Writer.
func (s *Store) Known(ctx context.Context, keys []string) (map[string]graph.Known, error) {
	known := map[string]graph.Known{}
	err := each(ctx, s.readers, "SELECT key, id, version, hash, extractor FROM article WHERE "+in("key"), []any{array(keys)}, func(r *sql.Rows) error {
		var key string
		var k graph.Known
		err := r.Scan(&key, &k.ID, &k.Version, &k.Hash, &k.Extractor)
		known[key] = k
		return err
	})
	return known, describe(err, "")
}

// Put implements graph.Writer.
func (s *Store) Put(ctx context.Context, readings []graph.Reading) (outcomes []graph.Outcome, err error) {
	err = s.writer.transaction(ctx, func() error {
		outcomes = outcomes[:0]
		for _, r := range readings {
			o, err := s.put(ctx, r)
			if err != nil {
				return err
			}
			outcomes = append(outcomes, o)
		}
		return nil
	})
	return outcomes, describe(err, "")
}

func (s *Store) put(ctx context.Context, r graph.Reading) (graph.Outcome, error) {
	versions, err := column[string](ctx, s.writer, "SELECT version FROM article WHERE id = ?", r.Article.ID)
	if err != nil {
		return "", err
	}
	outcome := graph.Added
	if len(versions) > 0 {
		switch old := versions[0]; {
		case old == r.Article.Version:
			return graph.Unchanged, nil
		case old > r.Article.Version:
			return graph.Outdated, nil
		}
		outcome = graph.Replaced
		if err := s.erase(ctx, r.Article.ID); err != nil {
			return "", err
		}
	}
	return outcome, s.insert(ctx, r)
}

// Refresh implements graph.Writer.
func (s *Store) Refresh(ctx context.Context, readings []graph.Reading) error {
	err := s.writer.transaction(ctx, func() error {
		for _, r := range readings {
			loaded, err := column[int64](ctx, s.writer, "SELECT loaded FROM article WHERE id = ? AND version = ?", r.Article.ID, r.Article.Version)
			if err != nil {
				return err
			}
			if len(loaded) == 0 {
				continue // deleted or replaced meanwhile
			}
			if err := s.erase(ctx, r.Article.ID); err != nil {
				return err
			}
			r.Article.Loaded = time.UnixMicro(loaded[0])
			if err := s.insert(ctx, r); err != nil {
				return err
			}
		}
		return nil
	})
	return describe(err, "")
}

func (s *Store) insert(ctx context.Context, r graph.Reading) error {
	a := r.Article
	if a.Loaded.IsZero() {
		a.Loaded = time.Now()
	}
	first, last := days(a.Published)
	var published any
	if a.Published != nil {
		published = encode(a.Published)
	}
	extraction, err := s.writer.deflate(r.Extraction)
	if err != nil {
		return err
	}
	result, err := s.writer.exec(ctx, `INSERT INTO article (id, key, url, publisher, language, version, hash, extractor, published, first, last, time, loaded, copies, content, extraction)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, a.Key, a.URL, a.Publisher, a.Language, a.Version, a.Hash, r.Extraction.Extractor, published, first, last,
		timeKey(a.Published, a.ID), a.Loaded.UnixMicro(), a.ID, encode(a), extraction)
	if err != nil {
		return err
	}
	n, err := result.LastInsertId()
	if err != nil {
		return err
	}
	if _, err := s.writer.exec(ctx, "INSERT INTO article_words (rowid, title, words) VALUES (?, ?, ?)", n, words(a.Title), words(a.Text)); err != nil {
		return err
	}
	marks := []graph.Mark{graph.MarkArticle(a.ID)}
	for _, m := range r.Members {
		if _, err := s.writer.exec(ctx, "INSERT INTO member VALUES (?, ?, ?, ?)", m.Block, m.Article, m.Local, m.Payload); err != nil {
			return err
		}
		marks = append(marks, graph.MarkBlock(m.Block))
	}
	return s.writer.mark(ctx, marks)
}

func words(text string) string { return strings.Join(graph.Words(text), " ") }

func (w *writer) mark(ctx context.Context, marks []graph.Mark) error {
	_, err := w.exec(ctx, "INSERT OR IGNORE INTO mark SELECT value FROM json_each(?)", array(marks))
	return err
}

// Delete implements graph.Writer.
func (s *Store) Delete(ctx context.Context, keys []string) (deleted []graph.ID, err error) {
	err = s.writer.transaction(ctx, func() error {
		list := array(keys)
		deleted, err = column[graph.ID](ctx, s.writer, "SELECT id FROM article WHERE "+in("id")+" OR "+in("key")+" OR url <> '' AND "+in("url")+" ORDER BY id", list, list, list)
		if err != nil {
			return err
		}
		for _, id := range deleted {
			if err := s.erase(ctx, id); err != nil {
				return err
			}
		}
		return nil
	})
	return deleted, describe(err, "")
}

// erase removes an article with all that it brought, and marks what loses by it.
func (s *Store) erase(ctx context.Context, id graph.ID) error {
	w := s.writer
	blocks, err := column[string](ctx, w, "SELECT DISTINCT block FROM member WHERE article = ?", id)
	if err != nil {
		return err
	}
	copies, err := column[graph.ID](ctx, w, "SELECT b FROM copy WHERE a = ?", id)
	if err != nil {
		return err
	}
	res := &resolution{w}
	facts, err := res.ReplaceReports(ctx, id, nil)
	if err != nil {
		return err
	}
	entities, err := res.ReplaceUses(ctx, id, nil)
	if err != nil {
		return err
	}
	var marks []graph.Mark
	for _, b := range blocks {
		marks = append(marks, graph.MarkBlock(b))
	}
	for _, c := range copies {
		marks = append(marks, graph.MarkBlock(graph.CopiesBlock(c)))
	}
	for _, f := range facts {
		marks = append(marks, graph.MarkFact(f))
	}
	for _, e := range entities {
		marks = append(marks, graph.MarkEntity(e))
	}
	for _, query := range []string{
		"DELETE FROM article_words WHERE rowid IN (SELECT n FROM article WHERE id = ?)",
		"DELETE FROM article WHERE id = ?",
		"DELETE FROM member WHERE article = ?",
		"DELETE FROM assignment WHERE article = ?",
		"DELETE FROM former WHERE article = ?",
		"DELETE FROM copy WHERE b = ?",
		"DELETE FROM copy WHERE a = ?",
	} {
		if _, err := w.exec(ctx, query, id); err != nil {
			return err
		}
	}
	return w.mark(ctx, marks)
}
