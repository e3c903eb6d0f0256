package graphtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

// sound ends the test if the store breaks an invariant.
func sound(t testing.TB, s graph.Store) {
	t.Helper()
	for line, err := range s.Check(t.Context()) {
		if err != nil {
			t.Fatalf("Check: %v", err)
		}
		t.Errorf("Check: %s", line)
	}
}

// dump is all that a store holds, as text.
func dump(t testing.TB, s graph.Store) string {
	t.Helper()
	var b strings.Builder
	add := func(v any, err error) {
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(text(t, v) + "\n")
	}
	for a, err := range s.ScanArticles(t.Context()) {
		add(a, err)
	}
	for _, k := range graph.EntityKinds {
		for e, err := range s.ScanEntities(t.Context(), k) {
			add(e, err)
		}
	}
	for r, err := range s.ScanRoles(t.Context()) {
		add(r, err)
	}
	for _, k := range graph.ItemKinds {
		for i, err := range s.ScanItems(t.Context(), k) {
			add(i, err)
		}
	}
	for r, err := range s.ScanReports(t.Context()) {
		add(r, err)
	}
	return b.String()
}

// holds compares a store with a fixture in all that it holds.
func holds(t testing.TB, s graph.Store, f Fixture) {
	t.Helper()
	var b strings.Builder
	add := func(v any) { b.WriteString(text(t, v) + "\n") }
	texts := slices.Clone(f.Texts)
	slices.SortFunc(texts, func(a, b Text) int { return strings.Compare(string(a.Article.ID), string(b.Article.ID)) })
	for _, x := range texts {
		add(x.Article)
	}
	for _, k := range graph.EntityKinds {
		for _, e := range f.mentioned() {
			if e.Kind == k {
				add(e)
			}
		}
	}
	for _, r := range f.Roles() {
		add(r)
	}
	items := f.Items(nil)
	slices.SortFunc(items, func(a, b graph.Item) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for _, k := range graph.ItemKinds {
		for _, i := range items {
			if i.Kind == k {
				add(i)
			}
		}
	}
	for _, r := range f.reports(nil) {
		add(r)
	}
	if got := dump(t, s); got != b.String() {
		t.Errorf("the store holds\n%s\nwant\n%s", got, b.String())
	}
	sound(t, s)
}

func put(t *testing.T, s graph.Store) {
	f := Sample()
	readings := []graph.Reading{f.Texts[0].reading(), f.Texts[1].reading()}
	same(t, "outcomes", must(s.Put(t.Context(), readings))(t), []graph.Outcome{graph.Added, graph.Added})
	same(t, "outcomes again", must(s.Put(t.Context(), readings))(t), []graph.Outcome{graph.Unchanged, graph.Unchanged})
	same(t, "no outcomes", must(s.Put(t.Context(), nil))(t), nil)
	a := f.Texts[0].Article
	known := must(s.Known(t.Context(), []string{a.Key, "key-2", "key-unknown"}))(t)
	if len(known) != 2 || known[a.Key] != (graph.Known{ID: a.ID, Version: a.Version, Hash: a.Hash, Extractor: "fixture/1"}) {
		t.Errorf("known: %v", known)
	}
	older, newer := readings[0], readings[0]
	older.Article.Version, newer.Article.Version = "2025-04-01|x", "2025-08-01|x"
	same(t, "versions of one key", must(s.Put(t.Context(), []graph.Reading{older, newer, older, newer}))(t),
		[]graph.Outcome{graph.Outdated, graph.Replaced, graph.Outdated, graph.Unchanged})
}

// replace holds that a greater version takes exactly what the old one alone
// supported, whatever the order of arrival.
func replace(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	corrected := Text{Group: "article:5", Article: f.Texts[4].Article}
	corrected.Article = Article(5, "Daily Two", "2025-06-13", "Union stays home", "The Border Union did not march.")
	corrected.Mentions(Union, "Border Union")
	f.Texts[4] = corrected
	f.Load(t, s)
	holds(t, s, f)
}

func refresh(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	again := f.Texts[5].reading()
	again.Extraction.Extractor = "fixture/2"
	again.Extraction.Mentions = nil
	other := f.Texts[0].reading()
	other.Article.Version = "2020-01-01|x"
	other.Extraction.Extractor = "fixture/2"
	if err := s.Refresh(t.Context(), []graph.Reading{again, other}); err != nil {
		t.Fatal(err)
	}
	f.Settle(t, s)
	known := must(s.Known(t.Context(), []string{"key-6", "key-1"}))(t)
	if known["key-6"].Extractor != "fixture/2" || known["key-1"].Extractor != "fixture/1" {
		t.Errorf("after refreshing 6 and another version of 1: %v", known)
	}
	same(t, "mentions after refreshing", must(s.Mentions(t.Context(), "article:6", 10))(t), nil)
	holds(t, s, f)
}

func deletion(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	for i, key := range []string{"article:5", "key-4", "https://news.example/2", "article:6", "article:3", "article:1"} {
		before := f.Texts
		got := must(s.Delete(t.Context(), []string{key, "article:unknown"}))(t)
		if len(got) != 1 {
			t.Fatalf("deleting %s gives %v", key, got)
		}
		f = f.Without(got...)
		if len(f.Texts) != len(before)-1 {
			t.Fatalf("step %d deleted %v", i, got)
		}
		f.Settle(t, s)
		holds(t, s, f)
		same(t, "deleted again", must(s.Delete(t.Context(), []string{key}))(t), nil)
		if x := must(s.Extraction(t.Context(), got[0]))(t); x != nil {
			t.Errorf("the extraction of %s is left", got[0])
		}
		same(t, "dates of what is deleted", must(s.Dates(t.Context(), got))(t), map[graph.ID][]graph.LocalDate{})
	}
	terms := must(graph.ParseTerms("reyes"))(t)
	same(t, "search after everything is deleted", must(s.Search(t.Context(), graph.Search{Terms: terms}, everything))(t).Edges, nil)
}

// order holds that the order of loading, and loading twice, decide nothing.
func order(t *testing.T, s graph.Store) {
	f := Sample()
	backwards := Sample()
	slices.Reverse(backwards.Texts)
	for _, x := range backwards.Texts {
		Fixture{[]Text{x}, f.Entities}.Load(t, s)
	}
	backwards.Load(t, s)
	holds(t, s, f)
}

func scans(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	holds(t, s, f)
	for range s.ScanReports(t.Context()) {
		break // leaving early must free what the scan holds
	}
	for _, r := range f.reports(nil)[:1] {
		for got, err := range s.ScanReports(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			if got.Fact == r.Fact && got.Article == r.Article && (got.Publisher != r.Publisher || got.Group != r.Group || !got.Loaded.Equal(r.Loaded) || text(t, got.Published) != text(t, r.Published)) {
				t.Errorf("report %v lacks what its article tells", got)
			}
		}
	}
}

// check holds that Check tells of marks and of evidence that points nowhere.
func check(t *testing.T, s graph.Store) {
	f := Sample()
	f.Texts[0].Reports[0].Evidence.End = 100000
	f.Load(t, s)
	if _, err := s.Put(t.Context(), []graph.Reading{Text{Article: Article(9, "", "", "Late")}.reading()}); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line, err := range s.Check(t.Context()) {
		lines = append(lines, must(line, err)(t))
	}
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, graph.NotComputed) }) {
		t.Errorf("Check does not tell marks from faults:\n%s", strings.Join(lines, "\n"))
	}
	all := strings.Join(lines, "\n")
	for _, about := range []string{string(Proposal), "article:9"} {
		if !strings.Contains(all, about) {
			t.Errorf("Check says nothing of %s:\n%s", about, all)
		}
	}
	for range s.Check(t.Context()) {
		break
	}
	if len(lines) > 10 {
		t.Errorf("Check tells more than what is broken:\n%s", fmt.Sprint(all))
	}
}
