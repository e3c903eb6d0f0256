package exec

import (
	"context"
	"crypto/sha256"
	"fmt"

	"github.com/graphql-go/graphql"
)

// A Config says what an Executor answers.
type Config struct {
	// SDL is the schema; Scalars parse those that it defines.
	SDL     string
	Scalars map[string]Scalar
	Objects Objects
	// TypeOf names the object type of a parent, for interfaces and unions.
	TypeOf func(parent any) string
	// Begin makes the batch of a request; nil if no resolver needs one.
	Begin func(ctx context.Context) Batch
	// Describe turns an error of a resolver into what clients see of it; it
	// must hide what is internal. Only Message and Code of the result count.
	Describe func(ctx context.Context, err error) *Error
	// Limits are DefaultLimits, or HardenedLimits if Hidden, where they are zero.
	Limits Limits
	// Hidden refuses introspection and leaves suggestions out of messages.
	Hidden bool
	// Parallel is how many questions to the store a request asks side by side.
	Parallel int
	// Cached is how many documents are kept parsed, 500 by default.
	Cached int
}

// An Executor answers requests; it is safe for concurrent use.
type Executor struct {
	def       *schemaDef
	validator graphql.Schema
	rules     []graphql.ValidationRuleFn
	typename  *fieldDef
	typeOf    func(any) string
	begin     func(context.Context) Batch
	describe  func(context.Context, error) *Error
	limits    Limits
	hidden    bool
	parallel  int
	documents *cache[[sha256.Size]byte, *document]
	plans     *cache[planKey, *plan]
}

type planKey struct {
	hash      [sha256.Size]byte
	operation string
	switches  string
}

// New checks that every field of the schema has a resolver and that every
// resolver has a field.
func New(c Config) (*Executor, error) {
	def, err := parseSDL(c.SDL, c.Scalars)
	if err != nil {
		return nil, err
	}
	limits := DefaultLimits()
	if c.Hidden {
		limits = HardenedLimits()
	}
	x := &Executor{def: def, typeOf: c.TypeOf, begin: c.Begin, describe: c.Describe, limits: c.Limits.orElse(limits),
		hidden: c.Hidden, parallel: max(1, c.Parallel), rules: def.validationRules()}
	if c.Cached <= 0 {
		c.Cached = 500
	}
	x.documents, x.plans = newCache[[sha256.Size]byte, *document](c.Cached), newCache[planKey, *plan](c.Cached)
	if x.begin == nil {
		x.begin = func(context.Context) Batch { return noBatch{} }
	}
	if x.describe == nil {
		x.describe = func(_ context.Context, err error) *Error { return &Error{Message: err.Error(), Code: CodeInternal} }
	}
	if x.typeOf == nil {
		x.typeOf = func(any) string { return "" }
	}
	x.typename = &fieldDef{name: "__typename", ref: &typeRef{named: def.byName["String"], nonNull: true}, resolver: Resolver{Leaf: func(*Writer, any) {}}}
	if err := bindResolvers(def, c.Objects); err != nil {
		return nil, err
	}
	x.validator, err = def.validatorSchema()
	return x, err
}

type noBatch struct{}

// Load has nothing to load.
func (noBatch) Load(context.Context) {}

// orElse takes from others what is zero.
func (l Limits) orElse(others Limits) Limits {
	for _, f := range []struct{ value, def *int }{
		{&l.Bytes, &others.Bytes}, {&l.Tokens, &others.Tokens}, {&l.Depth, &others.Depth},
		{&l.Directives, &others.Directives}, {&l.Aliases, &others.Aliases}, {&l.Token, &others.Token}, {&l.Roots, &others.Roots},
		{&l.Fields, &others.Fields}, {&l.Cost, &others.Cost}, {&l.Response, &others.Response},
	} {
		if *f.value <= 0 {
			*f.value = *f.def
		}
	}
	return l
}

func bindResolvers(def *schemaDef, objects Objects) error {
	for _, all := range []Objects{objects, metaObjects()} {
		for name, fields := range all {
			t := def.byName[name]
			if t == nil || t.kind != kindObject {
				return fmt.Errorf("there are resolvers for %s, which is no object type of the schema", name)
			}
			for field, r := range fields {
				f := t.field(field)
				if f == nil {
					return fmt.Errorf("there is a resolver for %s.%s, which is no field of the schema", name, field)
				}
				f.resolver = r
			}
		}
	}
	bindMeta(def)
	for _, t := range def.types {
		for _, f := range t.fields {
			if r := f.resolver; t.kind == kindObject && r.Leaf == nil && r.Get == nil && r.Fetch == nil {
				return fmt.Errorf("%s.%s has no resolver", t.name, f.name)
			}
		}
	}
	return nil
}
