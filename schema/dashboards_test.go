package schema

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
)

// A target is a query of a panel of the Grafana dashboard.
type target struct {
	Options struct {
		Query string `json:"body_graphql_query"`
	} `json:"url_options"`
	Root    string `json:"root_selector"`
	Columns []struct{ Selector string }
}

// TestDashboard asks the query of every panel and annotation, and holds that
// what the panel selects from the answer is there.
func TestDashboard(t *testing.T) {
	text, err := os.ReadFile("dashboards/dateline.json")
	if err != nil {
		t.Fatal(err)
	}
	var dashboard struct {
		Panels []struct {
			Title   string
			Targets []target
		}
		Annotations struct{ List []struct{ Target target } }
	}
	if err := json.Unmarshal(text, &dashboard); err != nil {
		t.Fatal(err)
	}
	x, _ := story(t)
	check := func(title string, q target) {
		query := strings.NewReplacer("${entity}", "MEX", "${other}", "USA", "${interval}", "MONTH", "${__from}", "1735689600000", "${__to}", "1767225599999").Replace(q.Options.Query)
		res := ask(t, x, query, "")
		if len(res.Errors) > 0 {
			t.Errorf("%s: %s", title, res.Body)
			return
		}
		var body any
		if err := json.Unmarshal(res.Body, &body); err != nil {
			t.Fatal(err)
		}
		root, _, computed := strings.Cut(q.Root, ".{")
		rows, ok := pick(body, root)
		if !ok {
			t.Errorf("%s: there is no %s in %s", title, root, res.Body)
		}
		for _, c := range q.Columns {
			if list, _ := rows.([]any); !computed && len(list) > 0 {
				if _, ok := pick(list[0], c.Selector); !ok {
					t.Errorf("%s: there is no %s in %v", title, c.Selector, list[0])
				}
			}
		}
	}
	for _, p := range dashboard.Panels {
		for _, q := range p.Targets {
			check(p.Title, q)
		}
	}
	for _, a := range dashboard.Annotations.List {
		check("annotations", a.Target)
	}
}

// pick follows keys and indexes joined by dots.
func pick(v any, path string) (any, bool) {
	key, rest, more := strings.Cut(path, ".")
	ok := false
	switch in := v.(type) {
	case map[string]any:
		v, ok = in[key]
	case []any:
		if i, err := strconv.Atoi(key); err == nil && i < len(in) {
			v, ok = in[i], true
		}
	}
	if !ok || !more {
		return v, ok
	}
	return pick(v, rest)
}
