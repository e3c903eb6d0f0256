package explorer_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/heapprofiler"
	cdpmemory "github.com/chromedp/cdproto/memory"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/schema/internal/fixture"
	"dateline/schema/server"
)

// TestJourneys walks through the explorer as people do. In each journey nothing
// may be written to the console, break the policy, or be asked of another host.
func TestJourneys(t *testing.T) {
	b := startBrowser(t)
	articles := serve(t, sample(t))
	story := serve(t, func(store graph.Store) { graphtest.Sample().Load(t, store) })
	for name, walk := range map[string]func(*testing.T, browser, site){
		"search, entity, item, sentence, back": searchToSentence, "a shared link": sharedLink, "brush": brushed, "relationship": related, "path": chain, "names together": together, "memory": memory,
		"no results": nothing, "keyboard alone": keyboard, "phone": phone, "graph": ego, "article": reading, "an example in the playground": playground,
		"names and roles": roles, "unknown parameters": unknownParameters, "files": savedFiles, "dark": dark,
	} {
		t.Run(name, func(t *testing.T) { walk(t, b, articles) })
	}
	for name, walk := range map[string]func(*testing.T, browser, site){"position change": positionChange, "vague date": vagueDate, "planned and denied": plannedAndDenied, "policy": policyStages} {
		t.Run(name, func(t *testing.T) { walk(t, b, story) })
	}
	t.Run("server gone and back", func(t *testing.T) { goneAndBack(t, b) })
	t.Run("live item", func(t *testing.T) { liveItem(t, b) })
	t.Run("a server with keys", func(t *testing.T) { withKey(t, b) })
	t.Run("hostile texts", func(t *testing.T) { hostile(t, b) })
	t.Run("5,000 items", func(t *testing.T) { many(t, b) })
}

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

func brushed(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?timeline=all")
	p.see(".brush svg")
	before := p.eval("document.querySelector('.count strong').textContent")
	p.run(`(() => {
	const plot = document.querySelector('.brush .plot'), box = plot.getBoundingClientRect()
	const at = (type, part) => plot.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, buttons: 1, clientX: box.left + box.width * part, clientY: box.top + 10 }))
	plot.setPointerCapture = () => {}
	at('pointerdown', 0.2); at('pointermove', 0.4); at('pointermove', 0.5); at('pointerup', 0.5)
	})()`)
	p.until("location.search.includes('from=') && location.search.includes('to=')")
	p.until(fmt.Sprintf("(document.querySelector('.count strong')?.textContent ?? %q) !== %q", before, before))
	p.see(".brush .window")
	p.do(chromedp.Focus(chromedp.CSS(".handle[data-end=to]")))
	from := p.eval("location.search")
	p.press(kb.ArrowRight)
	p.until(fmt.Sprintf("location.search !== %q", from))
}

func related(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?a=country:CHL&b=country:PER")
	p.text("h1", "Chile and Peru")
	p.text("h2", "Links by kind and direction")
	p.see(".links-table tbody tr td a")
	p.see("rect.coop, rect.conf")
	p.click(".links-table tbody tr td a")
	p.see("article.text mark.at")
}

func chain(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?link=names")
	p.text("h1", "Link two names")
	p.fill(".pair input", "Marisol")
	p.text(".pair [role=option]", "Marisol Huamán")
	p.press(kb.Enter)
	p.text("h1", "Marisol Huamán")
	p.fill(".pair input", "Rodrigo")
	p.text(".pair [role=option]", "Rodrigo Santelices")
	p.press(kb.Enter)
	p.text("h1", "Marisol Huamán and Rodrigo Santelices")
	p.see("ol.chain li blockquote, ol.timeline a.item")
}

func positionChange(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=person:ana-reyes")
	p.text("h2", "Changes of position")
	p.text(".changes", "against → for")
	p.click(".changes a.item")
	p.text("aside.evidence .change", "Before: against")
	p.text("aside.evidence .change", "After: for")
}

func vagueDate(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?timeline=all")
	p.text("ol.timeline .when.vague", "spring 2025")
	p.text(".count", "without a date")
	p.text(".month", "Without a date")
	p.until("[...document.querySelectorAll('.axis rect.mark.vague')].some(r => +r.getAttribute('width') > 40)")
	p.run("[...document.querySelectorAll('ol.timeline a.item')].find(a => a.textContent.includes('spring 2025')).click()")
	p.text("aside.evidence dd", "It lies somewhere from 1 March 2025 to 31 May 2025")
}

func plannedAndDenied(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?timeline=all")
	p.see("ol.timeline a.item")
	if p.eval("document.querySelectorAll('a.item.planned, a.item.negated').length") != "0" {
		t.Error("planned and denied events are among those that happened")
	}
	p.click("[data-unusual]")
	p.text("a.item.planned .badge", "planned")
	p.text("a.item.negated .badge", "denied")
	p.see(".mark.negated + .cross")
}

