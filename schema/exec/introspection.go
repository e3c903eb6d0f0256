package exec

import (
	"maps"
	"strings"

	"github.com/graphql-go/graphql/language/printer"
)

// bindMeta binds __schema and __type.
func bindMeta(def *schemaDef) {
	for _, f := range def.meta {
		switch f.name {
		case "__schema":
			f.resolver = Resolver{Get: func(Query, any) (any, error) { return def, nil }}
		case "__type":
			f.resolver = Resolver{Get: func(q Query, _ any) (any, error) {
				t := def.byName[q.Args.(Values)["name"].(string)]
				if t == nil {
					return nil, nil
				}
				return &typeRef{named: t}, nil
			}}
		}
	}
}

// metaObjects are the resolvers of introspection. Types are typeRefs, so that
// lists and non-null types are objects too.
func metaObjects() Objects {
	return Objects{
		"__Schema": {
			"description":      leaf(func(w *Writer, _ *schemaDef) { w.Null() }),
			"types":            many(func(s *schemaDef, _ Values) List { return typeList(s.types) }),
			"queryType":        single(func(s *schemaDef) any { return &typeRef{named: s.query} }),
			"mutationType":     single(func(*schemaDef) any { return nil }),
			"subscriptionType": single(func(s *schemaDef) any { return namedOrNil(s.subscription) }),
			"directives":       many(func(s *schemaDef, _ Values) List { return pointers(s.directives) }),
		},
		"__Type": metaType(),
		"__Field": {
			"name":              leaf(func(w *Writer, f *fieldDef) { w.String(f.name) }),
			"description":       leaf(func(w *Writer, f *fieldDef) { w.OrNull(f.description) }),
			"args":              many(func(f *fieldDef, in Values) List { return shownInputs(f.args, in) }),
			"type":              single(func(f *fieldDef) any { return f.ref }),
			"isDeprecated":      leaf(func(w *Writer, f *fieldDef) { w.Bool(f.deprecated != nil) }),
			"deprecationReason": leaf(func(w *Writer, f *fieldDef) { reason(w, f.deprecated) }),
		},
		"__InputValue": {
			"name":              leaf(func(w *Writer, i *inputDef) { w.String(i.name) }),
			"description":       leaf(func(w *Writer, i *inputDef) { w.OrNull(i.description) }),
			"type":              single(func(i *inputDef) any { return i.ref }),
			"defaultValue":      leaf(defaultValue),
			"isDeprecated":      leaf(func(w *Writer, i *inputDef) { w.Bool(i.deprecated != nil) }),
			"deprecationReason": leaf(func(w *Writer, i *inputDef) { reason(w, i.deprecated) }),
		},
		"__EnumValue": {
			"name":              leaf(func(w *Writer, v *enumValue) { w.String(v.name) }),
			"description":       leaf(func(w *Writer, v *enumValue) { w.OrNull(v.description) }),
			"isDeprecated":      leaf(func(w *Writer, v *enumValue) { w.Bool(v.deprecated != nil) }),
			"deprecationReason": leaf(func(w *Writer, v *enumValue) { reason(w, v.deprecated) }),
		},
		"__Directive": {
			"name":         leaf(func(w *Writer, d *directiveDef) { w.String(d.name) }),
			"description":  leaf(func(w *Writer, d *directiveDef) { w.OrNull(d.description) }),
			"isRepeatable": leaf(func(w *Writer, _ *directiveDef) { w.Bool(false) }),
			"locations":    leaf(func(w *Writer, d *directiveDef) { w.Strings(d.locations) }),
			"args":         many(func(d *directiveDef, in Values) List { return shownInputs(d.args, in) }),
		},
	}
}

func metaType() Fields {
	fields := metaLists()
	maps.Copy(fields, Fields{
		"kind": leaf(func(w *Writer, t *typeRef) {
			switch {
			case t.nonNull:
				w.String("NON_NULL")
			case t.elem != nil:
				w.String("LIST")
			default:
				w.String(string(t.named.kind))
			}
		}),
		"name":           leaf(func(w *Writer, t *typeRef) { ofNamed(w, t, func(d *typeDef) string { return d.name }) }),
		"description":    leaf(func(w *Writer, t *typeRef) { ofNamed(w, t, func(d *typeDef) string { return d.description }) }),
		"specifiedByURL": leaf(func(w *Writer, t *typeRef) { ofNamed(w, t, func(d *typeDef) string { return d.specifiedBy }) }),
		"isOneOf": leaf(func(w *Writer, t *typeRef) {
			if d := t.plain(); d != nil && d.kind == kindInput {
				w.Bool(false)
			} else {
				w.Null()
			}
		}),
		"ofType": single(func(t *typeRef) any {
			switch {
			case t.nonNull:
				return &typeRef{named: t.named, elem: t.elem}
			case t.elem != nil:
				return t.elem
			}
			return nil
		}),
	})
	return fields
}

