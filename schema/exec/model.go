package exec

import "github.com/graphql-go/graphql/language/ast"

// A kind is a kind of type, named as introspection names it.
type kind string

const (
	kindScalar    kind = "SCALAR"
	kindObject    kind = "OBJECT"
	kindInterface kind = "INTERFACE"
	kindUnion     kind = "UNION"
	kindEnum      kind = "ENUM"
	kindInput     kind = "INPUT_OBJECT"
)

// A typeDef is a named type. Its parts stand in the order of the SDL.
type typeDef struct {
	name, description string
	kind              kind
	fields            []*fieldDef // objects and interfaces
	interfaces        []*typeDef
	possible          []*typeDef // interfaces and unions
	values            []*enumValue
	inputs            []*inputDef // input objects
	specifiedBy       string
	parse             Scalar
}

// field finds a field by its name; nil if there is none.
func (t *typeDef) field(name string) *fieldDef {
	for _, f := range t.fields {
		if f.name == name {
			return f
		}
	}
	return nil
}

func (t *typeDef) composite() bool {
	return t.kind == kindObject || t.kind == kindInterface || t.kind == kindUnion
}

func (t *typeDef) hasValue(name string) bool {
	for _, v := range t.values {
		if v.name == name {
			return true
		}
	}
	return false
}

// A typeRef is a use of a type: a named type, or a list of elem; may be non-null.
type typeRef struct {
	named   *typeDef
	elem    *typeRef
	nonNull bool
}

// String prints the type as SDL does.
func (r *typeRef) String() string {
	s := ""
	if r.elem != nil {
		s = "[" + r.elem.String() + "]"
	} else {
		s = r.named.name
	}
	if r.nonNull {
		s += "!"
	}
	return s
}

// base is the named type inside lists.
func (r *typeRef) base() *typeDef {
	for r.elem != nil {
		r = r.elem
	}
	return r.named
}

// A fieldDef is a field of an object or interface.
type fieldDef struct {
	name, description string
	args              []*inputDef
	ref               *typeRef
	deprecated        *string
	// resolver is set for fields of objects.
	resolver Resolver
}

// An inputDef is an argument or a field of an input object.
type inputDef struct {
	name, description string
	ref               *typeRef
	// def is the default as it stands in the SDL; nil if there is none.
	def ast.Value
	// value is the coerced default.
	value      any
	deprecated *string
}

type enumValue struct {
	name, description string
	deprecated        *string
}

// A directiveDef is a directive that documents may use or that the SDL uses.
type directiveDef struct {
	name, description string
	locations         []string
	args              []*inputDef
}
