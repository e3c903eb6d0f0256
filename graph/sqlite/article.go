package sqlite

import (
	"context"
	"database/sql"
	"time"

	"dateline/graph"
)

const articleList = "article"

// readArticles reads rows of a key, content and loading time.
func readArticles(ctx context.Context, q queryer, query string, args ...any) (rows []graph.Keyed[graph.Article], err error) {
	err = each(ctx, q, query, args, func(r *sql.Rows) error {
		var row graph.Keyed[graph.Article]
		var content sql.RawBytes
		var loaded int64
		if err := r.Scan(&row.Key, &content, &loaded); err != nil {
			return err
		}
		if err := decode(content, &row.Node); err != nil {
			return err
		}
		row.Node.Loaded = time.UnixMicro(loaded).UTC()
		rows = append(rows, row)
		return nil
	})
	return rows, describe(err, "")
}

// Articles implements graph.ArticleReader.
func (s *Store) Articles(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Article, error) {
	rows, err := readArticles(ctx, s.readers, "SELECT time, content, loaded FROM article WHERE "+in("id"), array(ids))
	found := map[graph.ID]graph.Article{}
	for _, r := range rows {
		found[r.Node.ID] = r.Node
	}
	return found, err
}

// FindArticle implements graph.ArticleReader.
func (s *Store) FindArticle(ctx context.Context, key string) (*graph.Article, error) {
	rows, err := readArticles(ctx, s.readers, "SELECT time, content, loaded FROM article WHERE id = ?1 OR key = ?1 OR url <> '' AND url = ?1 ORDER BY id LIMIT 1", key)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0].Node, nil
}

func articleWhere(f graph.ArticleFilter) (w where, err error) {
	for _, id := range f.Mentions {
		w.add("a.id IN (SELECT article FROM usage WHERE entity = ?)", id)
	}
	w.oneOf("a.publisher", f.Publishers)
	w.oneOf("a.language", f.Languages)
	if f.From != nil {
		w.add("a.last >= ?", *f.From)
	}
	if f.To != nil {
		w.add("a.first <= ?", *f.To)
	}
	if f.Text == "" {
		return w, nil
	}
	terms, err := graph.ParseTerms(f.Text)
	if err != nil {
		return w, err
	}
	w.add("a.n IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)", match(terms))
	return w, nil
}

// ListArticles implements graph.ArticleReader.
func (s *Store) ListArticles(ctx context.Context, f graph.ArticleFilter, order graph.Order, page graph.Page) (none graph.Connection[graph.Article], err error) {
	c, err := graph.NewCut(articleList, page)
	if err != nil {
		return none, err
	}
	w, err := articleWhere(f)
	if err != nil {
		return none, err
	}
	by := ordered(c, &w, "a.time", order)
	rows, err := readArticles(ctx, s.readers, "SELECT a.time, a.content, a.loaded FROM article a"+w.String()+" ORDER BY "+by+" LIMIT ?", append(w.args, c.Limit+1)...)
	if err != nil {
		return none, err
	}
	return graph.Connect(c, rows), nil
}

// CountArticles implements graph.ArticleReader.
func (s *Store) CountArticles(ctx context.Context, f graph.ArticleFilter) (int, error) {
	w, err := articleWhere(f)
	if err != nil {
		return 0, err
	}
	counts, err := column[int](ctx, s.readers, "SELECT count(*) FROM (SELECT 1 FROM article a"+w.String()+" LIMIT ?)", append(w.args, graph.CountLimit+1)...)
	if err != nil {
		return 0, describe(err, "")
	}
	return counts[0], nil
}

// Extraction implements graph.ArticleReader.
func (s *Store) Extraction(ctx context.Context, article graph.ID) (*graph.Extraction, error) {
	blobs, err := column[[]byte](ctx, s.readers, "SELECT extraction FROM article WHERE id = ?", article)
	if err != nil || len(blobs) == 0 {
		return nil, describe(err, "")
	}
	var x graph.Extraction
	return &x, inflate(blobs[0], &x)
}

// Dates implements graph.ArticleReader.
func (s *Store) Dates(ctx context.Context, articles []graph.ID) (map[graph.ID][]graph.LocalDate, error) {
	found := map[graph.ID][]graph.LocalDate{}
	err := each(ctx, s.readers, "SELECT id, extraction FROM article WHERE "+in("id"), []any{array(articles)}, func(rows *sql.Rows) error {
		var id graph.ID
		var extraction []byte
		if err := rows.Scan(&id, &extraction); err != nil {
			return err
		}
		var x graph.Extraction
		if err := inflate(extraction, &x); err != nil {
			return err
		}
		found[id] = x.Dates
		return nil
	})
	return found, describe(err, "")
}

// Mentions implements graph.ArticleReader.
func (s *Store) Mentions(ctx context.Context, article graph.ID, limit int) ([]graph.Mention, error) {
	x, err := s.Extraction(ctx, article)
	if err != nil || x == nil {
		return nil, err
	}
	type who struct {
		entity     graph.ID
		candidates []graph.ID
	}
	assigned := map[graph.Local]who{}
	err = each(ctx, s.readers, "SELECT local, entity, candidates FROM assignment WHERE article = ?", []any{article}, func(r *sql.Rows) error {
		var local graph.Local
		var w who
		var candidates []byte
		if err := r.Scan(&local, &w.entity, &candidates); err != nil {
			return err
		}
		err := unmarshalIDs(candidates, &w.candidates)
		assigned[local] = w
		return err
	})
	var list []graph.Mention
	for _, m := range x.Mentions[:min(limit, len(x.Mentions))] {
		w := assigned[m.Entity]
		mention := graph.Mention{Span: m.Span, Kind: m.Kind, Form: m.Form, Entity: w.entity, Candidates: w.candidates}
		for _, c := range m.Candidates {
			if id := assigned[c].entity; id != "" {
				mention.Candidates = append(mention.Candidates, id)
			}
		}
		list = append(list, mention)
	}
	return list, describe(err, "")
}

// Copies implements graph.ArticleReader.
func (s *Store) Copies(ctx context.Context, article graph.ID, limit int) ([]graph.Article, error) {
	rows, err := readArticles(ctx, s.readers, `SELECT time, content, loaded FROM article
		WHERE id <> ?1 AND copies = (SELECT copies FROM article WHERE id = ?1) ORDER BY id LIMIT ?2`, article, limit)
	var list []graph.Article
	for _, r := range rows {
		list = append(list, r.Node)
	}
	return list, err
}
