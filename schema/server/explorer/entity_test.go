package explorer_test

import (
	"testing"
)

func positionChange(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=person:ana-reyes")
	p.text("h2", "Changes of position")
	p.text(".changes", "against → for")
	p.click(".changes a.item")
	p.text("aside.evidence .change", "Before: against")
	p.text("aside.evidence .change", "After: for")
}

func policyStages(t *testing.T, b browser, s site) {
	p := b.open(t, s, "/?entity=policy:joint-patrols")
	p.text("ol.track li", "proposed")
	p.text("ol.track li", "by Tom Hale")
	p.text(".camp.support", "Tom Hale")
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
