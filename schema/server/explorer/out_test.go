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
	p.do(chromedp.Navigate(s.url + "/?graph=country:PER"))
	p.see(".ego svg a")
	p.run("window.saved = ''; HTMLAnchorElement.prototype.click = () => {}; URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text }); return '#' }")
	p.run("document.querySelector('main .out button').click()")
	p.until("window.saved.includes('id,kind,name,shared_items,first,last') && window.saved.includes('country:CHL,COUNTRY,Chile,')")
	p.do(chromedp.Navigate(s.url + "/?entity=country:PER"))
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

// everyScreen holds that each screen leads to its question, and that those with
// items save them.
func everyScreen(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/")
	for address, saves := range map[string]bool{"/": true, "/?timeline=all": true, "/?entity=country:PER": true, "/?graph=country:PER": true, "/?a=country:CHL&b=country:PER": true, "/?link=names": false, "/?a=person:marisol-huaman&b=person:rodrigo-santelices": true} {
		p.do(chromedp.Navigate(s.url + address))
		p.see("main .out a.query")
		if saves {
			p.until("[...document.querySelectorAll('main .out button')].map(b => b.textContent).join(' ').startsWith('CSV JSON')")
		}
	}
	p.do(chromedp.Navigate(s.url + "/?entity=country:PER"))
	p.see("ol.timeline a.item")
	p.click("ol.timeline a.item")
	p.see("aside.evidence .out a.query")
	p.click("aside.evidence .cite a")
	p.see("article.text")
	p.text("main .out button", "CSV")
	p.see("main .out a.query")
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
