package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"dateline/graph"
)

const searchList = "search"

// entityKindNames are the kinds of search results that are entities.
var entityKindNames = map[string]graph.EntityKind{"Person": graph.Person, "Country": graph.Country, "Organization": graph.Organization, "Policy": graph.Policy}

// maxHits is how deep a search can be paged.
const maxHits = 1000

// Search implements graph.Reader. Results rank by bm25 within entities, items
// and articles; an entity's name counts for more than a word in a text.
func (s *Store) Search(ctx context.Context, q graph.Search, page graph.Page) (none graph.Connection[graph.Hit], err error) {
	c, err := graph.NewCut(searchList, page)
	if err != nil {
		return none, err
	}
	wants := func(kind string) bool { return len(q.Kinds) == 0 || slices.Contains(q.Kinds, kind) }
	var rows []graph.Keyed[graph.Hit]
	for _, find := range []func() ([]graph.Hit, error){
		func() ([]graph.Hit, error) { return s.findEntities(ctx, q.Terms, wants) },
		func() ([]graph.Hit, error) { return s.findItems(ctx, q.Terms, wants) },
		func() ([]graph.Hit, error) { return s.findArticles(ctx, q.Terms, wants) },
	} {
		hits, err := find()
		if err != nil {
			return none, describe(err, "")
		}
		for _, h := range hits {
			rows = append(rows, graph.Keyed[graph.Hit]{Key: fmt.Sprintf("%012.4f|%s", 1e6-h.Score, h.ID()), Node: h})
		}
	}
	slices.SortFunc(rows, func(a, b graph.Keyed[graph.Hit]) int { return cmp.Compare(a.Key, b.Key) })
	return graph.ConnectAll(c, graph.Asc, rows), nil
}

func (s *Store) findEntities(ctx context.Context, terms graph.Terms, wants func(string) bool) (hits []graph.Hit, err error) {
	var kinds []graph.EntityKind
	for name, kind := range entityKindNames {
		if wants(name) {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) == 0 {
		return nil, nil
	}
	query := "SELECT e.content, bm25(entity_words) FROM entity_words JOIN entity e ON e.n = entity_words.rowid WHERE entity_words MATCH ? AND " + in("e.kind") + " ORDER BY 2, e.rank LIMIT ?"
	err = eachHit(ctx, s.readers, query, []any{match(terms), array(kinds), maxHits}, func(h *graph.Hit, content []byte) error {
		h.Entity = &graph.Entity{}
		if err := decode(content, h.Entity); err != nil {
			return err
		}
		h.Text = terms.NameOf(*h.Entity)
		h.Score += entityBoost + min(float64(h.Entity.ArticleCount), 1000)/100
		return nil
	}, &hits)
	return hits, err
}

// entityBoost puts an entity that is called so before texts that say so.
const entityBoost = 20

func (s *Store) findItems(ctx context.Context, terms graph.Terms, wants func(string) bool) (hits []graph.Hit, err error) {
	var kinds []graph.ItemKind
	if wants("Statement") {
		kinds = append(kinds, graph.KindStatement)
	}
	if wants("Event") {
		kinds = append(kinds, graph.KindEvent)
	}
	if len(kinds) == 0 {
		return nil, nil
	}
	query := "SELECT i.content, bm25(item_words) FROM item_words JOIN item i ON i.n = item_words.rowid WHERE item_words MATCH ? AND " + in("i.kind") + " ORDER BY 2, i.id LIMIT ?"
	err = eachHit(ctx, s.readers, query, []any{match(terms), array(kinds), maxHits}, func(h *graph.Hit, content []byte) error {
		h.Item = &graph.Item{}
		err := decode(content, h.Item)
		h.Text = h.Item.Text()
		return err
	}, &hits)
	return hits, err
}

func (s *Store) findArticles(ctx context.Context, terms graph.Terms, wants func(string) bool) (hits []graph.Hit, err error) {
	if !wants("Article") {
		return nil, nil
	}
	query := "SELECT a.content, bm25(article_words, 3.0, 1.0), a.loaded FROM article_words JOIN article a ON a.n = article_words.rowid WHERE article_words MATCH ? ORDER BY 2, a.id LIMIT ?"
	err = each(ctx, s.readers, query, []any{match(terms), maxHits}, func(r *sql.Rows) error {
		var content sql.RawBytes
		h := graph.Hit{Article: &graph.Article{}}
		var loaded int64
		if err := r.Scan(&content, &h.Score, &loaded); err != nil {
			return err
		}
		h.Score = -h.Score
		err := decode(content, h.Article)
		h.Article.Loaded = time.UnixMicro(loaded).UTC()
		if h.Text = h.Article.Title; !terms.Match(h.Text) {
			h.Text = h.Article.Text
		}
		hits = append(hits, h)
		return err
	})
	return hits, err
}

// eachHit reads rows of content and bm25, which is the better the lower.
func eachHit(ctx context.Context, q queryer, query string, args []any, fill func(*graph.Hit, []byte) error, hits *[]graph.Hit) error {
	return each(ctx, q, query, args, func(r *sql.Rows) error {
		var content sql.RawBytes
		var h graph.Hit
		if err := r.Scan(&content, &h.Score); err != nil {
			return err
		}
		h.Score = -h.Score
		if err := fill(&h, content); err != nil {
			return err
		}
		*hits = append(*hits, h)
		return nil
	})
}
