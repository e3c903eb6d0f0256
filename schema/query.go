package schema

import (
	"context"
	"time"

	"dateline/graph"
	"dateline/schema/exec"
)

// root is the parent of Query's fields, which have none.
type root struct{}

// maxNodes bounds Query.nodes.
const maxNodes = 100

func queryFields() exec.Fields {
	return exec.Fields{
		"node":         nodeField(),
		"nodes":        nodesField(),
		"entity":       {Fetch: fetch(findEntity)},
		"person":       findKind(graph.Person),
		"country":      findKind(graph.Country),
		"organization": findKind(graph.Organization),
		"policy":       findKind(graph.Policy),
		"article": {Fetch: fetch(func(ctx context.Context, b *batch, _ *root, in exec.Values) (any, error) {
			a, err := b.reader.FindArticle(ctx, in["key"].(string))
			if a == nil {
				return nil, err
			}
			return &article{Article: *a}, err
		})},
		"entities": {Page: pageSize, Fetch: fetch(listEntities)},
		"articles": {Args: readArticles, Page: pageSize, Fetch: fetch(listArticles)},
		"timeline": timelineField(func(*root, *graph.Filter) {}),
		"statements": {Args: readTimeline(statementFilterFrom), Page: pageSize, Fetch: fetch(
			func(ctx context.Context, b *batch, _ *root, args *timelineArgs) (any, error) {
				return timeline(ctx, b, args.filter, args.order, args.page)
			})},
		"relationship": {Args: readRelationship, Fetch: fetch(relate), Weight: 20},
		"paths":        {Args: readPaths, Fetch: fetch(paths), Weight: 50, Size: func(in exec.Values, _ int) int { n, _ := limitFrom(in, "limit", 3, maxPaths); return n }},
		"search":       {Args: readSearch, Page: pageSize, Fetch: fetch(search), Weight: 10},
		"histogram":    {Args: readHistogram, Fetch: fetch(histogram), Weight: 50, Size: func(exec.Values, int) int { return 500 }},
		"stats": {Fetch: fetch(func(ctx context.Context, b *batch, _ *root, _ exec.Values) (any, error) {
			s, err := b.reader.Stats(ctx)
			return &s, err
		})},
	}
}

func findKind(kind graph.EntityKind) exec.Resolver {
	return exec.Resolver{Fetch: fetch(func(ctx context.Context, b *batch, _ *root, in exec.Values) (any, error) {
		return b.keys.find(ctx, in["key"].(string), kind)
	})}
}

func findEntity(ctx context.Context, b *batch, _ *root, in exec.Values) (any, error) {
	kind, _ := in["kind"].(string)
	return b.keys.find(ctx, in["key"].(string), graph.EntityKind(kind))
}

// needNode asks for everything that an ID can name.
func needNode(b *batch, id string) {
	b.entities.need(graph.ID(id))
	b.items.need(graph.ID(id))
	b.articles.need(graph.ID(id))
}

// getNode gives an entity, an item or an article; nil if the ID names none.
func getNode(b *batch, id string) (any, error) {
	for _, get := range []func(graph.ID) (any, error){b.entities.get, b.items.get, b.articles.get} {
		if v, err := get(graph.ID(id)); v != nil || err != nil {
			return v, err
		}
	}
	return nil, nil
}

func nodeField() exec.Resolver {
	return exec.Resolver{
		Need: func(q exec.Query, _ any) { needNode(batchOf(q), q.Args.(exec.Values)["id"].(string)) },
		Get: func(q exec.Query, _ any) (any, error) {
			return getNode(batchOf(q), q.Args.(exec.Values)["id"].(string))
		},
	}
}

func nodesField() exec.Resolver {
	return exec.Resolver{
		Args: func(_ context.Context, _ exec.Query, in exec.Values) (any, error) {
			ids := enums[string](in["ids"])
			if len(ids) > maxNodes {
				return nil, graph.Errorf(graph.BadRequest, "ids lists %d IDs; at most %d are accepted", len(ids), maxNodes)
			}
			return ids, nil
		},
		Need: func(q exec.Query, _ any) {
			for _, id := range q.Args.([]string) {
				needNode(batchOf(q), id)
			}
		},
		Get: func(q exec.Query, _ any) (any, error) {
			list := exec.Anys{}
			for _, id := range q.Args.([]string) {
				v, err := getNode(batchOf(q), id)
				if err != nil {
					return nil, err
				}
				list = append(list, v)
			}
			return list, nil
		},
		Size: func(in exec.Values, _ int) int { list, _ := in["ids"].([]any); return len(list) },
	}
}

func listEntities(ctx context.Context, b *batch, _ *root, in exec.Values) (any, error) {
	page, err := pageFrom(in)
	if err != nil {
		return nil, err
	}
	kinds := enums[graph.EntityKind](in["kinds"])
	prefix, _ := in["namePrefix"].(string)
	return connect(page,
		func(p graph.Page) (graph.Connection[graph.Entity], error) {
			return b.reader.ListEntities(ctx, kinds, prefix, p)
		},
		func(e *graph.Entity) any { return e },
		func(ctx context.Context) (int, error) { return b.reader.CountEntities(ctx, kinds, prefix) })
}

// articlesArgs are the arguments of Query.articles.
type articlesArgs struct {
	filter graph.ArticleFilter
	order  graph.Order
	page   graph.Page
}

func readArticles(ctx context.Context, q exec.Query, in exec.Values) (any, error) {
	page, err := pageFrom(in)
	if err != nil {
		return nil, err
	}
	f, err := articleFilterFrom(ctx, batchOf(q), in["filter"])
	return &articlesArgs{f, orderFrom(in), page}, err
}

func listArticles(ctx context.Context, b *batch, _ *root, args *articlesArgs) (any, error) {
	return connect(args.page,
		func(p graph.Page) (graph.Connection[graph.Article], error) {
			return b.reader.ListArticles(ctx, args.filter, args.order, p)
		},
		func(a *graph.Article) any { return &article{Article: *a} },
		func(ctx context.Context) (int, error) { return b.reader.CountArticles(ctx, args.filter) })
}

func statsFields() exec.Fields {
	day := func(get func(*graph.Stats) *graph.Day) exec.Resolver {
		return strOrNull(func(s *graph.Stats) string {
			if d := get(s); d != nil {
				return d.String()
			}
			return ""
		})
	}
	return exec.Fields{
		"articles":      num(func(s *graph.Stats) int { return s.Articles }),
		"people":        num(func(s *graph.Stats) int { return s.People }),
		"countries":     num(func(s *graph.Stats) int { return s.Countries }),
		"organizations": num(func(s *graph.Stats) int { return s.Organizations }),
		"policies":      num(func(s *graph.Stats) int { return s.Policies }),
		"statements":    num(func(s *graph.Stats) int { return s.Statements }),
		"events":        num(func(s *graph.Stats) int { return s.Events }),
		"firstDay":      day(func(s *graph.Stats) *graph.Day { return s.FirstDay }),
		"lastDay":       day(func(s *graph.Stats) *graph.Day { return s.LastDay }),
		"updatedAt": strOrNull(func(s *graph.Stats) string {
			if s.Updated == nil {
				return ""
			}
			return s.Updated.UTC().Format(time.RFC3339Nano)
		}),
	}
}
