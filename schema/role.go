package schema

import (
	"context"

	"dateline/graph"
	"dateline/schema/exec"
)

// rolesField lists the roles of an entity that fit, on a day if it is given.
func rolesField(fits func(e *graph.Entity, r graph.Role) bool) exec.Resolver {
	return exec.Resolver{
		Need: func(q exec.Query, p any) { batchOf(q).roles.need(p.(*graph.Entity).ID) },
		Get: func(q exec.Query, p any) (any, error) {
			e := p.(*graph.Entity)
			v, err := batchOf(q).roles.get(e.ID)
			if err != nil || v == nil {
				return exec.Anys{}, err
			}
			on, dated := q.Args.(exec.Values)["on"].(graph.FuzzyDate)
			var list []graph.Role
			for _, r := range *v.(*[]graph.Role) {
				if fits(e, r) && (!dated || r.On(on.Start, on.End)) {
					list = append(list, r)
				}
			}
			return exec.ListOf(list), nil
		},
	}
}

func roleFields() exec.Fields {
	return exec.Fields{
		"holder":   entityOf(func(r *graph.Role) graph.ID { return r.Holder }),
		"title":    str(func(r *graph.Role) string { return r.Title }),
		"of":       entityOf(func(r *graph.Role) graph.ID { return r.Of }),
		"from":     object(func(r *graph.Role) *graph.FuzzyDate { return r.From }),
		"to":       object(func(r *graph.Role) *graph.FuzzyDate { return r.To }),
		"evidence": evidenceField(func(r *graph.Role) (graph.ID, *graph.AsOf) { return r.ID, nil }),
	}
}

// positionArgs are the arguments of positions.
type positionArgs struct {
	query graph.PositionQuery
	page  graph.Page
}

func positionsField(of func(e *graph.Entity, q *graph.PositionQuery)) exec.Resolver {
	return exec.Resolver{Page: pageSize, Args: func(_ context.Context, _ exec.Query, in exec.Values) (any, error) {
		page, err := pageFrom(in)
		args := &positionArgs{page: page, query: graph.PositionQuery{Stances: enums[graph.Stance](in["stances"])}}
		if d, ok := in["on"].(graph.FuzzyDate); ok {
			args.query.On = &d.End
		}
		return args, err
	}, Fetch: fetch(func(ctx context.Context, b *batch, e *graph.Entity, args *positionArgs) (any, error) {
		q := args.query
		of(e, &q)
		return connect(args.page,
			func(p graph.Page) (graph.Connection[graph.Position], error) { return b.reader.Positions(ctx, q, p) },
			func(p *graph.Position) any { return p }, nil)
	})}
}

func positionFields() exec.Fields {
	return exec.Fields{
		"actor":          entityOf(func(p *graph.Position) graph.ID { return p.Actor }),
		"policy":         entityOf(func(p *graph.Position) graph.ID { return p.Policy }),
		"stance":         str(func(p *graph.Position) string { return string(p.Stance) }),
		"since":          object(func(p *graph.Position) *graph.FuzzyDate { return p.Since }),
		"statement":      itemOf(func(p *graph.Position) (graph.ID, *graph.AsOf) { return p.Statement, nil }),
		"statementCount": num(func(p *graph.Position) int { return p.Count }),
	}
}
