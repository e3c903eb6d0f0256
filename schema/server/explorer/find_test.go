package explorer_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func searchToSentence(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/")
	p.text("h2", "People")
	t.Log("first view, bytes over the wire and ms:", p.eval("performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((n, e) => n + e.transferSize, 0)"), p.eval("performance.now()"))
	p.press("/")
	p.press("ledes")
	p.text("[role=option]", "Tomás Ledesma")
	p.press(kb.ArrowDown)
	p.press(kb.Enter)
	p.text("h1", "Tomás Ledesma")
	p.click("ol.timeline a.item.statement")
	p.see("aside.evidence blockquote mark")
	p.text("aside.evidence", "Confidence")
	if !strings.Contains(p.eval("location.search"), "item=") {
		t.Error("the URL does not hold the open item")
	}
	p.do(chromedp.NavigateBack())
	p.until("document.querySelector('aside.evidence').hidden")
	p.text("h1", "Tomás Ledesma")
	p.do(chromedp.NavigateBack())
	p.text("h2", "People")
}

func sharedLink(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:CHL&kinds=STATEMENT&from=2025-02&to=2025-03&order=ASC")
	p.until("document.querySelectorAll('ol.timeline a.item').length > 0")
	if kinds := p.eval("new Set([...document.querySelectorAll('ol.timeline a.item')].map(a => a.classList[1])).size"); kinds != "1" {
		t.Errorf("%s kinds of item, of one asked for", kinds)
	}
	if on := p.eval("document.querySelector('[data-value=STATEMENT]').getAttribute('aria-pressed')"); on != "true" {
		t.Error("the filter bar does not show the link's filter")
	}
	first := p.eval("document.querySelector('ol.timeline a.item .what').textContent")
	p.click("ol.timeline a.item")
	p.see("aside.evidence mark")
	other := b.open(t, s, strings.TrimPrefix(p.eval("location.href"), s.url))
	other.see("aside.evidence mark")
	if same := other.eval("document.querySelector('ol.timeline a.item .what').textContent"); same != first {
		t.Errorf("the link shows %q first, and showed %q", same, first)
	}
}

func nothing(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/")
	p.text("h2", "People")
	p.fill(".search input", "qqqxyz")
	p.text(".options", "Nothing is named or says")
	p.do(chromedp.Navigate(s.url + "/?entity=person:nobody-at-all"))
	p.text("h1", "Not found")
	p.do(chromedp.Navigate(s.url + "/?timeline=all&words=qqqxyz"))
	p.text(".empty", "No item matches")
	p.click(".empty button")
	p.see("ol.timeline a.item")
}

// searchAsQuery finds words as one types, says who said them, and leads to the
// question itself and to every item that has the words.
func searchAsQuery(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/")
	p.text("h2", "People")
	p.fill(".search input", "fish")
	p.text("[role=option].said .note", "2025")
	p.text(".options .group", "6 of")
	p.press(kb.Tab)
	p.until("document.activeElement.matches('.options a.query')")
	if query := p.eval("new URL(document.activeElement.href).searchParams.get('query')"); !strings.HasPrefix(query, "query Search(") {
		t.Errorf("the search leads to %q", query)
	}
	p.press(kb.Escape)
	p.until("document.querySelector('.search .options').hidden && document.activeElement.matches('.search input')")
	p.fill(".search input", "i")
	p.text("[role=option]", "Every item that says")
	p.press(kb.ArrowUp)
	p.press(kb.Enter)
	p.until("location.search === '?timeline=all&words=fishi*'")
	p.see("ol.timeline a.item")
}

// newest holds that the newest items are no newer than the newest article.
func newest(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/")
	p.text(".newest a.item", "16 Sep 2025")
	if ahead := p.eval("[...document.querySelectorAll('.newest .when')].some(e => e.textContent.includes('Oct 2025'))"); ahead != "false" {
		t.Error("what is ahead of the newest article is called new")
	}
}

func unknownParameters(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER&kinds=EVENT,NONSENSE&colour=red&from=yesterday&to=2025-13")
	p.see("ol.timeline a.item.event")
}
