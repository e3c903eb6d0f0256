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

func unknownParameters(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER&kinds=EVENT,NONSENSE&colour=red&from=yesterday")
	p.see("ol.timeline a.item.event")
}
