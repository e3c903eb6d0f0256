package main

import (
	"os"
	"strings"
	"testing"

	"dateline/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }

// onNeo4j runs a command line against the tests' server.
func onNeo4j(t *testing.T, a neo4jtest.Address, stdin string, args ...string) (out, messages string, code int) {
	t.Helper()
	return command(t, stdin, append(args, "--neo4j-user", a.User, "--neo4j-password", a.Password)...)
}

// TestNeo4jHoldsTheSame loads the sample into both stores, moves it from each
// to the other, and compares all exports, and what commands print.
func TestNeo4jHoldsTheSame(t *testing.T) {
	a := neo4jtest.Server(t)
	embedded := loadSample(t)
	if _, messages, code := onNeo4j(t, a, sampleArticles, "load", "--store", a.URL, "-"); code != exitDone {
		t.Fatalf("load: exit code %d: %s", code, messages)
	}
	export := func(store string) string {
		out, messages, code := onNeo4j(t, a, "", "export", "--store", store)
		if code != exitDone {
			t.Fatalf("export: exit code %d: %s", code, messages)
		}
		return out
	}
	want := export(embedded)
	if got := export(a.URL); got != want {
		t.Errorf("the exports differ: %s", firstDifference(got, want))
	}
	for _, args := range [][]string{
		{"timeline", "Chile", "Peru"}, {"timeline", "Tomás Ledesma", "--kind", "statement"}, {"relationship", "Finland", "Estonia"},
		{"show", "Aino Harjula"}, {"path", "Aino Harjula", "Liis Raudkivi"}, {"check"},
	} {
		x, _, _ := onNeo4j(t, a, "", append(args, "--store", embedded)...)
		y, messages, code := onNeo4j(t, a, "", append(args, "--store", a.URL)...)
		if x != y || code != exitDone {
			t.Errorf("%v: exit code %d, %s: %s", args, code, messages, firstDifference(y, x))
		}
	}
	moved := store(t)
	for _, way := range [][2]string{{a.URL, moved}, {moved, a.URL}} {
		if way[1] == a.URL {
			neo4jtest.Server(t) // emptied
		}
		if _, messages, code := onNeo4j(t, a, "", "copy", "--from", way[0], "--to", way[1]); code != exitDone {
			t.Fatalf("copy: exit code %d: %s", code, messages)
		}
		if got := export(way[1]); got != want {
			t.Errorf("copied to %s: %s", way[1], firstDifference(got, want))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}
