package explorer_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

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
	p.see(".plot .mark")
	picture := p.eval(`import('/out.js').then(({ drawing }) => {
	const seen = document.querySelector('.plot .mark').ownerSVGElement
	const svg = new DOMParser().parseFromString(drawing(seen), 'image/svg+xml').documentElement
	const marks = svg.querySelectorAll('[data-id]'), painted = [...marks].every(m => m.getAttribute('fill') || m.querySelector('[fill]'))
	return [svg.localName, svg.getAttribute('viewBox') !== null, marks.length === seen.querySelectorAll('.mark').length, painted, svg.querySelector('script, foreignObject, a, [class]')].join(' ')
	})`)
	if picture != "svg true true true " {
		t.Errorf("SVG: %s", picture)
	}
}

// printed looks at a page as it is printed: what leads elsewhere is gone, the
// items and their evidence are all there.
func printed(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER", call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	p.see("ol.timeline a.item")
	p.run("document.querySelector('ol.timeline a.item').click()")
	p.see("aside.evidence mark")
	if shown := p.eval("[...document.querySelectorAll('.top, .filters, .zoom, .out, .close')].filter(e => e.getClientRects().length).length"); shown != "0" {
		t.Errorf("%s controls are printed", shown)
	}
	if paper := p.eval("getComputedStyle(document.documentElement).backgroundColor"); paper != "rgb(255, 255, 255)" {
		t.Errorf("it is printed on %s", paper)
	}
	if wide := p.eval("document.documentElement.scrollWidth <= innerWidth"); wide != "true" {
		t.Error("the print is wider than the paper")
	}
}

func playground(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER")
	p.see(".out a.query")
	address := p.eval("document.querySelector('.stage .out a.query').getAttribute('href')")
	p.do(chromedp.Navigate(s.url + address))
	p.click(".graphiql-execute-button")
	p.text(".result-window", "totalCount")
}
