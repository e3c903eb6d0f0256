package main

import (
	"os"
	"slices"
	"strings"
	"sync"
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

// TestNeo4jTwoLoaders loads halves of the sample at the same time, which
// overlap, each over connections of its own.
func TestNeo4jTwoLoaders(t *testing.T) {
	a := neo4jtest.Server(t)
	lines := strings.SplitAfter(strings.TrimSpace(sampleArticles)+"\n", "\n")
	slices.Reverse(lines)
	var wg sync.WaitGroup
	for _, part := range [][]string{lines[:16], lines[10:]} {
		wg.Go(func() {
			if _, messages, code := onNeo4j(t, a, strings.Join(part, ""), "load", "--store", a.URL, "--jobs", "4", "-"); code != exitDone {
				t.Errorf("load: exit code %d: %s", code, messages)
			}
		})
	}
	wg.Wait()
	want, _, _ := command(t, "", "export", "--store", loadSample(t))
	got, messages, code := onNeo4j(t, a, "", "export", "--store", a.URL)
	if code != exitDone || got != want {
		t.Errorf("exit code %d: %s: %s", code, messages, firstDifference(got, want))
	}
	if out, _, code := onNeo4j(t, a, "", "check", "--store", a.URL); code != exitDone {
		t.Errorf("check: %s", out)
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

// TestNeo4jFailures holds that what is wrong with a server is told in one
// line, with the right exit code.
func TestNeo4jFailures(t *testing.T) {
	a := neo4jtest.Server(t)
	for _, test := range []struct {
		name string
		args []string
		code int
		want string
		when string // a statement that makes it so
	}{
		{"unreachable", []string{"--store", "bolt://127.0.0.1:1", "--neo4j-wait", "1ms"}, exitUnreachable, "cannot be reached", ""},
		{"unknown host", []string{"--store", "neo4j://no-such-host.invalid"}, exitUnreachable, "cannot be reached", ""},
		{"no database", []string{"--store", a.URL, "--neo4j-database", "nothere"}, exitUnreachable, `no database "nothere"`, ""},
		{"no host", []string{"--store", "bolt://", "--neo4j-wait", "1ms"}, exitUnreachable, "cannot be reached", ""},
		{"foreign", []string{"--store", a.URL}, exitIncompatible, "left alone", "CREATE (:Movie {title: 'The Graph'})"},
		{"newer", []string{"--store", a.URL}, exitIncompatible, "newer version", "MATCH (n) DETACH DELETE n CREATE (:Dateline {id: 'graph', version: 1000, seq: 0, turn: 0})"},
	} {
		if test.when != "" {
			neo4jtest.Run(t, a, test.when, nil)
		}
		_, messages, code := onNeo4j(t, a, "", append([]string{"check"}, test.args...)...)
		if code != test.code || !strings.Contains(messages, test.want) || strings.Count(messages, "\n") != 1 {
			t.Errorf("%s: exit code %d: %s", test.name, code, messages)
		}
	}
	if rows := neo4jtest.Run(t, a, "MATCH (n) RETURN count(n)", nil); rows[0].Values[0] != int64(1) {
		t.Errorf("a database of a newer version was changed")
	}
	if a.Password == "" {
		return
	}
	a.Password = "wrong"
	if _, messages, code := onNeo4j(t, a, "", "check", "--store", a.URL); code != exitUnreachable || !strings.Contains(messages, "does not accept user") {
		t.Errorf("wrong password: exit code %d: %s", code, messages)
	}
}
