package explorer_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func positionChange(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=person:ana-reyes")
	p.text("h2", "Changes of position")
	p.text(".changes", "against → for")
	p.click(".changes a.item")
	p.text("aside.evidence .change", "Before: against")
	p.text("aside.evidence .change", "After: for")
}

// changeDated holds that the day of a change is explained by the article that
// tells the change, and that its two statements stand once in the panel.
func changeDated(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=person:tomas-ledesma&kinds=POSITION_CHANGE")
	p.text(".changes .badge", "on a condition")
	p.click("ol.timeline a.item")
	p.text("aside.evidence dd", "17 June 2025, counted from the article's date (18 June 2025)")
	if quotes := p.eval("document.querySelectorAll('aside.evidence blockquote').length"); quotes != "2" {
		t.Errorf("%s quotations for two statements", quotes)
	}
}

func policyStages(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=policy:joint-patrols")
	p.text("ol.track li", "proposed")
	p.text("ol.track li", "by Tom Hale")
	p.text("ol.track li a.entity", "Tom Hale")
	if beside := p.eval("(a => a.getBoundingClientRect().left > a.parentNode.getBoundingClientRect().left)(document.querySelector('ol.track li a.entity'))"); beside != "true" {
		t.Error("who moved a policy stands apart from the word before")
	}
	p.text(".camp.support", "Tom Hale")
	p.do(chromedp.EmulateViewport(1300, 400))
	p.click("ol.track li > a")
	p.until("document.querySelector('aside.evidence blockquote')?.getBoundingClientRect().top < innerHeight")
}

func reading(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=person:tomas-ledesma")
	p.click("ol.timeline a.item.statement")
	p.see("aside.evidence blockquote mark")
	sentence := p.eval("document.querySelector('aside.evidence blockquote mark').textContent")
	p.click("aside.evidence .cite a")
	p.see("article.text mark.at")
	if marked := p.eval("[...document.querySelectorAll('article.text mark.at')].map(m => m.textContent).join('')"); marked != sentence {
		t.Errorf("%q is marked, of %q", marked, sentence)
	}
	p.text(".legend", "statement or quotation")
	p.see("article.text a.m")
	p.see("article.text time[title]")
	if stops := p.eval("document.querySelectorAll('article.text [tabindex=\"0\"]').length"); stops != "1" {
		t.Errorf("the text has %s tab stops", stops)
	}
	p.run("document.querySelector('article.text [tabindex=\"0\"]').focus()")
	p.press(kb.End)
	p.press(kb.ArrowLeft)
	p.until("(s => s.at(-2) === document.activeElement)([...document.querySelectorAll('article.text :is(mark, .m, time)')])")
	p.click("article.text a.m")
	p.see("header.who h1")
}
