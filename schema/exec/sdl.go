package exec

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/parser"
)

//go:embed introspection.graphql
var introspectionSDL string

// A schemaDef is the SDL as a graph of types.
type schemaDef struct {
	types      []*typeDef // in the order of the SDL
	byName     map[string]*typeDef
	directives []*directiveDef
	query      *typeDef
	// subscription is nil if the schema has none.
	subscription *typeDef
	// meta are __schema and __type, which every query root has beside its own fields.
	meta []*fieldDef
}

// parseSDL reads the types of an SDL, with those of introspection added.
func parseSDL(sdl string, scalars map[string]Scalar) (*schemaDef, error) {
	doc, err := parser.Parse(parser.ParseParams{Source: sdl + "\n" + introspectionSDL})
	if err != nil {
		return nil, fmt.Errorf("the schema does not parse: %w", err)
	}
	s := &schemaDef{byName: map[string]*typeDef{}}
	for name, parse := range builtinScalars {
		s.add(&typeDef{name: name, kind: kindScalar, parse: parse, description: builtinDescriptions[name]})
	}
	for _, node := range doc.Definitions {
		if err := s.declare(node, scalars); err != nil {
			return nil, err
		}
	}
	for _, node := range doc.Definitions {
		if err := s.define(node); err != nil {
			return nil, err
		}
	}
	if s.query = s.byName["Query"]; s.query == nil {
		return nil, fmt.Errorf("the schema has no type Query")
	}
	s.subscription = s.byName["Subscription"]
	meta := s.byName["__Meta"]
	s.meta = meta.fields
	delete(s.byName, "__Meta")
	s.types = removeType(s.types, meta)
	return s, s.coerceDefaults()
}

func (s *schemaDef) add(t *typeDef) {
	s.types = append(s.types, t)
	s.byName[t.name] = t
}

func removeType(types []*typeDef, t *typeDef) []*typeDef {
	kept := types[:0]
	for _, other := range types {
		if other != t {
			kept = append(kept, other)
		}
	}
	return kept
}

// declare makes the named types, so that define can refer to them.
func (s *schemaDef) declare(node ast.Node, scalars map[string]Scalar) error {
	var t *typeDef
	switch n := node.(type) {
	case *ast.ScalarDefinition:
		t = &typeDef{name: n.Name.Value, kind: kindScalar, description: text(n.Description)}
		if scalars[t.name] == nil {
			return fmt.Errorf("scalar %s has no parser", t.name)
		}
		t.parse = custom(t.name, scalars[t.name])
		for _, d := range n.Directives {
			if d.Name.Value == "specifiedBy" && len(d.Arguments) == 1 {
				t.specifiedBy, _ = d.Arguments[0].Value.GetValue().(string)
			}
		}
	case *ast.ObjectDefinition:
		t = &typeDef{name: n.Name.Value, kind: kindObject, description: text(n.Description)}
	case *ast.InterfaceDefinition:
		t = &typeDef{name: n.Name.Value, kind: kindInterface, description: text(n.Description)}
	case *ast.UnionDefinition:
		t = &typeDef{name: n.Name.Value, kind: kindUnion, description: text(n.Description)}
	case *ast.InputObjectDefinition:
		t = &typeDef{name: n.Name.Value, kind: kindInput, description: text(n.Description)}
	case *ast.EnumDefinition:
		t = &typeDef{name: n.Name.Value, kind: kindEnum, description: text(n.Description)}
		for _, v := range n.Values {
			t.values = append(t.values, &enumValue{v.Name.Value, text(v.Description), deprecation(v.Directives)})
		}
	case *ast.DirectiveDefinition:
		return nil
	default:
		return fmt.Errorf("the schema holds a %s, which is not supported", node.GetKind())
	}
	if s.byName[t.name] != nil {
		return fmt.Errorf("type %s is defined twice", t.name)
	}
	s.add(t)
	return nil
}

