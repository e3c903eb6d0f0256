package benchmarks

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	gophers "github.com/graph-gophers/graphql-go"
	"github.com/graphql-go/graphql"

	"dateline/schema"
	"dateline/schema/exec"
)

const fields = `{ nodes { id date { value } ... on Statement { text speaker { name } about { name } }
	participants { role entity { name } } evidence { quote sentence article { title publisher } } } }`

// query asks for n statements, 200 in one field at most.
func query(n int) string {
	var q strings.Builder
	q.WriteString("{ ")
	for i := 0; i*200 < n; i++ {
		fmt.Fprintf(&q, "p%d: timeline(first: %d) %s ", i, min(n, 200), fields)
	}
	return q.String() + "}"
}

// BenchmarkStatements asks for statements with speaker, countries and evidence.
func BenchmarkStatements(b *testing.B) {
	f := freeze(b)
	ours, err := schema.New(f, schema.Config{})
	if err != nil {
		b.Fatal(err)
	}
	other := gophers.MustParseSchema(gophersSDL, &gophersRoot{f})
	peer := peerSchema(b, f)
	ctx := context.Background()
	for _, n := range []int{50, 1000} {
		b.Run(fmt.Sprintf("ours/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if res := ours.Execute(ctx, exec.Request{Query: query(n)}); len(res.Errors) > 0 {
					b.Fatal(res.Errors[0])
				}
			}
		})
		b.Run(fmt.Sprintf("graphql-go/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				res := graphql.Do(graphql.Params{Schema: peer, RequestString: query(n)})
				if len(res.Errors) > 0 {
					b.Fatal(res.Errors[0])
				}
				if _, err := json.Marshal(res); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("graph-gophers/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				res := other.Exec(ctx, query(n), "", nil)
				if len(res.Errors) > 0 {
					b.Fatal(res.Errors[0])
				}
				if _, err := json.Marshal(res); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
