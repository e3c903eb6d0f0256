package explorer_test

import (
	"strings"
	"testing"

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
}

func playground(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=country:PER")
	p.see(".out a.query")
	address := p.eval("document.querySelector('.stage .out a.query').getAttribute('href')")
	p.do(chromedp.Navigate(s.url + address))
	p.click(".graphiql-execute-button")
	p.text(".result-window", "totalCount")
}