// metaLists are the fields of a type that are lists: null where its kind has none.
func metaLists() Fields {
	return Fields{
		"fields": many(func(t *typeRef, in Values) List {
			d := t.plain()
			if d == nil || d.kind != kindObject && d.kind != kindInterface {
				return nil
			}
			return shown(d.fields, in, func(f *fieldDef) bool { return f.deprecated != nil })
		}),
		"interfaces": many(func(t *typeRef, _ Values) List {
			d := t.plain()
			if d == nil || d.kind != kindObject && d.kind != kindInterface {
				return nil
			}
			return typeList(d.interfaces)
		}),
		"possibleTypes": many(func(t *typeRef, _ Values) List {
			d := t.plain()
			if d == nil || d.kind != kindInterface && d.kind != kindUnion {
				return nil
			}
			return typeList(d.possible)
		}),
		"enumValues": many(func(t *typeRef, in Values) List {
			d := t.plain()
			if d == nil || d.kind != kindEnum {
				return nil
			}
			return shown(d.values, in, func(v *enumValue) bool { return v.deprecated != nil })
		}),
		"inputFields": many(func(t *typeRef, in Values) List {
			d := t.plain()
			if d == nil || d.kind != kindInput {
				return nil
			}
			return shownInputs(d.inputs, in)
		}),
	}
}

// plain is the named type, or nil for lists and non-null types.
func (r *typeRef) plain() *typeDef {
	if r.nonNull || r.elem != nil {
		return nil
	}
	return r.named
}

func ofNamed(w *Writer, t *typeRef, get func(*typeDef) string) {
	if d := t.plain(); d != nil {
		w.OrNull(get(d))
	} else {
		w.Null()
	}
}

func reason(w *Writer, deprecated *string) {
	if deprecated == nil {
		w.Null()
	} else {
		w.String(*deprecated)
	}
}

func defaultValue(w *Writer, i *inputDef) {
	if i.def == nil {
		w.Null()
		return
	}
	s, _ := printer.Print(i.def).(string)
	w.String(strings.TrimSpace(s))
}

func namedOrNil(t *typeDef) any {
	if t == nil {
		return nil
	}
	return &typeRef{named: t}
}

func typeList(types []*typeDef) List {
	list := make(Anys, len(types))
	for i, t := range types {
		list[i] = &typeRef{named: t}
	}
	return list
}

func pointers[T any](items []*T) List {
	list := make(Anys, len(items))
	for i, p := range items {
		list[i] = p
	}
	return list
}

// shown leaves out what is deprecated unless it is asked for.
func shown[T any](items []*T, in Values, deprecated func(*T) bool) List {
	all, _ := in["includeDeprecated"].(bool)
	list := Anys{}
	for _, p := range items {
		if all || !deprecated(p) {
			list = append(list, p)
		}
	}
	return list
}

func shownInputs(inputs []*inputDef, in Values) List {
	return shown(inputs, in, func(i *inputDef) bool { return i.deprecated != nil })
}

func leaf[T any](write func(*Writer, *T)) Resolver {
	return Resolver{Leaf: func(w *Writer, parent any) { write(w, parent.(*T)) }}
}

func single[T any](get func(*T) any) Resolver {
	return Resolver{Get: func(_ Query, parent any) (any, error) { return get(parent.(*T)), nil }}
}

// many makes a list; nil is null. An introspection of the whole schema is to
// cost about as much as a page of items.
func many[T any](get func(*T, Values) List) Resolver {
	return Resolver{Get: func(q Query, parent any) (any, error) {
		if list := get(parent.(*T), q.Args.(Values)); list != nil {
			return list, nil
		}
		return nil, nil
	}, Size: func(Values, int) int { return 2 }}
}
