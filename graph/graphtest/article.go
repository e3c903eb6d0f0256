package graphtest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

// articlesOf are the articles that are kept, in the order of publication.
func (f Fixture) articlesOf(keep func(Text) bool) (list []graph.Article) {
	for _, t := range f.Texts {
		if keep(t) {
			list = append(list, t.Article)
		}
	}
	slices.SortFunc(list, func(a, b graph.Article) int {
		return graph.CompareTime(graph.Item{ID: a.ID, Date: a.Published}, graph.Item{ID: b.ID, Date: b.Published})
	})
	return list
}

func articles(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	got := must(s.Articles(t.Context(), []graph.ID{"article:1", "article:6", "article:unknown"}))(t)
	same(t, "articles", []graph.Article{got["article:1"], got["article:6"]}, []graph.Article{f.Texts[0].Article, f.Texts[5].Article})
	if at := got["article:1"].Loaded; !at.Equal(LoadedAt(1)) || len(got) != 2 {
		t.Errorf("%d articles, the first loaded at %v", len(got), at)
	}
	for _, key := range []string{"article:2", "key-2", "https://news.example/2"} {
		if a := must(s.FindArticle(t.Context(), key))(t); a == nil || a.ID != "article:2" {
			t.Errorf("FindArticle(%s) gives %v", key, a)
		}
	}
	if a := must(s.FindArticle(t.Context(), "nothing"))(t); a != nil {
		t.Errorf("found %v", a)
	}
	may3 := Day("2025-05-03")
	for _, c := range []struct {
		f    graph.ArticleFilter
		keep func(Text) bool
	}{
		{graph.ArticleFilter{}, func(Text) bool { return true }},
		{graph.ArticleFilter{Mentions: []graph.ID{Mexico, Reyes}}, func(t Text) bool { return t.uses(Mexico) && t.uses(Reyes) }},
		{graph.ArticleFilter{Publishers: []string{"Daily One", "Wire Three"}}, func(t Text) bool { return t.Article.Publisher == "Daily One" || t.Article.Publisher == "Wire Three" }},
		{graph.ArticleFilter{From: &may3, To: &may3}, func(t Text) bool { return t.Group == "article:2" }},
		{graph.ArticleFilter{To: &may3}, func(t Text) bool { return t.Article.Published != nil && t.Article.Published.Start <= may3 }},
		{graph.ArticleFilter{Languages: []string{"de"}}, func(Text) bool { return false }},
		{graph.ArticleFilter{Text: "telephone"}, func(t Text) bool { return strings.Contains(t.Article.Text, "telephone") }},
		{graph.ArticleFilter{Text: `mexico "told reyes"`}, func(t Text) bool { return t.Article.ID == "article:1" }},
	} {
		for _, order := range []graph.Order{graph.Asc, graph.Desc} {
			want := f.articlesOf(c.keep)
			if order == graph.Desc {
				slices.Reverse(want)
			}
			what := "articles " + text(t, c.f) + " " + string(order)
			list := func(p graph.Page) (graph.Connection[graph.Article], error) {
				return s.ListArticles(t.Context(), c.f, order, p)
			}
			same(t, what, nodes(must(list(everything))(t)), want)
			same(t, "count of "+what, must(s.CountArticles(t.Context(), c.f))(t), len(want))
			walk(t, what, 2, list)
		}
	}
	_, err := s.CountArticles(t.Context(), graph.ArticleFilter{Text: "..."})
	isKind(t, "a text without words", err, graph.BadRequest)
}

func (t Text) uses(entity graph.ID) bool {
	return slices.ContainsFunc(t.Uses, func(u graph.Use) bool { return u.Entity == entity })
}

func articleTimelines(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	for _, text := range f.Texts {
		for _, filter := range []graph.Filter{{}, {Entities: []graph.ID{Reyes}}, {Entities: []graph.ID{Mexico, Vega}, Any: true}, {EventStatuses: graph.DefaultStatuses}, {AsOf: &graph.AsOf{}}} {
			want := slices.DeleteFunc(f.matching(filter, graph.Asc), func(i graph.Item) bool {
				return !slices.ContainsFunc(text.Reports, func(r graph.Report) bool { return r.Fact == i.ID })
			})
			id := text.Article.ID
			got := must(s.ArticleTimeline(t.Context(), id, filter, graph.Asc, everything))(t)
			same(t, fmt.Sprintf("timeline of %s under %v", id, filter), nodes(got), want)
			same(t, fmt.Sprintf("count of %s under %v", id, filter), must(s.CountArticleItems(t.Context(), id, filter))(t), len(want))
			walk(t, "timeline of "+string(id), 1, func(p graph.Page) (graph.Connection[graph.Item], error) {
				return s.ArticleTimeline(t.Context(), id, filter, graph.Desc, p)
			})
		}
	}
}

