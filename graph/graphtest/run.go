package graphtest

import (
	"encoding/json"
	"testing"

	"dateline/graph"
)

// Run holds a store to the contract. open gives an empty store of its own for
// each test; Run closes it.
func Run(t *testing.T, open func(t *testing.T) graph.Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, graph.Store)
	}{
		{"Empty", empty},
		{"Timelines", timelines},
		{"AsOf", asOf},
		{"TimelinePages", timelinePages},
		{"StableUnderInserts", stableUnderInserts},
		{"Cursors", cursors},
		{"Items", items},
		{"Evidence", evidence},
		{"CarriedEvidence", carriedEvidence},
		{"Histograms", histograms},
		{"Entities", entities},
		{"FindEntities", findEntities},
		{"ListEntities", listEntities},
		{"Roles", roles},
		{"Positions", positions},
		{"Related", related},
		{"Links", links},
		{"UndatedLinks", undatedLinks},
		{"Paths", paths},
		{"PathsAsOf", pathsAsOf},
		{"Hubs", hubs},
		{"Articles", articles},
		{"ArticleTimelines", articleTimelines},
		{"Mentions", mentions},
		{"Search", search},
		{"SearchPages", searchPages},
		{"Stats", stats},
		{"Changes", changes},
		{"Put", put},
		{"Replace", replace},
		{"Refresh", refresh},
		{"Delete", deletion},
		{"Order", order},
		{"Marks", marks},
		{"Members", members},
		{"Rollback", rollback},
		{"Tallies", tallies},
		{"Copies", copies},
		{"FormerEntities", formerEntities},
		{"FormerItems", formerItems},
		{"Scans", scans},
		{"Judgements", judgements},
		{"Check", check},
		{"Exclusion", exclusion},
		{"Deadlines", deadlines},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := open(t)
			defer func() {
				if err := s.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			}()
			test.run(t, s)
		})
	}
}

// must gives a value, or ends the test.
func must[T any](value T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// same compares values by their JSON.
func same(t testing.TB, what string, got, want any) {
	t.Helper()
	g, w := text(t, got), text(t, want)
	if g != w {
		t.Errorf("%s:\n got %s\nwant %s", what, g, w)
	}
}

func text(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if string(b) == "null" {
		return "[]"
	}
	return string(b)
}

// ids are those of a list of items.
func ids(items []graph.Item) (list []graph.ID) {
	for _, i := range items {
		list = append(list, i.ID)
	}
	return list
}

func nodes[T any](c graph.Connection[T]) (list []T) {
	for _, e := range c.Edges {
		list = append(list, e.Node)
	}
	return list
}

// isKind ends the test unless an error is of a kind.
func isKind(t testing.TB, what string, err error, kind graph.ErrorKind) {
	t.Helper()
	if err == nil || graph.KindOf(err) != kind {
		t.Errorf("%s: got error %v, want one of kind %s", what, err, kind)
	}
}

// everything is a page that holds the whole fixture.
var everything = graph.Page{First: 1000}

// walk pages through a list from both ends and compares with the whole.
func walk[T any](t testing.TB, what string, size int, page func(graph.Page) (graph.Connection[T], error)) {
	t.Helper()
	whole := must(page(everything))(t)
	var forward, backward []T
	after, before := "", ""
	for range len(whole.Edges) + 2 {
		c := must(page(graph.Page{First: size, After: after}))(t)
		forward = append(forward, nodes(c)...)
		if !c.HasNext {
			break
		}
		after = c.Edges[len(c.Edges)-1].Cursor
	}
	for range len(whole.Edges) + 2 {
		c := must(page(graph.Page{Last: size, Before: before}))(t)
		backward = append(nodes(c), backward...)
		if !c.HasPrior {
			break
		}
		before = c.Edges[0].Cursor
	}
	same(t, what+", forwards", forward, nodes(whole))
	same(t, what+", backwards", backward, nodes(whole))
}
