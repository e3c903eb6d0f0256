package benchmarks

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/schema"
	"dateline/schema/internal/fixture"
	"dateline/schema/server"
)

// statements is how many the store holds, ten on each day from 2020-01-01 on.
const statements = 2000

// peerQuery asks @neo4j/graphql what windows asks dateline.
const peerQuery = `query($n: Int!) { statements(limit: $n, sort: [{time: DESC}]) { id date text speaker { name } about { name }
	participantsConnection { edges { properties { roles } node { name } } }
	evidenceConnection { edges { properties { quote sentence } node { title publisher } } } } }`

// BenchmarkNeo4jGraphQL asks dateline's server and the npm package
// @neo4j/graphql for the latest statements with speaker, countries and
// evidence, over HTTP and the same data in one Neo4j, one request at a time and
// in turn. Both must give the same. "times" is the median of the peer's time
// over that of ours.
//
// The peer has the easier part: dateline takes 200 items in a field at most and
// so is asked in five fields, the peer in one; dateline cuts quotes and
// sentences out of the articles, the peer finds them on the relationship, where
// this benchmark writes them.
func BenchmarkNeo4jGraphQL(b *testing.B) {
	needNode(b)
	a := neo4jtest.Server(b)
	ours := serveNeo4j(b, a)
	writeQuotes(b, a, ours)
	peer := startPeer(b, a)
	for _, n := range []int{50, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bodies := []string{body(b, windows(n), nil), body(b, peerQuery, map[string]any{"n": n})}
			urls := []string{ours, peer}
			var answers [2][]byte
			for range 20 { // plans are made, both processes warm
				for k := range urls {
					answers[k] = ask(b, urls[k], bodies[k])
				}
			}
			if mine, theirs := readOurs(b, answers[0]), readPeer(b, answers[1]); len(mine) != n || !reflect.DeepEqual(mine, theirs) {
				b.Fatalf("dateline answers %d statements, the peer %d: %+.3v, %+.3v", len(mine), len(theirs), mine[:1], theirs[:1])
			}
			inTurn(b, func(k int) { ask(b, urls[k], bodies[k]) })
		})
	}
}

// inTurn measures two calls, ours and the peer's, and reports the medians.
func inTurn(b *testing.B, call func(k int)) {
	var times [2][]float64
	for turn := 0; b.Loop(); turn++ {
		for i := range 2 {
			k := (i + turn) % 2
			start := time.Now()
			call(k)
			times[k] = append(times[k], time.Since(start).Seconds()*1000)
		}
	}
	for _, list := range times {
		slices.Sort(list)
	}
	mine, theirs := times[0][len(times[0])/2], times[1][len(times[1])/2]
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(mine, "ours-ms")
	b.ReportMetric(theirs, "peer-ms")
	b.ReportMetric(theirs/mine, "times")
}

// windows asks dateline for the latest n statements, twenty days in a field.
func windows(n int) string {
	var q strings.Builder
	q.WriteString("{ ")
	last := graph.Day(statements/10 - 1)
	for i := 0; i*200 < n; i++ {
		to := firstDay + last - graph.Day(20*i)
		fmt.Fprintf(&q, "p%d: timeline(first: %d, filter: {from: %q, to: %q}) %s ", i, min(n, 200), to-19, to, fields)
	}
	return q.String() + "}"
}

// firstDay is 2020-01-01.
var firstDay = graph.Day(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).Unix() / 86400)

// needNode skips where node or the peer's packages are not asked for, or fails
// where they are and are not there.
func needNode(b *testing.B) {
	b.Helper()
	if require := os.Getenv("DATELINE_REQUIRE"); !strings.Contains(require, "neo4j") || !strings.Contains(require, "node") {
		b.Skip("set DATELINE_REQUIRE=neo4j,node to compare with @neo4j/graphql (needs Node.js, Java and Maven)")
	}
	if _, err := os.Stat(filepath.Join("neo4jgraphql", "node_modules")); err != nil {
		b.Fatal("the peer's packages are not here; run: npm ci --prefix schema/benchmarks/neo4jgraphql")
	}
}

// serveNeo4j fills a Neo4j and serves it; the address is that of its GraphQL.
func serveNeo4j(b *testing.B, a neo4jtest.Address) string {
	b.Helper()
	store, err := neo4j.Open(b.Context(), neo4j.Config{URL: a.URL, User: a.User, Password: a.Password})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	if err := fixture.Statements(b.Context(), store, statements); err != nil {
		b.Fatal(err)
	}
	executor, err := schema.New(store, schema.Config{})
	if err != nil {
		b.Fatal(err)
	}
	s, err := server.New(executor, store, server.Config{NoAuth: true})
	if err != nil {
		b.Fatal(err)
	}
	listening := httptest.NewServer(s.Handler())
	b.Cleanup(listening.Close)
	return listening.URL + "/graphql"
}

// startPeer starts the peer over a Neo4j; it ends with the benchmark.
func startPeer(b *testing.B, a neo4jtest.Address) string {
	b.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, "node", "server.mjs", a.URL, a.User, a.Password)
	cmd.Dir, cmd.Stderr = "neo4jgraphql", os.Stderr
	cmd.Env = append(os.Environ(), "NODE_ENV=production")
	in, err := cmd.StdinPipe() // the peer ends when it is closed, as with this process
	if err != nil {
		b.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		in.Close()
		cancel()
		_ = cmd.Wait() // it was ended
	})
	var port int
	if _, err := fmt.Fscan(out, &port); err != nil {
		b.Fatalf("the peer did not start: %v", err)
	}
	return fmt.Sprintf("http://127.0.0.1:%d/", port)
}

func body(b *testing.B, query string, variables map[string]any) string {
	b.Helper()
	text, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}

// client takes answers as they are, not compressed.
var client = &http.Client{Transport: &http.Transport{DisableCompression: true}}

func ask(b *testing.B, url, body string) []byte {
	b.Helper()
	res, err := client.Post(url, "application/json", strings.NewReader(body))
	if err != nil {
		b.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK || bytes.HasPrefix(text, []byte(`{"errors"`)) {
		b.Fatalf("%s %v: %.500s", res.Status, err, text)
	}
	return text
}
