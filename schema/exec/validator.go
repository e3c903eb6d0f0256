package exec

import (
	"sync"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/kinds"
	"github.com/graphql-go/graphql/language/visitor"
)

// completeMeta adds to graphql-go's types of introspection what it lacks, so
// that the validator accepts it. They are global in that library.
var completeMeta = sync.OnceFunc(func() {
	withDeprecated := graphql.FieldConfigArgument{"includeDeprecated": &graphql.ArgumentConfig{Type: graphql.Boolean, DefaultValue: false}}
	inputs := graphql.NewList(graphql.NewNonNull(graphql.InputValueType))
	text := &graphql.Field{Type: graphql.String}
	graphql.SchemaType.AddFieldConfig("description", text)
	graphql.TypeType.AddFieldConfig("specifiedByURL", text)
	graphql.TypeType.AddFieldConfig("isOneOf", &graphql.Field{Type: graphql.Boolean})
	graphql.TypeType.AddFieldConfig("inputFields", &graphql.Field{Type: inputs, Args: withDeprecated})
	graphql.FieldType.AddFieldConfig("args", &graphql.Field{Type: graphql.NewNonNull(inputs), Args: withDeprecated})
	graphql.DirectiveType.AddFieldConfig("args", &graphql.Field{Type: graphql.NewNonNull(inputs), Args: withDeprecated})
	graphql.DirectiveType.AddFieldConfig("isRepeatable", &graphql.Field{Type: graphql.NewNonNull(graphql.Boolean)})
	graphql.InputValueType.AddFieldConfig("isDeprecated", &graphql.Field{Type: graphql.NewNonNull(graphql.Boolean)})
	graphql.InputValueType.AddFieldConfig("deprecationReason", text)
})

// validatorSchema builds graphql-go's schema, which serves its validator
// alone: it has no resolvers.
func (s *schemaDef) validatorSchema() (graphql.Schema, error) {
	completeMeta()
	b := &validatorBuilder{def: s, types: map[string]graphql.Type{
		"Int": graphql.Int, "Float": graphql.Float, "String": graphql.String, "Boolean": graphql.Boolean, "ID": graphql.ID,
	}}
	var all []graphql.Type
	for _, t := range s.types {
		if len(t.name) < 2 || t.name[:2] != "__" {
			all = append(all, b.named(t))
		}
	}
	config := graphql.SchemaConfig{Query: b.types["Query"].(*graphql.Object), Types: all, Directives: b.directives()}
	if s.subscription != nil {
		config.Subscription = b.types["Subscription"].(*graphql.Object)
	}
	return graphql.NewSchema(config)
}

type validatorBuilder struct {
	def   *schemaDef
	types map[string]graphql.Type
}

func (b *validatorBuilder) directives() []*graphql.Directive {
	var list []*graphql.Directive
	for _, d := range b.def.directives {
		list = append(list, graphql.NewDirective(graphql.DirectiveConfig{Name: d.name, Description: d.description, Locations: d.locations, Args: b.args(d.args)}))
	}
	return list
}

// named makes a type once; fields are thunks, since types refer to each other.
func (b *validatorBuilder) named(t *typeDef) graphql.Type {
	if made := b.types[t.name]; made != nil {
		return made
	}
	var made graphql.Type
	switch t.kind {
	case kindScalar:
		made = graphql.NewScalar(graphql.ScalarConfig{Name: t.name, Description: t.description, Serialize: func(v any) any { return v },
			ParseValue: func(v any) any { return v }, ParseLiteral: func(v ast.Value) any { return v.GetValue() }})
	case kindEnum:
		values := graphql.EnumValueConfigMap{}
		for _, v := range t.values {
			values[v.name] = &graphql.EnumValueConfig{Value: v.name}
		}
		made = graphql.NewEnum(graphql.EnumConfig{Name: t.name, Values: values})
	case kindInput:
		made = graphql.NewInputObject(graphql.InputObjectConfig{Name: t.name, Fields: graphql.InputObjectConfigFieldMapThunk(func() graphql.InputObjectConfigFieldMap {
			fields := graphql.InputObjectConfigFieldMap{}
			for _, f := range t.inputs {
				fields[f.name] = &graphql.InputObjectFieldConfig{Type: b.ref(f.ref)}
			}
			return fields
		})})
	case kindInterface:
		made = graphql.NewInterface(graphql.InterfaceConfig{Name: t.name, Fields: graphql.FieldsThunk(func() graphql.Fields { return b.fields(t) }),
			ResolveType: func(graphql.ResolveTypeParams) *graphql.Object { return nil }})
	case kindUnion:
		made = graphql.NewUnion(graphql.UnionConfig{Name: t.name, Types: graphql.UnionTypesThunk(func() []*graphql.Object { return b.objects(t.possible) }),
			ResolveType: func(graphql.ResolveTypeParams) *graphql.Object { return nil }})
	default:
		made = graphql.NewObject(graphql.ObjectConfig{Name: t.name, Fields: graphql.FieldsThunk(func() graphql.Fields { return b.fields(t) }),
			Interfaces: graphql.InterfacesThunk(func() []*graphql.Interface {
				var list []*graphql.Interface
				for _, i := range t.interfaces {
					list = append(list, b.named(i).(*graphql.Interface))
				}
				return list
			})})
	}
	b.types[t.name] = made
	return made
}

