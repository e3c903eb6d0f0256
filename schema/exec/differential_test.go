package exec

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/graphql-go/graphql"
)

// reference is graphql-go's own executor over the same data. It differs where
// it is known to be wrong, so the queries below keep clear of that: null
// literals, Int overflow, defaults within input objects, and the order of keys.
func reference(t testing.TB, x *Executor) graphql.Schema {
	t.Helper()
	s, err := x.def.validatorSchema()
	if err != nil {
		t.Fatal(err)
	}
	objects := testConfig().Objects
	typeOf := func(p graphql.ResolveTypeParams) *graphql.Object {
		return s.Type(x.typeOf(p.Value)).(*graphql.Object)
	}
	for name, typ := range s.TypeMap() {
		switch typ := typ.(type) {
		case *graphql.Interface:
			typ.ResolveType = typeOf
		case *graphql.Union:
			typ.ResolveType = typeOf
		case *graphql.Object:
			for field, r := range objects[name] {
				typ.Fields()[field].Resolve = resolveWith(r)
			}
		}
	}
	return s
}

func resolveWith(r Resolver) graphql.FieldResolveFn {
	return func(p graphql.ResolveParams) (any, error) {
		if r.Leaf != nil {
			var w Writer
			r.Leaf(&w, p.Source)
			var v any
			err := json.Unmarshal(w.buf, &v)
			return v, err
		}
		v, err := r.Get(Query{Args: Values(p.Args)}, p.Source)
		if list, ok := v.(Anys); ok {
			return []any(list), err
		}
		return v, err
	}
}

// generate writes a random query; every choice is the source's.
type generate struct {
	r         *rand.Rand
	fragments []string
}

func (g *generate) selection(typ string, depth int) string {
	fields := map[string][]string{
		"Query":  {`person(name: "Ann")`, `person(name: "Nobody")`, "things", "city", "fail", `echo(n: 3, list: [1, 2], id: 7, f: 1)`},
		"Person": {"name", "age", "friends", "friends(first: 1)", "best", "must"},
		"City":   {"name", "people"}, "Named": {"name"}, "Thing": {},
	}[typ]
	below := map[string]string{"person": "Person", "things": "Thing", "city": "City", "friends": "Person", "best": "Person", "must": "Person", "people": "Named"}
	var b strings.Builder
	b.WriteString("{ __typename ")
	for i := range 1 + g.r.IntN(4) {
		if abstract := typ == "Named" || typ == "Thing"; abstract && g.r.IntN(2) == 0 || len(fields) == 0 {
			on := []string{"Person", "City"}[g.r.IntN(2)]
			fmt.Fprintf(&b, "... on %s %s ", on, g.selection(on, depth-1))
			continue
		}
		f := fields[g.r.IntN(len(fields))]
		name, _, _ := strings.Cut(f, "(")
		if below[name] != "" && depth <= 0 {
			continue
		}
		if name != "name" || g.r.IntN(2) == 0 {
			fmt.Fprintf(&b, "a%d_%d: ", depth, i)
		}
		b.WriteString(f)
		if g.r.IntN(8) == 0 {
			fmt.Fprintf(&b, " @skip(if: %v)", g.r.IntN(2) == 0)
		}
		if to := below[name]; to != "" {
			sub := g.selection(to, depth-1)
			if g.r.IntN(4) == 0 {
				g.fragments = append(g.fragments, fmt.Sprintf("fragment F%d on %s %s", len(g.fragments), to, sub))
				sub = fmt.Sprintf("{ ...F%d }", len(g.fragments)-1)
			}
			b.WriteString(" " + sub)
		}
		b.WriteString(" ")
	}
	return b.String() + "}"
}

func TestSameAsGraphQLGo(t *testing.T) {
	x := newTest(t, nil)
	ref := reference(t, x)
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		g := &generate{r: r}
		query := g.selection("Query", 4)
		query += " " + strings.Join(g.fragments, " ")
		got := x.Execute(context.Background(), Request{Query: query})
		want := graphql.Do(graphql.Params{Schema: ref, RequestString: query})
		var ours struct {
			Data   any
			Errors []struct{ Path []any }
		}
		if err := json.Unmarshal(got.Body, &ours); err != nil {
			t.Fatalf("%s\n%s: %v", query, got.Body, err)
		}
		data, _ := json.Marshal(want.Data)
		var theirs any
		_ = json.Unmarshal(data, &theirs)
		if !reflect.DeepEqual(ours.Data, theirs) {
			t.Fatalf("%s\nours   %s\ntheirs %s", query, got.Body, data)
		}
		if (len(ours.Errors) > 0) != (len(want.Errors) > 0) {
			t.Fatalf("%s\nours   %s\ntheirs %v", query, got.Body, want.Errors)
		}
	}
}

const benchQuery = `{ things { __typename ... on Person { name age friends(first: 2) { name best { name age } friends { name } } } ... on City { name people { name } } } }`

// wide makes a schema with a list of n people, each with a friend.
func wide(t testing.TB, n int) *Executor {
	return newTest(t, func(c *Config) {
		list := Anys{}
		for i := range n {
			list = append(list, &person{fmt.Sprintf("P%d", i), i + 1, []string{"Ann", "Bob"}})
		}
		q := c.Objects["Query"]
		q["things"] = Resolver{Get: func(Query, any) (any, error) { return list, nil }}
		c.Limits.Cost = 1 << 30
	})
}

// The two benchmarks ask for about 8,000 objects of the same data.
func BenchmarkOurs(b *testing.B) {
	x := wide(b, 1000)
	b.ReportAllocs()
	for b.Loop() {
		if res := x.Execute(context.Background(), Request{Query: benchQuery}); len(res.Errors) > 0 {
			b.Fatal(res.Errors[0])
		}
	}
}

func BenchmarkGraphQLGo(b *testing.B) {
	x := wide(b, 1000)
	ref := reference(b, x)
	things, _ := x.def.query.field("things").resolver.Get(Query{}, nil)
	ref.QueryType().Fields()["things"].Resolve = func(graphql.ResolveParams) (any, error) { return []any(things.(Anys)), nil }
	b.ReportAllocs()
	for b.Loop() {
		res := graphql.Do(graphql.Params{Schema: ref, RequestString: benchQuery})
		if len(res.Errors) > 0 {
			b.Fatal(res.Errors[0])
		}
		if _, err := json.Marshal(res); err != nil {
			b.Fatal(err)
		}
	}
}
