package graphtest

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// reports are all reports, as a store reads them, that a clock shows.
func (f Fixture) reports(asOf *graph.AsOf) []graph.Report {
	var list []graph.Report
	for _, t := range f.Texts {
		for _, r := range t.Reports {
			r.Publisher, r.Group, r.Published, r.Loaded = t.Article.Publisher, t.Group, t.Article.Published, t.Article.Loaded
			if asOf.Shows(r) {
				list = append(list, r)
			}
		}
	}
	slices.SortFunc(list, func(a, b graph.Report) int {
		return cmp.Or(cmp.Compare(a.Fact, b.Fact), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Local, b.Local))
	})
	return list
}

// byFact groups reports that are in the order of facts.
func byFact(reports []graph.Report) (groups [][]graph.Report) {
	for len(reports) > 0 {
		n := 1
		for n < len(reports) && reports[n].Fact == reports[0].Fact {
			n++
		}
		groups, reports = append(groups, reports[:n]), reports[n:]
	}
	return groups
}

// Roles are the roles that the articles show, by ID.
func (f Fixture) Roles() []graph.Role {
	var roles []graph.Role
	for _, group := range byFact(f.reports(nil)) {
		if group[0].Role == nil {
			continue
		}
		role := *group[0].Role
		for _, r := range group {
			if role.From == nil || r.Date.Start < role.From.Start {
				role.From = r.Date
			}
			if role.To == nil || r.Date.End > role.To.End {
				role.To = r.Date
			}
		}
		roles = append(roles, role)
	}
	return roles
}

// Items are the items that the fixture shows on a clock, in the order of time.
func (f Fixture) Items(asOf *graph.AsOf) []graph.Item {
	roles := f.Roles()
	var items []graph.Item
	for _, group := range byFact(f.reports(asOf)) {
		if item, ok := graph.Fold(group, roles); ok {
			items = append(items, item)
		}
	}
	items = append(items, graph.PositionChanges(items)...)
	slices.SortFunc(items, graph.CompareTime)
	return items
}

// matching are the items that pass a filter, in an order.
func (f Fixture) matching(filter graph.Filter, order graph.Order) []graph.Item {
	items := slices.DeleteFunc(f.Items(filter.AsOf), func(i graph.Item) bool { return !filter.Matches(i) })
	if order == graph.Desc {
		slices.Reverse(items)
	}
	return items
}

// groups counts the groups of copies that mention an entity.
func (f Fixture) groups(entity graph.ID) int {
	seen := map[graph.ID]bool{}
	for _, t := range f.Texts {
		if slices.ContainsFunc(t.Uses, func(u graph.Use) bool { return u.Entity == entity }) {
			seen[t.Group] = true
		}
	}
	return len(seen)
}

// mentioned are the entities that articles mention, with their counts, by ID.
func (f Fixture) mentioned() []graph.Entity {
	var list []graph.Entity
	for _, e := range f.Entities {
		if e.ArticleCount = f.groups(e.ID); e.ArticleCount > 0 {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b graph.Entity) int { return cmp.Compare(a.ID, b.ID) })
	return list
}
