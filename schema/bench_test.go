package schema

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/graphql-go/graphql"

	"dateline/graph"
	"dateline/schema/exec"
	"dateline/schema/internal/fixture"
)

// frozen answers what benchmarks ask from maps, so that they measure
// GraphQL and not a store.
type frozen struct {
	graph.Reader
	page     graph.Connection[graph.Item]
	entities map[graph.ID]graph.Entity
	evidence map[graph.ID][]graph.Evidence
	articles map[graph.ID]graph.Article
}

func some[V any](from map[graph.ID]V, ids []graph.ID) map[graph.ID]V {
	found := make(map[graph.ID]V, len(ids))
	for _, id := range ids {
		if v, ok := from[id]; ok {
			found[id] = v
		}
	}
	return found
}

func (f *frozen) Timeline(_ context.Context, _ graph.Filter, _ graph.Order, p graph.Page) (graph.Connection[graph.Item], error) {
	c := f.page
	c.Edges = c.Edges[:min(p.First, len(c.Edges))]
	return c, nil
}

func (f *frozen) Entities(_ context.Context, ids []graph.ID) (map[graph.ID]graph.Entity, error) {
	return some(f.entities, ids), nil
}

func (f *frozen) Articles(_ context.Context, ids []graph.ID) (map[graph.ID]graph.Article, error) {
	return some(f.articles, ids), nil
}

func (f *frozen) Evidence(_ context.Context, ids []graph.ID, _ int, _ *graph.AsOf) (map[graph.ID][]graph.Evidence, error) {
	return some(f.evidence, ids), nil
}

// freeze reads 200 statements with all that belongs to them.
func freeze(b *testing.B) *frozen {
	b.Helper()
	ctx := context.Background()
	store := openStore(b, func(ctx context.Context, s graph.Store) error { return fixture.Statements(ctx, s, 200) })
	f := &frozen{}
	var err error
	if f.page, err = store.Timeline(ctx, graph.Filter{}, graph.Desc, graph.Page{First: 200}); err != nil {
		b.Fatal(err)
	}
	var items, entities, articles []graph.ID
	for _, e := range f.page.Edges {
		items = append(items, e.Node.ID)
		for _, p := range e.Node.Participants {
			entities = append(entities, p.Entity)
		}
	}
	if f.evidence, err = store.Evidence(ctx, items, 3, nil); err != nil {
		b.Fatal(err)
	}
	for _, list := range f.evidence {
		articles = append(articles, list[0].Article)
	}
	if f.entities, err = store.Entities(ctx, entities); err != nil {
		b.Fatal(err)
	}
	if f.articles, err = store.Articles(ctx, articles); err != nil {
		b.Fatal(err)
	}
	return f
}

const benchFields = `{ nodes { id date { value } ... on Statement { text speaker { name } about { name } }
	participants { role entity { name } } evidence { quote sentence article { title publisher } } } }`

// benchQuery asks for n statements, 200 in one field at most.
func benchQuery(n int) string {
	var q strings.Builder
	q.WriteString("{ ")
	for i := 0; i*200 < n; i++ {
		fmt.Fprintf(&q, "p%d: timeline(first: %d) %s ", i, min(n, 200), benchFields)
	}
	return q.String() + "}"
}

// BenchmarkStatements asks ours and graphql-go for the same statements of the
// same reader, with speaker, countries and evidence.
func BenchmarkStatements(b *testing.B) {
	f := freeze(b)
	x, err := New(f, Config{})
	if err != nil {
		b.Fatal(err)
	}
	peer := peerSchema(b, f)
	for _, n := range []int{50, 1000} {
		b.Run(fmt.Sprintf("ours/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if res := x.Execute(context.Background(), exec.Request{Query: benchQuery(n)}); len(res.Errors) > 0 {
					b.Fatal(res.Errors[0])
				}
			}
		})
		b.Run(fmt.Sprintf("graphql-go/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				res := graphql.Do(graphql.Params{Schema: peer, RequestString: benchQuery(n)})
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

// BenchmarkStore asks for 50 statements of a store.
func BenchmarkStore(b *testing.B) {
	store := openStore(b, func(ctx context.Context, s graph.Store) error { return fixture.Statements(ctx, s, 2000) })
	x, err := New(store, Config{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if res := x.Execute(context.Background(), exec.Request{Query: benchQuery(50)}); len(res.Errors) > 0 {
			b.Fatal(res.Errors[0])
		}
	}
}
