package neo4j

import (
	"context"

	"dateline/graph"
)

const articleList = "article"

// readArticles reads rows of a key, content and loading time.
func readArticles(rows []record, err error) ([]graph.Keyed[graph.Article], error) {
	list, err := keyed[graph.Article](rows, err)
	for i := range list {
		list[i].Node.Loaded = instant(rows[i].Values[2])
	}
	return list, err
}

// Articles implements graph.ArticleReader.
func (s *Store) Articles(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Article, error) {
	rows, err := readArticles(s.run(ctx, query("articles"), params{"ids": texts(ids)}))
	found := map[graph.ID]graph.Article{}
	for _, r := range rows {
		found[r.Node.ID] = r.Node
	}
	return found, err
}

// FindArticle implements graph.ArticleReader.
func (s *Store) FindArticle(ctx context.Context, key string) (*graph.Article, error) {
	rows, err := readArticles(s.run(ctx, query("find article"), params{"key": key}))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0].Node, nil
}

// articleSource is from where articles are read: the index that is the most
// selective for the filter.
func articleSource(f graph.ArticleFilter) (suffix string, w where, err error) {
	w.params = params{"low": "", "high": last}
	mentions := graph.Unique(f.Mentions)
	switch {
	case f.Text != "":
		terms, err := graph.ParseTerms(f.Text)
		if err != nil {
			return "", w, err
		}
		suffix = " with words"
		w.params["query"] = luceneOfArticles(terms)
		if phrases(terms) {
			w.add(query("article text"), "terms", contained(terms))
		}
	case len(mentions) > 0:
		suffix = " that mention"
		w.params["entity"] = string(mentions[0])
		mentions = mentions[1:]
	}
	for _, id := range mentions {
		p := w.next()
		w.add(query("article mentions", "ID", "$"+p), p, string(id))
	}
	list(&w, "publishers", f.Publishers)
	list(&w, "languages", f.Languages)
	if f.From != nil {
		w.add(query("published from"), "from", date(*f.From))
		w.narrow(dated, "")
	}
	if f.To != nil {
		w.add(query("published to"), "to", date(*f.To))
		w.narrow(dated, beyond(*f.To))
	}
	return suffix, w, nil
}

// ListArticles implements graph.ArticleReader.
func (s *Store) ListArticles(ctx context.Context, f graph.ArticleFilter, order graph.Order, page graph.Page) (none graph.Connection[graph.Article], err error) {
	c, err := graph.NewCut(articleList, page)
	if err != nil {
		return none, err
	}
	suffix, w, err := articleSource(f)
	if err != nil {
		return none, err
	}
	w.narrow(c.Bounds(order))
	w.params["limit"] = c.Limit + 1
	direction := ""
	if c.Descending(order) {
		direction = "DESC"
	}
	rows, err := readArticles(s.run(ctx, query("list articles"+suffix, "WHERE", w.String(), "ORDER", direction), w.params))
	if err != nil {
		return none, err
	}
	return graph.Connect(c, rows), nil
}

// CountArticles implements graph.ArticleReader.
func (s *Store) CountArticles(ctx context.Context, f graph.ArticleFilter) (int, error) {
	suffix, w, err := articleSource(f)
	if err != nil {
		return 0, err
	}
	w.params["limit"] = graph.CountLimit + 1
	return number(s.run(ctx, query("count articles"+suffix, "WHERE", w.String()), w.params))
}

// Extraction implements graph.ArticleReader.
func (s *Store) Extraction(ctx context.Context, article graph.ID) (*graph.Extraction, error) {
	rows, err := s.run(ctx, query("extraction"), params{"id": string(article)})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	var x graph.Extraction
	return &x, inflate(rows[0].Values[0], &x)
}

// Dates implements graph.ArticleReader.
func (s *Store) Dates(ctx context.Context, articles []graph.ID) (map[graph.ID][]graph.LocalDate, error) {
	rows, err := s.run(ctx, query("extractions"), params{"ids": texts(articles)})
	if err != nil {
		return nil, err
	}
	found := make(map[graph.ID][]graph.LocalDate, len(rows))
	for _, row := range rows {
		var x graph.Extraction
		if err := inflate(row.Values[1], &x); err != nil {
			return nil, err
		}
		id, _ := row.Values[0].(string)
		found[graph.ID(id)] = x.Dates
	}
	return found, nil
}

// Mentions implements graph.ArticleReader.
func (s *Store) Mentions(ctx context.Context, article graph.ID, limit int) ([]graph.Mention, error) {
	x, err := s.Extraction(ctx, article)
	if err != nil || x == nil {
		return nil, err
	}
	all, err := assignments(s.run(ctx, query("assignments"), params{"articles": []string{string(article)}}))
	if err != nil {
		return nil, err
	}
	assigned := map[graph.Local]graph.Assignment{}
	for _, a := range all {
		assigned[a.Local] = a
	}
	var list []graph.Mention
	for _, m := range x.Mentions[:min(limit, len(x.Mentions))] {
		a := assigned[m.Entity]
		mention := graph.Mention{Span: m.Span, Kind: m.Kind, Form: m.Form, Entity: a.Entity, Candidates: a.Candidates}
		for _, c := range m.Candidates {
			if id := assigned[c].Entity; id != "" {
				mention.Candidates = append(mention.Candidates, id)
			}
		}
		list = append(list, mention)
	}
	return list, nil
}

// Copies implements graph.ArticleReader.
func (s *Store) Copies(ctx context.Context, article graph.ID, limit int) ([]graph.Article, error) {
	rows, err := readArticles(s.run(ctx, query("copies of"), params{"id": string(article), "limit": limit}))
	var list []graph.Article
	for _, r := range rows {
		list = append(list, r.Node)
	}
	return list, err
}
