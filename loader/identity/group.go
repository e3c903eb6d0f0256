package identity

import (
	"context"
	"slices"

	"dateline/graph"
)

var groupPrefix = graph.CopiesBlock("")

// band records the pairs of near copies in a band and marks their groups.
func (s step) band(ctx context.Context, members []graph.Member) error {
	pairs := copiesIn(members)
	if len(pairs) == 0 {
		return nil
	}
	if err := s.LinkCopies(ctx, pairs); err != nil {
		return err
	}
	var marks []graph.Mark
	for _, pair := range pairs {
		marks = append(marks, graph.MarkBlock(graph.CopiesBlock(pair[0])), graph.MarkBlock(graph.CopiesBlock(pair[1])))
	}
	return s.Mark(ctx, graph.Unique(marks))
}

// group computes the connected component of near copies around an article and
// marks what counts its articles.
func (s step) group(ctx context.Context, article graph.ID) error {
	component := map[graph.ID]bool{article: true}
	for frontier := []graph.ID{article}; len(frontier) > 0; {
		pairs, err := s.CopiesOf(ctx, frontier)
		if err != nil {
			return err
		}
		frontier = nil
		for _, pair := range pairs {
			for _, id := range pair {
				if !component[id] {
					component[id] = true
					frontier = append(frontier, id)
				}
			}
		}
	}
	ids := sortedKeys(component)
	groups := map[graph.ID]graph.ID{}
	for _, id := range ids {
		groups[id] = ids[0]
	}
	changed, err := s.SetGroups(ctx, groups)
	if err != nil || len(changed) == 0 {
		return err
	}
	return s.markUsers(ctx, changed)
}

// markUsers marks the facts that articles report and the entities that they name.
func (s step) markUsers(ctx context.Context, articles []graph.ID) error {
	facts, err := s.FactsOf(ctx, articles)
	if err != nil {
		return err
	}
	assigned, err := s.Assignments(ctx, articles)
	if err != nil {
		return err
	}
	var marks []graph.Mark
	for _, id := range facts {
		marks = append(marks, graph.MarkFact(id))
	}
	for _, a := range assigned {
		if a.Entity != "" {
			marks = append(marks, graph.MarkEntity(a.Entity))
		}
	}
	slices.Sort(marks)
	return s.Mark(ctx, slices.Compact(marks))
}
