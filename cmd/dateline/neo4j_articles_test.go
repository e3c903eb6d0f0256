package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"dateline/graph/neo4j/neo4jtest"
)

// articlesFile names a file of articles, one a line, which loaders load at the
// same time instead of the sample.
const articlesFile = "DATELINE_TEST_ARTICLES"

// sampleLines are the articles of the sample, one a line.
func sampleLines() []string {
	return strings.SplitAfter(strings.TrimSpace(sampleArticles)+"\n", "\n")[:strings.Count(strings.TrimSpace(sampleArticles), "\n")+1]
}

// articleLines are the articles of DATELINE_TEST_ARTICLES, else the sample's.
func articleLines(t *testing.T) []string {
	t.Helper()
	path := os.Getenv(articlesFile)
	if path == "" {
		return sampleLines()
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(strings.Lines(string(text)))
}

// exportOf is the export of an undisturbed load of articles into the embedded store.
func exportOf(t *testing.T, lines []string) string {
	t.Helper()
	s := store(t)
	if _, messages, code := command(t, strings.Join(lines, ""), "load", "--store", s, "-"); code != exitDone {
		t.Fatalf("load: exit code %d: %s", code, messages)
	}
	out, messages, code := command(t, "", "export", "--store", s)
	if code != exitDone {
		t.Fatalf("export: exit code %d: %s", code, messages)
	}
	return out
}

func sampleExport(t *testing.T) string { return exportOf(t, sampleLines()) }

// sameAs holds that a server's export is a certain one.
func sameAs(t *testing.T, a neo4jtest.Address, want string) {
	t.Helper()
	got, messages, code := onNeo4j(t, a, "", "export", "--store", a.URL)
	if code != exitDone || got != want {
		t.Errorf("export: exit code %d: %s: %s", code, messages, firstDifference(got, want))
	}
}

// same holds that a server has what an undisturbed load of articleLines gives.
func same(t *testing.T, a neo4jtest.Address) {
	t.Helper()
	sameAs(t, a, exportOf(t, articleLines(t)))
}

// holds holds that articles are in a server.
func holds(t *testing.T, a neo4jtest.Address, lines []string) {
	t.Helper()
	out, messages, code := onNeo4j(t, a, "", "export", "--store", a.URL)
	if code != exitDone {
		t.Fatalf("export: exit code %d: %s", code, messages)
	}
	for _, line := range lines {
		var given struct{ URL, Title string }
		if err := json.Unmarshal([]byte(line), &given); err != nil {
			t.Fatal(err)
		}
		title, _ := json.Marshal(given.Title) // a string always encodes
		if !strings.Contains(out, string(title)) {
			t.Errorf("the article %s is missing", title)
		}
	}
}
