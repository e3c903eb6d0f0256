package explorer_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A browser opens tabs of one Chromium.
type browser struct{ ctx context.Context }

// startBrowser starts Chromium, which DATELINE_REQUIRE asks for by `browser`.
func startBrowser(t *testing.T) browser {
	t.Helper()
	if !strings.Contains(os.Getenv("DATELINE_REQUIRE"), "browser") {
		t.Skip("set DATELINE_REQUIRE=browser to walk through the explorer in Chromium (Debian: apt-get install chromium)")
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("DATELINE_REQUIRE asks for a browser, and chromium is not installed")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(1300, 900))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return browser{ctx}
}

// A step is something that is done in a tab.
type step = chromedp.Action[chromedp.Void]

// call sends a command of the protocol.
func call[P, R any](command cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// A tab is a page that notes what must not happen: errors and warnings on the
// console, scripts that throw, and requests to another host.
type tab struct {
	t    *testing.T
	ctx  context.Context
	site string
	mu   sync.Mutex
	bad  []string
	// away allows what a browser says of a server that does not answer.
	away bool
	// refused allows what it says of an answer with status 401.
	refused bool
}

func (b browser) open(t *testing.T, s site, path string, before ...step) *tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(b.ctx)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	ctx, stopTime := context.WithTimeout(ctx, 2*time.Minute)
	p := &tab{t: t, ctx: ctx, site: s.url}
	if err := chromedp.Listen(ctx, p.watch); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stopTime()
		stop()
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, line := range p.bad {
			t.Error(line)
		}
	})
	p.do(call(network.Enable, network.EnableParams{}), call(log.Enable, cdp.Empty{}))
	p.do(before...)
	p.do(chromedp.Navigate(s.url + path))
	return p
}

func (p *tab) watch(event any) {
	note := func(format string, args ...any) {
		p.mu.Lock()
		defer p.mu.Unlock()
		line := fmt.Sprintf(format, args...)
		away := p.away && (strings.Contains(line, "net::ERR") || strings.Contains(line, "WebSocket"))
		if !away && !(p.refused && strings.Contains(line, "401")) {
			p.bad = append(p.bad, line)
		}
	}
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		note("a script threw: %s", e.ExceptionDetails.Text+" "+thrown(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			note("the console says: %s%s", e.Args[0].Value, e.Args[0].Description)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			note("the log says: %s %s", e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, p.site+"/") && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "blob:"+p.site) {
			note("a request left the site: %s", u)
		}
	}
}

// thrown is what a script threw.
func thrown(e *runtime.ExceptionDetails) string {
	if e.Exception == nil {
		return ""
	}
	return e.Exception.Description
}

func (p *tab) do(steps ...step) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatalf("%v; the page is %s", err, p.eval("location.href + '\\n' + document.body.innerText.slice(0, 1500)"))
	}
}

// see waits until an element is visible.
func (p *tab) see(css string) { p.t.Helper(); p.do(chromedp.WaitVisible(chromedp.CSS(css))) }

// click waits for an element, and until a timeline is complete, and clicks on it.
func (p *tab) click(css string) {
	p.t.Helper()
	p.until("!document.querySelector('.board[aria-busy]')")
	p.do(chromedp.WaitVisible(chromedp.CSS(css)), chromedp.Click(chromedp.CSS(css)))
}

// press sends keys to what has the focus.
func (p *tab) press(keys string) { p.t.Helper(); p.do(chromedp.KeyEvent(keys)) }

// fill types into a field.
func (p *tab) fill(css, text string) {
	p.t.Helper()
	p.do(chromedp.SendKeys(chromedp.CSS(css), text))
}

// run evaluates statements.
func (p *tab) run(script string) {
	p.t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](script))
}

// eval gives the value of an expression, which may be a promise, as text.
func (p *tab) eval(expression string) string {
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[string]("Promise.resolve("+expression+").then(String)", chromedp.EvalAwaitPromise))
	if err != nil {
		return err.Error()
	}
	return value
}

// until waits until an expression is true.
func (p *tab) until(expression string) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Poll[chromedp.Void](expression, chromedp.WithPollingTimeout(15*time.Second))); err != nil {
		p.t.Fatalf("never true: %s: %v; the page is %s", expression, err, p.eval("location.href + '\\n' + document.body.innerText.slice(0, 1500)"))
	}
}

// text waits until an element holds a text.
func (p *tab) text(css, want string) {
	p.t.Helper()
	p.until(fmt.Sprintf("[...document.querySelectorAll(%q)].some(e => e.textContent.includes(%q))", css, want))
}
