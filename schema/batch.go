package schema

import (
	"context"
	"sync"

	"dateline/graph"
)

// A batch collects what the fields of one request need and loads it with one
// question for each kind of thing.
type batch struct {
	reader   graph.Reader
	entities loader[graph.Entity]
	items    loader[item]
	articles loader[article]
	roles    loader[[]graph.Role]
	dates    loader[[]graph.LocalDate]

	evidence map[evidenceKey]*loader[[]graph.Evidence]
	keys     keys
}

// An evidenceKey groups the evidence that one question can answer.
type evidenceKey struct {
	limit int
	asOf  *graph.AsOf
}

func newBatch(r graph.Reader) *batch {
	b := &batch{reader: r, evidence: map[evidenceKey]*loader[[]graph.Evidence]{}}
	b.keys = keys{reader: r, found: map[entityKey]found{}}
	b.entities.load = r.Entities
	b.items.load = func(ctx context.Context, ids []graph.ID) (map[graph.ID]item, error) {
		loaded, err := r.Items(ctx, ids)
		items := make(map[graph.ID]item, len(loaded))
		for id, i := range loaded {
			items[id] = item{Item: i}
		}
		return items, err
	}
	b.articles.load = func(ctx context.Context, ids []graph.ID) (map[graph.ID]article, error) {
		loaded, err := r.Articles(ctx, ids)
		articles := make(map[graph.ID]article, len(loaded))
		for id, a := range loaded {
			articles[id] = article{Article: a}
		}
		return articles, err
	}
	b.roles.load = b.loadRoles
	b.dates.load = r.Dates
	return b
}

// evidenceFor is the loader of evidence under a limit and the clocks of the item.
func (b *batch) evidenceFor(limit int, asOf *graph.AsOf) *loader[[]graph.Evidence] {
	key := evidenceKey{limit, asOf}
	l := b.evidence[key]
	if l == nil {
		l = &loader[[]graph.Evidence]{load: func(ctx context.Context, ids []graph.ID) (map[graph.ID][]graph.Evidence, error) {
			return b.reader.Evidence(ctx, ids, limit, asOf)
		}}
		b.evidence[key] = l
	}
	return l
}

// loadRoles groups roles by who holds them and by where they are held.
func (b *batch) loadRoles(ctx context.Context, ids []graph.ID) (map[graph.ID][]graph.Role, error) {
	roles, err := b.reader.RolesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	grouped := make(map[graph.ID][]graph.Role, len(ids))
	for _, r := range roles {
		grouped[r.Holder] = append(grouped[r.Holder], r)
		if r.Of != "" && r.Of != r.Holder {
			grouped[r.Of] = append(grouped[r.Of], r)
		}
	}
	return grouped, nil
}

// Load asks for all that is needed, each kind beside the others.
func (b *batch) Load(ctx context.Context) {
	loads := []func(context.Context){b.entities.flush, b.items.flush, b.articles.flush, b.roles.flush, b.dates.flush}
	for _, l := range b.evidence {
		loads = append(loads, l.flush)
	}
	var wg sync.WaitGroup
	for _, load := range loads {
		wg.Go(func() { load(ctx) })
	}
	wg.Wait()
}

// A loader remembers what was loaded in this request.
type loader[V any] struct {
	load   func(ctx context.Context, ids []graph.ID) (map[graph.ID]V, error)
	loaded map[graph.ID]loadedValue[V]
	asked  []graph.ID
}

type loadedValue[V any] struct {
	value *V
	err   error
}

// need asks for what is not there yet.
func (l *loader[V]) need(ids ...graph.ID) {
	for _, id := range ids {
		if _, there := l.loaded[id]; there || id == "" {
			continue
		}
		if l.loaded == nil {
			l.loaded = map[graph.ID]loadedValue[V]{}
		}
		l.loaded[id] = loadedValue[V]{}
		l.asked = append(l.asked, id)
	}
}

// get gives a pointer, or nil if there is no such thing.
func (l *loader[V]) get(id graph.ID) (any, error) {
	v := l.loaded[id]
	if v.value == nil || v.err != nil {
		return nil, v.err
	}
	return v.value, nil
}

func (l *loader[V]) flush(ctx context.Context) {
	if len(l.asked) == 0 {
		return
	}
	asked := l.asked
	l.asked = nil
	values, err := l.load(ctx, asked)
	if err == nil {
		err = ctx.Err()
	}
	for _, id := range asked {
		if err != nil {
			l.loaded[id] = loadedValue[V]{err: err}
		} else if v, ok := values[id]; ok {
			l.loaded[id] = loadedValue[V]{value: &v}
		}
	}
}
