package benchmarks

import (
	"context"
	"testing"

	"dateline/graph"
	"dateline/graph/sqlite"
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
	store, err := sqlite.Open(ctx, sqlite.Config{Path: ":memory:"})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	if err := fixture.Statements(ctx, store, 200); err != nil {
		b.Fatal(err)
	}
	f := &frozen{}
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
