package schema

import (
	"context"

	"dateline/graph"
	"dateline/schema/exec"
)

// The sizes of pages: what is asked for if nothing is said, and at most.
const (
	defaultPage = 20
	maxPage     = 200
)

// pageFrom reads first, after, last and before. More than maxPage, negative
// numbers and both directions at once are errors.
func pageFrom(in exec.Values) (graph.Page, error) {
	first, hasFirst := in["first"].(int)
	last, hasLast := in["last"].(int)
	p := graph.Page{First: first, Last: last}
	p.After, _ = in["after"].(string)
	p.Before, _ = in["before"].(string)
	switch {
	case hasFirst && hasLast:
		return p, graph.Errorf(graph.BadRequest, "first and last cannot be asked for at once")
	case first < 0 || first > maxPage:
		return p, graph.Errorf(graph.BadRequest, "first is %d; it has to be between 0 and %d", first, maxPage)
	case last < 0 || last > maxPage:
		return p, graph.Errorf(graph.BadRequest, "last is %d; it has to be between 0 and %d", last, maxPage)
	case !hasFirst && !hasLast:
		p.First = defaultPage
	}
	return p, nil
}

// pageSize is what a page costs at most.
func pageSize(in exec.Values) int {
	for _, name := range []string{"first", "last"} {
		if n, ok := in[name].(int); ok {
			return min(max(n, 0), maxPage)
		}
	}
	return defaultPage
}

// limitFrom reads the first of a list without cursors.
func limitFrom(in exec.Values, name string, def, most int) (int, error) {
	n, ok := in[name].(int)
	if !ok {
		return def, nil
	}
	if n < 0 || n > most {
		return 0, graph.Errorf(graph.BadRequest, "%s is %d; it has to be between 0 and %d", name, n, most)
	}
	return n, nil
}

// A connection is a page as GraphQL shows it.
type connection struct {
	edges             []edge
	hasNext, hasPrior bool
	// count counts all matches, exactly up to graph.CountLimit.
	count func(ctx context.Context) (int, error)
}

// An edge is a result with its cursor; detail is what else its type shows.
type edge struct {
	cursor string
	node   any
	detail any
}

// connect makes a connection of a page of results. A page of size 0 is not
// asked for.
func connect[T any](p graph.Page, ask func(graph.Page) (graph.Connection[T], error), node func(*T) any, count func(context.Context) (int, error)) (*connection, error) {
	if n, _ := p.Limit(); n == 0 {
		return &connection{count: count}, nil
	}
	page, err := ask(p)
	if err != nil {
		return nil, err
	}
	c := &connection{edges: make([]edge, len(page.Edges)), hasNext: page.HasNext, hasPrior: page.HasPrior, count: count}
	for i := range page.Edges {
		e := &page.Edges[i]
		c.edges[i] = edge{cursor: e.Cursor, node: node(&e.Node), detail: &e.Node}
	}
	return c, nil
}

// addConnections adds the types that Relay's pages need.
func addConnections(all exec.Objects) {
	for name, counted := range map[string]bool{"TimelineItem": true, "Statement": true, "Position": false, "RelatedEntity": false, "Entity": true, "Article": true, "SearchResult": false} {
		fields := exec.Fields{
			"edges": {Get: func(_ exec.Query, p any) (any, error) { return exec.ListOf(p.(*connection).edges), nil },
				Size: func(_ exec.Values, page int) int { return page }},
			"pageInfo": object(func(c *connection) *connection { return c }),
		}
		if name != "RelatedEntity" && name != "SearchResult" {
			fields["nodes"] = exec.Resolver{Get: nodes, Size: func(_ exec.Values, page int) int { return page }}
		}
		if counted {
			fields["totalCount"] = exec.Resolver{Fetch: totalCount}
		}
		all[name+"Connection"] = fields
		all[name+"Edge"] = exec.Fields{
			"cursor": str(func(e *edge) string { return e.cursor }),
			"node":   {Get: func(_ exec.Query, p any) (any, error) { return p.(*edge).node, nil }},
		}
	}
	related := all["RelatedEntityEdge"]
	related["sharedItems"] = num(func(e *edge) int { return e.detail.(*graph.Related).Items })
	related["first"] = object(func(e *edge) *graph.FuzzyDate { return e.detail.(*graph.Related).First })
	related["last"] = object(func(e *edge) *graph.FuzzyDate { return e.detail.(*graph.Related).Last })
	result := all["SearchResultEdge"]
	result["score"] = float(func(e *edge) float64 { return e.detail.(*hit).Score })
	result["highlight"] = strOrNull(func(e *edge) string { return e.detail.(*hit).highlight() })
	all["PageInfo"] = exec.Fields{
		"hasNextPage":     boolean(func(c *connection) bool { return c.hasNext }),
		"hasPreviousPage": boolean(func(c *connection) bool { return c.hasPrior }),
		"startCursor":     strOrNull(func(c *connection) string { return c.cursor(0) }),
		"endCursor":       strOrNull(func(c *connection) string { return c.cursor(len(c.edges) - 1) }),
	}
}

func (c *connection) cursor(i int) string {
	if i < 0 || i >= len(c.edges) {
		return ""
	}
	return c.edges[i].cursor
}

func nodes(_ exec.Query, p any) (any, error) {
	edges := p.(*connection).edges
	list := make(exec.Anys, len(edges))
	for i := range edges {
		list[i] = edges[i].node
	}
	return list, nil
}

func totalCount(ctx context.Context, _ exec.Query, p any) (any, error) {
	n, err := p.(*connection).count(ctx)
	if err != nil || n > graph.CountLimit {
		return nil, err
	}
	return n, nil
}
