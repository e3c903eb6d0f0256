package export

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"math"
	"slices"

	"dateline/graph"
)

// A Source is what the formats need of a store.
type Source interface {
	graph.Scanner
	graph.EntityReader
	graph.ItemReader
	graph.ArticleReader
}

// chunk is how many items, entities or articles are read at once.
const chunk = 500

// A part is what is written of a source: all of it, or the items that a filter
// selects, with the entities that take part in them, the roles that those
// hold, and the articles that report them.
type part struct {
	Source
	filter *graph.Filter // nil: everything
}

// items reads by kind and ID; a filtered part reads along the timeline.
func (p part) items(ctx context.Context) iter.Seq2[graph.Item, error] {
	return func(yield func(graph.Item, error) bool) {
		if p.filter != nil {
			p.timeline(ctx, yield)
			return
		}
		for _, kind := range graph.ItemKinds {
			for item, err := range p.ScanItems(ctx, kind) {
				if !yield(item, err) || err != nil {
					return
				}
			}
		}
	}
}

func (p part) timeline(ctx context.Context, yield func(graph.Item, error) bool) {
	for page := (graph.Page{First: chunk}); ; {
		found, err := p.Timeline(ctx, *p.filter, graph.Asc, page)
		if err != nil {
			yield(graph.Item{}, err)
			return
		}
		for _, e := range found.Edges {
			if page.After = e.Cursor; !yield(e.Node, nil) {
				return
			}
		}
		if !found.HasNext {
			return
		}
	}
}

// entities reads by kind and ID.
func (p part) entities(ctx context.Context) iter.Seq2[graph.Entity, error] {
	return func(yield func(graph.Entity, error) bool) {
		if p.filter != nil {
			p.participants(ctx, yield)
			return
		}
		for _, kind := range graph.EntityKinds {
			for e, err := range p.ScanEntities(ctx, kind) {
				if !yield(e, err) || err != nil {
					return
				}
			}
		}
	}
}

// participants reads the entities that take part in the part's items.
func (p part) participants(ctx context.Context, yield func(graph.Entity, error) bool) {
	there := map[graph.ID]bool{}
	for item, err := range p.items(ctx) {
		if err != nil {
			yield(graph.Entity{}, err)
			return
		}
		for _, x := range item.Participants {
			there[x.Entity] = true
		}
	}
	place := func(id graph.ID) int { return slices.Index(graph.EntityKinds, graph.KindOfID(id)) }
	ids := slices.SortedFunc(maps.Keys(there), func(a, b graph.ID) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b))
	})
	inChunks(ids, func(ids []graph.ID) bool {
		found, err := p.Entities(ctx, ids)
		if err != nil {
			yield(graph.Entity{}, err)
			return false
		}
		for _, id := range ids {
			if e, ok := found[id]; ok && e.ID == id && !yield(e, nil) {
				return false
			}
		}
		return true
	})
}

// roles reads by ID; in a filtered part, the roles of these people.
func (p part) roles(ctx context.Context, people []graph.ID) iter.Seq2[graph.Role, error] {
	if p.filter == nil {
		return p.ScanRoles(ctx)
	}
	return func(yield func(graph.Role, error) bool) {
		inChunks(people, func(ids []graph.ID) bool {
			roles, err := p.RolesOf(ctx, ids)
			if err != nil {
				yield(graph.Role{}, err)
				return false
			}
			for _, r := range roles {
				if !yield(r, nil) {
					return false
				}
			}
			return true
		})
	}
}

// articles reads by ID; in a filtered part, those among these.
func (p part) articles(ctx context.Context, ids map[graph.ID]bool) iter.Seq2[graph.Article, error] {
	if p.filter == nil {
		return p.ScanArticles(ctx)
	}
	return func(yield func(graph.Article, error) bool) {
		inChunks(slices.Sorted(maps.Keys(ids)), func(ids []graph.ID) bool {
			found, err := p.Articles(ctx, ids)
			if err != nil {
				yield(graph.Article{}, err)
				return false
			}
			for _, id := range ids {
				if a, ok := found[id]; ok && !yield(a, nil) {
					return false
				}
			}
			return true
		})
	}
}

// evidence gives the places that support facts, by article and place.
func (p part) evidence(ctx context.Context, facts []graph.ID, each func(fact graph.ID, e graph.Evidence) error) error {
	found, err := p.Evidence(ctx, facts, math.MaxInt32, nil)
	if err != nil {
		return err
	}
	for _, fact := range facts {
		list := slices.Clone(found[fact])
		slices.SortFunc(list, func(a, b graph.Evidence) int {
			return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Rule, b.Rule))
		})
		for _, e := range list {
			if err := each(fact, e); err != nil {
				return err
			}
		}
	}
	return nil
}

// inChunks hands IDs on, chunk by chunk, while more is wanted.
func inChunks(ids []graph.ID, next func([]graph.ID) bool) {
	for ids := range slices.Chunk(ids, chunk) {
		if !next(ids) {
			return
		}
	}
}
