package exec

import (
	"strconv"
	"sync/atomic"

	"github.com/graphql-go/graphql/language/ast"
)

// A plan is an operation compiled for one setting of its @skip and @include.
// But for size, it is never changed once made.
type plan struct {
	root      *selection
	fields    int // the number of planFields, whose ids run from 0
	sets      int // the number of selections, whose ids run from 0
	variables []variableDef
	// size is that of the last answer in bytes, as a guess at the next one's.
	size atomic.Int64
}

// A variableDef is a variable of the operation.
type variableDef struct {
	inputDef
	loc []Location
}

// A selection is what is asked of a composite type, apart for each object type
// that it can be.
type selection struct {
	id    int
	types []objectPlan
	index map[string]int // by the name of the object type
}

type objectPlan struct {
	typ    *typeDef
	fields []*planField
}

// A planField is a field to answer.
type planField struct {
	id   int
	key  string
	json []byte // `"key":`
	def  *fieldDef
	// owner is the object type.
	owner *typeDef
	args  []planArg
	// static are the coerced arguments if no variable is in them.
	static   Values
	children *selection // nil for leaves
	node     *ast.Field
}

// A planArg is an argument as the document gives it.
type planArg struct {
	def   *inputDef
	in    any
	given bool
}

type compiler struct {
	x     *Executor
	doc   *document
	on    map[string]bool // the switches
	all   bool            // whether to take all fields, whatever the switches
	plan  *plan
	steps int
}

// compile makes the plan of an operation.
func (c *compiler) compile(op *ast.OperationDefinition) (*plan, error) {
	x := c.x
	c.plan = &plan{}
	root := x.def.query
	switch op.Operation {
	case ast.OperationTypeSubscription:
		root = x.def.subscription
	case ast.OperationTypeMutation:
		root = nil
	}
	if root == nil {
		return nil, &Error{Message: "The schema has no " + op.Operation + "s.", Locations: locate(op), Code: CodeValidation}
	}
	for _, v := range op.VariableDefinitions {
		def, err := x.def.variable(v)
		if err != nil {
			return nil, err
		}
		c.plan.variables = append(c.plan.variables, def)
	}
	var err error
	c.plan.root, err = c.selection(root, []*ast.SelectionSet{op.SelectionSet})
	if err == nil && c.all && op.Operation == ast.OperationTypeSubscription && len(c.plan.root.types[0].fields) != 1 {
		err = &Error{Message: "A subscription must ask for exactly one field.", Locations: locate(op), Code: CodeValidation}
	}
	return c.plan, err
}

func (s *schemaDef) variable(v *ast.VariableDefinition) (variableDef, error) {
	ref, err := s.ref(v.Type)
	def := variableDef{inputDef: inputDef{name: v.Variable.Name.Value, ref: ref, def: v.DefaultValue}, loc: locate(v)}
	if err == nil && v.DefaultValue != nil {
		def.value, err = coerce(ref, literal(v.DefaultValue), nil)
	}
	if err != nil {
		return def, &Error{Message: "Variable \"$" + def.name + "\": " + err.Error(), Locations: def.loc, Code: CodeValidation}
	}
	return def, nil
}

// selection compiles what several selection sets together ask of a type.
func (c *compiler) selection(t *typeDef, sets []*ast.SelectionSet) (*selection, error) {
	s := &selection{id: c.plan.sets, index: map[string]int{}}
	c.plan.sets++
	types := t.possible
	if t.kind == kindObject {
		types = []*typeDef{t}
	}
	for _, object := range types {
		fields, err := c.object(object, sets)
		if err != nil {
			return nil, err
		}
		s.index[object.name] = len(s.types)
		s.types = append(s.types, objectPlan{object, fields})
	}
	if c.all {
		return s, checkShapes(s)
	}
	return s, nil
}

