package explorer_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

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

// lanes draws the names that take part most, and says of how many.
func lanes(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?timeline=all")
	p.see(".axis .mark")
	p.run("[...document.querySelectorAll('.zoom button')].find(b => b.textContent === 'Lanes by name').click()")
	p.until("location.search.includes('lanes=entities')")
	p.text(".axis .legend", "the 8 of ")
	if drawn := p.eval("document.querySelectorAll('.axis .lanename').length"); drawn != "8" {
		t.Errorf("%s lanes", drawn)
	}
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

// narrowed holds that the axis shows the range that is asked for, although
// vague dates that may lie in it begin before.
func narrowed(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?timeline=all&from=2025-05&to=2025-05")
	p.see(".axis .mark.vague")
	p.until("document.querySelector('.axis svg').getAttribute('aria-label').endsWith('from 30 April 2025 to 2 June 2025; the list below has the same items')")
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
