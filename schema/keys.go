package schema

import (
	"context"
	"strings"
	"sync"

	"dateline/graph"
)

// keys finds entities by what clients call them: an ID, a country's code, a
// Wikidata identifier, or an exact name. It remembers within a request.
type keys struct {
	reader graph.Reader
	mu     sync.Mutex
	found  map[entityKey]found
}

type entityKey struct {
	key  string
	kind graph.EntityKind
}

type found struct {
	entity *graph.Entity
	err    error
}

// find gives nil if the key names nothing, and an error of kind Ambiguous if
// it names several. An empty kind means any.
func (k *keys) find(ctx context.Context, key string, kind graph.EntityKind) (*graph.Entity, error) {
	k.mu.Lock()
	f, ok := k.found[entityKey{key, kind}]
	k.mu.Unlock()
	if ok {
		return f.entity, f.err
	}
	f.entity, f.err = k.ask(ctx, key, kind)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.found[entityKey{key, kind}] = f
	return f.entity, f.err
}

func (k *keys) ask(ctx context.Context, key string, kind graph.EntityKind) (*graph.Entity, error) {
	if key = strings.TrimSpace(key); key == "" {
		return nil, graph.Errorf(graph.BadRequest, "the key of an entity is empty")
	}
	if strings.Contains(key, ":") {
		byID, err := k.reader.Entities(ctx, []graph.ID{graph.ID(key)})
		if err != nil {
			return nil, err
		}
		if e, ok := byID[graph.ID(key)]; ok {
			if kind != "" && e.Kind != kind {
				return nil, nil
			}
			return &e, nil
		}
	}
	candidates, err := k.reader.FindEntities(ctx, key, kind)
	if err != nil {
		return nil, err
	}
	return choose(key, candidates)
}

// choose prefers what the key identifies, then what is called so before what
// is only also called so.
func choose(key string, candidates []graph.Entity) (*graph.Entity, error) {
	exact := func(e graph.Entity) bool {
		return string(e.ID) == key || strings.EqualFold(e.ISO2, key) || strings.EqualFold(e.ISO3, key) || e.Wikidata == key
	}
	named := func(e graph.Entity) bool { return graph.FoldText(e.Name) == graph.FoldText(key) }
	for _, prefer := range []func(graph.Entity) bool{exact, named, func(graph.Entity) bool { return true }} {
		var chosen []graph.Entity
		for _, e := range candidates {
			if prefer(e) {
				chosen = append(chosen, e)
			}
		}
		if len(chosen) == 1 {
			return &chosen[0], nil
		}
		if len(chosen) > 1 {
			return nil, ambiguous(key, chosen)
		}
	}
	return nil, nil
}

func ambiguous(key string, candidates []graph.Entity) error {
	var list []string
	for _, e := range candidates {
		list = append(list, e.Name+" ("+string(e.ID)+")")
	}
	return graph.Errorf(graph.Ambiguous, "%q may be %s: ask by one of these IDs", key, strings.Join(list, ", "))
}

// ids finds the entities of a list of keys. One that is unknown stays as it
// is: no item has it, so it matches nothing.
func (k *keys) ids(ctx context.Context, list []any) ([]graph.ID, error) {
	var ids []graph.ID
	for _, v := range list {
		key := v.(string)
		e, err := k.find(ctx, key, "")
		switch {
		case err != nil:
			return nil, err
		case e != nil:
			ids = append(ids, e.ID)
		default:
			ids = append(ids, graph.ID(key))
		}
	}
	return ids, nil
}
