package explorer_test

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

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

// narrowTables holds that tables stay within a phone's screen, and stay tables.
func narrowTables(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?a=country:CHL&b=country:PER", chromedp.EmulateViewport(360, 740))
	const fits = "[...document.querySelectorAll('main table, main .ego')].every(e => e.getBoundingClientRect().right <= 360)"
	for _, table := range []string{".links-table [role=row] [role=cell]", "table.wide [role=row] [role=cell]"} {
		p.see(table)
		if p.eval(fits) != "true" {
			t.Errorf("a table is wider than the screen at %s", p.eval("location.search"))
		}
		p.do(chromedp.Navigate(s.url + "/?graph=country:PER"))
	}
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
