//go:build unix

package schema

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/graph"
	"dateline/schema/exec"
	"dateline/schema/internal/fixture"
)

// benchQuery asks for 50 statements with speaker, countries and evidence.
const benchQuery = `{ timeline(first: 50) { nodes { id date { value } ... on Statement { text speaker { name } about { name } }
	participants { role entity { name } } evidence { quote sentence article { title publisher } } } } }`

// BenchmarkStore asks for 50 statements of stores of several sizes: the cost
// is that of the page, not of the store.
func BenchmarkStore(b *testing.B) {
	for _, size := range []int{1_000, 10_000, 100_000} {
		if size > 10_000 && testing.Short() {
			continue
		}
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			store := openStore(b, func(ctx context.Context, s graph.Store) error { return fixture.Statements(ctx, s, size) })
			x, err := New(store, Config{})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if res := x.Execute(context.Background(), exec.Request{Query: benchQuery}); len(res.Errors) > 0 {
					b.Fatal(res.Errors[0])
				}
			}
		})
	}
}

// BenchmarkObjects asks for 10,000 nested objects, of which the answer holds as
// many braces: in memory, which is the executor's own time, and in the embedded
// store. A second of cpu-ms is one of CPU time, garbage collection included.
func BenchmarkObjects(b *testing.B) {
	const items, pages = 200, 4
	store := openStore(b, func(ctx context.Context, s graph.Store) error { return fixture.Statements(ctx, s, 2_000) })
	frozen, err := fixture.Freeze(context.Background(), store, items)
	if err != nil {
		b.Fatal(err)
	}
	var query strings.Builder
	for i := range pages { // of ten items a day, from January to April
		fmt.Fprintf(&query, ` p%d: timeline(first: %d, filter: {from: "2020-%02[3]d-01", to: "2020-%02[3]d-20"}) { nodes { id date { value } ... on Statement { speaker { name } about { name } }
			participants { role entity { id name kind } } evidence { quote sentence article { title publisher } } } }`, i, items, i+1)
	}
	for name, reader := range map[string]graph.Reader{"memory": frozen, "sqlite": store} {
		b.Run(name, func(b *testing.B) {
			x, err := New(reader, Config{})
			if err != nil {
				b.Fatal(err)
			}
			objects := 0
			before := cpu()
			b.ReportAllocs()
			for b.Loop() {
				res := x.Execute(context.Background(), exec.Request{Query: "{" + query.String() + "}"})
				if objects = bytes.Count(res.Body, []byte("{")); len(res.Errors) > 0 || objects < 10_000 {
					b.Fatalf("%d objects, %v", objects, res.Errors)
				}
			}
			b.ReportMetric(float64((cpu()-before).Microseconds())/1000/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(objects), "objects")
		})
	}
}

// cpu is the CPU time that the process has used.
func cpu() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
