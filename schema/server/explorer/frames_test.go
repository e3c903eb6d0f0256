package explorer_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"

	"dateline/graph"
	"dateline/schema/internal/fixture"
)

// A task is a stretch of work on a page's main thread, in milliseconds. CPU is
// what the thread itself computed; Wall counts also the time in which the
// machine did other things.
type task struct{ Wall, CPU float64 }

// A traced event is one line of a browser's trace; times are in microseconds.
type traced struct {
	Name     string  `json:"name"`
	Phase    string  `json:"ph"`
	Process  int     `json:"pid"`
	Thread   int     `json:"tid"`
	Start    float64 `json:"ts"`
	Duration float64 `json:"dur"`
	CPU      float64 `json:"tdur"`
}

// trace evaluates a script, which may give a promise, and returns the longest
// tasks of the page's main thread meanwhile: the one that took longest, and
// the one that computed longest.
func (p *tab) trace(script string) (longest, busiest task) {
	p.t.Helper()
	const mark = "dateline-traced"
	var events []traced
	done := make(chan struct{})
	ctx, stop := context.WithCancel(p.ctx)
	defer stop()
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			for _, value := range e.Value {
				var t traced
				if json.Unmarshal(value, &t) == nil { // lines of other shapes are of no interest
					events = append(events, t)
				}
			}
		case *tracing.EventTracingComplete:
			close(done)
		}
	})
	if err != nil {
		p.t.Fatal(err)
	}
	p.do(call(tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{IncludedCategories: []string{"toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"}}}))
	p.eval(fmt.Sprintf("(async () => { performance.mark(%q); await (%s); performance.mark(%[1]q) })()", mark, script))
	p.do(call(tracing.End, cdp.Empty{}))
	<-done
	var thread traced
	var from, to float64
	for _, e := range events {
		if e.Name == mark {
			if from == 0 {
				from, thread = e.Start, e
			}
			from, to = min(from, e.Start), max(to, e.Start)
		}
	}
	for _, e := range events {
		if e.Process != thread.Process || e.Thread != thread.Thread || e.Phase != "X" || e.Start < from || e.Start > to {
			continue
		}
		if now := (task{e.Duration / 1000, e.CPU / 1000}); now.Wall > longest.Wall {
			longest = now
			if now.CPU > busiest.CPU {
				busiest = now
			}
		} else if now.CPU > busiest.CPU {
			busiest = now
		}
	}
	return longest, busiest
}

// zoomAndPan moves the axis for a number of frames, a step in each.
const zoomAndPan = `new Promise(done => {
	const at = name => document.querySelector('[aria-label^="' + name + '"]')
	const steps = [at('Zoom in'), at('Later'), at('Zoom out'), at('Earlier')]
	let frames = 0
	const next = () => {
		if (frames === 48) return setTimeout(done, 400)
		steps[Math.floor(frames++ / 4) % 4].click()
		requestAnimationFrame(next)
	}
	requestAnimationFrame(next)
})`

// many holds that more marks than can be read are drawn as bins that open. How
// long zooming keeps the page busy is for the log: it depends on the machine.
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
	p.idle()
	report := func(what string) {
		longest, busiest := p.trace(zoomAndPan)
		if longest.Wall == 0 {
			t.Error("the trace has no task of the page")
		}
		t.Logf("zooming and panning %s: the longest task took %.1f ms, of which it computed %.1f; the busiest computed %.1f ms", what, longest.Wall, longest.CPU, busiest.CPU)
	}
	report("5,000 items")
	p.run("document.querySelector('.axis .bin').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
	p.see(".axis .mark")
	p.text(".count", "items")
	p.do(chromedp.Navigate(s.url + "/?timeline=all&from=2020-01-01&to=2020-07-12"))
	p.text(".count", "1,940 items")
	p.until("!document.querySelector('.board').hasAttribute('aria-busy') && document.querySelectorAll('.axis .mark').length > 300")
	p.idle()
	report("1,940 items, each a mark")
}

// idle waits until a page has nothing left to do.
func (p *tab) idle() {
	p.t.Helper()
	p.eval("new Promise(done => requestIdleCallback(() => requestIdleCallback(done)))")
}
