package benchmarks

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	gqlgen "github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	gophers "github.com/graph-gophers/graphql-go"
	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"dateline/schema"
	"dateline/schema/benchmarks/peer"
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
	reflected := peerSchema(b, f)
	generated := executor.New(peer.NewExecutableSchema(peer.Config{Resolvers: &peer.Resolver{Reader: f}}))
	generated.SetQueryCache(lru.New[*ast.QueryDocument](100))
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
				res := graphql.Do(graphql.Params{Schema: reflected, RequestString: query(n)})
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
		b.Run(fmt.Sprintf("gqlgen/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ctx := gqlgen.StartOperationTrace(ctx)
				op, errs := generated.CreateOperationContext(ctx, &gqlgen.RawParams{Query: query(n)})
				if errs != nil {
					b.Fatal(errs)
				}
				answer, ctx := generated.DispatchOperation(ctx, op)
				res := answer(ctx)
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