// define fills in what refers to other types.
func (s *schemaDef) define(node ast.Node) (err error) {
	switch n := node.(type) {
	case *ast.ObjectDefinition:
		t := s.byName[n.Name.Value]
		for _, name := range n.Interfaces {
			i := s.byName[name.Name.Value]
			if i == nil || i.kind != kindInterface {
				return fmt.Errorf("type %s implements %s, which is no interface", t.name, name.Name.Value)
			}
			t.interfaces = append(t.interfaces, i)
			i.possible = append(i.possible, t)
		}
		t.fields, err = s.fieldDefs(t.name, n.Fields)
	case *ast.InterfaceDefinition:
		t := s.byName[n.Name.Value]
		t.fields, err = s.fieldDefs(t.name, n.Fields)
	case *ast.UnionDefinition:
		t := s.byName[n.Name.Value]
		for _, name := range n.Types {
			member := s.byName[name.Name.Value]
			if member == nil || member.kind != kindObject {
				return fmt.Errorf("union %s holds %s, which is no object type", t.name, name.Name.Value)
			}
			t.possible = append(t.possible, member)
		}
	case *ast.InputObjectDefinition:
		t := s.byName[n.Name.Value]
		t.inputs, err = s.inputDefs(t.name, n.Fields)
	case *ast.DirectiveDefinition:
		d := &directiveDef{name: n.Name.Value, description: text(n.Description)}
		for _, l := range n.Locations {
			d.locations = append(d.locations, l.Value)
		}
		d.args, err = s.inputDefs("@"+d.name, n.Arguments)
		s.directives = append(s.directives, d)
	}
	return err
}

func (s *schemaDef) fieldDefs(owner string, nodes []*ast.FieldDefinition) ([]*fieldDef, error) {
	var list []*fieldDef
	for _, n := range nodes {
		ref, err := s.ref(n.Type)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", owner, n.Name.Value, err)
		}
		args, err := s.inputDefs(owner+"."+n.Name.Value, n.Arguments)
		if err != nil {
			return nil, err
		}
		if ref.base().composite() && ref.elem != nil && ref.elem.elem != nil {
			return nil, fmt.Errorf("%s.%s: lists of lists of objects are not supported", owner, n.Name.Value)
		}
		list = append(list, &fieldDef{name: n.Name.Value, description: text(n.Description), args: args, ref: ref, deprecated: deprecation(n.Directives)})
	}
	return list, nil
}

func (s *schemaDef) inputDefs(owner string, nodes []*ast.InputValueDefinition) ([]*inputDef, error) {
	var list []*inputDef
	for _, n := range nodes {
		ref, err := s.ref(n.Type)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", owner, n.Name.Value, err)
		}
		list = append(list, &inputDef{name: n.Name.Value, description: text(n.Description), ref: ref, def: n.DefaultValue, deprecated: deprecation(n.Directives)})
	}
	return list, nil
}

// ref resolves a use of a type; it is an error if the type is unknown.
func (s *schemaDef) ref(node ast.Type) (*typeRef, error) {
	switch n := node.(type) {
	case *ast.NonNull:
		r, err := s.ref(n.Type)
		if err != nil {
			return nil, err
		}
		r.nonNull = true
		return r, nil
	case *ast.List:
		elem, err := s.ref(n.Type)
		return &typeRef{elem: elem}, err
	case *ast.Named:
		t := s.byName[n.Name.Value]
		if t == nil {
			return nil, fmt.Errorf("unknown type %q", n.Name.Value)
		}
		return &typeRef{named: t}, nil
	}
	return nil, fmt.Errorf("a %s is no type", node.GetKind())
}

// coerceDefaults checks every default of the schema once.
func (s *schemaDef) coerceDefaults() error {
	check := func(owner string, inputs []*inputDef) error {
		for _, in := range inputs {
			if in.def == nil {
				continue
			}
			v, err := coerce(in.ref, literal(in.def), nil)
			if err != nil {
				return fmt.Errorf("default of %s.%s: %w", owner, in.name, err)
			}
			in.value = v
		}
		return nil
	}
	for _, t := range s.types {
		if err := check(t.name, t.inputs); err != nil {
			return err
		}
		for _, f := range t.fields {
			if err := check(t.name+"."+f.name, f.args); err != nil {
				return err
			}
		}
	}
	for _, f := range s.meta {
		if err := check(f.name, f.args); err != nil {
			return err
		}
	}
	for _, d := range s.directives {
		if err := check("@"+d.name, d.args); err != nil {
			return err
		}
	}
	return nil
}

func text(v *ast.StringValue) string {
	if v == nil {
		return ""
	}
	return strings.TrimSpace(v.Value)
}

// deprecation is the reason of @deprecated; nil if it is not there.
func deprecation(directives []*ast.Directive) *string {
	for _, d := range directives {
		if d.Name.Value != "deprecated" {
			continue
		}
		reason := "No longer supported"
		for _, a := range d.Arguments {
			if v, ok := a.Value.GetValue().(string); ok && a.Name.Value == "reason" {
				reason = v
			}
		}
		return &reason
	}
	return nil
}
