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
	// Hops gives, for each two of a frontier and another entity that share
	// matching items, the least of these. With toEnd it gives only those that
	// lead to the query's end, and from a frontier of one all items up to the
	// query's limit, least first.
	Hops(ctx context.Context, frontier []ID, q PathQuery, toEnd bool) ([]Hop, error)
	// Passable leaves out the hubs, which are no step of a path.
	Passable(ctx context.Context, ids []ID) ([]ID, error)
}

const (
	// maxFrontier bounds the entities that one step of a search reaches.
	maxFrontier = 20000
	// maxChains bounds the chains that are compared.
	maxChains = 10000
)

// ShortestPaths answers EntityReader.Paths: a breadth-first search from one
// end, then all shortest chains backwards from the other.
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
	direct, err := h.Hops(ctx, frontier, q, true)
	if err != nil || len(direct) > 0 {
		return direct, err
	}
	return h.Hops(ctx, frontier, q, false)
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
