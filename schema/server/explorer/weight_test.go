package explorer_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	cdpmemory "github.com/chromedp/cdproto/memory"
	"github.com/chromedp/chromedp"

	"dateline/graph"
	"dateline/schema/internal/fixture"
)

// many holds that more marks than can be read are drawn as bins that open.
func many(t *testing.T, b browser) {
	s := serve(t, func(store graph.Store) {
		if err := fixture.Statements(t.Context(), store, 5000); err != nil {
			t.Fatal(err)
		}
	})
	p := b.open(t, s, "/?timeline=all")
	p.text(".count", "5,000 items")
	p.see(".axis .bin")
	if drawn := p.eval("document.querySelectorAll('.axis .mark').length"); drawn != "0" {
		t.Errorf("%s marks are drawn of 5,000 items", drawn)
	}
	p.run("document.querySelector('.axis .bin').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
	p.see(".axis .mark")
	p.text(".count", "items")
	// How long zooming over almost 2,000 marks keeps the page busy is for the log.
	p.do(chromedp.Navigate(s.url + "/?timeline=all&from=2020-01-01&to=2020-07-12"))
	p.text(".count", "1,940 items")
	p.until("!document.querySelector('.board').hasAttribute('aria-busy') && document.querySelectorAll('.axis .mark').length > 300")
	longest := p.eval(`new Promise(done => {
	const button = document.querySelector('[aria-label^="Zoom in"]'), out = document.querySelector('[aria-label^="Zoom out"]')
	let frames = 0, longest = 0, before = performance.now()
	const next = now => {
		longest = Math.max(longest, now - before); before = now
		if (frames++ === 24) return done(longest.toFixed(1));
		(frames % 12 < 6 ? button : out).click()
		requestAnimationFrame(next)
	}
	requestAnimationFrame(now => { before = now; next(now) })
	})`)
	t.Logf("the longest of 24 frames that zoom 1,940 items took %s ms", longest)
}

// counts collects garbage and counts the nodes and listeners that are left.
func (p *tab) counts() (nodes, listeners int64) {
	p.t.Helper()
	p.do(call(heapprofiler.CollectGarbage, cdp.Empty{}))
	counts, err := chromedp.Run(p.ctx, func(ctx context.Context, t *chromedp.Target) (cdpmemory.GetDOMCountersResult, error) {
		return cdp.Call(ctx, t, cdpmemory.GetDOMCounters, cdp.Empty{})
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return counts.Nodes, counts.JsEventListeners
}

// memory holds that what a page listened to and drew is let go with it.
func memory(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/")
	round := func(times int) (nodes, listeners int64) {
		for i := range times {
			p.run(fmt.Sprintf("history.pushState(null, '', %q); dispatchEvent(new PopStateEvent('popstate'))", []string{"/?entity=country:PER", "/?entity=country:KEN"}[i%2]))
			p.text("h1", []string{"Peru", "Kenya"}[i%2])
			p.until("document.querySelector('.count strong') && document.querySelector('.axis .mark')")
		}
		return p.counts()
	}
	nodes, listeners := round(20)
	moreNodes, moreListeners := round(180)
	// A page is free once its socket has closed, and is collected in several
	// goes; what is never let go would stay ten times as much.
	for tries := 0; tries < 15 && (moreNodes > nodes*2 || moreListeners > listeners*2); tries++ {
		moreNodes, moreListeners = round(2)
	}
	if moreNodes > nodes*2 || moreListeners > listeners*2 {
		t.Errorf("200 pages: %d nodes and %d listeners became %d and %d", nodes, listeners, moreNodes, moreListeners)
	}
}
