package neo4j

import (
	"context"
	"slices"
	"strings"

	"dateline/graph"
)

const searchList = "search"

// A Search's kinds are those of entities and items by their GraphQL names.
var (
	entityNames = map[string]graph.EntityKind{"Person": graph.Person, "Country": graph.Country, "Organization": graph.Organization, "Policy": graph.Policy}
	itemNames   = map[string]graph.ItemKind{"Statement": graph.KindStatement, "Event": graph.KindEvent}
)

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
// in a text. The key of a place in the list is made by the server.
func (s *Store) Search(ctx context.Context, q graph.Search, page graph.Page) (none graph.Connection[graph.Hit], err error) {
	c, err := graph.NewCut(searchList, page)
	if err != nil {
		return none, err
	}
	parts, p := searched(q)
	if len(parts) == 0 {
		return none, nil
	}
	exact := !phrases(q.Terms)
	if p["limit"] = len(parts) * maxHits; exact {
		p["limit"] = c.Limit + 1
		w := where{params: p}
		w.narrow(c.Bounds(graph.Asc))
	}
	direction := ""
	if exact && c.Descending(graph.Asc) {
		direction = "DESC"
	}
	rows, err := s.run(ctx, query("search", "PARTS", strings.Join(parts, " UNION ALL "), "ORDER", direction), p)
	var list []graph.Keyed[graph.Hit]
	for _, r := range rows {
		hit, err := hitOf(r, q.Terms)
		if err != nil {
			return none, err
		}
		if key, _ := r.Values[0].(string); exact || holds(hit, q.Terms) {
			list = append(list, graph.Keyed[graph.Hit]{Key: key, Node: hit})
		}
	}
	if exact {
		return graph.Connect(c, list), err
	}
	return graph.ConnectAll(c, graph.Asc, list), err
}

// searched gives the parts of a search, one for each full-text index that it
// needs, with their parameters.
func searched(q graph.Search) (parts []string, p params) {
	p = params{"low": "", "high": last, "query": lucene(q.Terms, "words"), "most": maxHits, "boost": entityBoost}
	if kinds := wanted(q, entityNames); len(kinds) > 0 {
		parts, p["entityKinds"] = append(parts, query("entities that hold words", "LIMIT", indexLimit(kinds, entityNames))), kinds
	}
	if kinds := wanted(q, itemNames); len(kinds) > 0 {
		parts, p["itemKinds"] = append(parts, query("items that hold words", "LIMIT", indexLimit(kinds, itemNames))), kinds
	}
	if len(q.Kinds) == 0 || slices.Contains(q.Kinds, "Article") {
		parts, p["articleQuery"] = append(parts, query("articles that hold words")), luceneOfArticles(q.Terms)
	}
	return parts, p
}

// wanted are those of the kinds that a search asks for.
func wanted[T ~string](q graph.Search, names map[string]T) (kinds []string) {
	for name, kind := range names {
		if len(q.Kinds) == 0 || slices.Contains(q.Kinds, name) {
			kinds = append(kinds, string(kind))
		}
	}
	return kinds
}

// indexLimit is the limit of an index: it may give its best alone only where
// none of them is left out for its kind.
func indexLimit[T ~string](kinds []string, names map[string]T) string {
	if len(kinds) < len(names) {
		return ""
	}
	return ", {limit: $most}"
}

// hitOf reads the key, what is found, its label, its score and when it was
// loaded.
func hitOf(r record, terms graph.Terms) (h graph.Hit, err error) {
	h.Score, _ = r.Values[3].(float64)
	switch label, _ := r.Values[2].(string); label {
	case "Entity":
		h.Entity = &graph.Entity{}
		err = decode(r.Values[1], h.Entity)
		h.Text = terms.NameOf(*h.Entity)
	case "Item":
		h.Item = &graph.Item{}
		err = decode(r.Values[1], h.Item)
		h.Text = h.Item.Text()
	default:
		h.Article = &graph.Article{}
		err = decode(r.Values[1], h.Article)
		h.Article.Loaded = instant(r.Values[4])
		if h.Text = h.Article.Title; !terms.Match(h.Text) {
			h.Text = h.Article.Text
		}
	}
	return h, err
}

// holds tells whether what is found holds every term as a whole phrase, which
// the index cannot tell of one that ends in a prefix.
func holds(h graph.Hit, terms graph.Terms) bool {
	if a := h.Article; a != nil {
		return !slices.ContainsFunc(terms.All, func(t graph.Term) bool {
			one := graph.Terms{All: []graph.Term{t}}
			return !one.Match(a.Title) && !one.Match(a.Text)
		})
	}
	return terms.Match(h.Text)
}
