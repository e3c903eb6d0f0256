package sqlite

import (
	"context"
	"database/sql"

	"dateline/graph"
)

// nameField is the field of the tally that counts names.
const nameField = ""

// ReplaceUses implements graph.Resolution. Only differences are written.
func (r *resolution) ReplaceUses(ctx context.Context, article graph.ID, uses []graph.Use) ([]graph.ID, error) {
	type row struct{ names, details string }
	before := map[graph.ID]row{}
	err := each(ctx, r, "SELECT entity, names, details FROM usage WHERE article = ?", []any{article}, func(rows *sql.Rows) error {
		var entity graph.ID
		var old row
		err := rows.Scan(&entity, &old.names, &old.details)
		before[entity] = old
		return err
	})
	if err != nil {
		return nil, err
	}
	groups, err := column[string](ctx, r, "SELECT copies FROM article WHERE id = ?", article)
	if err != nil {
		return nil, err
	}
	var changed []graph.ID
	for _, u := range uses {
		now := row{encode(u.Names), encode(u.Details)}
		old, there := before[u.Entity]
		delete(before, u.Entity)
		if there && old == now {
			continue
		}
		changed = append(changed, u.Entity)
		if there {
			if err := r.count(ctx, u.Entity, old.names, old.details, -1); err != nil {
				return nil, err
			}
		} else if err := r.reach(ctx, u.Entity, groups[0], 1); err != nil {
			return nil, err
		}
		if err := r.count(ctx, u.Entity, now.names, now.details, 1); err != nil {
			return nil, err
		}
		if _, err := r.exec(ctx, "INSERT OR REPLACE INTO usage VALUES (?, ?, ?, ?)", article, u.Entity, now.names, now.details); err != nil {
			return nil, err
		}
	}
	for entity, old := range before {
		changed = append(changed, entity)
		if err := r.count(ctx, entity, old.names, old.details, -1); err != nil {
			return nil, err
		}
		if err := r.reach(ctx, entity, groups[0], -1); err != nil {
			return nil, err
		}
		if _, err := r.exec(ctx, "DELETE FROM usage WHERE article = ? AND entity = ?", article, entity); err != nil {
			return nil, err
		}
	}
	return graph.Unique(changed), nil
}

// count adds the values of a use to the tally, or takes them off.
func (r *resolution) count(ctx context.Context, entity graph.ID, names, details string, sign int) error {
	var n []graph.NameCount
	var d []graph.DetailCount
	if err := decode([]byte(names), &n); err != nil {
		return err
	}
	if err := decode([]byte(details), &d); err != nil {
		return err
	}
	for _, v := range n {
		d = append(d, graph.DetailCount{Field: nameField, Value: v.Name, Count: v.Count})
	}
	for _, v := range d {
		if _, err := r.exec(ctx, `INSERT INTO tally VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count`,
			entity, v.Field, v.Value, sign*v.Count); err != nil {
			return err
		}
		if sign < 0 {
			if _, err := r.exec(ctx, "DELETE FROM tally WHERE entity = ? AND field = ? AND value = ? AND count <= 0", entity, v.Field, v.Value); err != nil {
				return err
			}
		}
	}
	return nil
}

// reach counts the articles of a group of copies that mention an entity, and
// keeps the number of groups.
func (r *resolution) reach(ctx context.Context, entity graph.ID, copies string, sign int) error {
	if _, err := r.exec(ctx, "INSERT INTO reach VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count", entity, copies, sign); err != nil {
		return err
	}
	counts, err := column[int](ctx, r, "SELECT count FROM reach WHERE entity = ? AND copies = ?", entity, copies)
	if err != nil {
		return err
	}
	delta := 0
	switch {
	case sign > 0 && counts[0] == 1:
		delta = 1
	case sign < 0 && counts[0] == 0:
		delta = -1
		if _, err := r.exec(ctx, "DELETE FROM reach WHERE entity = ? AND copies = ?", entity, copies); err != nil {
			return err
		}
	default:
		return nil
	}
	_, err = r.exec(ctx, "INSERT INTO reached VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count", entity, delta)
	if err == nil && delta < 0 {
		_, err = r.exec(ctx, "DELETE FROM reached WHERE entity = ? AND count <= 0", entity)
	}
	return err
}

// Tallies implements graph.Resolution.
func (r *resolution) Tallies(ctx context.Context, entities []graph.ID) (map[graph.ID]graph.Tally, error) {
	tallies := map[graph.ID]graph.Tally{}
	list := array(entities)
	err := each(ctx, r, "SELECT entity, count FROM reached WHERE "+in("entity"), []any{list}, func(rows *sql.Rows) error {
		var id graph.ID
		var t graph.Tally
		err := rows.Scan(&id, &t.Articles)
		tallies[id] = t
		return err
	})
	if err != nil {
		return nil, err
	}
	err = each(ctx, r, "SELECT entity, field, value, count FROM tally WHERE "+in("entity")+" ORDER BY count DESC, field, value", []any{list}, func(rows *sql.Rows) error {
		var id graph.ID
		var d graph.DetailCount
		if err := rows.Scan(&id, &d.Field, &d.Value, &d.Count); err != nil {
			return err
		}
		t := tallies[id]
		if d.Field == nameField {
			t.Names = append(t.Names, graph.NameCount{Name: d.Value, Count: d.Count})
		} else {
			t.Details = append(t.Details, d)
		}
		tallies[id] = t
		return nil
	})
	return tallies, err
}

// LinkCopies implements graph.Resolution.
func (r *resolution) LinkCopies(ctx context.Context, pairs [][2]graph.ID) error {
	for _, p := range pairs {
		if _, err := r.exec(ctx, "INSERT OR IGNORE INTO copy VALUES (?1, ?2), (?2, ?1)", p[0], p[1]); err != nil {
			return err
		}
	}
	return nil
}

// CopiesOf implements graph.Resolution.
func (r *resolution) CopiesOf(ctx context.Context, articles []graph.ID) (pairs [][2]graph.ID, err error) {
	err = each(ctx, r, "SELECT a, b FROM copy WHERE "+in("a")+" ORDER BY a, b", []any{array(articles)}, func(rows *sql.Rows) error {
		var p [2]graph.ID
		err := rows.Scan(&p[0], &p[1])
		pairs = append(pairs, p)
		return err
	})
	return pairs, err
}

// SetGroups implements graph.Resolution.
func (r *resolution) SetGroups(ctx context.Context, groups map[graph.ID]graph.ID) ([]graph.ID, error) {
	var changed []graph.ID
	for article, group := range groups {
		old, err := column[string](ctx, r, "SELECT copies FROM article WHERE id = ?", article)
		if err != nil {
			return nil, err
		}
		if len(old) == 0 || old[0] == string(group) {
			continue
		}
		changed = append(changed, article)
		if _, err := r.exec(ctx, "UPDATE article SET copies = ? WHERE id = ?", group, article); err != nil {
			return nil, err
		}
		entities, err := column[graph.ID](ctx, r, "SELECT entity FROM usage WHERE article = ?", article)
		if err != nil {
			return nil, err
		}
		for _, e := range entities {
			if err := r.reach(ctx, e, old[0], -1); err != nil {
				return nil, err
			}
			if err := r.reach(ctx, e, string(group), 1); err != nil {
				return nil, err
			}
		}
	}
	return graph.Unique(changed), nil
}
