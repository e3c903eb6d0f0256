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
	// matching items, the least of these; hubs are left out. The filter's AsOf
	// is nil.
	Hops(ctx context.Context, frontier []ID, f Filter) ([]Hop, error)
	// HopsBetween gives, for each two of a frontier and of some others that
	// share matching items, the least of these; for one and one all of them up
	// to a limit, least first. The filter's AsOf is nil.
	HopsBetween(ctx context.Context, frontier, others []ID, f Filter, limit int) ([]Hop, error)
	// Passable leaves out the hubs, which are no step of a path.
	Passable(ctx context.Context, ids []ID) ([]ID, error)
}

const (
	// maxFrontier bounds the entities that one step of a search reaches.
	maxFrontier = 20000
	// maxBetween is the number of pairs up to which it is cheaper to ask for
	// each of them than for all that a frontier leads to.
	maxBetween = 1000
)

// ShortestPaths answers EntityReader.Paths: two breadth-first searches, one
// from each end, until they meet. Under AsOf a step leads over an item as it
// was on these clocks, if it matched then; which entities are hubs is told by
// all of their items.
func ShortestPaths(ctx context.Context, h Hopper, q PathQuery) ([][]PathStep, error) {
	if q.From == q.To || q.MaxLength < 1 || q.Limit < 1 {
		return nil, nil
	}
	if q.Filter.AsOf != nil {
		h = past{h}
	}
	passable, err := h.Passable(ctx, []ID{q.From, q.To})
	if err != nil {
		return nil, err
	}
	near, far := newReach(q.From, passable), newReach(q.To, passable)
	for length := 1; length <= q.MaxLength; length++ {
		grown, other := near, far
		if near.hub && !far.hub || !far.hub && len(far.frontier) < len(near.frontier) {
			grown, other = far, near
		}
		hops, err := hopsTowards(ctx, h, grown, other, q, length)
		if err != nil {
			return nil, err
		}
		grown.take(hops)
		if met := grown.met(other); len(met) > 0 {
			return chains(near, far, met, q), nil
		}
		if len(grown.frontier) == 0 {
			return nil, nil
		}
		if len(grown.frontier) > maxFrontier {
			return nil, Errorf(TooLarge, "more than %d entities are within %d steps: ask for a shorter chain or narrow the filter", maxFrontier, grown.length)
		}
	}
	return nil, nil
}

// hopsTowards gives the next hops of a search that the other has not met: those
// that lead to the other where these can be asked for, else all.
func hopsTowards(ctx context.Context, h Hopper, grown, other *reach, q PathQuery, length int) ([]Hop, error) {
	last := length == q.MaxLength
	if length == 1 || other.hub || last && len(grown.frontier)*len(other.frontier) <= maxBetween {
		hops, err := h.HopsBetween(ctx, grown.frontier, other.frontier, q.Filter, q.Limit)
		if err != nil || last || len(hops) > 0 {
			return hops, err
		}
	}
	return h.Hops(ctx, grown.frontier, q.Filter)
}

// A reach is what a search has reached from one end.
type reach struct {
	length   int
	at       map[ID]int   // the length at which an entity is reached
	before   map[ID][]Hop // the hops by which, all of shortest chains
	frontier []ID         // what is reached at the length
	hub      bool         // whether too much is to be reached from the end
}

func newReach(end ID, passable []ID) *reach {
	return &reach{at: map[ID]int{end: 0}, before: map[ID][]Hop{}, frontier: []ID{end}, hub: !slices.Contains(passable, end)}
}

// take goes a step further by hops from the frontier.
func (r *reach) take(hops []Hop) {
	r.length++
	r.frontier = nil
	for _, h := range hops {
		length, seen := r.at[h.To]
		if !seen {
			length = r.length
			r.at[h.To] = length
			r.frontier = append(r.frontier, h.To)
		}
		if length == r.length {
			r.before[h.To] = append(r.before[h.To], h)
		}
	}
}

// met gives what both have reached, this one at its last step.
func (r *reach) met(other *reach) (met []ID) {
	for _, id := range r.frontier {
		if _, ok := other.at[id]; ok {
			met = append(met, id)
		}
	}
	return met
}

// onChains gives the hops of the chains from the end to what was met.
func (r *reach) onChains(met []ID) (hops []Hop) {
	seen := map[ID]bool{}
	for ids := met; len(ids) > 0; ids = ids[1:] {
		if seen[ids[0]] {
			continue
		}
		seen[ids[0]] = true
		for _, h := range r.before[ids[0]] {
			hops = append(hops, h)
			ids = append(ids, h.From)
		}
	}
	return hops
}

// chains gives the first of the chains through what was met, in the order of
// ComparePaths.
func chains(near, far *reach, met []ID, q PathQuery) (paths [][]PathStep) {
	steps := map[ID][]PathStep{}
	for _, h := range near.onChains(met) {
		steps[h.From] = append(steps[h.From], PathStep(h))
	}
	for _, h := range far.onChains(met) {
		steps[h.To] = append(steps[h.To], PathStep{From: h.To, To: h.From, Via: h.Via})
	}
	for _, list := range steps {
		slices.SortFunc(list, func(a, b PathStep) int { return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.Via, b.Via)) })
	}
	var walk func(at ID, path []PathStep)
	walk = func(at ID, path []PathStep) {
		if at == q.To {
			paths = append(paths, slices.Clone(path))
			return
		}
		for _, step := range steps[at] {
			if len(paths) < q.Limit {
				walk(step.To, append(path, step))
			}
		}
	}
	walk(q.From, nil)
	return paths
}
