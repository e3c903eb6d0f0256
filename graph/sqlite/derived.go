package sqlite

import (
	"context"
	"fmt"

	"dateline/graph"
)

// PutEntities implements graph.Resolution.
func (r *resolution) PutEntities(ctx context.Context, entities []graph.Entity) error {
	for _, e := range entities {
		content := encode(e)
		if old, err := column[string](ctx, r, "SELECT content FROM entity WHERE id = ?", e.ID); err != nil || len(old) > 0 && old[0] == content {
			if err != nil {
				return err
			}
			continue
		}
		if err := r.DeleteEntities(ctx, []graph.ID{e.ID}); err != nil {
			return err
		}
		result, err := r.exec(ctx, "INSERT INTO entity (id, kind, rank, content) VALUES (?, ?, ?, ?)", e.ID, e.Kind, rank(e), content)
		if err != nil {
			return err
		}
		n, err := result.LastInsertId()
		if err != nil {
			return err
		}
		text := ""
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			fold := words(name)
			if fold == "" {
				continue
			}
			text += " " + fold
			if _, err := r.exec(ctx, "INSERT OR IGNORE INTO entity_name VALUES (?, ?)", fold, e.ID); err != nil {
				return err
			}
		}
		if _, err := r.exec(ctx, "INSERT INTO entity_words (rowid, words) VALUES (?, ?)", n, text); err != nil {
			return err
		}
	}
	return nil
}

// rank orders entities by the number of articles, most first, then by ID.
func rank(e graph.Entity) string { return fmt.Sprintf("%09d|%s", 999999999-e.ArticleCount, e.ID) }

// DeleteEntities implements graph.Resolution.
func (r *resolution) DeleteEntities(ctx context.Context, ids []graph.ID) error {
	list := array(ids)
	for _, query := range []string{
		"DELETE FROM entity_words WHERE rowid IN (SELECT n FROM entity WHERE " + in("id") + ")",
		"DELETE FROM entity WHERE " + in("id"),
		"DELETE FROM entity_name WHERE " + in("entity"),
	} {
		if _, err := r.exec(ctx, query, list); err != nil {
			return err
		}
	}
	return nil
}

// FoldRoles implements graph.Resolution. The dates are those of the earliest
// and latest report; ties are broken by the payload, so that the order of
// loading decides nothing.
func (r *resolution) FoldRoles(ctx context.Context, facts []graph.ID) ([]graph.Role, error) {
	var roles []graph.Role
	for _, fact := range facts {
		any, err := objects[graph.Report](ctx, r, "SELECT payload FROM report WHERE fact = ? ORDER BY article, local LIMIT 1", fact)
		if err != nil {
			return nil, err
		}
		if len(any) == 0 || any[0].Role == nil {
			continue
		}
		role := *any[0].Role
		from, err := objects[graph.Report](ctx, r, "SELECT payload FROM report WHERE fact = ? AND first IS NOT NULL ORDER BY first, last, json_extract(payload, '$.date.value'), article, local LIMIT 1", fact)
		if err != nil {
			return nil, err
		}
		to, err := objects[graph.Report](ctx, r, "SELECT payload FROM report WHERE fact = ? AND last IS NOT NULL ORDER BY last DESC, first DESC, json_extract(payload, '$.date.value') DESC, article, local LIMIT 1", fact)
		if err != nil {
			return nil, err
		}
		if len(from) > 0 && len(to) > 0 {
			role.From, role.To = from[0].Date, to[0].Date
		}
		roles = append(roles, role)
	}
	return roles, nil
}

// PutRoles implements graph.Resolution.
func (r *resolution) PutRoles(ctx context.Context, roles []graph.Role) (before []graph.Role, err error) {
	for _, role := range roles {
		old, err := objects[graph.Role](ctx, r, "SELECT content FROM role WHERE id = ?", role.ID)
		if err != nil {
			return nil, err
		}
		before = append(before, old...)
		if _, err := r.exec(ctx, "INSERT OR REPLACE INTO role VALUES (?, ?, ?, ?)", role.ID, role.Holder, role.Of, encode(role)); err != nil {
			return nil, err
		}
	}
	return before, nil
}

