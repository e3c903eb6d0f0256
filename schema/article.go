package schema

import (
	"context"
	"net/url"
	"strings"
	"time"

	"dateline/graph"
	"dateline/schema/exec"
)

// maxMentions and maxCopies are the contract's bounds on an article's lists.
const (
	maxMentions = 1000
	maxCopies   = 50
)

// An article is an article whose text can be cut by code points quickly.
type article struct {
	graph.Article
	marks []int32 // the byte offset of every markEvery-th code point
}

const markEvery = 128

// cut is a span of the text; one that runs over its end is cut short.
func (a *article) cut(s graph.Span) string {
	start, end := a.offset(s.Start), a.offset(s.End)
	if start >= end {
		return ""
	}
	return a.Text[start:end]
}

func (a *article) offset(point int) int {
	if a.marks == nil {
		n := 0
		for i := range a.Text {
			if n%markEvery == 0 {
				a.marks = append(a.marks, int32(i))
			}
			n++
		}
	}
	if point < 0 || point/markEvery >= len(a.marks) {
		return len(a.Text)
	}
	at := int(a.marks[point/markEvery])
	left := point % markEvery
	for i := range a.Text[at:] {
		if left == 0 {
			return at + i
		}
		left--
	}
	return len(a.Text)
}

func articleFields() exec.Fields {
	return exec.Fields{
		"id":          str(func(a *article) string { return string(a.ID) }),
		"title":       str(func(a *article) string { return a.Title }),
		"url":         strOrNull(func(a *article) string { return a.URL }),
		"publisher":   strOrNull(func(a *article) string { return publisher(a) }),
		"publishedAt": object(func(a *article) *graph.FuzzyDate { return a.Published }),
		"language":    strOrNull(func(a *article) string { return a.Language }),
		"text":        str(func(a *article) string { return a.Text }),
		"loadedAt":    str(func(a *article) string { return a.Loaded.UTC().Format(time.RFC3339Nano) }),
		"mentions":    {Fetch: fetch(mentions), Size: func(exec.Values, int) int { return 100 }},
		"dates":       datesField(),
		"copies": {Fetch: fetch(func(ctx context.Context, b *batch, a *article, _ exec.Values) (any, error) {
			copies, err := b.reader.Copies(ctx, a.ID, maxCopies)
			return articleList(copies), err
		})},
		"timeline": {Args: readTimeline(filterFrom), Page: pageSize, Fetch: fetch(articleTimeline)},
	}
}

func articleList(articles []graph.Article) exec.Anys {
	list := make(exec.Anys, len(articles))
	for i, a := range articles {
		list[i] = &article{Article: a}
	}
	return list
}

