package sqlite

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
)

func missing[V any](ids []graph.ID, found map[graph.ID]V) (list []graph.ID) {
	for _, id := range ids {
		if _, ok := found[id]; !ok {
			list = append(list, id)
		}
	}
	return list
}

func values(m map[graph.ID]graph.ID) []graph.ID { return slices.Collect(maps.Values(m)) }

// moved gives for former IDs the ID that now holds most of what they named:
// the first row of each in a query of (former, present, count).
func (s *Store) moved(ctx context.Context, ids []graph.ID, query string) (map[graph.ID]graph.ID, error) {
	to := map[graph.ID]graph.ID{}
	if len(ids) == 0 {
		return to, nil
	}
	err := each(ctx, s.readers, query, []any{array(ids)}, func(r *sql.Rows) error {
		var old, now graph.ID
		var n int
		err := r.Scan(&old, &now, &n)
		if _, ok := to[old]; !ok {
			to[old] = now
		}
		return err
	})
	return to, err
}

// Entities implements graph.EntityReader.
func (s *Store) Entities(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Entity, error) {
	list, err := objects[graph.Entity](ctx, s.readers, "SELECT content FROM entity WHERE "+in("id"), array(ids))
	if err != nil {
		return nil, describe(err, "")
	}
	found := map[graph.ID]graph.Entity{}
	for _, e := range list {
		found[e.ID] = e
	}
	moved, err := s.moved(ctx, missing(ids, found), `SELECT f.id, a.entity, count(*) FROM former f JOIN assignment a ON a.article = f.article AND a.local = f.local
		JOIN entity e ON e.id = a.entity WHERE `+in("f.id")+` GROUP BY f.id, a.entity ORDER BY f.id, count(*) DESC, a.entity`)
	if err != nil || len(moved) == 0 {
		return found, describe(err, "")
	}
	now, err := s.Entities(ctx, values(moved))
	for old, id := range moved {
		if e, ok := now[id]; ok {
			found[old] = e
		}
	}
	return found, err
}

// maxCandidates bounds what FindEntities gives.
const maxCandidates = 20

// FindEntities implements graph.EntityReader. A code or identifier goes before
// a name, and a preferred name before an alias.
func (s *Store) FindEntities(ctx context.Context, key string, kind graph.EntityKind) ([]graph.Entity, error) {
	ofKind := func(list []graph.Entity) []graph.Entity {
		return slices.DeleteFunc(list, func(e graph.Entity) bool { return kind != "" && e.Kind != kind })
	}
	byID, err := s.Entities(ctx, []graph.ID{graph.ID(key)})
	if err != nil {
		return nil, err
	}
	if found := ofKind(slices.Collect(maps.Values(byID))); len(found) > 0 {
		return found, nil
	}
	if code := strings.ToUpper(key); len(key) == 2 || len(key) == 3 {
		found, err := objects[graph.Entity](ctx, s.readers, "SELECT content FROM entity WHERE kind = 'COUNTRY' AND (id = ? OR json_extract(content, '$.iso2') = ?)", "country:"+code, code)
		if err != nil {
			return nil, describe(err, "")
		}
		if found = ofKind(found); len(found) > 0 && key == code {
			return found, nil
		}
	}
	if len(key) > 1 && key[0] == 'Q' && strings.Trim(key[1:], "0123456789") == "" {
		found, err := objects[graph.Entity](ctx, s.readers, `SELECT e.content FROM tally t JOIN entity e ON e.id = t.entity
			WHERE t.field = 'wikidata' AND t.value = ? ORDER BY e.rank LIMIT ?`, key, maxCandidates)
		if found = ofKind(found); err != nil || len(found) > 0 {
			return found, describe(err, "")
		}
	}
	found, err := objects[graph.Entity](ctx, s.readers, "SELECT e.content FROM entity_name n JOIN entity e ON e.id = n.entity WHERE n.fold = ? AND ?2 IN ('', e.kind) ORDER BY e.rank LIMIT ?", words(key), kind, maxCandidates)
	if err != nil {
		return nil, describe(err, "")
	}
	found = ofKind(found)
	preferred := slices.DeleteFunc(slices.Clone(found), func(e graph.Entity) bool { return words(e.Name) != words(key) })
	if len(preferred) > 0 {
		return preferred, nil
	}
	return found, nil
}

const entityList = "entity"

func entityWhere(kinds []graph.EntityKind, prefix string) (w where) {
	w.oneOf("e.kind", texts(kinds))
	if fold := words(prefix); prefix != "" {
		w.add("? <> '' AND e.id IN (SELECT entity FROM entity_name WHERE fold >= ? AND fold < ?)", fold, fold, fold+"\U0010FFFF")
	}
	return w
}

// ListEntities implements graph.EntityReader.
func (s *Store) ListEntities(ctx context.Context, kinds []graph.EntityKind, prefix string, page graph.Page) (none graph.Connection[graph.Entity], err error) {
	c, err := graph.NewCut(entityList, page)
	if err != nil {
		return none, err
	}
	w := entityWhere(kinds, prefix)
	by := ordered(c, &w, "e.rank", graph.Asc)
	rows, err := readKeyed[graph.Entity](ctx, s.readers, "SELECT e.rank, e.content FROM entity e"+w.String()+" ORDER BY "+by+" LIMIT ?", append(w.args, c.Limit+1)...)
	if err != nil {
		return none, describe(err, "")
	}
	return graph.Connect(c, rows), nil
}

// CountEntities implements graph.EntityReader.
func (s *Store) CountEntities(ctx context.Context, kinds []graph.EntityKind, prefix string) (int, error) {
	w := entityWhere(kinds, prefix)
	counts, err := column[int](ctx, s.readers, "SELECT count(*) FROM entity e"+w.String(), w.args...)
	if err != nil {
		return 0, describe(err, "")
	}
	return counts[0], nil
}

// RolesOf implements graph.EntityReader.
func (s *Store) RolesOf(ctx context.Context, ids []graph.ID) ([]graph.Role, error) {
	roles, err := objects[graph.Role](ctx, s.readers, "SELECT content FROM role WHERE "+in("holder")+" UNION SELECT content FROM role WHERE "+in("body"), array(ids), array(ids))
	slices.SortFunc(roles, graph.CompareRoles)
	return roles, describe(err, "")
}

const positionList = "position"

// Positions implements graph.EntityReader.
func (s *Store) Positions(ctx context.Context, q graph.PositionQuery, page graph.Page) (none graph.Connection[graph.Position], err error) {
	c, err := graph.NewCut(positionList, page)
	if err != nil {
		return none, err
	}
	var w where
	w.add("stance NOT IN ('', 'UNKNOWN') AND kind = 'STATEMENT'")
	if q.Policy != "" {
		w.add("policy = ?", q.Policy)
	}
	if q.Actor != "" {
		w.add("speaker = ?", q.Actor)
	}
	statements, err := objects[graph.Item](ctx, s.readers, "SELECT content FROM item"+w.String(), w.args...)
	if err != nil {
		return none, describe(err, "")
	}
	var rows []graph.Keyed[graph.Position]
	for _, p := range graph.Positions(statements, q.On) {
		if len(q.Stances) == 0 || slices.Contains(q.Stances, p.Stance) {
			rows = append(rows, graph.Keyed[graph.Position]{Key: string(p.Actor) + "|" + string(p.Policy), Node: p})
		}
	}
	return graph.ConnectAll(c, graph.Asc, rows), nil
}
