package exec

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
)

func newTest(t testing.TB, change func(*Config)) *Executor {
	t.Helper()
	c := testConfig()
	if change != nil {
		change(&c)
	}
	x, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func ask(t testing.TB, x *Executor, query, variables string) string {
	t.Helper()
	req := Request{Query: query}
	if variables != "" {
		d := json.NewDecoder(strings.NewReader(variables))
		d.UseNumber()
		if err := d.Decode(&req.Variables); err != nil {
			t.Fatal(err)
		}
	}
	return string(x.Execute(context.Background(), req).Body)
}

func TestAnswers(t *testing.T) {
	x := newTest(t, nil)
	for _, c := range []struct{ name, query, variables, want string }{
		{"order of the query", `{ person(name: "Ann") { age name __typename } }`, "", `{"data":{"person":{"age":30,"name":"Ann","__typename":"Person"}}`},
		{"aliases and merged fields", `{ a: person(name: "Ann") { name } a: person(name: "Ann") { age } }`, "", `{"data":{"a":{"name":"Ann","age":30}}`},
		{"lists", `{ person(name: "Ann") { friends { name best { name } } } }`, "", `{"data":{"person":{"friends":[{"name":"Bob","best":{"name":"Ann"}},{"name":"Cid","best":null}]}}`},
		{"unions and fragments", `{ things { __typename ...N ... on City { people { name } } } } fragment N on Named { name }`, "",
			`{"data":{"things":[{"__typename":"Person","name":"Ann"},{"__typename":"City","name":"Oslo","people":[{"name":"Ann"},null,{"name":"Rome"}]},{"__typename":"Person","name":"Bob"}]}`},
		{"skip and include", `query($a: Boolean!, $b: Boolean = true) { person(name: "Ann") { name @skip(if: $a) age @include(if: $b) } }`, `{"a": true}`, `{"data":{"person":{"age":30}}`},
		{"everything skipped", `{ person(name: "Ann") @skip(if: true) { name } }`, "", `{"data":{}`},
		{"null propagates to the next nullable", `{ person(name: "Ann") { friends { must { name } } } city { name } }`, "",
			`{"data":{"person":null,"city":{"name":"Rome"}},"errors":[{"message":"Cannot return null for non-nullable field Person.must.","locations":[{"line":1,"column":35}],"path":["person","friends",1,"must"],"extensions":{"code":"INTERNAL"}}]`},
		{"an error at a nullable field", `{ fail city { name } }`, "",
			`{"data":{"fail":null,"city":{"name":"Rome"}},"errors":[{"message":"context deadline exceeded","locations":[{"line":1,"column":3}],"path":["fail"],"extensions":{"code":"INTERNAL"}}]`},
		{"defaults", `{ echo }`, "", `{"data":{"echo":"{\"color\":\"RED\"}"}`},
		{"null literals", `{ echo(box: null, list: null, n: null, color: null) }`, "", `{"data":{"echo":"{\"box\":null,\"color\":null,\"list\":null,\"n\":null}"}`},
		{"null in objects and lists", `{ echo(box: {color: null, inner: {label: null}}) }`, "", `{"data":{"echo":"{\"box\":{\"color\":null,\"inner\":{\"label\":null,\"size\":3},\"size\":3},\"color\":\"RED\"}"}`},
		{"single value to list", `{ echo(list: 1) }`, "", `{"data":{"echo":"{\"color\":\"RED\",\"list\":[1]}"}`},
		{"absent variables", `query($n: Int, $c: Color) { echo(n: $n, color: $c) }`, "", `{"data":{"echo":"{\"color\":\"RED\"}"}`},
		{"null variables", `query($n: Int, $c: Color) { echo(n: $n, color: $c) }`, `{"n": null, "c": null}`, `{"data":{"echo":"{\"color\":null,\"n\":null}"}`},
		{"variables in objects", `query($n: Int!, $l: String) { echo(box: {size: $n, label: $l}) }`, `{"n": 7}`, `{"data":{"echo":"{\"box\":{\"size\":7},\"color\":\"RED\"}"}`},
		{"1.0 is an Int in JSON", `query($n: Int) { echo(n: $n) }`, `{"n": 1.0}`, `{"data":{"echo":"{\"color\":\"RED\",\"n\":1}"}`},
		{"IDs", `query($i: ID) { echo(id: $i) }`, `{"i": 12}`, `{"data":{"echo":"{\"color\":\"RED\",\"id\":\"12\"}"}`},
		{"block strings, comments, non-ASCII", "# é comment {{{{\n{ echo(s: \"\"\"é \\\"\"\" {\"\"\") } # }", "", `{"data":{"echo":"{\"color\":\"RED\",\"s\":\"é \\\"\\\"\\\" {\"}"}`},
		{"a field named null", `{ null: city { name } }`, "", `{"data":{"null":{"name":"Rome"}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ask(t, x, c.query, c.variables)
			got, _, _ = strings.Cut(got, `,"extensions":{"cost"`)
			if strings.TrimSuffix(got, "}")+"}" != c.want+"}" && got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	x := newTest(t, nil)
	for _, c := range []struct{ name, query, variables, want string }{
		{"syntax", `{ person(`, "", `Syntax error: Expected Name, found EOF`},
		{"cycle", `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`, "", `within itself`},
		{"Int overflow", `{ echo(n: 2147483648) }`, "", `non 32-bit`},
		{"Int overflow in a variable", `query($n: Int) { echo(n: $n) }`, `{"n": 2147483648}`, `non 32-bit`},
		{"Int of a fraction", `query($n: Int) { echo(n: $n) }`, `{"n": 1.5}`, `non-integer`},
		{"Int of a string", `query($n: Int) { echo(n: $n) }`, `{"n": "1"}`, `non-integer`},
		{"Float literal for Int", `{ echo(n: 1.0) }`, "", `non-integer`},
		{"string for enum", `{ echo(color: "RED") }`, "", `non-enum value`},
		{"unknown enum value", `query($c: Color) { echo(color: $c) }`, `{"c": "BLUE"}`, `does not exist`},
		{"null for a required argument", `{ person(name: null) { name } }`, "", `found null`},
		{"missing variable", `query($n: String!) { person(name: $n) { name } }`, "", `was not provided`},
		{"null for a required variable", `query($n: String!) { person(name: $n) { name } }`, `{"n": null}`, `found null`},
		{"null in a list", `{ echo(list: [1, null]) }`, "", `found null`},
		{"unknown input field", `{ echo(box: {sise: 1}) }`, "", `\"sise\" is not defined`},
		{"unknown input field in a variable", `query($b: Box) { echo(box: $b) }`, `{"b": {"inner": {"x": 1}}}`, `at inner: Field \"x\" is not defined`},
		{"unknown field", `{ nothing }`, "", `Cannot query field`},
		{"definitions", `type A { a: Int }`, "", `operations and fragments only`},
		{"no operation", `fragment A on Query { __typename }`, "", `is never used`},
		{"two operations", `query A { __typename } query B { __typename }`, "", `operationName`},
		{"mutation", `mutation { a }`, "", `rrors`},
		{"different fields of one key", `{ person(name: "Ann") { a: name a: age } }`, "", `\"name\" and \"age\" are different fields`},
		{"different arguments of one key", `query($n: Int) { person(name: "Ann") { friends(first: 1) { name } ...F } } fragment F on Person { friends(first: $n) { name } }`, "", `differing arguments`},
		{"a conflict behind a skip", `{ person(name: "Ann") { a: name a: age @skip(if: true) } }`, "", `different fields`},
		{"different shapes of one key", `{ things { ... on Person { a: age } ... on City { a: name } } }`, "", `conflicting types`},
		{"different shapes further down", `{ things { ... on Person { x: best { a: age } } ... on City { x: people { a: name } } } }`, "", `conflicting types`},
		{"a syntax error far to the right", "{ a\n" + strings.Repeat(" , ", 3000) + "( }", "", `{"line":2,"column":9003}`},
		{"lists of values under an object", `{ echo(box: [1]) }`, "", `to be an object`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ask(t, x, c.query, c.variables)
			if !strings.HasPrefix(got, `{"errors":[{"message":`) || !strings.Contains(got, c.want) {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
		})
	}
}

// checkResponse holds of every response that it is JSON of the specified shape.
func checkResponse(t *testing.T, res *Response) {
	t.Helper()
	var body struct {
		Data   json.RawMessage
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal(res.Body, &body); err != nil {
		t.Fatalf("%s: %v", res.Body, err)
	}
	if res.Executed != (body.Data != nil) || !res.Executed && len(body.Errors) == 0 {
		t.Fatalf("executed is %v: %s", res.Executed, res.Body)
	}
	for _, e := range body.Errors {
		if e.Message == "" || e.Extensions.Code == "" || strings.Contains(e.Message, "panic") {
			t.Fatalf("an error without message or code, or a panic: %s", res.Body)
		}
	}
}
