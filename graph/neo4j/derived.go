package neo4j

import (
	"cmp"
	"context"
	"fmt"

	"dateline/graph"
)

// entityLabels are the labels of the kinds of entities.
var entityLabels = map[graph.EntityKind]string{graph.Person: "Person", graph.Country: "Country", graph.Organization: "Organization", graph.Policy: "Policy"}

// rank orders entities by the number of articles, most first, then by ID.
func rank(e graph.Entity) string { return fmt.Sprintf("%09d|%s", 999999999-e.ArticleCount, e.ID) }

// PutEntities implements graph.Resolution. Only differences are written.
func (r *resolution) PutEntities(ctx context.Context, entities []graph.Entity) error {
	ids := make([]string, len(entities))
	for i, e := range entities {
		ids[i] = string(e.ID)
	}
	rows, err := r.run(ctx, query("entity contents"), params{"ids": ids})
	if err != nil {
		return err
	}
	before := map[graph.ID]string{}
	for _, row := range rows {
		id, _ := row.Values[0].(string)
		before[graph.ID(id)], _ = row.Values[1].(string)
	}
	var changed []string
	var names []any
	rowsOf := map[graph.EntityKind][]any{}
	for _, e := range entities {
		content := encode(e)
		if before[e.ID] == content {
			continue
		}
		changed = append(changed, string(e.ID))
		row, folds := entityRow(e, content)
		rowsOf[e.Kind] = append(rowsOf[e.Kind], params{"id": string(e.ID), "properties": row})
		names = append(names, folds...)
	}
	if len(changed) == 0 {
		return nil
	}
	if _, err := r.run(ctx, query("drop names"), params{"ids": changed}); err != nil {
		return err
	}
	for _, kind := range graph.EntityKinds {
		r.later(query("put entities", "LABEL", entityLabels[kind]), rowsOf[kind]...)
	}
	r.later(query("put names"), names...)
	return nil
}

// entityRow gives an entity's properties and the rows of its folded names.
func entityRow(e graph.Entity, content string) (row params, names []any) {
	text := ""
	seen := map[string]bool{}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		fold := words(name)
		if fold == "" {
			continue
		}
		text += " " + fold
		if !seen[fold] {
			seen[fold] = true
			names = append(names, params{"key": fold + "|" + string(e.ID), "fold": fold, "entity": string(e.ID)})
		}
	}
	row = params{"id": string(e.ID), "kind": string(e.Kind), "name": e.Name, "aliases": e.Aliases, "articles": e.ArticleCount,
		"rank": rank(e), "words": text, "content": content}
	for key, value := range map[string]string{"iso2": e.ISO2, "iso3": e.ISO3, "wikidata": e.Wikidata, "country": string(e.Country), "sector": e.Sector} {
		if value != "" {
			row[key] = value
		}
	}
	return row, names
}

// DeleteEntities implements graph.Resolution.
func (r *resolution) DeleteEntities(ctx context.Context, ids []graph.ID) error {
	if len(ids) == 0 {
		return nil
	}
	if _, err := r.run(ctx, query("drop names"), params{"ids": texts(ids)}); err != nil {
		return err
	}
	_, err := r.run(ctx, query("delete entities"), params{"ids": texts(ids)})
	return err
}

// FoldRoles implements graph.Resolution. The dates are those of the earliest
// and latest report; ties are broken by date and place, so that the order of
// loading decides nothing.
func (r *resolution) FoldRoles(ctx context.Context, facts []graph.ID) ([]graph.Role, error) {
	list, err := r.Reports(ctx, facts)
	if err != nil {
		return nil, err
	}
	byFact := map[graph.ID][]graph.Report{}
	for _, report := range list {
		if report.Role != nil {
			byFact[report.Fact] = append(byFact[report.Fact], report)
		}
	}
	var roles []graph.Role
	for _, fact := range facts {
		if reports := byFact[fact]; len(reports) > 0 {
			roles = append(roles, foldRole(reports))
		}
	}
	return roles, nil
}

// foldRole folds reports that come by (article, local).
func foldRole(reports []graph.Report) graph.Role {
	role := *reports[0].Role
	for _, r := range reports {
		if d := r.Date; d != nil {
			if f := role.From; f == nil || cmp.Or(cmp.Compare(d.Start, f.Start), cmp.Compare(d.End, f.End), cmp.Compare(d.Value, f.Value)) < 0 {
				role.From = d
			}
			if t := role.To; t == nil || cmp.Or(cmp.Compare(d.End, t.End), cmp.Compare(d.Start, t.Start), cmp.Compare(d.Value, t.Value)) > 0 {
				role.To = d
			}
		}
	}
	return role
}

// PutRoles implements graph.Resolution.
func (r *resolution) PutRoles(ctx context.Context, roles []graph.Role) (before []graph.Role, err error) {
	if len(roles) == 0 {
		return nil, nil
	}
	ids, rows := make([]string, len(roles)), make([]any, len(roles))
	for i, role := range roles {
		ids[i] = string(role.ID)
		properties := params{"id": string(role.ID), "holder": string(role.Holder), "body": string(role.Of), "title": role.Title, "content": encode(role)}
		if role.From != nil && role.To != nil {
			properties["from"], properties["to"] = date(role.From.Start), date(role.To.End)
		}
		rows[i] = params{"id": string(role.ID), "holder": string(role.Holder), "body": string(role.Of), "properties": properties}
	}
	before, err = find[graph.Role](ctx, r, query("roles by id"), params{"ids": ids})
	r.later(query("put roles"), rows...)
	return before, err
}

// DeleteRoles implements graph.Resolution.
func (r *resolution) DeleteRoles(ctx context.Context, ids []graph.ID) (before []graph.Role, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	if before, err = find[graph.Role](ctx, r, query("roles by id"), params{"ids": texts(ids)}); err != nil {
		return nil, err
	}
	_, err = r.run(ctx, query("delete roles"), params{"ids": texts(ids)})
	return before, err
}

// Roles implements graph.Resolution.
func (r *resolution) Roles(ctx context.Context, holders []graph.ID) ([]graph.Role, error) {
	return find[graph.Role](ctx, r, query("roles held"), params{"holders": texts(holders)})
}