func (b *validatorBuilder) objects(types []*typeDef) []*graphql.Object {
	var list []*graphql.Object
	for _, t := range types {
		list = append(list, b.named(t).(*graphql.Object))
	}
	return list
}

func (b *validatorBuilder) fields(t *typeDef) graphql.Fields {
	fields := graphql.Fields{}
	for _, f := range t.fields {
		fields[f.name] = &graphql.Field{Type: b.ref(f.ref), Args: b.args(f.args)}
	}
	return fields
}

// args leaves defaults out, except that an argument with one must not be demanded.
func (b *validatorBuilder) args(inputs []*inputDef) graphql.FieldConfigArgument {
	args := graphql.FieldConfigArgument{}
	for _, in := range inputs {
		args[in.name] = &graphql.ArgumentConfig{Type: b.ref(in.ref)}
		if in.def != nil {
			args[in.name].DefaultValue = in.value
		}
	}
	return args
}

func (b *validatorBuilder) ref(r *typeRef) graphql.Type {
	var t graphql.Type
	if r.elem != nil {
		t = graphql.NewList(b.ref(r.elem))
	} else {
		t = b.named(r.named)
	}
	if r.nonNull {
		t = graphql.NewNonNull(t)
	}
	return t
}

// validationRules are graphql-go's, but for the two on values, which know no
// null and no overflow and in whose place ours stands; and for the one on fields
// of one key, whose time grows with the square of their number: the compiler
// checks that.
func (s *schemaDef) validationRules() []graphql.ValidationRuleFn {
	return []graphql.ValidationRuleFn{
		s.valuesRule,
		graphql.FieldsOnCorrectTypeRule,
		graphql.FragmentsOnCompositeTypesRule,
		graphql.KnownArgumentNamesRule,
		graphql.KnownDirectivesRule,
		graphql.KnownFragmentNamesRule,
		graphql.KnownTypeNamesRule,
		graphql.LoneAnonymousOperationRule,
		graphql.NoUndefinedVariablesRule,
		graphql.NoUnusedFragmentsRule,
		graphql.NoUnusedVariablesRule,
		graphql.PossibleFragmentSpreadsRule,
		graphql.ProvidedNonNullArgumentsRule,
		graphql.ScalarLeafsRule,
		graphql.UniqueArgumentNamesRule,
		graphql.UniqueFragmentNamesRule,
		graphql.UniqueInputFieldNamesRule,
		graphql.UniqueOperationNamesRule,
		graphql.UniqueVariableNamesRule,
		graphql.VariablesAreInputTypesRule,
		graphql.VariablesInAllowedPositionRule,
	}
}

// valuesRule checks the literals of arguments and the defaults of variables.
func (s *schemaDef) valuesRule(ctx *graphql.ValidationContext) *graphql.ValidationRuleInstance {
	report := func(node ast.Node, message string) {
		e := &Error{Message: message, Locations: locate(node)}
		ctx.ReportError(e.formatted())
	}
	enter := func(check func(node any)) visitor.NamedVisitFuncs {
		return visitor.NamedVisitFuncs{Enter: func(p visitor.VisitFuncParams) (string, any) {
			check(p.Node)
			return visitor.ActionNoChange, nil
		}}
	}
	return &graphql.ValidationRuleInstance{VisitorOpts: &visitor.VisitorOptions{KindFuncMap: map[string]visitor.NamedVisitFuncs{
		kinds.Argument: enter(func(node any) {
			arg, _ := node.(*ast.Argument)
			if arg == nil || arg.Value == nil || ctx.Argument() == nil {
				return
			}
			if ref := s.refOf(ctx.Argument().Type); ref != nil {
				if _, err := coerce(ref, literal(arg.Value), nil); err != nil {
					report(arg.Value.(ast.Node), "Argument \""+arg.Name.Value+"\": "+err.Error())
				}
			}
		}),
		kinds.VariableDefinition: enter(func(node any) {
			def, _ := node.(*ast.VariableDefinition)
			if def == nil || def.DefaultValue == nil {
				return
			}
			if ref, err := s.ref(def.Type); err == nil && inputType(ref) {
				if _, err := coerce(ref, literal(def.DefaultValue), nil); err != nil {
					report(def.DefaultValue.(ast.Node), "Variable \"$"+def.Variable.Name.Value+"\" has an invalid default: "+err.Error())
				}
			}
		}),
	}}}
}

func inputType(ref *typeRef) bool { return !ref.base().composite() }

// refOf finds our type for graphql-go's.
func (s *schemaDef) refOf(t graphql.Type) *typeRef {
	switch t := t.(type) {
	case *graphql.NonNull:
		r := s.refOf(t.OfType)
		if r != nil {
			r.nonNull = true
		}
		return r
	case *graphql.List:
		if elem := s.refOf(t.OfType); elem != nil {
			return &typeRef{elem: elem}
		}
		return nil
	}
	if named := s.byName[t.Name()]; named != nil {
		return &typeRef{named: named}
	}
	return nil
}
