package identity

import (
	"context"
	"strings"

	"dateline/graph"
)

// articles projects extractions into reports and uses.
func (s step) articles(ctx context.Context, ids []graph.ID) error {
	readings, err := s.Readings(ctx, ids)
	if err != nil {
		return err
	}
	assigned, err := s.Assignments(ctx, ids)
	if err != nil {
		return err
	}
	byArticle := map[graph.ID][]graph.Assignment{}
	for _, a := range assigned {
		byArticle[a.Article] = append(byArticle[a.Article], a)
	}
	var marks []graph.Mark
	for _, r := range readings {
		id := r.Article.ID
		if err := s.assignOwn(ctx, r, byArticle[id]); err != nil {
			return err
		}
		p := newProjection(r, byArticle[id], s.judged)
		facts, err := s.ReplaceReports(ctx, id, p.reports())
		if err != nil {
			return err
		}
		entities, err := s.ReplaceUses(ctx, id, p.uses())
		if err != nil {
			return err
		}
		for _, id := range facts {
			marks = append(marks, graph.MarkFact(id))
		}
		for _, id := range entities {
			marks = append(marks, graph.MarkEntity(id))
		}
	}
	return s.Mark(ctx, graph.Unique(marks))
}

// assignOwn writes who the locals are that no block decides, once.
func (s step) assignOwn(ctx context.Context, r graph.Reading, assigned []graph.Assignment) error {
	there := map[graph.Local]graph.ID{}
	for _, a := range assigned {
		there[a.Local] = a.Entity
	}
	var changes []graph.Assignment
	for _, a := range own(r, s.judged) {
		if there[a.Local] != a.Entity {
			changes = append(changes, a)
		}
	}
	if len(changes) == 0 {
		return nil
	}
	return s.Assign(ctx, changes)
}

// roles folds roles, and marks the items in which a holder takes part on days
// for which the role newly counts, or no longer does.
func (s step) roles(ctx context.Context, ids []graph.ID) error {
	roles, err := s.FoldRoles(ctx, ids)
	if err != nil {
		return err
	}
	before, err := s.PutRoles(ctx, roles)
	if err != nil {
		return err
	}
	now := map[graph.ID]graph.Role{}
	for _, r := range roles {
		now[r.ID] = r
	}
	var gone []graph.ID
	for _, id := range ids {
		if _, ok := now[id]; !ok {
			gone = append(gone, id)
		}
	}
	deleted, err := s.DeleteRoles(ctx, gone)
	if err != nil {
		return err
	}
	was := map[graph.ID]graph.Role{}
	for _, r := range append(before, deleted...) {
		was[r.ID] = r
	}
	var marks []graph.Mark
	for _, id := range ids {
		holder := now[id].Holder
		if holder == "" {
			holder = was[id].Holder
		}
		for _, days := range changedDays(was[id], now[id]) {
			items, err := s.Dated(ctx, holder, days[0], days[1])
			if err != nil {
				return err
			}
			for _, item := range items {
				marks = append(marks, graph.MarkFact(item))
			}
		}
	}
	return s.Mark(ctx, graph.Unique(marks))
}

// changedDays are the runs of days for which exactly one of two versions of a
// role counts.
func changedDays(a, b graph.Role) [][2]graph.Day {
	bounded := func(r graph.Role) bool { return r.From != nil && r.To != nil && r.Of != "" && r.Held() }
	whole := func(r graph.Role) [2]graph.Day { return [2]graph.Day{r.From.Start, r.To.End} }
	switch {
	case !bounded(a) && !bounded(b):
		return nil
	case !bounded(a):
		return [][2]graph.Day{whole(b)}
	case !bounded(b):
		return [][2]graph.Day{whole(a)}
	}
	var runs [][2]graph.Day
	x, y := whole(a), whole(b)
	if x[0] != y[0] {
		runs = append(runs, [2]graph.Day{min(x[0], y[0]), max(x[0], y[0])})
	}
	if x[1] != y[1] {
		runs = append(runs, [2]graph.Day{min(x[1], y[1]), max(x[1], y[1])})
	}
	return runs
}

// items folds the reports of items and marks the positions that they touch.
func (s step) items(ctx context.Context, ids []graph.ID) error {
	reports, err := s.Reports(ctx, ids)
	if err != nil {
		return err
	}
	before, err := s.Items(ctx, ids)
	if err != nil {
		return err
	}
	stored := map[graph.ID]graph.Item{}
	for _, item := range before {
		stored[item.ID] = item
	}
	byFact := map[graph.ID][]graph.Report{}
	for _, r := range reports {
		byFact[r.Fact] = append(byFact[r.Fact], r)
	}
	roles, err := s.rolesOf(ctx, reports)
	if err != nil {
		return err
	}
	var put []graph.Item
	var gone []graph.ID
	var marks []graph.Mark
	for _, id := range ids {
		old, was := stored[id]
		item, ok := graph.Fold(byFact[id], roles)
		switch {
		case !ok && was:
			gone = append(gone, id)
		case ok && !old.Equal(item):
			put = append(put, item)
		default:
			continue
		}
		marks = append(marks, positionOf(old)...)
		marks = append(marks, positionOf(item)...)
	}
	if err := s.DeleteItems(ctx, gone); err != nil {
		return err
	}
	if err := s.PutItems(ctx, put); err != nil {
		return err
	}
	return s.Mark(ctx, graph.Unique(marks))
}

// rolesOf gives the roles of those who speak or act in reports.
func (s step) rolesOf(ctx context.Context, reports []graph.Report) ([]graph.Role, error) {
	holders := graph.Acting(reports)
	if len(holders) == 0 {
		return nil, nil
	}
	return s.Roles(ctx, holders)
}

func positionOf(item graph.Item) []graph.Mark {
	if s := item.Statement; s != nil && s.Speaker != "" && s.Policy != "" {
		return []graph.Mark{graph.MarkPosition(s.Speaker, s.Policy)}
	}
	return nil
}

func (s step) entities(ctx context.Context, ids []graph.ID) error {
	tallies, err := s.Tallies(ctx, ids)
	if err != nil {
		return err
	}
	var put []graph.Entity
	var gone []graph.ID
	for _, id := range ids {
		if t, ok := tallies[id]; ok {
			put = append(put, foldEntity(id, t))
		} else {
			gone = append(gone, id)
		}
	}
	if err := s.DeleteEntities(ctx, gone); err != nil {
		return err
	}
	return s.PutEntities(ctx, put)
}

// positions derives the changes of position of actors on policies anew.
func (s step) positions(ctx context.Context, keys []string) error {
	for _, key := range keys {
		actor, policy, _ := strings.Cut(key, "|")
		items, err := s.Stances(ctx, graph.ID(actor), graph.ID(policy))
		if err != nil {
			return err
		}
		changes := graph.PositionChanges(items)
		now := map[graph.ID]bool{}
		for _, c := range changes {
			now[c.ID] = true
		}
		var gone []graph.ID
		stored := map[graph.ID]graph.Item{}
		for _, i := range items {
			stored[i.ID] = i
			if i.Change != nil && !now[i.ID] {
				gone = append(gone, i.ID)
			}
		}
		var put []graph.Item
		for _, c := range changes {
			if !stored[c.ID].Equal(c) {
				put = append(put, c)
			}
		}
		if err := s.DeleteItems(ctx, gone); err != nil {
			return err
		}
		if err := s.PutItems(ctx, put); err != nil {
			return err
		}
	}
	return nil
}