func policyStages(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=policy:joint-patrols")
	p.text("ol.track li", "proposed")
	p.text("ol.track li", "by Tom Hale")
	p.text(".camp.support", "Tom Hale")
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

func keyboard(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=person:elena-quiroga")
	p.see("ol.timeline a.item")
	if stops := p.eval("document.querySelectorAll('ol.timeline a.item[tabindex=\"0\"]').length"); stops != "1" {
		t.Fatalf("the timeline has %s tab stops", stops)
	}
	for range 60 {
		p.press(kb.Tab)
		if p.eval("document.activeElement.matches('ol.timeline a.item')") == "true" {
			break
		}
	}
	p.press(kb.ArrowDown)
	p.press(kb.ArrowDown)
	p.press(kb.ArrowUp)
	if at := p.eval("[...document.querySelectorAll('ol.timeline a.item')].indexOf(document.activeElement)"); at != "1" {
		t.Fatalf("the focus is on item %s, not on the second", at)
	}
	p.press(kb.Enter)
	p.until("document.activeElement.matches('aside.evidence h2')")
	p.press(kb.Escape)
	p.until("document.querySelector('aside.evidence').hidden")
	if at := p.eval("[...document.querySelectorAll('ol.timeline a.item')].indexOf(document.activeElement)"); at != "1" {
		t.Errorf("closing moved the focus to item %s", at)
	}
	p.press("+")
	p.until("location.search.includes('zoom=')")
	p.press("?")
	p.see("dialog[open]")
	p.press(kb.Escape)
	p.until("!document.querySelector('dialog')")
}

func phone(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER", chromedp.EmulateViewport(360, 740))
	p.see("ol.timeline a.item")
	p.see(".axis svg")
	if wide := p.eval("document.documentElement.scrollWidth"); wide != "360" {
		t.Errorf("the page is %s wide on a screen of 360", wide)
	}
	p.run("document.querySelector('ol.timeline a.item').click()")
	p.see("aside.evidence mark")
}

func dark(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/", call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}, {Name: "prefers-reduced-motion", Value: "reduce"}}}))
	p.text("h2", "People")
	if paper := p.eval("getComputedStyle(document.documentElement).backgroundColor"); paper != "rgb(20, 23, 27)" {
		t.Errorf("the paper is %s", paper)
	}
	if slow := p.eval("[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length"); slow != "0" {
		t.Errorf("%s elements move although less motion is asked for", slow)
	}
}

func ego(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?graph=country:PER")
	p.text(".lede", "items with it")
	p.see(".ego svg a")
	if drawn, listed := p.eval("document.querySelectorAll('.ego svg a').length"), p.eval("document.querySelectorAll('main section > table tbody tr').length"); drawn != listed {
		t.Errorf("%s drawn, %s in the table", drawn, listed)
	}
	p.run("document.querySelector('.ego svg a').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
	p.text(".kicker", "Relationship")
}

func reading(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=person:tomas-ledesma")
	p.click("ol.timeline a.item.statement")
	p.click("aside.evidence .cite a")
	p.see("article.text mark.at")
	p.see("article.text a.m")
	p.see("article.text time")
	p.click("article.text a.m")
	p.see("header.who h1")
}

func playground(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER")
	p.see(".out a.query")
	address := p.eval("document.querySelector('.stage .out a.query').getAttribute('href')")
	p.do(chromedp.Navigate(s.url + address))
	p.click(".graphiql-execute-button")
	p.text(".result-window", "totalCount")
}

func roles(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=person:elena-quiroga")
	p.see("ol.timeline a.item")
	p.see(".brush .handle")
	p.see(".axis .mark")
	tree, err := chromedp.Run(p.ctx, func(ctx context.Context, t *chromedp.Target) (accessibility.GetFullAXTreeResult, error) {
		return cdp.Call(ctx, t, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, n := range tree.Nodes {
		if n.Role != nil && n.Name != nil && !n.Ignored {
			seen[strings.Trim(string(n.Role.Value), `"`)+" "+strings.Trim(string(n.Name.Value), `"`)] = true
		}
	}
	for _, want := range []string{"heading Elena Quiroga", "list Timeline of Elena Quiroga", "combobox Search names, quotes and titles", "region Filters", "region Axis", "slider Range from", "button Zoom in (+)"} {
		if !seen[want] {
			t.Errorf("the accessibility tree lacks %q", want)
		}
	}
}

// together filters by another name, which both or either of must take part.
func together(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER")
	p.see("ol.timeline a.item")
	size := func(mode string) int {
		p.until("!document.querySelector('.board').hasAttribute('aria-busy')")
		n, err := strconv.Atoi(p.eval("document.querySelector('.count strong').textContent.split(' ')[0]"))
		if err != nil {
			t.Fatalf("%s: %v", mode, err)
		}
		return n
	}
	one := size("one")
	p.click(".morefilters summary")
	p.fill(".filters .picker input", "Chil")
	p.text(".filters [role=option]", "Chile")
	p.press(kb.Enter)
	p.until("location.search.includes('with=country:CHL')")
	both := size("both")
	p.run("{ const s = document.querySelector('[aria-label^=\"How the names\"]'); s.value = 'ANY'; s.dispatchEvent(new Event('change')) }")
	p.until("location.search.includes('match=ANY')")
	if either := size("either"); both > one || either < one || both == either {
		t.Errorf("%d items with Peru, %d with both, %d with either", one, both, either)
	}
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

func unknownParameters(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER&kinds=EVENT,NONSENSE&colour=red&from=yesterday")
	p.see("ol.timeline a.item.event")
}

func savedFiles(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER")
	p.see("ol.timeline a.item")
	head := p.eval(`import('/out.js').then(({ csv }) => {
	const [head, row] = csv([{ id: 'a', kind: 'EVENT', participants: [], summary: '=1+1, "quoted"' }]).split('\r\n')
	return head + '|' + row
	})`)
	if !strings.HasPrefix(head, "id,kind,date") || !strings.Contains(head, `"'=1+1, ""quoted"""`) {
		t.Errorf("CSV: %s", head)
	}
}

func goneAndBack(t *testing.T, b browser) {
	s := serve(t, func(store graph.Store) { graphtest.Sample().Load(t, store) })
	p := b.open(t, s, "/?timeline=all")
	p.see("ol.timeline a.item")
	p.mu.Lock()
	p.away = true
	p.mu.Unlock()
	s.stop()
	p.click("[data-value=EVENT]")
	p.text("#notice", "does not answer")
	s.start()
	p.until("document.querySelector('#notice').textContent === ''")
	p.see("ol.timeline a.item.event")
}

func liveItem(t *testing.T, b browser) {
	full := graphtest.Sample()
	s := serve(t, func(store graph.Store) { full.Without("article:5").Load(t, store) })
	p := b.open(t, s, "/?timeline=all")
	p.see("ol.timeline a.item")
	before := p.eval("document.querySelectorAll('ol.timeline a.item').length")
	full.Load(t, s.store)
	p.text(".news button", "new item")
	p.text("#live", "new item")
	if now := p.eval("document.querySelectorAll('ol.timeline a.item').length"); now != before {
		t.Errorf("the list went from %s to %s items while it was read", before, now)
	}
	p.click(".news button")
	p.until("document.querySelectorAll('ol.timeline a.item').length > " + before)
}

// withKey holds that a server with keys is asked with the one that the reader gives.
func withKey(t *testing.T, b browser) {
	secret, line := server.NewKey("desk")
	keys, err := server.ReadKeys(strings.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, func(store graph.Store) { graphtest.Sample().Load(t, store) }, keys...)
	p := b.open(t, s, "/")
	p.mu.Lock()
	p.bad, p.refused = nil, true
	p.mu.Unlock()
	p.text("form", "only those who have a key")
	p.fill("main input[type=password]", secret)
	p.click("main form button")
	p.text("h2", "People")
}

// hostile loads articles whose texts would do something if they were markup.
func hostile(t *testing.T, b browser) {
	attack := `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`
	var lines strings.Builder
	for i, title := range []string{attack, "\u202ereversed\u202c title", strings.Repeat("W", 4000), "javascript:window.hacked=1", `"><svg onload=window.hacked=1>`} {
		line, err := json.Marshal(map[string]string{"id": fmt.Sprint(i), "title": title, "published_at": "2025-03-0" + fmt.Sprint(i+1), "publisher": attack, "url": "javascript:window.hacked=1",
			"text": "President Elena Quiroga of Chile said on Tuesday: “" + attack + " is number " + fmt.Sprint(i) + " and we support the fishing moratorium.” " + title})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	s := serve(t, func(store graph.Store) { loadInto(t, store, lines.String()) })
	p := b.open(t, s, "/?timeline=all")
	p.see("ol.timeline a.item")
	for i := range 3 {
		p.run(fmt.Sprintf("document.querySelectorAll('ol.timeline a.item')[%d]?.click()", i))
		p.see("aside.evidence mark")
	}
	p.click("aside.evidence .cite a")
	p.see("article.text")
	inert := "window.hacked === undefined && document.querySelectorAll('main img, main script, [onload], [onerror], a[href^=\"javascript:\"]').length === 0"
	if p.eval(inert) != "true" {
		t.Error("an article's text became markup")
	}
	if wide := p.eval("document.documentElement.scrollWidth <= innerWidth"); wide != "true" {
		t.Error("a long word widens the page")
	}
	p.fill(".search input", "number")
	p.see("[role=option]")
	if p.eval(inert) != "true" {
		t.Error("a result of the search became markup")
	}
}

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
