package neo4j

import (
	"context"
	"slices"

	"dateline/graph"
)

// foldChunk is how many items are folded from their reports at a time.
const foldChunk = 500

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
	list, err := sources(wide)
	if article != "" {
		var src source
		src, err = ofArticle(article, wide)
		list = []source{src}
	}
	if err != nil {
		return nil, err
	}
	ids, err := s.ids(ctx, list)
	if err != nil {
		return nil, err
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
	for chunk := range slices.Chunk(ids, foldChunk) {
		list, err := reports(s.run(ctx, query("reports"), params{"facts": texts(chunk)}))
		if err != nil {
			return nil, err
		}
		list = slices.DeleteFunc(list, func(r graph.Report) bool { return !asOf.Shows(r) })
		if err := s.rolesHeld(ctx, list, roles); err != nil {
			return nil, err
		}
		for group := range byFact(list) {
			if item, ok := graph.Fold(group, rolesIn(roles, group)); ok {
				items = append(items, item)
			}
		}
	}
	return items, nil
}

// byFact gives the reports of each fact; they come by fact.
func byFact(list []graph.Report) func(yield func([]graph.Report) bool) {
	return func(yield func([]graph.Report) bool) {
		for len(list) > 0 {
			n := 1
			for n < len(list) && list[n].Fact == list[0].Fact {
				n++
			}
			if !yield(list[:n]) {
				return
			}
			list = list[n:]
		}
	}
}

// rolesHeld reads the roles of those who speak or act in reports, as far as
// they are not known yet.
func (s *Store) rolesHeld(ctx context.Context, list []graph.Report, known map[graph.ID][]graph.Role) error {
	var unknown []string
	for _, holder := range graph.Acting(list) {
		if _, ok := known[holder]; !ok {
			unknown = append(unknown, string(holder))
			known[holder] = nil
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	roles, err := find[graph.Role](ctx, s, query("roles held"), params{"holders": unknown})
	for _, r := range roles {
		known[r.Holder] = append(known[r.Holder], r)
	}
	return err
}

func rolesIn(known map[graph.ID][]graph.Role, list []graph.Report) (roles []graph.Role) {
	for _, holder := range graph.Acting(list) {
		roles = append(roles, known[holder]...)
	}
	return roles
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
