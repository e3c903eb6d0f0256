package graphtest

import (
	"context"
	"maps"
	"slices"
	"testing"

	"dateline/graph"
)

// Load puts the fixture's articles into a store and settles it.
func (f Fixture) Load(t testing.TB, s graph.Store) {
	t.Helper()
	var readings []graph.Reading
	for _, text := range f.Texts {
		readings = append(readings, text.reading())
	}
	if _, err := s.Put(t.Context(), readings); err != nil {
		t.Fatalf("Put: %v", err)
	}
	f.Settle(t, s)
}

// Settle does what identity does, with the identities that the fixture gives:
// until no mark is left, it projects the marked articles, folds the marked
// facts and sums the marked entities up.
func (f Fixture) Settle(t testing.TB, s graph.Store) {
	t.Helper()
	for left := true; left; {
		err := s.Resolve(t.Context(), func(r graph.Resolution) error {
			marks, err := r.Take(t.Context(), 100)
			left = len(marks) > 0
			for _, m := range marks {
				if err == nil {
					err = f.step(t.Context(), r, m)
				}
			}
			return err
		})
		if err != nil {
			t.Fatalf("Resolve: %v", err)
		}
	}
}

func (f Fixture) step(ctx context.Context, r graph.Resolution, m graph.Mark) error {
	id := graph.ID(m.Name())
	switch m.Level() {
	case '3':
		return f.project(ctx, r, id)
	case '4':
		return f.foldRole(ctx, r, id)
	case '5':
		return f.foldItem(ctx, r, id)
	case '6':
		return f.sumUp(ctx, r, id)
	case '7':
		return f.positions(ctx, r)
	}
	return nil // blocks: the fixture says who is who
}

func (f Fixture) project(ctx context.Context, r graph.Resolution, article graph.ID) error {
	for _, t := range f.Texts {
		if t.Article.ID != article {
			continue
		}
		if err := r.Assign(ctx, t.assignments()); err != nil {
			return err
		}
		if _, err := r.SetGroups(ctx, map[graph.ID]graph.ID{article: t.Group}); err != nil {
			return err
		}
		facts, err := r.ReplaceReports(ctx, article, t.Reports)
		if err != nil {
			return err
		}
		entities, err := r.ReplaceUses(ctx, article, t.Uses)
		if err != nil {
			return err
		}
		marks := []graph.Mark{graph.MarkPosition(Reyes, Patrol)}
		for _, id := range facts {
			marks = append(marks, graph.MarkFact(id))
		}
		for _, id := range entities {
			marks = append(marks, graph.MarkEntity(id))
		}
		return r.Mark(ctx, marks)
	}
	return nil
}

// foldRole folds a role anew and marks what its holder did on the days for
// which it was or is now shown.
func (f Fixture) foldRole(ctx context.Context, r graph.Resolution, id graph.ID) error {
	roles, err := r.FoldRoles(ctx, []graph.ID{id})
	if err != nil {
		return err
	}
	var before []graph.Role
	if len(roles) == 0 {
		before, err = r.DeleteRoles(ctx, []graph.ID{id})
	} else {
		before, err = r.PutRoles(ctx, roles)
	}
	if err != nil {
		return err
	}
	var marks []graph.Mark
	for _, role := range append(before, roles...) {
		if role.From == nil || role.To == nil {
			continue
		}
		items, err := r.Dated(ctx, role.Holder, role.From.Start, role.To.End)
		if err != nil {
			return err
		}
		for _, i := range items {
			marks = append(marks, graph.MarkFact(i))
		}
	}
	return r.Mark(ctx, marks)
}

func (f Fixture) foldItem(ctx context.Context, r graph.Resolution, id graph.ID) error {
	reports, err := r.Reports(ctx, []graph.ID{id})
	if err != nil {
		return err
	}
	if graph.IsPositionChange(id) {
		return r.Mark(ctx, []graph.Mark{graph.MarkPosition(Reyes, Patrol)})
	}
	roles, err := r.Roles(ctx, graph.Acting(reports))
	if err != nil {
		return err
	}
	if err := r.Mark(ctx, []graph.Mark{graph.MarkPosition(Reyes, Patrol)}); err != nil {
		return err
	}
	item, ok := graph.Fold(reports, roles)
	if !ok {
		return r.DeleteItems(ctx, []graph.ID{id})
	}
	return r.PutItems(ctx, []graph.Item{item})
}

func (f Fixture) sumUp(ctx context.Context, r graph.Resolution, id graph.ID) error {
	tallies, err := r.Tallies(ctx, []graph.ID{id})
	if err != nil {
		return err
	}
	tally, used := tallies[id]
	if !used {
		return r.DeleteEntities(ctx, []graph.ID{id})
	}
	for _, e := range f.Entities {
		if e.ID == id {
			e.ArticleCount = tally.Articles
			return r.PutEntities(ctx, []graph.Entity{e})
		}
	}
	return nil
}

// positions derives the changes of position anew, as identity does.
func (f Fixture) positions(ctx context.Context, r graph.Resolution) error {
	items, err := r.Stances(ctx, Reyes, Patrol)
	if err != nil {
		return err
	}
	var statements []graph.Item
	old := map[graph.ID]bool{}
	for _, i := range items {
		if i.Kind == graph.KindPositionChange {
			old[i.ID] = true
		} else {
			statements = append(statements, i)
		}
	}
	changes := graph.PositionChanges(statements)
	for _, c := range changes {
		delete(old, c.ID)
	}
	if err := r.DeleteItems(ctx, slices.Collect(maps.Keys(old))); err != nil {
		return err
	}
	return r.PutItems(ctx, changes)
}
