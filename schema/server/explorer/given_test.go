package explorer_test

import (
	"os"
	"testing"

	"github.com/chromedp/chromedp"

	"dateline/graph"
)

// given walks over the graph of the articles that DATELINE_TEST_ARTICLES names,
// of which the walk knows nothing: from the names that are mentioned most to
// sentences, and every kind of screen.
func given(t *testing.T, b browser) {
	path := os.Getenv("DATELINE_TEST_ARTICLES")
	if path == "" {
		t.Skip("set DATELINE_TEST_ARTICLES to a file of articles, one a line, to walk over their graph")
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, func(store graph.Store) { loadInto(t, store, string(text)) })
	p := b.open(t, s, "/")
	p.text("h2", "People")
	const ids = `[...document.querySelectorAll('main a[href*="entity="]')].map(a => new URLSearchParams(a.search).get('entity'))`
	first := func(kind string) string {
		return p.eval(ids + `.find(id => id?.startsWith('` + kind + `:')) ?? ''`)
	}
	person, country, policy := first("person"), first("country"), first("policy")
	other := p.eval(ids + `.filter(id => id?.startsWith('country:'))[1] ?? ''`)
	if person == "" || country == "" || policy == "" || other == "" {
		t.Fatalf("the first page names no %q, %q, %q or %q", person, country, policy, other)
	}
	for _, id := range []string{person, country, policy} {
		p.do(chromedp.Navigate(s.url + "/?entity=" + id))
		p.see("ol.timeline a.item")
		p.run("document.querySelector('ol.timeline a.item').click()")
		p.see("aside.evidence mark")
		p.click("aside.evidence .cite a")
		p.see("article.text mark")
		p.do(chromedp.NavigateBack())
		p.see("ol.timeline a.item")
	}
	for _, screen := range []struct{ address, shows string }{
		{"/?timeline=all", "ol.timeline a.item"},
		{"/?timeline=all&from=2019-06&to=2019-08", "ol.timeline a.item"},
		{"/?a=" + country + "&b=" + other, "h1"},
		{"/?a=" + person + "&b=" + country, "h1"},
		{"/?graph=" + country, "h1"},
	} {
		p.do(chromedp.Navigate(s.url + screen.address))
		p.see(screen.shows)
		if wide := p.eval("document.documentElement.scrollWidth <= innerWidth"); wide != "true" {
			t.Errorf("%s is wider than the window", screen.address)
		}
	}
}