func (c *compiler) object(t *typeDef, sets []*ast.SelectionSet) ([]*planField, error) {
	g := &gathering{c: c, typ: t, byKey: map[string]int{}, spread: map[string]bool{}}
	for _, set := range sets {
		if err := g.collect(set); err != nil {
			return nil, err
		}
	}
	list := make([]*planField, 0, len(g.nodes))
	for _, nodes := range g.nodes {
		f, err := c.field(t, nodes)
		if err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, nil
}

// A gathering collects the fields asked of an object type, in the order of the
// query, those of one key together.
type gathering struct {
	c      *compiler
	typ    *typeDef
	nodes  [][]*ast.Field
	byKey  map[string]int
	spread map[string]bool
}

func (g *gathering) collect(set *ast.SelectionSet) error {
	for _, s := range set.Selections {
		if g.c.steps++; g.c.steps > 50*g.c.x.limits.Fields {
			return g.c.tooMany()
		}
		if !g.c.included(directivesOf(s)) {
			continue
		}
		var err error
		switch s := s.(type) {
		case *ast.Field:
			g.add(s)
		case *ast.InlineFragment:
			if s.TypeCondition == nil || g.c.applies(s.TypeCondition.Name.Value, g.typ) {
				err = g.collect(s.SelectionSet)
			}
		case *ast.FragmentSpread:
			f := g.c.doc.fragments[s.Name.Value]
			if !g.spread[s.Name.Value] && g.c.applies(f.TypeCondition.Name.Value, g.typ) {
				g.spread[s.Name.Value] = true
				err = g.collect(f.SelectionSet)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *gathering) add(f *ast.Field) {
	key := f.Name.Value
	if f.Alias != nil {
		key = f.Alias.Value
	}
	i, ok := g.byKey[key]
	if !ok {
		i = len(g.nodes)
		g.byKey[key] = i
		g.nodes = append(g.nodes, nil)
	}
	g.nodes[i] = append(g.nodes[i], f)
}

func (c *compiler) tooMany() error {
	return tooLarge("the query asks for more than %d fields, those under an interface counted for each type", c.x.limits.Fields)
}

// applies tells whether an object type is, or is one of, the named type.
func (c *compiler) applies(condition string, t *typeDef) bool {
	if condition == t.name {
		return true
	}
	for _, p := range c.x.def.byName[condition].possible {
		if p == t {
			return true
		}
	}
	return false
}

// included evaluates @skip and @include.
func (c *compiler) included(directives []*ast.Directive) bool {
	if c.all {
		return true
	}
	for _, d := range directives {
		if d.Name.Value != "skip" && d.Name.Value != "include" {
			continue
		}
		on := false
		switch v := d.Arguments[0].Value.(type) {
		case *ast.BooleanValue:
			on = v.Value
		case *ast.Variable:
			on = c.on[v.Name.Value]
		}
		if on == (d.Name.Value == "skip") {
			return false
		}
	}
	return true
}

// field compiles the occurrences of one key.
func (c *compiler) field(owner *typeDef, nodes []*ast.Field) (*planField, error) {
	node := nodes[0]
	f := &planField{id: c.plan.fields, key: node.Name.Value, owner: owner, node: node}
	if c.plan.fields++; c.plan.fields > c.x.limits.Fields {
		return nil, c.tooMany()
	}
	if node.Alias != nil {
		f.key = node.Alias.Value
	}
	f.json = strconv.AppendQuote(nil, f.key)
	f.json = append(f.json, ':')
	if f.def = c.x.fieldOf(owner, node.Name.Value); f.def == nil {
		return nil, &Error{Message: "Cannot query field \"" + node.Name.Value + "\" on type \"" + owner.name + "\".", Locations: locate(node), Code: CodeValidation}
	}
	if err := checkSame(f.key, nodes); err != nil {
		return nil, err
	}
	f.bindArgs(node)
	if !f.def.ref.base().composite() {
		return f, nil
	}
	var sets []*ast.SelectionSet
	for _, n := range nodes {
		sets = append(sets, n.SelectionSet)
	}
	var err error
	f.children, err = c.selection(f.def.ref.base(), sets)
	return f, err
}

// fieldOf finds a field, those of introspection included.
func (x *Executor) fieldOf(owner *typeDef, name string) *fieldDef {
	if name == "__typename" {
		return x.typename
	}
	if owner == x.def.query {
		for _, f := range x.def.meta {
			if f.name == name {
				return f
			}
		}
	}
	return owner.field(name)
}

func (f *planField) bindArgs(node *ast.Field) {
	dynamic := false
	for _, def := range f.def.args {
		arg := planArg{def: def}
		for _, a := range node.Arguments {
			if a.Name.Value == def.name {
				arg.in, arg.given = literal(a.Value), true
				dynamic = dynamic || hasVariable(arg.in)
			}
		}
		f.args = append(f.args, arg)
	}
	if !dynamic {
		f.static, _ = f.coerceArgs(Values{})
	}
}

// coerceArgs makes the arguments for a setting of the variables.
func (f *planField) coerceArgs(vars Values) (Values, error) {
	values := make(Values, len(f.args))
	for _, a := range f.args {
		if err := coerceInto(values, a.def, a.in, a.given, vars); err != nil {
			return nil, badRequest("Argument \"%s\" of %s.%s: %s", a.def.name, f.owner.name, f.def.name, err)
		}
	}
	return values, nil
}

func hasVariable(in any) bool {
	switch v := in.(type) {
	case variable:
		return true
	case []any:
		for _, e := range v {
			if hasVariable(e) {
				return true
			}
		}
	case map[string]any:
		for _, e := range v {
			if hasVariable(e) {
				return true
			}
		}
	}
	return false
}
