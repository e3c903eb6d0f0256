package schema

import (
	"context"

	"dateline/graph"
	"dateline/schema/exec"
)

const (
	// statementPage and statementPages bound the latest statements on a policy
	// that its disagreements are told from.
	statementPage, statementPages = 200, 5
	// defaultDisagreements and shownStatements are the sizes of the lists.
	defaultDisagreements, shownStatements = 20, 20
)

// A disagreement is one with the statements that it is between.
type disagreement struct {
	kind       graph.DisagreementKind
	statements exec.Anys
}

func disagreementsField() exec.Resolver {
	first := func(in exec.Values) (int, error) { return limitFrom(in, "first", defaultDisagreements, maxPage) }
	return exec.Resolver{
		Args: func(_ context.Context, _ exec.Query, in exec.Values) (any, error) { return first(in) },
		Fetch: fetch(func(ctx context.Context, b *batch, policy *graph.Entity, n int) (any, error) {
			statements, err := positionStatements(ctx, b.reader, policy.ID)
			if err != nil {
				return nil, err
			}
			byID := map[graph.ID]graph.Item{}
			for _, s := range statements {
				byID[s.ID] = s
			}
			list := exec.Anys{}
			for _, d := range graph.Disagreements(statements) {
				if len(list) == n {
					break
				}
				one := &disagreement{kind: d.Kind, statements: exec.Anys{}}
				for _, id := range d.Statements[:min(len(d.Statements), shownStatements)] {
					one.statements = append(one.statements, &item{Item: byID[id]})
				}
				list = append(list, one)
			}
			return list, nil
		}),
		Size: func(in exec.Values, _ int) int {
			n, err := first(in)
			if err != nil {
				return 0
			}
			return n
		},
	}
}

// positionStatements are the latest statements that take a position on a policy.
func positionStatements(ctx context.Context, r graph.Reader, policy graph.ID) (list []graph.Item, err error) {
	f := graph.Filter{Kinds: []graph.ItemKind{graph.KindStatement},
		Stances: []graph.Stance{graph.Support, graph.Oppose, graph.Conditional, graph.Neutral},
		In:      []graph.RoleMatch{{Role: graph.PolicyObject, Entities: []graph.ID{policy}}}}
	page := graph.Page{First: statementPage}
	for range statementPages {
		c, err := r.Timeline(ctx, f, graph.Desc, page)
		if err != nil {
			return nil, err
		}
		for _, e := range c.Edges {
			list, page.After = append(list, e.Node), e.Cursor
		}
		if !c.HasNext {
			break
		}
	}
	return list, nil
}

func disagreementFields() exec.Fields {
	return exec.Fields{
		"kind": str(func(d *disagreement) string { return string(d.kind) }),
		"statements": {
			Get:  func(_ exec.Query, p any) (any, error) { return p.(*disagreement).statements, nil },
			Size: func(exec.Values, int) int { return 4 },
		},
	}
}
