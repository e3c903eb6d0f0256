package schema

import (
	"context"

	"dateline/graph"
	"dateline/schema/exec"
)

// addEntities adds the four types of entity.
func addEntities(all exec.Objects) {
	for _, name := range []string{"Person", "Country", "Organization", "Policy"} {
		all[name] = exec.Fields{
			"id":           str(func(e *graph.Entity) string { return string(e.ID) }),
			"name":         str(func(e *graph.Entity) string { return e.Name }),
			"aliases":      strs(func(e *graph.Entity) []string { return e.Aliases }),
			"kind":         str(func(e *graph.Entity) string { return string(e.Kind) }),
			"wikidataId":   strOrNull(func(e *graph.Entity) string { return e.Wikidata }),
			"articleCount": num(func(e *graph.Entity) int { return e.ArticleCount }),
			"timeline":     timelineField(func(e *graph.Entity, f *graph.Filter) { withEntities(f, e.ID) }),
			"related":      {Args: readRelated, Page: pageSize, Fetch: fetch(related)},
		}
	}
	all["Person"]["roles"] = rolesField(func(e *graph.Entity, r graph.Role) bool { return r.Holder == e.ID })
	all["Person"]["positions"] = positionsField(func(e *graph.Entity, q *graph.PositionQuery) { q.Actor = e.ID })

	country := all["Country"]
	country["iso2"] = str(func(e *graph.Entity) string { return e.ISO2 })
	country["iso3"] = str(func(e *graph.Entity) string { return e.ISO3 })
	country["officeHolders"] = rolesField(func(e *graph.Entity, r graph.Role) bool { return r.Of == e.ID && r.Held() })

	all["Organization"]["country"] = entityOf(func(e *graph.Entity) graph.ID { return e.Country })
	all["Organization"]["sector"] = strOrNull(func(e *graph.Entity) string { return e.Sector })

	policy := all["Policy"]
	policy["proposers"] = entitiesOf(func(e *graph.Entity) []graph.ID { return e.Proposers })
	policy["targets"] = entitiesOf(func(e *graph.Entity) []graph.ID { return e.Targets })
	policy["stage"] = exec.Resolver{Fetch: fetch(stage)}
	policy["history"] = exec.Resolver{Page: pageSize, Args: func(_ context.Context, _ exec.Query, in exec.Values) (any, error) {
		page, err := pageFrom(in)
		return &timelineArgs{page: page}, err
	}, Fetch: fetch(func(ctx context.Context, b *batch, e *graph.Entity, args *timelineArgs) (any, error) {
		return timeline(ctx, b, stagesOf(e.ID), graph.Asc, args.page)
	})}
	policy["positions"] = positionsField(func(e *graph.Entity, q *graph.PositionQuery) { q.Policy = e.ID })
	policy["disagreements"] = disagreementsField()
}

// stagesOf selects the stages of a policy.
func stagesOf(policy graph.ID) graph.Filter {
	return graph.Filter{Kinds: []graph.ItemKind{graph.KindPolicyStage}, In: []graph.RoleMatch{{Role: graph.PolicyObject, Entities: []graph.ID{policy}}}}
}

// stage is the latest stage that a policy had reached for certain on a day.
func stage(ctx context.Context, b *batch, e *graph.Entity, in exec.Values) (any, error) {
	f := stagesOf(e.ID)
	if d, ok := in["on"].(graph.FuzzyDate); ok {
		f.To, f.CertainOnly = &d.End, true
	}
	page, err := b.reader.Timeline(ctx, f, graph.Desc, graph.Page{First: 1})
	if err != nil || len(page.Edges) == 0 {
		return nil, err
	}
	return &item{Item: page.Edges[0].Node}, nil
}

// relatedArgs are the arguments of Entity.related.
type relatedArgs struct {
	kinds  []graph.EntityKind
	filter graph.Filter
	page   graph.Page
}

func readRelated(ctx context.Context, q exec.Query, in exec.Values) (any, error) {
	page, err := pageFrom(in)
	if err != nil {
		return nil, err
	}
	f, err := filterFrom(ctx, batchOf(q), in["filter"])
	return &relatedArgs{enums[graph.EntityKind](in["kinds"]), f, page}, err
}

func related(ctx context.Context, b *batch, e *graph.Entity, args *relatedArgs) (any, error) {
	return connect(args.page,
		func(p graph.Page) (graph.Connection[graph.Related], error) {
			return b.reader.Related(ctx, e.ID, args.kinds, args.filter, p)
		},
		func(r *graph.Related) any { return &r.Entity }, nil)
}