func mentions(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	x := must(s.Extraction(t.Context(), "article:1"))(t)
	same(t, "extraction", x, f.Texts[0].reading().Extraction)
	dates := must(s.Dates(t.Context(), []graph.ID{"article:1", "article:2", "article:unknown"}))(t)
	same(t, "dates", dates, map[graph.ID][]graph.LocalDate{"article:1": x.Dates, "article:2": f.Texts[1].reading().Extraction.Dates})
	if len(x.Dates) == 0 {
		t.Error("the sample has no date")
	}
	var want []graph.Mention
	for _, m := range x.Mentions {
		var n int
		if _, err := fmt.Sscanf(string(m.Entity), "e%d", &n); err != nil {
			t.Fatal(err)
		}
		want = append(want, graph.Mention{Span: m.Span, Kind: m.Kind, Form: m.Form, Entity: f.Texts[0].Uses[n-1].Entity})
	}
	same(t, "mentions", must(s.Mentions(t.Context(), "article:1", 100))(t), want)
	same(t, "first mention", must(s.Mentions(t.Context(), "article:1", 1))(t), want[:1])
	same(t, "mentions of an unknown article", must(s.Mentions(t.Context(), "article:unknown", 100))(t), nil)

	err := s.Resolve(t.Context(), func(r graph.Resolution) error {
		return r.Assign(t.Context(), []graph.Assignment{{Article: "article:1", Local: "e1", Candidates: []graph.ID{Hale, Vega}}})
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range want {
		if want[i].Entity == Hale {
			want[i].Entity, want[i].Candidates = "", []graph.ID{Hale, Vega}
		}
	}
	same(t, "unresolved mentions", must(s.Mentions(t.Context(), "article:1", 100))(t), want)
}

func search(t *testing.T, s graph.Store) {
	Sample().Load(t, s)
	for _, c := range []struct {
		words string
		kinds []string
		want  []graph.ID // in the order of IDs
	}{
		{"vega", []string{"Person"}, []graph.ID{Vega}},
		{"LUÍS veg*", []string{"Person", "Country"}, []graph.ID{Vega}},
		{`"border union"`, nil, []graph.ID{"article:5", "article:6", Protests, Union, Thanks}},
		{`"union border"`, nil, nil},
		{"union", []string{"Statement"}, []graph.ID{Complaint, Thanks}},
		{"soil", []string{"Statement", "Event"}, []graph.ID{Refusal}},
		{"soil", []string{"Article"}, []graph.ID{"article:2", "article:3"}},
		{"talked", []string{"Event", "Policy"}, nil},
		{"patrols", []string{"Policy"}, []graph.ID{Patrol}},
		{"usa", nil, []graph.ID{States}},
		{`NOT "a" OR (`, nil, nil},
		{"AT&T", nil, nil},
	} {
		terms := must(graph.ParseTerms(c.words))(t)
		got := must(s.Search(t.Context(), graph.Search{Terms: terms, Kinds: c.kinds}, everything))(t)
		var found []graph.ID
		last := 0.0
		for i, e := range got.Edges {
			h := e.Node
			found = append(found, h.ID())
			if h.Text == "" || h.Score <= 0 {
				t.Errorf("hit %s of %s has text %q and score %g", h.ID(), c.words, h.Text, h.Score)
			}
			if i > 0 && h.Score > last {
				t.Errorf("hit %s of %s scores %g, after %g", h.ID(), c.words, h.Score, last)
			}
			if last = h.Score; !terms.Match(h.Text) {
				t.Errorf("hit %s of %s shows %q, which is not what matched", h.ID(), c.words, h.Text)
			}
		}
		slices.SortFunc(found, func(a, b graph.ID) int { return cmp.Compare(a, b) })
		same(t, fmt.Sprintf("search for %s in %v", c.words, c.kinds), found, c.want)
	}
}

func searchPages(t *testing.T, s graph.Store) {
	Sample().Load(t, s)
	terms := must(graph.ParseTerms("reyes"))(t)
	for size := 1; size <= 3; size++ {
		after, seen := "", map[graph.ID]bool{}
		for {
			c := must(s.Search(t.Context(), graph.Search{Terms: terms}, graph.Page{First: size, After: after}))(t)
			for _, e := range c.Edges {
				if id := e.Node.ID(); seen[id] {
					t.Errorf("%s comes twice", id)
				} else {
					seen[id] = true
				}
				after = e.Cursor
			}
			if !c.HasNext {
				break
			}
		}
		if len(seen) != 6 { // Reyes and the articles that name her, 1 to 5
			t.Errorf("pages of %d hold %v", size, seen)
		}
	}
}
