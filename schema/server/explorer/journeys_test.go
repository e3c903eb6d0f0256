package explorer_test

import (
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
)

// TestJourneys walks through the explorer as people do. In each journey nothing
// may be written to the console, break the policy, or be asked of another host.
func TestJourneys(t *testing.T) {
	b := startBrowser(t)
	articles := serve(t, sample(t))
	story := serve(t, func(store graph.Store) { graphtest.Sample().Load(t, store) })
	for name, walk := range map[string]func(*testing.T, browser, site){
		"search, entity, item, sentence, back": searchToSentence, "a shared link": sharedLink, "brush": brushed, "relationship": related, "path": chain, "names together": together, "memory": memory,
		"no results": nothing, "keyboard alone": keyboard, "phone": phone, "graph": ego, "article": reading, "an example in the playground": playground,
		"names and roles": roles, "unknown parameters": unknownParameters, "a search as a query": searchAsQuery, "every screen as a query": everyScreen, "newest": newest, "lanes": lanes, "a change and its day": changeDated, "tables on a phone": narrowTables, "files": savedFiles, "print": printed, "dark": dark,
	} {
		t.Run(name, func(t *testing.T) { walk(t, b, articles) })
	}
	for name, walk := range map[string]func(*testing.T, browser, site){"position change": positionChange, "vague date": vagueDate, "a range of vague dates": narrowed, "planned and denied": plannedAndDenied, "policy": policyStages} {
		t.Run(name, func(t *testing.T) { walk(t, b, story) })
	}
	t.Run("given articles", func(t *testing.T) { given(t, b) })
	t.Run("server gone and back", func(t *testing.T) { goneAndBack(t, b) })
	t.Run("live item", func(t *testing.T) { liveItem(t, b) })
	t.Run("live item of an entity", func(t *testing.T) { liveOnEntity(t, b) })
	t.Run("a server with keys", func(t *testing.T) { withKey(t, b) })
	t.Run("hostile texts", func(t *testing.T) { hostile(t, b) })
	t.Run("5,000 items", func(t *testing.T) { many(t, b) })
}
