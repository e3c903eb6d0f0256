package exec

import "github.com/graphql-go/graphql/language/ast"

// restoreNulls gives the values at these offsets the name of null.
func restoreNulls(tree *ast.Document, nulls map[int]bool) {
	if len(nulls) == 0 {
		return
	}
	r := nullRestorer(nulls)
	for _, node := range tree.Definitions {
		switch n := node.(type) {
		case *ast.OperationDefinition:
			for _, def := range n.VariableDefinitions {
				r.value(def.DefaultValue)
			}
			r.directives(n.Directives)
			r.selections(n.SelectionSet)
		case *ast.FragmentDefinition:
			r.directives(n.Directives)
			r.selections(n.SelectionSet)
		}
	}
}

type nullRestorer map[int]bool

func (r nullRestorer) selections(set *ast.SelectionSet) {
	eachSelection(set, func(s ast.Selection) {
		r.directives(directivesOf(s))
		if f, ok := s.(*ast.Field); ok {
			r.arguments(f.Arguments)
		}
	})
}

func (r nullRestorer) directives(list []*ast.Directive) {
	for _, d := range list {
		r.arguments(d.Arguments)
	}
}

func (r nullRestorer) arguments(list []*ast.Argument) {
	for _, a := range list {
		r.value(a.Value)
	}
}

func (r nullRestorer) value(v ast.Value) {
	switch v := v.(type) {
	case *ast.EnumValue:
		if v.Loc != nil && r[v.Loc.Start] {
			v.Value = nullName
		}
	case *ast.ListValue:
		for _, e := range v.Values {
			r.value(e)
		}
	case *ast.ObjectValue:
		for _, f := range v.Fields {
			r.value(f.Value)
		}
	}
}
