package explorer_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

func related(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?a=country:CHL&b=country:PER")
	p.text("h1", "Chile and Peru")
	p.text("h2", "Links by kind and direction")
	p.text(".lede", "shared items from")
	p.text("h2", "By year and kind")
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

func ego(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?graph=country:PER")
	p.text(".lede", "items with it")
	p.see(".ego svg a")
	p.text("[data-around]", "names)")
	if drawn, listed := p.eval("document.querySelectorAll('.ego svg a').length"), p.eval("document.querySelectorAll('main section > table tbody tr').length"); drawn != listed {
		t.Errorf("%s drawn, %s in the table", drawn, listed)
	}
	p.run("document.querySelector('.ego svg a').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
	p.text(".kicker", "Relationship")
}
