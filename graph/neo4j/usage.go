package neo4j

import (
	"context"
	"maps"
	"slices"

	"dateline/graph"
)

// nameField is the field of the tally that counts names.
const nameField = ""

// A usage is a use as it is stored: names and details in JSON.
type usage struct{ names, details string }

// ReplaceUses implements graph.Resolution. Only differences are written.
func (r *resolution) ReplaceUses(ctx context.Context, article graph.ID, uses []graph.Use) ([]graph.ID, error) {
	rows, err := r.runOf(ctx, readsUses, article, query("uses"))
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, graph.Errorf(graph.Internal, "uses of the unknown article %s", article)
	}
	group, _ := rows[0].Values[0].(string) // every article has them
	time, _ := rows[0].Values[1].(string)
	before := map[graph.ID]usage{}
	for _, row := range rows {
		entity, ok := row.Values[2].(string)
		names, _ := row.Values[3].(string)
		details, _ := row.Values[4].(string)
		if ok {
			before[graph.ID(entity)] = usage{names, details}
		}
	}
	r.touch(readsUses, article)
	var changed []graph.ID
	for _, u := range uses {
		now := usage{encode(u.Names), encode(u.Details)}
		old, there := before[u.Entity]
		delete(before, u.Entity)
		if there && old == now {
			continue
		}
		changed = append(changed, u.Entity)
		if there {
			err = r.count(u.Entity, old, -1)
		} else {
			r.reach(u.Entity, group, 1)
		}
		if err == nil {
			err = r.count(u.Entity, now, 1)
		}
		if err != nil {
			return nil, err
		}
		r.later(query("put uses"), params{"article": string(article), "entity": string(u.Entity), "time": time, "names": now.names, "details": now.details})
	}
	for entity, old := range before {
		changed = append(changed, entity)
		r.reach(entity, group, -1)
		if err := r.count(entity, old, -1); err != nil {
			return nil, err
		}
		r.later(query("drop uses"), params{"article": string(article), "entity": string(entity)})
	}
	return graph.Unique(changed), nil
}

// count adds the values of a use to the tally, or takes them off. The sum of
// all pending differences counts, so their order does not matter.
func (r *resolution) count(entity graph.ID, u usage, sign int) error {
	var names []graph.NameCount
	var details []graph.DetailCount
	if err := decode(u.names, &names); err != nil {
		return err
	}
	if err := decode(u.details, &details); err != nil {
		return err
	}
	for _, n := range names {
		details = append(details, graph.DetailCount{Field: nameField, Value: n.Name, Count: n.Count})
	}
	for _, d := range details {
		key := string(entity) + "|" + d.Field + "|" + d.Value
		r.add(query("count values"), key, sign*d.Count, params{"key": key, "entity": string(entity), "field": d.Field, "value": d.Value})
	}
	return nil
}

// reach counts the articles of a group of copies that mention an entity.
func (r *resolution) reach(entity graph.ID, group string, sign int) {
	key := string(entity) + "|" + group
	r.add(query("count groups"), key, sign, params{"key": key, "entity": string(entity)})
}

// add sums up what is to be added to a count, in one row for each key: a count
// that falls to zero on the way must not be dropped before it rises again.
func (r *resolution) add(query, key string, n int, row params) {
	if old, ok := r.sums[query+key]; ok {
		old["count"] = old["count"].(int) + n
		return
	}
	row["count"] = n
	r.sums[query+key] = row
	r.later(query, row)
}

// Tallies implements graph.Resolution.
func (r *resolution) Tallies(ctx context.Context, entities []graph.ID) (map[graph.ID]graph.Tally, error) {
	tallies := map[graph.ID]graph.Tally{}
	list := params{"entities": texts(entities)}
	rows, err := r.run(ctx, query("tallies of groups"), list)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		id, _ := row.Values[0].(string)
		n, _ := row.Values[1].(int64)
		tallies[graph.ID(id)] = graph.Tally{Articles: int(n)}
	}
	if rows, err = r.run(ctx, query("tallies of values"), list); err != nil {
		return nil, err
	}
	for _, row := range rows {
		var d graph.DetailCount
		id, _ := row.Values[0].(string) // a tally has them all
		d.Field, _ = row.Values[1].(string)
		d.Value, _ = row.Values[2].(string)
		n, _ := row.Values[3].(int64)
		d.Count = int(n)
		t := tallies[graph.ID(id)]
		if d.Field == nameField {
			t.Names = append(t.Names, graph.NameCount{Name: d.Value, Count: d.Count})
		} else {
			t.Details = append(t.Details, d)
		}
		tallies[graph.ID(id)] = t
	}
	return tallies, nil
}

// LinkCopies implements graph.Resolution.
func (r *resolution) LinkCopies(_ context.Context, pairs [][2]graph.ID) error {
	for _, p := range pairs {
		r.later(query("link copies"), params{"a": string(min(p[0], p[1])), "b": string(max(p[0], p[1]))})
	}
	return nil
}

// CopiesOf implements graph.Resolution.
func (r *resolution) CopiesOf(ctx context.Context, articles []graph.ID) ([][2]graph.ID, error) {
	rows, err := r.run(ctx, query("copies"), params{"articles": texts(articles)})
	var pairs [][2]graph.ID
	for _, row := range rows {
		a, _ := row.Values[0].(string)
		b, _ := row.Values[1].(string)
		pairs = append(pairs, [2]graph.ID{graph.ID(a), graph.ID(b)})
	}
	return pairs, err
}

// SetGroups implements graph.Resolution.
func (r *resolution) SetGroups(ctx context.Context, groups map[graph.ID]graph.ID) ([]graph.ID, error) {
	articles := slices.Sorted(maps.Keys(groups))
	rows, err := r.run(ctx, query("groups"), params{"articles": texts(articles)})
	if err != nil {
		return nil, err
	}
	var changed []graph.ID
	for _, row := range rows {
		id, _ := row.Values[0].(string) // every article has them
		old, _ := row.Values[1].(string)
		group := groups[graph.ID(id)]
		if old == string(group) {
			continue
		}
		changed = append(changed, graph.ID(id))
		r.touch(readsUses, graph.ID(id))
		r.later(query("set groups"), params{"article": id, "group": string(group)})
		entities, _ := row.Values[2].([]any)
		for _, e := range entities {
			entity, _ := e.(string)
			r.reach(graph.ID(entity), old, -1)
			r.reach(graph.ID(entity), string(group), 1)
		}
	}
	return graph.Unique(changed), nil
}
