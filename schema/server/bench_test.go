//go:build unix

package server

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/schema/internal/fixture"
)

// BenchmarkHTTP asks for 50 statements with speaker, countries and evidence
// from 64 clients at once, and gives the 99th percentile beside requests a second.
func BenchmarkHTTP(b *testing.B) {
	fill := func(ctx context.Context, s graph.Store) error { return fixture.Statements(ctx, s, 2000) }
	b.Run("sqlite", func(b *testing.B) { ask(b, serveOver(b, Config{}, fill).url) })
	b.Run("neo4j", func(b *testing.B) {
		a := neo4jtest.Server(b)
		store, err := neo4j.Open(b.Context(), neo4j.Config{URL: a.URL, User: a.User, Password: a.Password})
		if err != nil {
			b.Fatal(err)
		}
		ask(b, serveStore(b, Config{}, store, fill).url)
	})
}

func ask(b *testing.B, url string) {
	const body = `{"query":"{ timeline(first: 50) { nodes { id date { value } ... on Statement { text speaker { name } about { name } } participants { role entity { name } } evidence { quote sentence article { title publisher } } } } }"}`
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	var mu sync.Mutex
	var took []time.Duration
	b.SetParallelism(32) // times GOMAXPROCS
	b.ResetTimer()
	before := cpu()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			start := time.Now()
			res, err := client.Post(url+"/graphql", "application/json", strings.NewReader(body))
			if err != nil {
				b.Error(err)
				return
			}
			answer, err := io.ReadAll(res.Body)
			res.Body.Close()
			if err != nil || res.StatusCode != http.StatusOK || bytes.Count(answer, []byte(`"sentence":`)) != 50 {
				b.Errorf("%s %v: %.300s", res.Status, err, answer)
				return
			}
			mu.Lock()
			took = append(took, time.Since(start))
			mu.Unlock()
		}
	})
	b.ReportMetric(float64((cpu()-before).Microseconds())/1000/float64(b.N), "cpu-ms/op")
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
}

// cpu is the CPU time that the process has used.
func cpu() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
