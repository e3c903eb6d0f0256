package exec

import (
	"context"
	"encoding/json"
)

const testSDL = `
interface Named { name: String! }
type Person implements Named { name: String! age: Int friends(first: Int = 2): [Person!]! best: Person must: Person! }
type City implements Named { name: String! people: [Named]! }
union Thing = Person | City
enum Color { RED GREEN }
input Box { size: Int! = 3 color: Color label: String inner: Box }
type Query { person(name: String!): Person things: [Thing]! echo(box: Box, n: Int, f: Float, list: [Int!], id: ID, color: Color = RED, on: Boolean, s: String): String fail: String city: City }
`

type person struct {
	name    string
	age     int
	friends []string
}

type city struct{ name string }

var people = map[string]*person{
	"Ann": {"Ann", 30, []string{"Bob", "Cid"}}, "Bob": {"Bob", 40, []string{"Ann"}}, "Cid": {"Cid", 0, nil},
}

func testConfig() Config {
	named := func(w *Writer, p any) {
		switch p := p.(type) {
		case *person:
			w.String(p.name)
		case *city:
			w.String(p.name)
		}
	}
	return Config{SDL: testSDL, TypeOf: func(p any) string {
		if _, ok := p.(*city); ok {
			return "City"
		}
		return "Person"
	}, Objects: Objects{
		"Person": {
			"name": {Leaf: named},
			"age": {Leaf: func(w *Writer, p any) {
				if p.(*person).age == 0 {
					w.Null()
				} else {
					w.Int(p.(*person).age)
				}
			}},
			"friends": {Get: func(q Query, p any) (any, error) {
				list := Anys{}
				for i, f := range p.(*person).friends {
					if i < q.Args.(Values)["first"].(int) {
						list = append(list, people[f])
					}
				}
				return list, nil
			}},
			"best": {Get: func(_ Query, p any) (any, error) {
				if f := p.(*person).friends; len(f) > 0 {
					return people[f[0]], nil
				}
				return nil, nil
			}},
			"must": {Get: func(_ Query, p any) (any, error) {
				if f := p.(*person).friends; len(f) > 0 {
					return people[f[0]], nil
				}
				return nil, nil
			}},
		},
		"City": {"name": {Leaf: named}, "people": {Get: func(Query, any) (any, error) { return Anys{people["Ann"], nil, &city{"Rome"}}, nil }}},
		"Query": {
			"person": {Get: func(q Query, _ any) (any, error) {
				if p := people[q.Args.(Values)["name"].(string)]; p != nil {
					return p, nil
				}
				return nil, nil
			}},
			"things": {Get: func(Query, any) (any, error) { return Anys{people["Ann"], &city{"Oslo"}, people["Bob"]}, nil }},
			"echo": {Get: func(q Query, _ any) (any, error) {
				b, err := json.Marshal(q.Args)
				return string(b), err
			}},
			"fail": {Get: func(Query, any) (any, error) { return nil, context.DeadlineExceeded }},
			"city": {Get: func(Query, any) (any, error) { return &city{"Rome"}, nil }},
		},
	}}
}