// DeleteRoles implements graph.Resolution.
func (r *resolution) DeleteRoles(ctx context.Context, ids []graph.ID) (before []graph.Role, err error) {
	if before, err = objects[graph.Role](ctx, r, "SELECT content FROM role WHERE "+in("id"), array(ids)); err != nil {
		return nil, err
	}
	_, err = r.exec(ctx, "DELETE FROM role WHERE "+in("id"), array(ids))
	return before, err
}

// Roles implements graph.Resolution.
func (r *resolution) Roles(ctx context.Context, holders []graph.ID) ([]graph.Role, error) {
	return objects[graph.Role](ctx, r, "SELECT content FROM role WHERE "+in("holder")+" ORDER BY id", array(holders))
}

// Dated implements graph.Resolution.
func (r *resolution) Dated(ctx context.Context, entity graph.ID, from, to graph.Day) ([]graph.ID, error) {
	return column[graph.ID](ctx, r, `SELECT i.id FROM edge e JOIN item i ON i.n = e.item
		WHERE e.entity = ? AND e.time < ? AND e.roles <> ? AND i.first <= ? AND i.last >= ?`,
		entity, to.String()+"}", behalfBit, to, from) // "}" sorts behind the "|" of time keys
}

// Stances implements graph.Resolution.
func (r *resolution) Stances(ctx context.Context, actor, policy graph.ID) ([]graph.Item, error) {
	return objects[graph.Item](ctx, r, "SELECT content FROM item WHERE policy = ? AND speaker = ? AND stance NOT IN ('', 'UNKNOWN') ORDER BY time", policy, actor)
}

// Items implements graph.Resolution.
func (r *resolution) Items(ctx context.Context, ids []graph.ID) ([]graph.Item, error) {
	return items(ctx, r, in("id")+" ORDER BY id", array(ids))
}

// DeleteItems implements graph.Resolution.
func (r *resolution) DeleteItems(ctx context.Context, ids []graph.ID) error {
	numbers, err := column[int64](ctx, r, "SELECT n FROM item WHERE "+in("id"), array(ids))
	if err != nil {
		return err
	}
	for _, n := range numbers {
		if err := r.removeItem(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

func (r *resolution) removeItem(ctx context.Context, n int64) error {
	for _, query := range []string{"DELETE FROM edge WHERE item = ?", "DELETE FROM pair WHERE item = ?",
		"DELETE FROM item_words WHERE rowid = ?", "DELETE FROM item WHERE n = ?"} {
		if _, err := r.exec(ctx, query, n); err != nil {
			return err
		}
	}
	return nil
}

// PutItems implements graph.Resolution.
func (r *resolution) PutItems(ctx context.Context, items []graph.Item) error {
	for _, item := range items {
		numbers, err := column[int64](ctx, r, "SELECT n FROM item WHERE id = ?", item.ID)
		if err != nil {
			return err
		}
		for _, n := range numbers {
			if err := r.removeItem(ctx, n); err != nil {
				return err
			}
		}
		if err := r.insertItem(ctx, item); err != nil {
			return err
		}
		if len(numbers) == 0 {
			if _, err := r.exec(ctx, "INSERT INTO change (item) VALUES (?)", item.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *resolution) insertItem(ctx context.Context, item graph.Item) error {
	c := columnsOf(item)
	result, err := r.exec(ctx, `INSERT INTO item (id, time, kind, type, status, form, stance, first, last, basis, width, named_interval, score, confidence, sources, speaker, policy, content, evidence)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		item.ID, c.time, item.Kind, c.kind, c.status, c.form, c.stance, c.first, c.last, c.basis, c.width, c.interval, c.score,
		item.Confidence, item.Corroboration.Sources, c.speaker, c.policy, encode(item), evidenceOf(item))
	if err != nil {
		return err
	}
	n, err := result.LastInsertId()
	if err != nil {
		return err
	}
	if _, err := r.exec(ctx, "INSERT INTO item_words (rowid, words) VALUES (?, ?)", n, words(item.Text())); err != nil {
		return err
	}
	return r.insertEdges(ctx, n, c.time, item.Participants)
}
