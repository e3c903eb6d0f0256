package exec

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostile are documents that have killed or stalled servers. None may take
// long; what each is answered is beside the point.
func hostile() map[string]string {
	nested := func(open, inner, close string, n int) string {
		return strings.Repeat(open, n) + inner + strings.Repeat(close, n)
	}
	doc := map[string]string{
		"fragment cycle of one":              `{ ...A } fragment A on Query { ...A }`,
		"fragment cycle of two":              `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`,
		"cycle under a field":                `{ person(name: "Ann") { ...A } } fragment A on Person { best { ...A } }`,
		"deep selection":                     nested("{ a ", "", "}", 5000),
		"deep inline fragments":              "{ " + nested("... on Query { ", "__typename", " }", 5000) + " }",
		"deep lists":                         `{ echo(list: ` + nested("[", "1", "]", 5000) + `) }`,
		"deep lists below the limit":         `{ echo(list: ` + nested("[", "1", "]", 35) + `) }`,
		"deep objects":                       `{ echo(box: ` + nested("{inner: ", "{}", "}", 5000) + `) }`,
		"deep list type":                     `query($a: ` + nested("[", "Int", "]", 5000) + `) { echo }`,
		"many directives":                    `{ __typename ` + strings.Repeat("@skip(if: false) ", 20000) + `}`,
		"many unknown directives":            `{ __typename ` + strings.Repeat("@x ", 90) + `}`,
		"many aliases":                       `{ ` + strings.Repeat("a: __typename ", 10000) + `}`,
		"many equal fields":                  `{ ` + strings.Repeat("__typename ", 10000) + `}`,
		"equal fields below the limit":       `{ person(name: "Ann") { ` + strings.Repeat("name ", 3900) + `} }`,
		"equal objects":                      `{ person(name: "Ann") { ` + strings.Repeat("best { name } ", 900) + `} }`,
		"equal nested objects":               `{ person(name: "Ann") { ` + strings.Repeat("best { best { best { name } } } ", 400) + `} }`,
		"conflicting fields":                 `{ person(name: "Ann") { ` + strings.Repeat("a: name a: age ", 90) + `} }`,
		"conflicting arguments":              `{ person(name: "Ann") { ` + manyOf(350, "friends(first: %d) { name } ") + `} }`,
		"a syntax error after a long string": `{ echo(s: "` + strings.Repeat("a", 16000) + `" ) ) }`,
		"a syntax error after many words":    `{ ` + strings.Repeat("a ", 2000) + strings.Repeat(" ", 100000) + `( }`,
		"many unknown fields":                `{ ` + strings.Repeat("x ", 3900) + `}`,
		"many roots":                         `{ ` + strings.Repeat("city { name } ", 900) + `}`,
		"many operations":                    strings.Repeat("query A { city { name } } ", 500),
		"many named operations":              manyOf(400, "query Q%d { city { name } } "),
		"many variables":                     `query(` + manyOf(900, "$v%d: Int ") + `) { echo }`,
		"many fragments":                     `{ ...F0 } ` + manyOf(480, "fragment F%d on Query { __typename } "),
		"a chain of fragments":               `{ ...F0 } ` + chain(480, "fragment F%d on Query { ...F%d } "),
		"doubling fragments":                 `{ ...F0 } ` + doubling(30, "fragment F%d on Query { ...F%d ...F%d } "),
		"doubling under fields":              `{ person(name: "Ann") { ...F0 } } ` + doubling(30, "fragment F%d on Person { a: best { ...F%d } b: best { ...F%d } } "),
		"doubling in unions":                 `{ things { ...F0 } } ` + doubling(20, "fragment F%d on Person { friends { ...F%d } best { ...F%d } } "),
		"tripling aliases":                   `{ person(name: "Ann") ` + tripling(5) + ` }`,
		"lists of lists of friends":          `{ person(name: "Ann") ` + nested("{ friends(first: 200) ", "{ name }", " }", 30) + ` }`,
		"an open string":                     `{ echo(s: "` + strings.Repeat("a", 100000),
		"an open block string":               `{ echo(s: """` + strings.Repeat("\"", 100000),
		"only comments":                      strings.Repeat("# x\n", 30000),
		"only commas":                        strings.Repeat(",", 120000),
		"only brackets":                      strings.Repeat("{", 100000),
		"closing brackets":                   strings.Repeat("}", 100000),
		"bad UTF-8":                          "{ echo(s: \"\xff\xfe\") }",
		"NUL":                                "{ echo(s: \"\x00\") }",
		"a byte order mark":                  "\ufeff{ __typename }",
		"only a byte order mark":             "\ufeff",
		"too long":                           strings.Repeat(" ", 1<<20),
		"long name":                          "{ " + strings.Repeat("a", 100000) + " }",
		"long number":                        "{ echo(n: " + strings.Repeat("9", 100000) + ") }",
		"long exponent":                      "{ echo(f: 1e" + strings.Repeat("9", 1000) + ") }",
		"odd escapes":                        `{ echo(s: "\uD800\u0000\u{1F600}") }`,
		"lone dots":                          "{ .. }", "lone dollar": "{ $ }", "lone at": "{ @ }", "lone quote": `"`, "lone hash": "#", "nothing": "",
		"deep introspection": `{ __schema { types ` + nested("{ fields { type ", "{ name }", " } }", 18) + ` } }`,
		"wide introspection": `{ __schema { types { ` + manyOf(150, "a%d: fields { args { name } } ") + ` } } }`,
	}
	return doc
}

func manyOf(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func chain(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i, i+1)
	}
	return b.String() + fmt.Sprintf("fragment F%d on Query { __typename }", n)
}

func doubling(n int, format string) string {
	var b strings.Builder
	on := strings.Fields(format)[3]
	for i := range n {
		fmt.Fprintf(&b, format, i, i+1, i+1)
	}
	return b.String() + fmt.Sprintf("fragment F%d on %s { __typename }", n, on)
}

func tripling(n int) string {
	if n == 0 {
		return "{ name }"
	}
	sub := tripling(n - 1)
	return "{ a: best " + sub + " b: best " + sub + " c: best " + sub + " }"
}

// TestHostile holds that no document is answered slowly. The bound is twenty
// times what the slowest takes on a small machine.
func TestHostile(t *testing.T) {
	x := newTest(t, nil)
	for name, doc := range hostile() {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
			defer cancel()
			done := make(chan *Response, 1)
			start := time.Now()
			go func() { done <- x.Execute(ctx, Request{Query: doc}) }()
			select {
			case res := <-done:
				if took := time.Since(start); took > 100*time.Millisecond {
					t.Logf("took %v", took)
				}
				if len(res.Body) == 0 {
					t.Error("no answer")
				}
				for _, e := range res.Errors {
					if strings.Contains(e.Message, "goroutine") || e.Message == "The document cannot be read." {
						t.Errorf("a panic was answered: %s", e.Message)
					}
				}
			case <-ctx.Done():
				t.Fatal("no answer in 10 s")
			}
		})
	}
}

func FuzzExecute(f *testing.F) {
	for _, doc := range hostile() {
		if len(doc) < 2000 {
			f.Add(doc)
		}
	}
	f.Add(benchQuery)
	f.Add(`query($a: Int = 1) { echo(n: $a, box: {size: 1, inner: null}) }`)
	x := newTest(f, func(c *Config) { c.Limits = Limits{Tokens: 500, Fields: 2000, Cost: 20000} })
	f.Fuzz(func(t *testing.T, doc string) {
		res := x.Execute(context.Background(), Request{Query: doc, Variables: map[string]any{"a": "1"}})
		checkResponse(t, res)
	})
}
