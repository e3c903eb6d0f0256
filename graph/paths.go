package graph

import (
	"cmp"
	"context"
	"slices"
)

// A Hop is a shared item that leads from one entity to another.
type Hop struct{ From, To, Via ID }

// A Hopper knows who shares items with whom.
type Hopper interface {
	// Timeline is that of ItemReader, of which items are read as they were on
	// earlier clocks.
	Timeline(ctx context.Context, f Filter, order Order, page Page) (Connection[Item], error)
	// Hops gives, for each two of a frontier and another entity that share
	// matching items, the least of these. With toEnd it gives only those that
	// lead to the query's end, and from a frontier of one all items up to the
	// query's limit, least first. The query's AsOf is nil.
	Hops(ctx context.Context, frontier []ID, q PathQuery, toEnd bool) ([]Hop, error)
	// Passable leaves out the hubs, which are no step of a path.
	Passable(ctx context.Context, ids []ID) ([]ID, error)
}

const (
	// maxFrontier bounds the entities that one step of a search reaches.
	maxFrontier = 20000
	// maxChains bounds the chains that are compared.
	maxChains = 10000
	// maxFolded bounds the items that a step of a search on earlier clocks
	// looks at, and foldedAt the entities whose items it asks for at a time.
	maxFolded = 20000
	foldedAt  = 100
)

// ShortestPaths answers EntityReader.Paths: a breadth-first search from one
// end, then all shortest chains backwards from the other. Under AsOf a step
// leads over an item as it was on these clocks, if it matched then; which
// entities are hubs is told by all of their items.
func ShortestPaths(ctx context.Context, h Hopper, q PathQuery) ([][]PathStep, error) {
	if q.From == q.To || q.MaxLength < 1 || q.Limit < 1 {
		return nil, nil
	}
	depth := map[ID]int{q.From: 0}
	before := map[ID][]Hop{} // how an entity is reached, all by shortest chains
	frontier := []ID{q.From}
	for length := 1; length <= q.MaxLength && len(frontier) > 0; length++ {
		hops, err := nextHops(ctx, h, frontier, q)
		if err != nil {
			return nil, err
		}
		var next []ID
		for _, h := range hops {
			d, seen := depth[h.To]
			if !seen {
				depth[h.To] = length
				next = append(next, h.To)
			}
			if !seen || d == length {
				before[h.To] = append(before[h.To], h)
			}
		}
		if _, found := depth[q.To]; found {
			return chains(before, q), nil
		}
		if frontier, err = h.Passable(ctx, next); err != nil {
			return nil, err
		}
		if len(frontier) > maxFrontier {
			return nil, Errorf(TooLarge, "more than %d entities are within %d steps: ask for a shorter chain or narrow the filter", maxFrontier, length)
		}
	}
	return nil, nil
}

// nextHops leads from the frontier; where an end is asked for that shares
// items with it, only there.
func nextHops(ctx context.Context, h Hopper, frontier []ID, q PathQuery) ([]Hop, error) {
	if q.Filter.AsOf != nil {
		return hopsAsOf(ctx, h, frontier, q)
	}
	direct, err := h.Hops(ctx, frontier, q, true)
	if err != nil || len(direct) > 0 {
		return direct, err
	}
	return h.Hops(ctx, frontier, q, false)
}

// hopsAsOf does so on earlier clocks.
func hopsAsOf(ctx context.Context, h Hopper, frontier []ID, q PathQuery) ([]Hop, error) {
	items, err := itemsOfAny(ctx, h, frontier, q.Filter)
	if err != nil {
		return nil, err
	}
	var direct, all []Hop
	linked := map[[2]ID]bool{}
	reached := map[ID]bool{}
	for _, id := range frontier {
		reached[id] = true
	}
	for _, i := range items {
		for _, h := range hopsOver(i, reached, q.Filter.DirectOnly) {
			ends := [2]ID{h.From, h.To}
			if h.To == q.To && (!linked[ends] || len(frontier) == 1 && len(direct) < q.Limit) {
				direct = append(direct, h)
			}
			if !linked[ends] {
				linked[ends] = true
				all = append(all, h)
			}
		}
	}
	if len(direct) > 0 {
		return direct, nil
	}
	return all, nil
}

// itemsOfAny gives the matching items in which any of the entities takes part,
// by ID.
func itemsOfAny(ctx context.Context, h Hopper, entities []ID, f Filter) (items []Item, err error) {
	in := f.In
	for part := range slices.Chunk(entities, foldedAt) {
		f.In = append([]RoleMatch{{Entities: part}}, in...)
		page, err := h.Timeline(ctx, f, Asc, Page{First: maxFolded})
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

// hopsOver are those that an item gives from entities that are reached.
func hopsOver(i Item, reached map[ID]bool, directOnly bool) (hops []Hop) {
	var ids []ID
	for _, p := range i.Participants {
		if !(directOnly && p.Role == OnBehalf) {
			ids = append(ids, p.Entity)
		}
	}
	ids = Unique(ids)
	for _, from := range ids {
		if !reached[from] {
			continue
		}
		for _, to := range ids {
			if from != to {
				hops = append(hops, Hop{From: from, To: to, Via: i.ID})
			}
		}
	}
	return hops
}

// chains gives the shortest chains in the order of the IDs on them.
func chains(before map[ID][]Hop, q PathQuery) (paths [][]PathStep) {
	var walk func(at ID, tail []PathStep)
	walk = func(at ID, tail []PathStep) {
		if at == q.From {
			path := slices.Clone(tail)
			slices.Reverse(path)
			paths = append(paths, path)
			return
		}
		hops := slices.Clone(before[at])
		slices.SortFunc(hops, func(a, b Hop) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Via, b.Via)) })
		for _, h := range hops {
			if len(paths) >= maxChains {
				return
			}
			walk(h.From, append(tail, PathStep(h)))
		}
	}
	walk(q.To, nil)
	slices.SortFunc(paths, ComparePaths)
	return paths[:min(len(paths), q.Limit)]
}
