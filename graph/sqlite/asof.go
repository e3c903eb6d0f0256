package sqlite

import (
	"context"
	"slices"

	"dateline/graph"
)

// itemsAsOf gives the matching items as they were on the clocks of the filter,
// in the order of time. It folds the visible reports of all items that the
// filter's entities take part in, so it costs as much as they are many.
func (s *Store) itemsAsOf(ctx context.Context, f graph.Filter, article graph.ID) ([]graph.Item, error) {
	if f.Text != "" {
		if _, err := graph.ParseTerms(f.Text); err != nil {
			return nil, err
		}
	}
	wide := graph.Filter{Entities: f.Entities, Any: f.Any, In: f.In}
	query, args, err := s.union(wide, article, "i.id")
	if err != nil || query == "" {
		return nil, err
	}
	ids, err := column[graph.ID](ctx, s.readers, query, args...)
	if err != nil {
		return nil, describe(err, "")
	}
	items, err := s.foldAsOf(ctx, ids, f.AsOf)
	if err != nil {
		return nil, err
	}
	if article == "" { // what is derived is reported by no article
		items = append(items, graph.PositionChanges(items)...)
	}
	items = slices.DeleteFunc(items, func(i graph.Item) bool { return !f.Matches(i) })
	slices.SortFunc(items, graph.CompareTime)
	return items, nil
}

func (s *Store) foldAsOf(ctx context.Context, ids []graph.ID, asOf *graph.AsOf) ([]graph.Item, error) {
	roles := map[graph.ID][]graph.Role{}
	var items []graph.Item
	for chunk := range slices.Chunk(ids, 500) {
		reports, err := readReports(ctx, s.readers, reportColumns+"WHERE "+in("r.fact")+" ORDER BY r.fact", array(chunk))
		if err != nil {
			return nil, describe(err, "")
		}
		for len(reports) > 0 {
			n := 1
			for n < len(reports) && reports[n].Fact == reports[0].Fact {
				n++
			}
			visible := slices.DeleteFunc(slices.Clone(reports[:n]), func(r graph.Report) bool { return !asOf.Shows(r) })
			reports = reports[n:]
			held, err := s.rolesHeld(ctx, visible, roles)
			if err != nil {
				return nil, err
			}
			if item, ok := graph.Fold(visible, held); ok {
				items = append(items, item)
			}
		}
	}
	return items, nil
}

// rolesHeld gives the roles of those who speak or act in reports; known keeps
// what was read before.
func (s *Store) rolesHeld(ctx context.Context, reports []graph.Report, known map[graph.ID][]graph.Role) (list []graph.Role, err error) {
	for _, holder := range graph.Acting(reports) {
		roles, ok := known[holder]
		if !ok {
			if roles, err = objects[graph.Role](ctx, s.readers, "SELECT content FROM role WHERE holder = ? ORDER BY id", holder); err != nil {
				return nil, describe(err, "")
			}
			known[holder] = roles
		}
		list = append(list, roles...)
	}
	return list, nil
}

func (s *Store) timelineAsOf(ctx context.Context, f graph.Filter, order graph.Order, c graph.Cut, article graph.ID) (none graph.Connection[graph.Item], err error) {
	items, err := s.itemsAsOf(ctx, f, article)
	if err != nil {
		return none, err
	}
	rows := make([]graph.Keyed[graph.Item], len(items))
	for k, i := range items {
		rows[k] = graph.Keyed[graph.Item]{Key: timeKey(i.Date, i.ID), Node: i}
	}
	return graph.ConnectAll(c, order, rows), nil
}
