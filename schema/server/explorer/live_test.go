package explorer_test

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/schema/server"
)

func goneAndBack(t *testing.T, b browser) {
	s := serve(t, func(store graph.Store) { graphtest.Sample().Load(t, store) })
	p := b.open(t, s, "/?timeline=all")
	p.see("ol.timeline a.item")
	p.until("!document.querySelector('.board[aria-busy]')")
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

// liveOnEntity holds that news of an entity does not move what is read of it.
func liveOnEntity(t *testing.T, b browser) {
	full := graphtest.Sample()
	s := serve(t, func(store graph.Store) { full.Without("article:5").Load(t, store) })
	p := b.open(t, s, "/?entity=person:ana-reyes")
	p.see("ol.timeline a.item")
	p.until("!document.querySelector('.board[aria-busy]') && document.querySelector('#said h2')")
	p.run("document.querySelector('ol.timeline a.item').scrollIntoView()")
	const place = "document.querySelector('ol.timeline a.item').getBoundingClientRect().top"
	before := p.eval(place)
	full.Load(t, s.store)
	p.text("#live", "new item")
	p.see(".news button")
	if now := p.eval(place); now != before {
		t.Errorf("the item that is read went from %s to %s", before, now)
	}
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