func publisher(a *article) string {
	if a.Publisher != "" {
		return a.Publisher
	}
	u, err := url.Parse(a.URL)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

func articleTimeline(ctx context.Context, b *batch, a *article, args *timelineArgs) (any, error) {
	return connect(args.page,
		func(p graph.Page) (graph.Connection[graph.Item], error) {
			return b.reader.ArticleTimeline(ctx, a.ID, args.filter, args.order, p)
		},
		func(i *graph.Item) any { return &item{*i, args.filter.AsOf} },
		func(ctx context.Context) (int, error) { return b.reader.CountArticleItems(ctx, a.ID, args.filter) })
}

// A mention is a mention with the article it stands in.
type mention struct {
	graph.Mention
	article *article
}

func mentions(ctx context.Context, b *batch, a *article, _ exec.Values) (any, error) {
	found, err := b.reader.Mentions(ctx, a.ID, maxMentions)
	list := make([]mention, len(found))
	for i, m := range found {
		list[i] = mention{m, a}
	}
	return exec.ListOf(list), err
}

func mentionFields() exec.Fields {
	return exec.Fields{
		"entity":     entityOf(func(m *mention) graph.ID { return m.Entity }),
		"candidates": entitiesOf(func(m *mention) []graph.ID { return m.Candidates }),
		"text":       str(func(m *mention) string { return m.article.cut(m.Span) }),
		"start":      num(func(m *mention) int { return m.Start }),
		"end":        num(func(m *mention) int { return m.End }),
	}
}

// A dateExpression is an expression with the article it stands in.
type dateExpression struct {
	graph.LocalDate
	article *article
}

// datesField lists the first date expressions of an article.
func datesField() exec.Resolver {
	first := func(in exec.Values) (int, error) { return limitFrom(in, "first", maxPage, maxPage) }
	return exec.Resolver{
		Args: func(_ context.Context, _ exec.Query, in exec.Values) (any, error) { return first(in) },
		Need: func(q exec.Query, p any) { batchOf(q).dates.need(p.(*article).ID) },
		Get: func(q exec.Query, p any) (any, error) {
			a := p.(*article)
			v, err := batchOf(q).dates.get(a.ID)
			if err != nil || v == nil {
				return exec.Anys{}, err
			}
			found := *v.(*[]graph.LocalDate)
			list := make([]dateExpression, min(len(found), q.Args.(int)))
			for i := range list {
				list[i] = dateExpression{found[i], a}
			}
			return exec.ListOf(list), nil
		},
		Size: func(in exec.Values, _ int) int { n, _ := first(in); return n },
	}
}

func dateExpressionFields() exec.Fields {
	return exec.Fields{
		"text":  str(func(d *dateExpression) string { return d.article.cut(d.Span) }),
		"start": num(func(d *dateExpression) int { return d.Start }),
		"end":   num(func(d *dateExpression) int { return d.End }),
		"date":  object(func(d *dateExpression) *graph.FuzzyDate { return d.Date }),
	}
}

// evidenceField lists the evidence of an item or role.
func evidenceField[T any](of func(*T) (graph.ID, *graph.AsOf)) exec.Resolver {
	return exec.Resolver{
		Args: func(_ context.Context, _ exec.Query, in exec.Values) (any, error) {
			return limitFrom(in, "first", 3, maxPage)
		},
		Need: func(q exec.Query, p any) {
			if id, asOf := of(p.(*T)); q.Args.(int) > 0 {
				batchOf(q).evidenceFor(q.Args.(int), asOf).need(id)
			}
		},
		Get: func(q exec.Query, p any) (any, error) {
			if q.Args.(int) == 0 {
				return exec.Anys{}, nil
			}
			id, asOf := of(p.(*T))
			v, err := batchOf(q).evidenceFor(q.Args.(int), asOf).get(id)
			if err != nil || v == nil {
				return exec.Anys{}, err
			}
			return exec.ListOf(*v.(*[]graph.Evidence)), nil
		},
		Size: func(in exec.Values, _ int) int {
			n, err := limitFrom(in, "first", 3, maxPage)
			if err != nil {
				return 0
			}
			return n
		},
	}
}

func evidenceFields() exec.Fields {
	need := func(q exec.Query, p any) { batchOf(q).articles.need(p.(*graph.Evidence).Article) }
	text := func(show func(a *article, e *graph.Evidence) string) exec.Resolver {
		return exec.Resolver{Need: need, Get: func(q exec.Query, p any) (any, error) {
			e := p.(*graph.Evidence)
			a, err := batchOf(q).articles.get(e.Article)
			if err != nil || a == nil {
				return nil, err
			}
			return show(a.(*article), e), nil
		}}
	}
	return exec.Fields{
		"article": {Need: need, Get: func(q exec.Query, p any) (any, error) {
			return batchOf(q).articles.get(p.(*graph.Evidence).Article)
		}},
		"start":      num(func(e *graph.Evidence) int { return e.Start }),
		"end":        num(func(e *graph.Evidence) int { return e.End }),
		"quote":      text(func(a *article, e *graph.Evidence) string { return a.cut(e.Span) }),
		"sentence":   text(func(a *article, e *graph.Evidence) string { return strings.TrimSpace(a.cut(e.Sentence)) }),
		"extractor":  str(func(e *graph.Evidence) string { return e.Extractor + " " + e.Rule }),
		"confidence": float(func(e *graph.Evidence) float64 { return e.Confidence }),
	}
}
