package neo4j

import (
	"context"
	"fmt"
	"slices"

	"dateline/graph"
)

// Links implements graph.EntityReader. The groups are made by the server, so
// that two countries with many items in common cost no reading of them.
func (s *Store) Links(ctx context.Context, a, b graph.ID, f graph.Filter) ([]graph.LinkSummary, error) {
	if a == b {
		return nil, nil
	}
	pair := graph.Unique([]graph.ID{a, b})
	if f.AsOf != nil {
		items, err := s.sharedAsOf(ctx, pair, f)
		return graph.SumLinks(pair[0], pair[1], items), err
	}
	src := ofPair(pair, f)
	src.where.among(f)
	if err := src.where.items(f); err != nil {
		return nil, err
	}
	src.where.params["dated"] = dated
	rows, err := s.run(ctx, src.statement("links"), src.where.params)
	if err != nil {
		return nil, err
	}
	var list []graph.LinkSummary
	best := "" // the key of the best item of the last summary
	for _, r := range rows {
		l, key, err := linkOf(r, pair)
		if err != nil {
			return nil, err
		}
		last := len(list) - 1
		if last < 0 || list[last].Kind != l.Kind || list[last].Type != l.Type || list[last].From != l.From {
			list, best = append(list, l), key
			continue
		}
		undated := list[last] // it comes before what has a date
		l.Count += undated.Count
		if best < key {
			l.Best = undated.Best
		}
		list[last] = l
	}
	graph.SortLinks(list)
	return list, nil
}

// linkOf reads the sum of the items of a kind and type in one direction, and
// the key by which their best was chosen, the least.
func linkOf(r record, pair []graph.ID) (l graph.LinkSummary, key string, err error) {
	kind, _ := r.Values[0].(string) // an item has them all
	what, _ := r.Values[1].(string)
	n, _ := r.Values[3].(int64)
	key, _ = r.Values[6].(string)
	l = graph.LinkSummary{From: pair[0], To: pair[1], Kind: graph.ItemKind(kind), Type: what, Count: int(n), Best: graph.ID(key[min(len(key), len("0.00|000000|")):])}
	if back, _ := r.Values[2].(bool); back {
		l.From, l.To = l.To, l.From
	}
	if l.First, err = dateOf(r.Values[4]); err != nil {
		return l, "", err
	}
	l.Last, err = dateOf(r.Values[5])
	return l, key, err
}

// dateOf is the date of an item by its content, nil for none.
func dateOf(content any) (*graph.FuzzyDate, error) {
	if content == nil {
		return nil, nil
	}
	var item graph.Item
	err := decode(content, &item)
	return item.Date, err
}

// sharedAsOf gives the matching items in which all these take part, as they
// were on the filter's clocks.
func (s *Store) sharedAsOf(ctx context.Context, all []graph.ID, f graph.Filter) ([]graph.Item, error) {
	shared := f
	shared.Entities, shared.Any = all, false
	items, err := s.itemsAsOf(ctx, shared, "")
	return slices.DeleteFunc(items, func(i graph.Item) bool { return !f.Matches(i) }), err
}

// datesAt gives the dates of the items with these time keys.
func (s *Store) datesAt(ctx context.Context, times []string) (map[string]*graph.FuzzyDate, error) {
	dates := map[string]*graph.FuzzyDate{}
	if len(times) == 0 {
		return dates, nil
	}
	rows, err := keyed[graph.Item](s.run(ctx, query("items at"), params{"times": graph.Unique(times)}))
	for _, r := range rows {
		dates[r.Key] = r.Node.Date
	}
	return dates, err
}

const relatedList = "related"

// Related implements graph.EntityReader. It counts over all matching items of
// the entity.
func (s *Store) Related(ctx context.Context, id graph.ID, kinds []graph.EntityKind, f graph.Filter, page graph.Page) (none graph.Connection[graph.Related], err error) {
	c, err := graph.NewCut(relatedList, page)
	if err != nil {
		return none, err
	}
	var rows []graph.Keyed[graph.Related]
	ends := map[graph.ID][2]string{}
	if f.AsOf != nil {
		rows, err = s.relatedAsOf(ctx, id, kinds, f)
	} else {
		rows, ends, err = s.related(ctx, id, kinds, f)
	}
	if err != nil {
		return none, err
	}
	conn := graph.ConnectAll(c, graph.Asc, rows)
	return conn, s.complete(ctx, conn.Edges, ends)
}

func (s *Store) relatedAsOf(ctx context.Context, id graph.ID, kinds []graph.EntityKind, f graph.Filter) (rows []graph.Keyed[graph.Related], err error) {
	items, err := s.sharedAsOf(ctx, []graph.ID{id}, f)
	for _, r := range graph.SumRelated(id, items, f.DirectOnly) {
		if len(kinds) == 0 || slices.Contains(kinds, graph.KindOfID(r.Entity.ID)) {
			rows = append(rows, graph.Keyed[graph.Related]{Key: relatedKey(r.Items, r.Entity.ID), Node: r})
		}
	}
	return rows, err
}

// related gives the entities that share items with one, in order, and the time
// keys of the first and last shared item of each.
func (s *Store) related(ctx context.Context, id graph.ID, kinds []graph.EntityKind, f graph.Filter) (list []graph.Keyed[graph.Related], ends map[graph.ID][2]string, err error) {
	src := ofEntity(id, f, nil)
	src.where.among(f)
	if err := src.where.items(f); err != nil {
		return nil, nil, err
	}
	other := ""
	if f.DirectOnly {
		other += " AND o.direct"
	}
	if len(kinds) > 0 {
		other += " AND other.kind IN $ofKinds"
		src.where.params["ofKinds"] = texts(kinds)
	}
	rows, err := s.run(ctx, src.statement("related", "OTHER", other), src.where.params)
	ends = map[graph.ID][2]string{}
	for _, r := range rows {
		to, _ := r.Values[0].(string)
		n, _ := r.Values[1].(int64)
		first, _ := r.Values[2].(string) // null if none of them has a date
		latest, _ := r.Values[3].(string)
		row := graph.Related{Entity: graph.Entity{ID: graph.ID(to)}, Items: int(n)}
		ends[row.Entity.ID] = [2]string{first, latest}
		list = append(list, graph.Keyed[graph.Related]{Key: relatedKey(row.Items, row.Entity.ID), Node: row})
	}
	return list, ends, err
}

// relatedKey orders by the number of shared items, most first, then by ID.
func relatedKey(items int, id graph.ID) string { return fmt.Sprintf("%09d|%s", 999999999-items, id) }

// complete reads the entities and dates of a page.
func (s *Store) complete(ctx context.Context, edges []graph.Edge[graph.Related], ends map[graph.ID][2]string) error {
	var ids []graph.ID
	var times []string
	for _, e := range edges {
		ids = append(ids, e.Node.Entity.ID)
		if end, ok := ends[e.Node.Entity.ID]; ok {
			times = append(times, end[0], end[1])
		}
	}
	if len(ids) == 0 {
		return nil
	}
	entities, err := s.Entities(ctx, ids)
	if err != nil {
		return err
	}
	dates, err := s.datesAt(ctx, times)
	for i := range edges {
		n := &edges[i].Node
		if end, ok := ends[n.Entity.ID]; ok {
			n.First, n.Last = dates[end[0]], dates[end[1]]
		}
		n.Entity = entities[n.Entity.ID]
	}
	return err
}
