//go:build unix

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"dateline/graph/neo4j/neo4jtest"
)

// separate is a command line on the tests' server in a process of its own,
// which is killed when the test ends.
func separate(t *testing.T, a neo4jtest.Address, stdin io.Reader, args ...string) *exec.Cmd {
	t.Helper()
	given, err := json.Marshal(append(args, "--store", a.URL, "--neo4j-user", a.User, "--neo4j-password", a.Password))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestAsDateline$")
	cmd.Env = append(os.Environ(), asDateline+"="+string(given))
	cmd.Stdin = stdin
	return cmd
}

// TestNeo4jTwoLoaders loads halves of the articles at the same time, shuffled
// and with some in both, by two processes of four workers each.
func TestNeo4jTwoLoaders(t *testing.T) {
	a := neo4jtest.Server(t)
	lines := articleLines(t)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	half, both := len(lines)/2, len(lines)/8
	var loaders sync.WaitGroup
	for _, part := range [][]string{lines[:half+both], lines[half:]} {
		loaders.Go(func() {
			if out, err := separate(t, a, strings.NewReader(strings.Join(part, "")), "load", "--jobs", "4", "-").CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	loaders.Wait()
	same(t, a)
	clean(t, a)
}

// TestNeo4jServerKilled kills the server at three moments of a load, among the
// statements of a transaction and at a commit, and starts it again each time;
// this costs time and nothing else.
func TestNeo4jServerKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a server three times")
	}
	process := neo4jtest.Shared(t)
	server := neo4jtest.Server(t)
	proxy, a := neo4jtest.Between(t, server)
	moments := map[moment]bool{{neo4jtest.Commit, 1}: true, {neo4jtest.Statement, 60}: true, {neo4jtest.Commit, 8}: true}
	up := make(chan error, len(moments))
	var mu sync.Mutex
	came := 0
	proxy.Before = func(m neo4jtest.Message, n int) bool {
		mu.Lock()
		defer mu.Unlock()
		if moments[moment{m, n}] {
			came++
			process.Kill()
			go func() { up <- process.Up(t.Context()) }()
		}
		return false
	}
	if out, err := separate(t, a, strings.NewReader(sampleArticles), "load", "-").CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	mu.Lock()
	n := came
	mu.Unlock()
	if n != len(moments) {
		t.Errorf("%d of %d moments came", n, len(moments))
	}
	for range n {
		if err := <-up; err != nil {
			t.Fatal(err)
		}
	}
	sameAs(t, server, sampleExport(t))
	clean(t, server)
}

// A moment is when the nth message of a kind is under way.
type moment struct {
	message neo4jtest.Message
	n       int
}

// TestNeo4jCommitCut cuts the connection when the answers to commits arrive:
// they took place, and the loader does not know.
func TestNeo4jCommitCut(t *testing.T) {
	server := neo4jtest.Server(t)
	proxy, a := neo4jtest.Between(t, server)
	proxy.Before = func(m neo4jtest.Message, n int) bool { return m == neo4jtest.Commit && n%3 == 1 }
	lines := sampleLines()
	out, err := separate(t, a, strings.NewReader(strings.Join(lines, "")), "load", "-").CombinedOutput()
	if want := fmt.Sprintf("%d articles read", len(lines)); err != nil || !strings.Contains(string(out), want) || strings.Contains(string(out), "unchanged") {
		t.Errorf("%v: %s", err, out)
	}
	if n := proxy.Connections(); n < 4 {
		t.Errorf("only %d connections were made", n)
	}
	sameAs(t, server, sampleExport(t))
	clean(t, server)
}

// TestNeo4jLoaderKilled kills loaders at three moments: what they said is done
// is there, nothing is there by half, and loading again gives what an
// undisturbed load gives.
func TestNeo4jLoaderKilled(t *testing.T) {
	want := sampleExport(t)
	for name, at := range map[string]moment{
		"writing articles":    {neo4jtest.Statement, 4},
		"committing articles": {neo4jtest.Commit, 1},
		"resolving":           {neo4jtest.Commit, 3},
	} {
		t.Run(name, func(t *testing.T) {
			server := neo4jtest.Server(t)
			lines := sampleLines()
			holds(t, server, lines[:killedLoad(t, server, lines, at)])
			if out, messages, code := onNeo4j(t, server, "", "check", "--store", server.URL); code != exitDone {
				t.Errorf("check: exit code %d: %s%s", code, messages, out)
			}
			if _, messages, code := onNeo4j(t, server, sampleArticles, "load", "--store", server.URL, "-"); code != exitDone {
				t.Fatalf("exit code %d: %s", code, messages)
			}
			sameAs(t, server, want)
			clean(t, server)
		})
	}
}

// killedLoad gives a loader a third of the articles after the other, and kills
// it at a moment of the third one. It gives how many the loader acknowledged.
func killedLoad(t *testing.T, server neo4jtest.Address, lines []string, at moment) (acknowledged int) {
	t.Helper()
	proxy, a := neo4jtest.Between(t, server)
	in, articles := io.Pipe()
	cmd := separate(t, a, in, "load", "--jobs", "1", "--json", "-")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var before atomic.Int64 // so many messages of the kind there were when the last third was given, and one more
	proxy.Before = func(m neo4jtest.Message, n int) bool {
		if first := before.Load(); m == at.message && first > 0 && int64(n) == first-1+int64(at.n) {
			_ = cmd.Process.Kill() // it has not ended, as it is asking
		}
		return false
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	third := len(lines) / 3
	given := third
	give := func(lines []string) { go io.WriteString(articles, strings.Join(lines, "")) }
	give(lines[:third])
	for progress := bufio.NewScanner(out); progress.Scan(); {
		var line struct {
			Type string
			Done int
		}
		if err := json.Unmarshal(progress.Bytes(), &line); err != nil {
			t.Fatalf("%s: %v", progress.Text(), err)
		}
		if line.Type == "summary" {
			t.Fatal("the load ended before it was killed")
		}
		switch acknowledged = line.Done; {
		case acknowledged < given: // it is told each second, whether more is done or not
		case given == third:
			given = 2 * third
			give(lines[third:given])
		case given == 2*third:
			given = len(lines)
			before.Store(int64(proxy.Count(at.message)) + 1)
			give(lines[2*third:])
		default:
			_ = articles.Close() // the moment did not come: it ends, and is told above
		}
	}
	_ = articles.Close() // a pipe's end always closes
	if err := cmd.Wait(); err == nil {
		t.Fatal("the loader was not killed")
	}
	if acknowledged < 2*third {
		t.Fatalf("killed after %d of %d articles", acknowledged, len(lines))
	}
	return acknowledged
}
