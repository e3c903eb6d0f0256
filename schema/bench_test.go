package schema

import (
	"context"
	"strconv"
	"testing"

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
