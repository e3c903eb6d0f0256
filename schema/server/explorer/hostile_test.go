package explorer_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"dateline/graph"
)

// hostile loads articles whose texts would do something if they were markup.
func hostile(t *testing.T, b browser) {
	attack := `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`
	var lines strings.Builder
	for i, title := range []string{attack, "\u202ereversed\u202c title", strings.Repeat("W", 4000), "javascript:window.hacked=1", `"><svg onload=window.hacked=1>`} {
		line, err := json.Marshal(map[string]string{"id": fmt.Sprint(i), "title": title, "published_at": "2025-03-0" + fmt.Sprint(i+1), "publisher": attack, "url": "javascript:window.hacked=1",
			"text": "President Elena Quiroga of Chile said on Tuesday: “" + attack + " is number " + fmt.Sprint(i) + " and we support the fishing moratorium " + title + title + title + "”"})
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
