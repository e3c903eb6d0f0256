package schema

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/schema/internal/fixture"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }

// TestStoresAnswerAlike asks both stores the same and compares the answers,
// the order and scores of search aside.
func TestStoresAnswerAlike(t *testing.T) {
	a := neo4jtest.Server(t)
	other, err := neo4j.Open(t.Context(), neo4j.Config{URL: a.URL, User: a.User, Password: a.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if err := fixture.Story(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	var executors []*Executor
	for _, s := range []graph.Store{openStore(t, fixture.Story), other} {
		x, err := New(s, Config{})
		if err != nil {
			t.Fatal(err)
		}
		executors = append(executors, x)
	}
	files, err := filepath.Glob("testdata/answers/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatal("no queries", err)
	}
	for _, file := range files {
		query, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, got := ask(t, executors[0], string(query), "").Body, ask(t, executors[1], string(query), "").Body
		if strings.HasSuffix(file, "search.graphql") {
			want, got = results(t, want), results(t, got)
		}
		if string(want) != string(got) {
			t.Errorf("%s: the embedded store answers\n%s\nand Neo4j\n%s", file, want, got)
		}
	}
}

// results are the results of a search in the order of their text.
func results(t *testing.T, body []byte) []byte {
	t.Helper()
	var answer struct {
		Data struct {
			Search struct{ Edges []json.RawMessage }
		}
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		t.Fatal(err)
	}
	scores := regexp.MustCompile(`"score":[0-9.e-]+,`)
	var edges []string
	for _, e := range answer.Data.Search.Edges {
		edges = append(edges, scores.ReplaceAllString(string(e), ""))
	}
	slices.Sort(edges)
	return []byte(strings.Join(edges, "\n"))
}
