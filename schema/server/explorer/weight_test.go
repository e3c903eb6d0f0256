package explorer_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	cdpmemory "github.com/chromedp/cdproto/memory"
	"github.com/chromedp/chromedp"
)

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
