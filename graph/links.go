package graph

import (
	"cmp"
	"slices"
)

// SumLinks sums up items in which both of two entities take part, as
// EntityReader.Links has it. a is the lesser ID: where neither or both act, the
// direction goes from a to b.
func SumLinks(a, b ID, items []Item) []LinkSummary {
	type group struct {
		kind ItemKind
		what string
		from ID
	}
	sums := map[group]*LinkSummary{}
	best := map[group]Item{}
	for _, i := range items {
		g := group{i.Kind, i.Type(), a}
		if i.acts(b) && !i.acts(a) {
			g.from = b
		}
		l := sums[g]
		if l == nil {
			l = &LinkSummary{Kind: g.kind, Type: g.what, From: a, To: b}
			if g.from == b {
				l.From, l.To = b, a
			}
			sums[g], best[g] = l, i
		}
		l.Count++
		if compareBest(i, best[g]) < 0 {
			best[g] = i
		}
		if i.Date != nil {
			widen(&l.First, &l.Last, i.Date)
		}
	}
	list := make([]LinkSummary, 0, len(sums))
	for g, l := range sums {
		l.Best = best[g].ID
		list = append(list, *l)
	}
	SortLinks(list)
	return list
}

// widen keeps the earliest and the latest of dates that come in the order of time.
func widen(first, last **FuzzyDate, d *FuzzyDate) {
	if *first == nil {
		*first = d
	}
	*last = d
}

func compareBest(a, b Item) int {
	return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(b.Corroboration.Sources, a.Corroboration.Sources), cmp.Compare(a.ID, b.ID))
}

// SortLinks puts the most frequent first, then orders by (kind, type, from).
func SortLinks(list []LinkSummary) {
	slices.SortFunc(list, func(a, b LinkSummary) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Type, b.Type), cmp.Compare(a.From, b.From))
	})
}

// Type is the event type, the statement's act or the stage; empty for a change
// of position.
func (i Item) Type() string {
	switch {
	case i.Statement != nil:
		return string(i.Statement.Act)
	case i.Event != nil:
		return string(i.Event.Type)
	case i.Stage != nil:
		return string(i.Stage.Stage)
	}
	return ""
}

// acts tells whether an entity speaks or acts in the item, itself or by one
// who acts for it.
func (i Item) acts(id ID) bool {
	return slices.ContainsFunc(i.Participants, func(p Participant) bool {
		return p.Entity == id && (p.Role == Speaker || p.Role == Actor || p.Role == OnBehalf)
	})
}

// SumRelated counts for each other entity the items that it shares with one,
// most shared first, then by ID. The items come in the order of time; of the
// entities only the IDs are filled.
func SumRelated(id ID, items []Item, directOnly bool) []Related {
	sums := map[ID]*Related{}
	for _, i := range items {
		seen := map[ID]bool{id: true}
		for _, p := range i.Participants {
			if seen[p.Entity] || directOnly && p.Role == OnBehalf {
				continue
			}
			seen[p.Entity] = true
			r := sums[p.Entity]
			if r == nil {
				r = &Related{Entity: Entity{ID: p.Entity}}
				sums[p.Entity] = r
			}
			r.Items++
			if i.Date != nil {
				widen(&r.First, &r.Last, i.Date)
			}
		}
	}
	list := make([]Related, 0, len(sums))
	for _, r := range sums {
		list = append(list, *r)
	}
	slices.SortFunc(list, func(a, b Related) int {
		return cmp.Or(cmp.Compare(b.Items, a.Items), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	return list
}
