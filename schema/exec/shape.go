package exec

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
