package neo4j

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
)

// Entities implements graph.EntityReader.
func (s *Store) Entities(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Entity, error) {
	list, err := find[graph.Entity](ctx, s, query("entities"), params{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	found := map[graph.ID]graph.Entity{}
	for _, e := range list {
		found[e.ID] = e
	}
	return resolved(ctx, s, ids, found, query("former entities"), s.Entities)
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
	if isCode(key) {
		found, err := find[graph.Entity](ctx, s, query("countries by code"), params{"code": key})
		if found = ofKind(found); err != nil || len(found) > 0 {
			return found, err
		}
	}
	if isWikidata(key) {
		found, err := find[graph.Entity](ctx, s, query("entities by wikidata"), params{"value": key, "limit": maxCandidates})
		if found = ofKind(found); err != nil || len(found) > 0 {
			return found, err
		}
	}
	found, err := find[graph.Entity](ctx, s, query("entities by name"), params{"fold": words(key), "kind": string(kind), "limit": maxCandidates})
	if err != nil {
		return nil, err
	}
	preferred := slices.DeleteFunc(slices.Clone(found), func(e graph.Entity) bool { return words(e.Name) != words(key) })
	if len(preferred) > 0 {
		return preferred, nil
	}
	return found, nil
}

// isCode tells whether a key may be an ISO code: two or three capitals.
func isCode(key string) bool {
	return (len(key) == 2 || len(key) == 3) && key == strings.ToUpper(key)
}

func isWikidata(key string) bool {
	return len(key) > 1 && key[0] == 'Q' && strings.Trim(key[1:], "0123456789") == ""
}

const entityList = "entity"

// ListEntities implements graph.EntityReader.
func (s *Store) ListEntities(ctx context.Context, kinds []graph.EntityKind, prefix string, page graph.Page) (none graph.Connection[graph.Entity], err error) {
	c, err := graph.NewCut(entityList, page)
	if err != nil {
		return none, err
	}
	low, high := c.Bounds(graph.Asc)
	p := params{"low": low, "high": cmp.Or(high, last), "limit": c.Limit + 1, "kinds": texts(kinds), "prefix": words(prefix)}
	direction := ""
	if c.Descending(graph.Asc) {
		direction = "DESC"
	}
	var parts [][]graph.Keyed[graph.Entity]
	read := func(name string) error {
		rows, err := keyed[graph.Entity](s.run(ctx, query(name, "ORDER", direction), p))
		parts = append(parts, rows)
		return err
	}
	switch {
	case prefix != "" && p["prefix"] == "":
		return none, nil
	case prefix != "":
		err = read("list entities by prefix")
	case len(kinds) == 0:
		err = read("list entities")
	}
	if prefix == "" {
		for _, k := range graph.Unique(kinds) {
			if p["kind"] = string(k); err == nil {
				err = read("list entities of kind")
			}
		}
	}
	if err != nil {
		return none, err
	}
	return graph.Connect(c, graph.MergeKeyed(parts, direction != "")), nil
}

// CountEntities implements graph.EntityReader.
func (s *Store) CountEntities(ctx context.Context, kinds []graph.EntityKind, prefix string) (int, error) {
	name := "count entities"
	switch {
	case prefix != "" && words(prefix) == "":
		return 0, nil
	case prefix != "":
		name = "count entities by prefix"
	case len(kinds) > 0:
		name = "count entities of kinds"
	}
	return number(s.run(ctx, query(name), params{"kinds": texts(kinds), "prefix": words(prefix)}))
}

// RolesOf implements graph.EntityReader.
func (s *Store) RolesOf(ctx context.Context, ids []graph.ID) ([]graph.Role, error) {
	roles, err := find[graph.Role](ctx, s, query("roles of"), params{"ids": texts(ids)})
	slices.SortFunc(roles, graph.CompareRoles)
	return roles, err
}

const positionList = "position"

// Positions implements graph.EntityReader.
func (s *Store) Positions(ctx context.Context, q graph.PositionQuery, page graph.Page) (none graph.Connection[graph.Position], err error) {
	c, err := graph.NewCut(positionList, page)
	if err != nil {
		return none, err
	}
	name := "positions"
	switch {
	case q.Policy != "" && q.Actor != "":
		name = "positions on policy by actor"
	case q.Policy != "":
		name = "positions on policy"
	case q.Actor != "":
		name = "positions by actor"
	}
	statements, err := find[graph.Item](ctx, s, query(name), params{"policy": string(q.Policy), "actor": string(q.Actor)})
	if err != nil {
		return none, err
	}
	var rows []graph.Keyed[graph.Position]
	for _, p := range graph.Positions(statements, q.On) {
		if len(q.Stances) == 0 || slices.Contains(q.Stances, p.Stance) {
			rows = append(rows, graph.Keyed[graph.Position]{Key: string(p.Actor) + "|" + string(p.Policy), Node: p})
		}
	}
	return graph.ConnectAll(c, graph.Asc, rows), nil
}
