package sqlite

import (
	"context"
	"strings"

	"dateline/graph"
)

const timelineList = "time"

// Timeline implements graph.ItemReader.
func (s *Store) Timeline(ctx context.Context, f graph.Filter, order graph.Order, page graph.Page) (graph.Connection[graph.Item], error) {
	return s.timeline(ctx, f, order, page, "")
}

// ArticleTimeline implements graph.ArticleReader.
func (s *Store) ArticleTimeline(ctx context.Context, article graph.ID, f graph.Filter, order graph.Order, page graph.Page) (graph.Connection[graph.Item], error) {
	return s.timeline(ctx, f, order, page, article)
}

// ofArticle keeps the items that an article reports.
func ofArticle(list []source, article graph.ID) []source {
	for i := range list {
		if article != "" {
			list[i].where.add("i.id IN (SELECT fact FROM report WHERE article = ?)", article)
		}
	}
	return list
}

func (s *Store) timeline(ctx context.Context, f graph.Filter, order graph.Order, page graph.Page, article graph.ID) (none graph.Connection[graph.Item], err error) {
	c, err := graph.NewCut(timelineList, page)
	if err != nil {
		return none, err
	}
	if f.AsOf != nil {
		return s.timelineAsOf(ctx, f, order, c, article)
	}
	list, err := sources(f)
	if err != nil {
		return none, err
	}
	var parts [][]graph.Keyed[graph.Item]
	for _, src := range ofArticle(list, article) {
		by := ordered(c, &src.where, src.time, order)
		rows, err := readItems(ctx, s.readers, "SELECT "+src.time+", i.content, i.evidence FROM "+src.from+src.where.String()+" ORDER BY "+by+" LIMIT ?",
			append(src.where.args, c.Limit+1)...)
		if err != nil {
			return none, describe(err, "")
		}
		parts = append(parts, rows)
	}
	if len(parts) == 0 {
		return none, nil
	}
	return graph.Connect(c, graph.MergeKeyed(parts, c.Descending(order))), nil
}

// CountItems implements graph.ItemReader.
func (s *Store) CountItems(ctx context.Context, f graph.Filter) (int, error) {
	return s.count(ctx, f, "")
}

// CountArticleItems implements graph.ArticleReader.
func (s *Store) CountArticleItems(ctx context.Context, article graph.ID, f graph.Filter) (int, error) {
	return s.count(ctx, f, article)
}

func (s *Store) count(ctx context.Context, f graph.Filter, article graph.ID) (int, error) {
	if f.AsOf != nil {
		items, err := s.itemsAsOf(ctx, f, article)
		return min(len(items), graph.CountLimit+1), err
	}
	query, args, err := s.union(f, article, "i.n")
	if err != nil || query == "" {
		return 0, err
	}
	counts, err := column[int](ctx, s.readers, "SELECT count(*) FROM ("+query+" LIMIT ?)", append(args, graph.CountLimit+1)...)
	if err != nil {
		return 0, describe(err, "")
	}
	return counts[0], nil
}

// union is the query of some columns of all matching items, each item once if
// the columns tell items apart.
func (s *Store) union(f graph.Filter, article graph.ID, columns string) (query string, args []any, err error) {
	list, err := sources(f)
	if err != nil {
		return "", nil, err
	}
	var parts []string
	for _, src := range ofArticle(list, article) {
		parts = append(parts, "SELECT "+columns+" FROM "+src.from+src.where.String())
		args = append(args, src.where.args...)
	}
	return strings.Join(parts, " UNION "), args, nil
}

// Items implements graph.ItemReader.
func (s *Store) Items(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Item, error) {
	list, err := items(ctx, s.readers, in("id"), array(ids))
	if err != nil {
		return nil, describe(err, "")
	}
	found := map[graph.ID]graph.Item{}
	for _, i := range list {
		found[i.ID] = i
	}
	moved, err := s.moved(ctx, missing(ids, found), `SELECT f.id, r.fact, count(*) FROM former f JOIN report r ON r.article = f.article AND r.local = f.local
		JOIN item i ON i.id = r.fact WHERE `+in("f.id")+` GROUP BY f.id, r.fact ORDER BY f.id, count(*) DESC, r.fact`)
	if err != nil || len(moved) == 0 {
		return found, describe(err, "")
	}
	now, err := s.Items(ctx, values(moved))
	for old, id := range moved {
		if i, ok := now[id]; ok {
			found[old] = i
		}
	}
	return found, err
}
