package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
)

const searchList = "search"

// entityNames are the kinds of search results that are entities.
var entityNames = map[string]graph.EntityKind{"Person": graph.Person, "Country": graph.Country, "Organization": graph.Organization, "Policy": graph.Policy}

const (
	// maxHits is how deep a search can be paged.
	maxHits = 1000
	// entityBoost puts an entity that is called so before texts that say so.
	entityBoost = 20
)

// lucene is the full-text query of terms in a property. Words are letters and
// digits in lower case, so none is syntax. The last word of a phrase cannot be
// a prefix in it: such terms ask for the words, and Match decides.
func lucene(terms graph.Terms, property string) string {
	var parts []string
	for _, t := range terms.All {
		if !t.Prefix {
			parts = append(parts, "+"+property+`:"`+strings.Join(t.Words, " ")+`"`)
			continue
		}
		for i, w := range t.Words {
			if i == len(t.Words)-1 {
				w += "*"
			}
			parts = append(parts, "+"+property+":"+w)
		}
	}
	return strings.Join(parts, " ")
}

// luceneOfArticles finds each term in the title or in the text; a title counts
// three times.
func luceneOfArticles(terms graph.Terms) string {
	var parts []string
	for _, t := range terms.All {
		one := graph.Terms{All: []graph.Term{t}}
		parts = append(parts, "+(("+lucene(one, "titleWords")+")^3 ("+lucene(one, "words")+"))")
	}
	return strings.Join(parts, " ")
}

// phrases tells whether a term needs more than the index can tell.
func phrases(terms graph.Terms) bool {
	return slices.ContainsFunc(terms.All, func(t graph.Term) bool { return t.Prefix && len(t.Words) > 1 })
}

// Search implements graph.Reader. Results rank by the index's score within
// entities, items and articles; an entity's name counts for more than a word
// in a text.
func (s *Store) Search(ctx context.Context, q graph.Search, page graph.Page) (none graph.Connection[graph.Hit], err error) {
	c, err := graph.NewCut(searchList, page)
	if err != nil {
		return none, err
	}
	wants := func(kind string) bool { return len(q.Kinds) == 0 || slices.Contains(q.Kinds, kind) }
	var rows []graph.Keyed[graph.Hit]
	for _, find := range []func(context.Context, graph.Terms, func(string) bool) ([]graph.Hit, error){s.findEntities, s.findItems, s.findArticles} {
		hits, err := find(ctx, q.Terms, wants)
		if err != nil {
			return none, err
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
	for name, kind := range entityNames {
		if wants(name) {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) == 0 {
		return nil, nil
	}
	rows, err := s.run(ctx, query("search entities"), params{"query": lucene(terms, "words"), "kinds": texts(kinds), "limit": maxHits})
	for _, r := range rows {
		h := graph.Hit{Entity: &graph.Entity{}}
		if err := decode(r.Values[0], h.Entity); err != nil {
			return nil, err
		}
		score, _ := r.Values[1].(float64)
		var all bool
		if h.Text, all = matching(*h.Entity, terms); !all && phrases(terms) {
			continue
		}
		h.Score = score + entityBoost + min(float64(h.Entity.ArticleCount), 1000)/100
		hits = append(hits, h)
	}
	return hits, err
}

// matching is the name of an entity that matches, else all of them; ok tells
// whether these match.
func matching(e graph.Entity, terms graph.Terms) (text string, ok bool) {
	names := append([]string{e.Name}, e.Aliases...)
	for _, n := range names {
		if terms.Match(n) {
			return n, true
		}
	}
	text = strings.Join(names, ", ")
	return text, terms.Match(text)
}

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
	rows, err := s.run(ctx, query("search items"), params{"query": lucene(terms, "words"), "kinds": texts(kinds), "limit": maxHits})
	for _, r := range rows {
		h := graph.Hit{Item: &graph.Item{}}
		if err := decode(r.Values[0], h.Item); err != nil {
			return nil, err
		}
		h.Score, _ = r.Values[1].(float64)
		if h.Text = h.Item.Text(); phrases(terms) && !terms.Match(h.Text) {
			continue
		}
		hits = append(hits, h)
	}
	return hits, err
}

func (s *Store) findArticles(ctx context.Context, terms graph.Terms, wants func(string) bool) (hits []graph.Hit, err error) {
	if !wants("Article") {
		return nil, nil
	}
	rows, err := s.run(ctx, query("search articles"), params{"query": luceneOfArticles(terms), "limit": maxHits})
	for _, r := range rows {
		h := graph.Hit{Article: &graph.Article{}}
		if err := decode(r.Values[0], h.Article); err != nil {
			return nil, err
		}
		h.Score, _ = r.Values[1].(float64)
		h.Article.Loaded = instant(r.Values[2])
		if h.Text = h.Article.Title; !terms.Match(h.Text) {
			h.Text = h.Article.Text
		}
		if phrases(terms) && !inArticle(*h.Article, terms) {
			continue
		}
		hits = append(hits, h)
	}
	return hits, err
}

// inArticle tells whether every term is in the title or in the text.
func inArticle(a graph.Article, terms graph.Terms) bool {
	return !slices.ContainsFunc(terms.All, func(t graph.Term) bool {
		one := graph.Terms{All: []graph.Term{t}}
		return !one.Match(a.Title) && !one.Match(a.Text)
	})
}
