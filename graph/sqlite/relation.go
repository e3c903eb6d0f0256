package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"dateline/graph"
)

// Links implements graph.EntityReader. The groups are made by the database, so
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
	src.seek(f)
	src.where.among(f)
	if err := src.where.items(f); err != nil {
		return nil, err
	}
	// The direction goes from whoever acts; 1 is from b to a.
	direction := fmt.Sprintf("(p.b_roles & %d <> 0 AND p.a_roles & %d = 0)", actingBits, actingBits)
	query := "SELECT i.kind, i.type, " + direction + ` AS back, count(*), min(CASE WHEN i.first IS NOT NULL THEN p.time END), max(CASE WHEN i.first IS NOT NULL THEN p.time END),
		min(printf('%.2f|%06d|%s', 1 - i.confidence, 999999 - i.sources, i.id)) FROM ` + src.from + src.where.String() + " GROUP BY i.kind, i.type, back"
	var list []graph.LinkSummary
	var keys [][2]sql.NullString
	err := each(ctx, s.readers, query, src.where.args, func(r *sql.Rows) error {
		l := graph.LinkSummary{From: pair[0], To: pair[1]}
		var back bool
		var best string
		var key [2]sql.NullString
		if err := r.Scan(&l.Kind, &l.Type, &back, &l.Count, &key[0], &key[1], &best); err != nil {
			return err
		}
		if back {
			l.From, l.To = l.To, l.From
		}
		l.Best = graph.ID(best[len("0.00|000000|"):])
		list, keys = append(list, l), append(keys, key)
		return nil
	})
	if err != nil {
		return nil, describe(err, "")
	}
	dates, err := s.datesAt(ctx, keys)
	for i := range list {
		list[i].First, list[i].Last = dates[keys[i][0].String], dates[keys[i][1].String]
	}
	graph.SortLinks(list)
	return list, err
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
func (s *Store) datesAt(ctx context.Context, pairs [][2]sql.NullString) (map[string]*graph.FuzzyDate, error) {
	var keys []string
	for _, p := range pairs {
		for _, k := range p {
			if k.Valid {
				keys = append(keys, k.String)
			}
		}
	}
	rows, err := readKeyed[graph.Item](ctx, s.readers, "SELECT time, content FROM item WHERE "+in("time"), array(keys))
	dates := map[string]*graph.FuzzyDate{}
	for _, r := range rows {
		dates[r.Key] = r.Node.Date
	}
	return dates, describe(err, "")
}

const relatedList = "related"

// Related implements graph.EntityReader. It counts over all matching items of
// the entity.
func (s *Store) Related(ctx context.Context, id graph.ID, kinds []graph.EntityKind, f graph.Filter, page graph.Page) (none graph.Connection[graph.Related], err error) {
	c, err := graph.NewCut(relatedList, page)
	if err != nil {
		return none, err
	}
	rows, err := s.related(ctx, id, kinds, f)
	if err != nil {
		return none, err
	}
	conn := graph.ConnectAll(c, graph.Asc, rows)
	return conn, s.complete(ctx, conn.Edges)
}

// related gives the entities that share items with one, in order, each with
// the time keys of the first and last shared item in place of their dates.
func (s *Store) related(ctx context.Context, id graph.ID, kinds []graph.EntityKind, f graph.Filter) (rows []graph.Keyed[graph.Related], err error) {
	if f.AsOf != nil {
		items, err := s.sharedAsOf(ctx, []graph.ID{id}, f)
		if err != nil {
			return nil, err
		}
		for _, r := range graph.SumRelated(id, items, f.DirectOnly) {
			if len(kinds) > 0 && !slices.Contains(kinds, graph.KindOfID(r.Entity.ID)) {
				continue
			}
			rows = append(rows, graph.Keyed[graph.Related]{Key: relatedKey(r.Items, r.Entity.ID), Node: r})
		}
		return rows, nil
	}
	src := ofEntity(id, f, 0)
	src.seek(f)
	src.where.among(f)
	if err := src.where.items(f); err != nil {
		return nil, err
	}
	src.where.add("o.entity <> ?", id)
	if f.DirectOnly {
		src.where.add("o.roles <> ?", behalfBit)
	}
	if len(kinds) > 0 {
		src.where.add("o.entity IN (SELECT id FROM entity WHERE "+in("kind")+")", array(kinds))
	}
	query := "SELECT o.entity, count(*) AS n, min(CASE WHEN i.first IS NOT NULL THEN o.time END), max(CASE WHEN i.first IS NOT NULL THEN o.time END) FROM " +
		src.from + " JOIN edge o ON o.item = e.item" + src.where.String() + " GROUP BY o.entity ORDER BY n DESC, o.entity"
	err = each(ctx, s.readers, query, src.where.args, func(r *sql.Rows) error {
		var row graph.Keyed[graph.Related]
		var first, last sql.NullString
		if err := r.Scan(&row.Node.Entity.ID, &row.Node.Items, &first, &last); err != nil {
			return err
		}
		if first.Valid {
			row.Node.First, row.Node.Last = &graph.FuzzyDate{Text: first.String}, &graph.FuzzyDate{Text: last.String}
		}
		row.Key = relatedKey(row.Node.Items, row.Node.Entity.ID)
		rows = append(rows, row)
		return nil
	})
	return rows, describe(err, "")
}

// relatedKey orders by the number of shared items, most first, then by ID.
func relatedKey(items int, id graph.ID) string { return fmt.Sprintf("%09d|%s", 999999999-items, id) }

// complete reads the entities and dates of a page.
func (s *Store) complete(ctx context.Context, rows []graph.Edge[graph.Related]) error {
	var ids []graph.ID
	var keys [][2]sql.NullString
	for _, r := range rows {
		ids = append(ids, r.Node.Entity.ID)
		if r.Node.First != nil && r.Node.First.Value == "" {
			keys = append(keys, [2]sql.NullString{{String: r.Node.First.Text, Valid: true}, {String: r.Node.Last.Text, Valid: true}})
		}
	}
	entities, err := s.Entities(ctx, ids)
	if err != nil {
		return err
	}
	dates, err := s.datesAt(ctx, keys)
	for i := range rows {
		n := &rows[i].Node
		n.Entity = entities[n.Entity.ID]
		if n.First != nil && n.First.Value == "" {
			n.First, n.Last = dates[n.First.Text], dates[n.Last.Text]
		}
	}
	return err
}
