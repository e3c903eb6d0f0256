package neo4j

import (
	"context"
	"maps"
	"slices"

	"dateline/graph"
)

const timelineList = "time"

// Timeline implements graph.ItemReader.
func (s *Store) Timeline(ctx context.Context, f graph.Filter, order graph.Order, page graph.Page) (none graph.Connection[graph.Item], err error) {
	c, err := graph.NewCut(timelineList, page)
	if err != nil {
		return none, err
	}
	if f.AsOf != nil {
		return s.timelineAsOf(ctx, f, order, c, "")
	}
	list, err := sources(f)
	if err != nil {
		return none, err
	}
	if list, err = s.byWords(ctx, f, list); err != nil {
		return none, err
	}
	return s.page(ctx, list, order, c)
}

// ArticleTimeline implements graph.ArticleReader.
func (s *Store) ArticleTimeline(ctx context.Context, article graph.ID, f graph.Filter, order graph.Order, page graph.Page) (none graph.Connection[graph.Item], err error) {
	c, err := graph.NewCut(timelineList, page)
	if err != nil {
		return none, err
	}
	if f.AsOf != nil {
		return s.timelineAsOf(ctx, f, order, c, article)
	}
	src, err := ofArticle(article, f)
	if err != nil {
		return none, err
	}
	return s.page(ctx, []source{src}, order, c)
}

func (s *Store) page(ctx context.Context, list []source, order graph.Order, c graph.Cut) (none graph.Connection[graph.Item], err error) {
	var parts [][]graph.Keyed[graph.Item]
	for _, src := range list {
		text, p := src.page(c, order)
		rows, err := keyedItems(s.run(ctx, text, p))
		if err != nil {
			return none, err
		}
		parts = append(parts, rows)
	}
	if len(parts) == 0 {
		return none, nil
	}
	return graph.Connect(c, graph.MergeKeyed(parts, c.Descending(order))), nil
}

// page is the statement that reads a page of a source. ORDER BY names all
// that the index holds, so that nothing is sorted.
func (s source) page(c graph.Cut, order graph.Order) (string, params) {
	s.where.narrow(c.Bounds(order))
	s.where.params["limit"] = c.Limit + 1
	direction := ""
	if c.Descending(order) {
		direction = " DESC"
	}
	by := s.where.time + direction
	if s.prefix != "" {
		by = s.prefix + direction + ", " + by
	}
	return query("page", "SOURCE", query(s.name), "WHERE", s.where.String(), "ORDER", by), s.where.params
}

// statement fills a statement that is about a source.
func (s source) statement(name string, fill ...string) string {
	return query(name, append([]string{"SOURCE", query(s.name), "WHERE", s.where.String()}, fill...)...)
}

// fewWords is the number of items that hold words, up to which they are looked
// up rather than recognised on the way through a timeline.
const fewWords = 2000

// byWords reads the items that hold the filter's words if they are few.
func (s *Store) byWords(ctx context.Context, f graph.Filter, list []source) ([]source, error) {
	if f.Text == "" {
		return list, nil
	}
	terms, err := graph.ParseTerms(f.Text)
	if err != nil {
		return nil, err
	}
	ids, err := column[graph.ID](s.run(ctx, query("items with words"), params{"query": lucene(terms, "words"), "limit": fewWords + 1}))
	if err != nil || len(ids) > fewWords {
		return list, err
	}
	src := newSource("from ids", "", "i.time")
	src.where.params["ids"] = texts(ids)
	src.where.among(f)
	return []source{src}, src.where.items(f)
}

// CountItems implements graph.ItemReader.
func (s *Store) CountItems(ctx context.Context, f graph.Filter) (int, error) {
	if f.AsOf != nil {
		items, err := s.itemsAsOf(ctx, f, "")
		return min(len(items), graph.CountLimit+1), err
	}
	list, err := sources(f)
	if err != nil {
		return 0, err
	}
	if list, err = s.byWords(ctx, f, list); err != nil {
		return 0, err
	}
	if len(list) == 1 {
		return s.count(ctx, list[0])
	}
	ids, err := s.ids(ctx, list)
	return min(len(ids), graph.CountLimit+1), err
}

// CountArticleItems implements graph.ArticleReader.
func (s *Store) CountArticleItems(ctx context.Context, article graph.ID, f graph.Filter) (int, error) {
	if f.AsOf != nil {
		items, err := s.itemsAsOf(ctx, f, article)
		return min(len(items), graph.CountLimit+1), err
	}
	src, err := ofArticle(article, f)
	if err != nil {
		return 0, err
	}
	return s.count(ctx, src)
}

func (s *Store) count(ctx context.Context, src source) (int, error) {
	src.where.params["limit"] = graph.CountLimit + 1
	return number(s.run(ctx, src.statement("count"), src.where.params))
}

// ids gives the items of sources, each once, in order.
func (s *Store) ids(ctx context.Context, list []source) ([]graph.ID, error) {
	seen := map[graph.ID]bool{}
	for _, src := range list {
		ids, err := column[graph.ID](s.run(ctx, src.statement("ids"), src.where.params))
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			seen[id] = true
		}
	}
	return slices.Sorted(maps.Keys(seen)), nil
}

// Items implements graph.ItemReader.
func (s *Store) Items(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Item, error) {
	list, err := items(s.run(ctx, query("items"), params{"ids": texts(ids)}))
	if err != nil {
		return nil, err
	}
	found := map[graph.ID]graph.Item{}
	for _, i := range list {
		found[i.ID] = i
	}
	return resolved(ctx, s, ids, found, query("former items"), s.Items)
}

// resolved adds to what was found under IDs what former IDs now are: those
// that the first row of (former, present) of a statement tells.
func resolved[T any](ctx context.Context, r runner, ids []graph.ID, found map[graph.ID]T, statement string, get func(context.Context, []graph.ID) (map[graph.ID]T, error)) (map[graph.ID]T, error) {
	var missing []string
	for _, id := range ids {
		if _, ok := found[id]; !ok {
			missing = append(missing, string(id))
		}
	}
	if len(missing) == 0 {
		return found, nil
	}
	rows, err := r.run(ctx, statement, params{"ids": missing})
	if err != nil || len(rows) == 0 {
		return found, err
	}
	moved := map[graph.ID]graph.ID{}
	var present []graph.ID
	for _, row := range rows {
		former, _ := row.Values[0].(string)
		now, _ := row.Values[1].(string)
		if _, ok := moved[graph.ID(former)]; !ok {
			moved[graph.ID(former)] = graph.ID(now)
			present = append(present, graph.ID(now))
		}
	}
	now, err := get(ctx, present)
	for old, id := range moved {
		if v, ok := now[id]; ok {
			found[old] = v
		}
	}
	return found, err
}
