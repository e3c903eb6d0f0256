package exec

import (
	"fmt"
	"reflect"

	"github.com/graphql-go/graphql/language/ast"
)

// checkSame holds that the occurrences of one key on one object type are one
// field with the same arguments.
func checkSame(key string, nodes []*ast.Field) error {
	first := nodes[0]
	var args map[string]any
	for _, n := range nodes[1:] {
		if n.Name.Value != first.Name.Value {
			return conflict(key, fmt.Sprintf("%q and %q are different fields", first.Name.Value, n.Name.Value), first, n)
		}
		if len(n.Arguments) == 0 && len(first.Arguments) == 0 {
			continue
		}
		if args == nil {
			args = argumentsOf(first)
		}
		if !reflect.DeepEqual(args, argumentsOf(n)) {
			return conflict(key, "they have differing arguments", first, n)
		}
	}
	return nil
}

func argumentsOf(f *ast.Field) map[string]any {
	args := map[string]any{}
	for _, a := range f.Arguments {
		args[a.Name.Value] = literal(a.Value)
	}
	return args
}

// checkShapes holds that one key has one shape, whichever object type it is
// asked of, so that clients can read it.
func checkShapes(s *selection) error {
	byKey := map[string]*planField{}
	for _, object := range s.types {
		for _, f := range object.fields {
			first := byKey[f.key]
			if first == nil {
				byKey[f.key] = f
				continue
			}
			if err := sameShape(first, f); err != nil {
				return err
			}
		}
	}
	return nil
}

// sameShape compares two fields of one key on different object types. Equal
// occurrences are not compared again below.
func sameShape(a, b *planField) error {
	if a.node == b.node && a.def.ref.String() == b.def.ref.String() {
		return nil
	}
	if !alike(a.def.ref, b.def.ref) {
		return conflict(a.key, fmt.Sprintf("they return conflicting types %q and %q", a.def.ref, b.def.ref), a.node, b.node)
	}
	if a.children == nil {
		return nil
	}
	byKey := map[string]*planField{}
	for _, object := range a.children.types {
		for _, f := range object.fields {
			byKey[f.key] = f
		}
	}
	for _, object := range b.children.types {
		for _, f := range object.fields {
			if first := byKey[f.key]; first != nil {
				if err := sameShape(first, f); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// alike tells whether two types have the same lists and non-nulls and, if one
// of them is a leaf, the same name.
func alike(a, b *typeRef) bool {
	if a.nonNull != b.nonNull || (a.elem == nil) != (b.elem == nil) {
		return false
	}
	if a.elem != nil {
		return alike(a.elem, b.elem)
	}
	return a.named == b.named || a.named.composite() && b.named.composite()
}

func conflict(key, why string, a, b ast.Node) error {
	return &Error{Message: fmt.Sprintf("Fields %q conflict because %s. Use different aliases on the fields to fetch both if this was intentional.", key, why),
		Locations: append(locate(a), locate(b)...), Code: CodeValidation}
}
