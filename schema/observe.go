package schema

import (
	"context"
	"time"

	"dateline/graph"
)

// An Observer is told of each question to the store: its method's name, how
// long it took, and whether it failed.
type Observer func(method string, took time.Duration, err error)

// observed passes questions on and tells an observer.
type observed struct {
	graph.Reader
	observe Observer
}

func timed[T any](o *observed, method string, ask func() (T, error)) (T, error) {
	start := time.Now()
	v, err := ask()
	o.observe(method, time.Since(start), err)
	return v, err
}

// Entities asks the reader.
func (o *observed) Entities(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Entity, error) {
	return timed(o, "Entities", func() (map[graph.ID]graph.Entity, error) { return o.Reader.Entities(ctx, ids) })
}

// FindEntities asks the reader.
func (o *observed) FindEntities(ctx context.Context, key string, kind graph.EntityKind) ([]graph.Entity, error) {
	return timed(o, "FindEntities", func() ([]graph.Entity, error) { return o.Reader.FindEntities(ctx, key, kind) })
}

// ListEntities asks the reader.
func (o *observed) ListEntities(ctx context.Context, kinds []graph.EntityKind, prefix string, page graph.Page) (graph.Connection[graph.Entity], error) {
	return timed(o, "ListEntities", func() (graph.Connection[graph.Entity], error) {
		return o.Reader.ListEntities(ctx, kinds, prefix, page)
	})
}

// CountEntities asks the reader.
func (o *observed) CountEntities(ctx context.Context, kinds []graph.EntityKind, prefix string) (int, error) {
	return timed(o, "CountEntities", func() (int, error) { return o.Reader.CountEntities(ctx, kinds, prefix) })
}

// Related asks the reader.
func (o *observed) Related(ctx context.Context, id graph.ID, kinds []graph.EntityKind, f graph.Filter, page graph.Page) (graph.Connection[graph.Related], error) {
	return timed(o, "Related", func() (graph.Connection[graph.Related], error) { return o.Reader.Related(ctx, id, kinds, f, page) })
}

// RolesOf asks the reader.
func (o *observed) RolesOf(ctx context.Context, ids []graph.ID) ([]graph.Role, error) {
	return timed(o, "RolesOf", func() ([]graph.Role, error) { return o.Reader.RolesOf(ctx, ids) })
}

// Positions asks the reader.
func (o *observed) Positions(ctx context.Context, q graph.PositionQuery, page graph.Page) (graph.Connection[graph.Position], error) {
	return timed(o, "Positions", func() (graph.Connection[graph.Position], error) { return o.Reader.Positions(ctx, q, page) })
}

// Paths asks the reader.
func (o *observed) Paths(ctx context.Context, q graph.PathQuery) ([][]graph.PathStep, error) {
	return timed(o, "Paths", func() ([][]graph.PathStep, error) { return o.Reader.Paths(ctx, q) })
}

// Links asks the reader.
func (o *observed) Links(ctx context.Context, a, b graph.ID, f graph.Filter) ([]graph.LinkSummary, error) {
	return timed(o, "Links", func() ([]graph.LinkSummary, error) { return o.Reader.Links(ctx, a, b, f) })
}

// Items asks the reader.
func (o *observed) Items(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Item, error) {
	return timed(o, "Items", func() (map[graph.ID]graph.Item, error) { return o.Reader.Items(ctx, ids) })
}

// Timeline asks the reader.
func (o *observed) Timeline(ctx context.Context, f graph.Filter, order graph.Order, page graph.Page) (graph.Connection[graph.Item], error) {
	return timed(o, "Timeline", func() (graph.Connection[graph.Item], error) { return o.Reader.Timeline(ctx, f, order, page) })
}

// CountItems asks the reader.
func (o *observed) CountItems(ctx context.Context, f graph.Filter) (int, error) {
	return timed(o, "CountItems", func() (int, error) { return o.Reader.CountItems(ctx, f) })
}

// Evidence asks the reader.
func (o *observed) Evidence(ctx context.Context, facts []graph.ID, limit int, asOf *graph.AsOf) (map[graph.ID][]graph.Evidence, error) {
	return timed(o, "Evidence", func() (map[graph.ID][]graph.Evidence, error) { return o.Reader.Evidence(ctx, facts, limit, asOf) })
}

// Histogram asks the reader.
func (o *observed) Histogram(ctx context.Context, q graph.Histogram) ([]graph.Bucket, error) {
	return timed(o, "Histogram", func() ([]graph.Bucket, error) { return o.Reader.Histogram(ctx, q) })
}

// Articles asks the reader.
func (o *observed) Articles(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Article, error) {
	return timed(o, "Articles", func() (map[graph.ID]graph.Article, error) { return o.Reader.Articles(ctx, ids) })
}

// FindArticle asks the reader.
func (o *observed) FindArticle(ctx context.Context, key string) (*graph.Article, error) {
	return timed(o, "FindArticle", func() (*graph.Article, error) { return o.Reader.FindArticle(ctx, key) })
}

// ListArticles asks the reader.
func (o *observed) ListArticles(ctx context.Context, f graph.ArticleFilter, order graph.Order, page graph.Page) (graph.Connection[graph.Article], error) {
	return timed(o, "ListArticles", func() (graph.Connection[graph.Article], error) { return o.Reader.ListArticles(ctx, f, order, page) })
}

// CountArticles asks the reader.
func (o *observed) CountArticles(ctx context.Context, f graph.ArticleFilter) (int, error) {
	return timed(o, "CountArticles", func() (int, error) { return o.Reader.CountArticles(ctx, f) })
}

// ArticleTimeline asks the reader.
func (o *observed) ArticleTimeline(ctx context.Context, article graph.ID, f graph.Filter, order graph.Order, page graph.Page) (graph.Connection[graph.Item], error) {
	return timed(o, "ArticleTimeline", func() (graph.Connection[graph.Item], error) {
		return o.Reader.ArticleTimeline(ctx, article, f, order, page)
	})
}

// CountArticleItems asks the reader.
func (o *observed) CountArticleItems(ctx context.Context, article graph.ID, f graph.Filter) (int, error) {
	return timed(o, "CountArticleItems", func() (int, error) { return o.Reader.CountArticleItems(ctx, article, f) })
}

// Mentions asks the reader.
func (o *observed) Mentions(ctx context.Context, article graph.ID, limit int) ([]graph.Mention, error) {
	return timed(o, "Mentions", func() ([]graph.Mention, error) { return o.Reader.Mentions(ctx, article, limit) })
}

// Dates asks the reader.
func (o *observed) Dates(ctx context.Context, articles []graph.ID) (map[graph.ID][]graph.LocalDate, error) {
	return timed(o, "Dates", func() (map[graph.ID][]graph.LocalDate, error) { return o.Reader.Dates(ctx, articles) })
}

// Copies asks the reader.
func (o *observed) Copies(ctx context.Context, article graph.ID, limit int) ([]graph.Article, error) {
	return timed(o, "Copies", func() ([]graph.Article, error) { return o.Reader.Copies(ctx, article, limit) })
}

// Search asks the reader.
func (o *observed) Search(ctx context.Context, q graph.Search, page graph.Page) (graph.Connection[graph.Hit], error) {
	return timed(o, "Search", func() (graph.Connection[graph.Hit], error) { return o.Reader.Search(ctx, q, page) })
}

// Stats asks the reader.
func (o *observed) Stats(ctx context.Context) (graph.Stats, error) {
	return timed(o, "Stats", func() (graph.Stats, error) { return o.Reader.Stats(ctx) })
}
