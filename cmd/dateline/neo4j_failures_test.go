package main

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"dateline/graph/neo4j/neo4jtest"
)

// failing runs commands that read and that write, and holds that each ends
// with the code and one line of messages that says what is wrong.
func failing(t *testing.T, a neo4jtest.Address, code int, want string, commands ...[]string) {
	t.Helper()
	for _, args := range commands {
		_, messages, got := onNeo4j(t, a, newArticle, args...)
		if got != code || !strings.Contains(messages, want) || strings.Count(messages, "\n") != 1 {
			t.Errorf("%v: exit code %d, want %d: %s", args, got, code, messages)
		}
	}
}

// newArticle is one that no other test loads.
const newArticle = `{"id": "late", "text": "Harbour master Ana Lund said on Monday that the pier will be closed.", "published_at": "2025-03-04"}` + "\n"

// asking are the commands of every failure: one that writes and one that reads.
func bothWays(flags ...string) [][]string {
	return [][]string{append([]string{"load", "-"}, flags...), append([]string{"timeline", "Chile"}, flags...)}
}

// TestNeo4jFailures holds that what is wrong with a server is told in one
// line, with the right exit code, and that what stays wrong is tried once.
func TestNeo4jFailures(t *testing.T) {
	server := neo4jtest.Server(t)
	for _, test := range []struct {
		name  string
		code  int
		want  string
		flags []string
		// logins is how often each command logs in, connections how often it connects at most.
		logins, connections int
		password            string // if it is not the right one
	}{
		{name: "wrong password", code: exitUnreachable, want: `does not accept user "neo4j"`, password: "wrong", logins: 1, connections: 1},
		{name: "no database", code: exitUnreachable, want: `no database "nothere"`, flags: []string{"--neo4j-database", "nothere"}, logins: 1, connections: 1},
		{name: "unknown host", code: exitUnreachable, want: "cannot be reached", flags: []string{"--store", "neo4j://no-such-host.invalid"}},
		{name: "nobody listens", code: exitUnreachable, want: "cannot be reached", flags: []string{"--store", "bolt://127.0.0.1:1", "--neo4j-wait", "1ms"}},
		{name: "no host", code: exitUnreachable, want: "cannot be reached", flags: []string{"--store", "bolt://", "--neo4j-wait", "1ms"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.password != "" && server.Password == "" {
				t.Skip("the server asks for no password")
			}
			proxy, a := neo4jtest.Between(t, server)
			if test.password != "" {
				a.Password = test.password
			}
			commands := bothWays(append([]string{"--store", a.URL}, test.flags...)...)
			failing(t, a, test.code, test.want, commands...)
			if n := proxy.Count(neo4jtest.Login); n != test.logins*len(commands) {
				t.Errorf("%d commands logged in %d times", len(commands), n)
			}
			if n := proxy.Connections(); n > test.connections*len(commands) {
				t.Errorf("%d commands connected %d times", len(commands), n)
			}
		})
	}
}

// TestNeo4jForeign holds that a database that another program or a newer
// version filled is left as it is.
func TestNeo4jForeign(t *testing.T) {
	a := neo4jtest.Server(t)
	for _, test := range []struct{ name, made, want string }{
		{"foreign", "CREATE (:Movie {title: 'The Graph'})", "left alone"},
		{"newer", "CREATE (:Dateline {id: 'graph', version: 1000, seq: 0, turn: 0})", "newer version"},
	} {
		t.Run(test.name, func(t *testing.T) {
			neo4jtest.Wipe(t, a)
			neo4jtest.Run(t, a, test.made, nil)
			failing(t, a, exitIncompatible, test.want, bothWays("--store", a.URL)...)
			if rows := neo4jtest.Run(t, a, "MATCH (n) RETURN count(n)", nil); rows[0].Values[0] != int64(1) {
				t.Error("it was changed")
			}
		})
	}
}

// TestNeo4jDownAndUp meets a server that is down, starts, only reads, and
// starts again: who waits is answered as soon as it is there.
func TestNeo4jDownAndUp(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a server twice")
	}
	process := neo4jtest.Shared(t)
	server := process.Address()
	if _, messages, code := onNeo4j(t, server, sampleArticles, "load", "--store", server.URL, "-"); code != exitDone {
		t.Fatalf("exit code %d: %s", code, messages)
	}
	restart := func(ctx context.Context, settings ...string) {
		t.Helper()
		if err := errors.Join(process.Stop(), process.Configure(settings...), process.Up(ctx)); err != nil {
			t.Error(err)
		}
	}

	process.Kill()
	proxy, a := neo4jtest.Between(t, server)
	failing(t, a, exitUnreachable, "is the server running", bothWays("--store", a.URL, "--neo4j-wait", "1s")...)
	if n := proxy.Connections(); n < 4 || n > 20 {
		t.Errorf("two commands connected %d times in a second each", n)
	}
	met := starting(t, process, server, "", "timeline", "Chile")
	if met.code != exitDone || !strings.Contains(met.out, "Quiroga") {
		t.Errorf("a question to a server that starts: exit code %d: %s", met.code, met.messages)
	}

	// It is stopped in order: a database that only reads cannot recover.
	restart(t.Context(), "server.databases.default_to_read_only=true")
	t.Cleanup(func() { restart(context.WithoutCancel(t.Context())) }) // the next test finds it as it was
	proxy, a = neo4jtest.Between(t, server)
	failing(t, a, exitUnreachable, "only reads", []string{"load", "-", "--store", a.URL}, []string{"delete", "late", "--store", a.URL})
	if n := proxy.Count(neo4jtest.Begin); n != 2 {
		t.Errorf("two commands that write to what only reads began %d transactions", n)
	}
	if _, messages, code := onNeo4j(t, a, "", "timeline", "Chile", "--store", a.URL); code != exitDone {
		t.Errorf("what only reads is read: exit code %d: %s", code, messages)
	}
}

// An ending is how a command ended.
type ending struct {
	out, messages string
	code          int
}

// starting runs a command while the server is down, and starts the server once
// the command has tried three times.
func starting(t *testing.T, process *neo4jtest.Process, server neo4jtest.Address, stdin string, args ...string) ending {
	t.Helper()
	proxy, a := neo4jtest.Between(t, server)
	begin := time.Now()
	done := make(chan ending, 1)
	go func() {
		out, messages, code := onNeo4j(t, a, stdin, append(args, "--store", a.URL, "--neo4j-wait", "3m")...)
		done <- ending{out, messages, code}
	}()
	for proxy.Connections() < 3 {
		select {
		case e := <-done:
			t.Fatalf("it did not wait for the server: exit code %d: %s", e.code, e.messages)
		case <-time.After(10 * time.Millisecond):
		}
	}
	if err := process.Up(t.Context()); err != nil {
		t.Fatal(err)
	}
	e := <-done
	if n, most := proxy.Connections(), 20+int(time.Since(begin).Seconds()); n > most {
		t.Errorf("it connected %d times", n)
	}
	return e
}

// clean holds that nothing is wrong in the database, and that nothing is left to compute.
func clean(t *testing.T, a neo4jtest.Address) {
	t.Helper()
	out, messages, code := onNeo4j(t, a, "", "check", "--store", a.URL)
	if code != exitDone || messages != "nothing is wrong\n" {
		t.Errorf("check: exit code %d: %s%s", code, messages, out)
	}
}
