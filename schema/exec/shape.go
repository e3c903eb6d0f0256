package exec

import "slices"

// A Shape tells which keys an answer has under a key, in the order of the
// query, those of all object types together.
type Shape struct {
	Key string
	// List is set for lists.
	List bool
	// Fields are nil for leaves.
	Fields []Shape
}

// Shape is that of the response's data.
func (p *Prepared) Shape() []Shape { return shapeOf(p.plan.root) }

func shapeOf(s *selection) []Shape {
	fields := []Shape{}
	index := map[string]int{}
	for _, object := range s.types {
		for _, f := range object.fields {
			sub := Shape{Key: f.key, List: f.def.ref.elem != nil}
			if f.children != nil {
				sub.Fields = shapeOf(f.children)
			}
			i, there := index[f.key]
			if !there {
				index[f.key] = len(fields)
				fields = append(fields, sub)
				continue
			}
			fields[i].Fields = mergeShapes(fields[i].Fields, sub.Fields)
		}
	}
	return fields
}

func mergeShapes(a, b []Shape) []Shape {
	for _, s := range b {
		found := false
		for i := range a {
			if a[i].Key == s.Key {
				a[i].Fields, found = mergeShapes(a[i].Fields, s.Fields), true
			}
		}
		if !found {
			a = append(a, s)
		}
	}
	return a
}

// Only leaves out what is asked under a key of the root beside some keys.
func (p *Prepared) Only(root string, keys ...string) {
	plan := &plan{root: p.plan.root.without(func(f *planField) bool { return false }), fields: p.plan.fields, sets: p.plan.sets, variables: p.plan.variables}
	for i, f := range plan.root.types[0].fields {
		if f.key == root && f.children != nil {
			kept := *f
			kept.children = f.children.without(func(sub *planField) bool { return !slices.Contains(keys, sub.key) })
			plan.root.types[0].fields[i] = &kept
		}
	}
	p.plan = plan
	p.cost = plan.cost(p.args)
}

// without is a copy that leaves out some fields.
func (s *selection) without(out func(*planField) bool) *selection {
	copied := *s
	copied.types = slices.Clone(s.types)
	for i, object := range s.types {
		copied.types[i].fields = slices.DeleteFunc(slices.Clone(object.fields), out)
	}
	return &copied
}

// A Variable is one that an operation takes.
type Variable struct {
	Name string
	// Type is its named type, without lists.
	Type string
	// List and Required are of the outermost type.
	List, Required bool
}

// Variables lists what the only operation of a document takes.
func (x *Executor) Variables(text string) ([]Variable, error) {
	doc, errs := x.document(text, hashText(text))
	if len(errs) > 0 {
		return nil, errs[0]
	}
	op, err := doc.operation("")
	if err != nil {
		return nil, err
	}
	var list []Variable
	for _, v := range op.VariableDefinitions {
		ref, err := x.def.ref(v.Type)
		if err != nil {
			return nil, err
		}
		list = append(list, Variable{v.Variable.Name.Value, ref.base().name, ref.elem != nil, ref.nonNull && v.DefaultValue == nil})
	}
	return list, nil
}
