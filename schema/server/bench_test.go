package server

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/graph"
	"dateline/schema/internal/fixture"
)

// BenchmarkHTTP asks for 50 statements with speaker, countries and evidence
// from 64 clients at once, and gives the 99th percentile beside requests a second.
func BenchmarkHTTP(b *testing.B) {
	r := serveOver(b, Config{}, func(ctx context.Context, s graph.Store) error { return fixture.Statements(ctx, s, 2000) })
	const body = `{"query":"{ timeline(first: 50) { nodes { id date { value } ... on Statement { text speaker { name } about { name } } participants { role entity { name } } evidence { quote sentence article { title publisher } } } } }"}`
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	var mu sync.Mutex
	var took []time.Duration
	b.SetParallelism(32) // times GOMAXPROCS
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			start := time.Now()
			res, err := client.Post(r.url+"/graphql", "application/json", strings.NewReader(body))
			if err != nil {
				b.Error(err)
				return
			}
			_, _ = io.Copy(io.Discard, res.Body)
			res.Body.Close()
			if res.StatusCode != http.StatusOK {
				b.Error(res.Status)
			}
			mu.Lock()
			took = append(took, time.Since(start))
			mu.Unlock()
		}
	})
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
}
