package graph

import (
	"cmp"
	"context"
	"slices"
)

const (
	// maxFolded bounds the items that a step of a search on earlier clocks
	// looks at, and foldedAt the entities whose items it asks for at a time.
	maxFolded = 20000
	foldedAt  = 100
)

// past is a Hopper on earlier clocks: it reads the items as they were.
type past struct{ Hopper }

// Hops implements Hopper.
func (p past) Hops(ctx context.Context, frontier []ID, f Filter) ([]Hop, error) {
	items, err := p.items(ctx, frontier, f)
	if err != nil {
		return nil, err
	}
	hops := leastHops(items, frontier, f.DirectOnly)
	var ids []ID
	for _, h := range hops {
		ids = append(ids, h.To)
	}
	passable, err := p.Passable(ctx, Unique(ids))
	step := setOf(passable)
	return slices.DeleteFunc(hops, func(h Hop) bool { return !step[h.To] }), err
}

// HopsBetween implements Hopper.
func (p past) HopsBetween(ctx context.Context, frontier, others []ID, f Filter, limit int) ([]Hop, error) {
	among := f
	among.In = append([]RoleMatch{{Entities: others}}, f.In...)
	items, err := p.items(ctx, frontier, among)
	if err != nil {
		return nil, err
	}
	if len(frontier) > 1 || len(others) > 1 {
		end := setOf(others)
		return slices.DeleteFunc(leastHops(items, frontier, f.DirectOnly), func(h Hop) bool { return !end[h.To] }), nil
	}
	var hops []Hop
	for _, i := range items[:min(len(items), limit)] {
		hops = append(hops, Hop{From: frontier[0], To: others[0], Via: i.ID})
	}
	return hops, nil
}

// items gives the matching items in which any of the entities takes part, by ID.
func (p past) items(ctx context.Context, entities []ID, f Filter) (items []Item, err error) {
	in := f.In
	for part := range slices.Chunk(entities, foldedAt) {
		f.In = append([]RoleMatch{{Entities: part}}, in...)
		page, err := p.Timeline(ctx, f, Asc, Page{First: maxFolded})
		if err != nil {
			return nil, err
		}
		for _, e := range page.Edges {
			items = append(items, e.Node)
		}
		if page.HasNext || len(items) > maxFolded {
			return nil, Errorf(TooLarge, "more than %d items would have to be looked at on earlier clocks: narrow the filter", maxFolded)
		}
	}
	slices.SortFunc(items, func(a, b Item) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(items, func(a, b Item) bool { return a.ID == b.ID }), nil
}

// leastHops gives, for each two of some entities and another that take part in
// the items, the first of these.
func leastHops(items []Item, from []ID, directOnly bool) (hops []Hop) {
	start := setOf(from)
	linked := map[[2]ID]bool{}
	for _, i := range items {
		var ids []ID
		for _, p := range i.Participants {
			if !(directOnly && p.Role == OnBehalf) {
				ids = append(ids, p.Entity)
			}
		}
		ids = Unique(ids)
		for _, a := range ids {
			for _, b := range ids {
				if ends := [2]ID{a, b}; start[a] && a != b && !linked[ends] {
					linked[ends] = true
					hops = append(hops, Hop{From: a, To: b, Via: i.ID})
				}
			}
		}
	}
	return hops
}

func setOf(ids []ID) map[ID]bool {
	set := make(map[ID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}
