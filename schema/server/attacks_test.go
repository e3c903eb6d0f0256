package server

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

// An attack is a request by which servers have been hurt.
type attack struct {
	name, method, path, body string
	headers                  []string
}

const asJSON = "Content-Type: application/json"

// attacks are requests in all that a stranger can form: documents, variables,
// JSON, paths and headers.
func attacks() (list []attack) {
	for name, doc := range hostileDocuments() {
		body, _ := json.Marshal(map[string]string{"query": doc})
		list = append(list, attack{"document: " + name, "POST", "/graphql", string(body), []string{asJSON}})
	}
	for name, body := range hostileBodies() {
		list = append(list, attack{"body: " + name, "POST", "/graphql", body, []string{asJSON}})
	}
	for name, v := range hostileVariables() {
		body, _ := json.Marshal(map[string]any{"query": v.query, "variables": v.variables})
		list = append(list, attack{"variables: " + name, "POST", "/graphql", string(body), []string{asJSON}})
	}
	return append(list, hostileRequests()...)
}

// times repeats a text with its number in it.
func times(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(format, "%i", fmt.Sprint(i)), "%j", fmt.Sprint(i+1)))
	}
	return b.String()
}

func wrapped(n int, open, inner, shut string) string {
	return strings.Repeat(open, n) + inner + strings.Repeat(shut, n)
}

// hostileDocuments are cyclic, deep, broad, or costly.
func hostileDocuments() map[string]string {
	docs := map[string]string{
		"a cycle of one fragment":        `{ ...A } fragment A on Query { ...A }`,
		"a cycle of two fragments":       `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`,
		"a cycle under fields":           `{ country(key: "MX") { ...A } } fragment A on Country { related { edges { node { ...B } } } } fragment B on Entity { ... on Country { ...A } }`,
		"a cycle that nothing uses":      `{ __typename } fragment A on Query { ...A }`,
		"a cycle in an inline fragment":  `{ ... on Query { ...A } } fragment A on Query { ... { ...A } }`,
		"a long cycle":                   `{ ...F0 } ` + times(400, "fragment F%i on Query { ...F%j } ") + `fragment F400 on Query { ...F0 }`,
		"doubling fragments":             `{ ...F0 } ` + times(30, "fragment F%i on Query { ...F%j ...F%j } ") + `fragment F30 on Query { __typename }`,
		"doubling under aliases":         `{ country(key: "MX") { ...F0 } } ` + times(12, "fragment F%i on Country { a: officeHolders { of { ... on Country { ...F%j } } } b: officeHolders { of { ... on Country { ...F%j } } } } ") + `fragment F12 on Country { name }`,
		"deep fields":                    wrapped(5000, "{ a ", "", "}"),
		"deep fields below the limit":    `{ country(key: "MX") { ` + wrapped(6, "related { edges { node { ", "id", " } } }") + ` } }`,
		"deep inline fragments":          "{ " + wrapped(5000, "... on Query { ", "__typename", " }") + " }",
		"deep lists":                     `{ timeline(filter: {entities: ` + wrapped(5000, "[", `"a"`, "]") + `}) { totalCount } }`,
		"deep objects":                   `{ timeline(filter: ` + wrapped(5000, "{asOf: ", "{}", "}") + `) { totalCount } }`,
		"a deep type":                    `query($a: ` + wrapped(5000, "[", "Int", "]") + `) { __typename }`,
		"deep introspection":             `{ __schema { types ` + wrapped(18, "{ fields { type ", "{ name }", " } }") + ` } }`,
		"deep ofType":                    `{ __schema { types { fields { type ` + wrapped(20, "{ ofType ", "{ name }", " }") + ` } } } }`,
		"wide introspection":             `{ __schema { types { ` + times(150, "a%i: fields { args { name } } ") + ` } } }`,
		"circular introspection":         `{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`,
		"many aliases":                   `{ ` + times(10000, "a%i: __typename ") + `}`,
		"aliases of what is costly":      `{ ` + times(100, `a%i: paths(from: "MEX", to: "USA", maxLength: 6, limit: 20) { length } `) + `}`,
		"aliases of histograms":          `{ ` + times(100, `a%i: histogram(interval: DAY, splitBy: ENTITY) { count } `) + `}`,
		"aliases of searches":            `{ ` + times(100, `a%i: search(text: "a* b* c*", first: 200) { edges { highlight } } `) + `}`,
		"aliases of large pages":         `{ ` + times(50, `a%i: timeline(first: 200) { nodes { id evidence(first: 50) { quote } } } `) + `}`,
		"large pages in large pages":     `{ entities(first: 200) { nodes { related(first: 200) { edges { node { related(first: 200) { edges { node { name } } } } } } } } }`,
		"pages of evidence and articles": `{ timeline(first: 200) { nodes { evidence(first: 200) { article { timeline(first: 200) { nodes { id } } } } } } }`,
		"a page that is too large":       `{ timeline(first: 2147483647) { nodes { id } } }`,
		"costs that wrap around":         `{ entities(first: 2147483647) { nodes ` + wrapped(7, `{ related(first: 2147483647) { edges { node `, `{ id }`, ` } } }`) + ` } }`,
		"pages from below in pages":      `{ entities(first: -2147483648) { nodes { related(first: -2147483648) { edges { node { related(last: -1) { edges { cursor } } } } } } } }`,
		"a page from below nothing":      `{ timeline(first: -1) { nodes { id } } }`,
		"both ends of a page":            `{ timeline(first: 5, last: 5) { nodes { id } } }`,
		"a page beyond integers":         `{ timeline(first: 99999999999999999999) { nodes { id } } }`,
		"many equal fields":              `{ ` + strings.Repeat("__typename ", 10000) + `}`,
		"many equal objects":             `{ country(key: "MX") { ` + strings.Repeat("officeHolders { title } ", 900) + `} }`,
		"conflicting fields":             `{ country(key: "MX") { ` + strings.Repeat("a: name a: kind ", 90) + `} }`,
		"conflicting arguments":          `{ ` + times(300, "timeline(first: %i) { totalCount } ") + ` }`,
		"many unknown fields":            `{ ` + times(900, "x%i ") + `}`,
		"many unknown arguments":         `{ timeline(` + times(900, "x%i: 1 ") + `) { totalCount } }`,
		"many input fields":              `{ timeline(filter: {` + times(900, "x%i: 1 ") + `}) { totalCount } }`,
		"many directives":                `{ __typename ` + strings.Repeat("@skip(if: false) ", 20000) + `}`,
		"many unknown directives":        `{ __typename ` + strings.Repeat("@x ", 90) + `}`,
		"a few equal directives":         `{ __typename ` + strings.Repeat("@include(if: true) ", 10) + `}`,
		"directives on an operation":     `query ` + strings.Repeat("@skip(if: true) ", 50) + ` { __typename }`,
		"many operations":                times(400, "query Q%i { __typename } "),
		"many operations of one name":    strings.Repeat("query A { __typename } ", 500),
		"many variables":                 `query(` + times(900, "$v%i: Int ") + `) { __typename }`,
		"many variables of one name":     `query(` + strings.Repeat("$v: Int ", 900) + `) { __typename }`,
		"many fragments":                 `{ ...F0 } ` + times(480, "fragment F%i on Query { __typename } "),
		"many fragments of one name":     `{ ...F } ` + strings.Repeat("fragment F on Query { __typename } ", 400),
		"many spreads":                   `{ ` + strings.Repeat("...F ", 3000) + `} fragment F on Query { __typename }`,
		"many subscriptions":             `subscription { ` + times(50, "a%i: timelineItemAdded { id } ") + `}`,
		"a mutation":                     `mutation { deleteEverything }`,
		"a schema":                       `type Query { a: Int } extend schema { query: Query }`,
		"a list of keys":                 `{ timeline(filter: {entities: [` + strings.Repeat(`"MEX" `, 3000) + `]}) { totalCount } }`,
		"a list of nodes":                `{ nodes(ids: [` + times(3000, `"x%i" `) + `]) { id } }`,
		"a list of kinds":                `{ timeline(filter: {kinds: [` + strings.Repeat("EVENT ", 3000) + `]}) { totalCount } }`,
		"a long string":                  `{ article(key: "` + strings.Repeat("a", 200000) + `") { title } }`,
		"an open string":                 `{ article(key: "` + strings.Repeat("a", 100000),
		"an open block string":           `{ article(key: """` + strings.Repeat(`\"`, 50000),
		"a block string of many lines":   `{ article(key: """` + strings.Repeat("\n", 100000) + `""") { title } }`,
		"a long name":                    "{ " + strings.Repeat("a", 100000) + " }",
		"a long number":                  "{ timeline(first: " + strings.Repeat("9", 100000) + ") { totalCount } }",
		"a long exponent":                "{ timeline(filter: {minConfidence: 1e" + strings.Repeat("9", 1000) + "}) { totalCount } }",
		"only comments":                  strings.Repeat("# x\n", 30000),
		"only commas":                    strings.Repeat(",", 120000),
		"only brackets":                  strings.Repeat("{", 100000),
		"only closing brackets":          strings.Repeat("}", 100000),
		"only dollars":                   strings.Repeat("$", 10000),
		"only byte order marks":          strings.Repeat("\ufeff", 10000),
		"a NUL":                          "{ article(key: \"\x00\") { title } }",
		"lone surrogates":                `{ article(key: "\uD800") { title } a: article(key: "\uDC00\uD800") { title } b: article(key: "\u{D800}") { title } }`,
		"right to left":                  "{ article(key: \"\u202e\") { title } } #\u202e",
		"nothing":                        "", "white space": " \n\t", "lone dots": "{ .. }", "a lone at": "{ @ }", "a lone quote": `"`,
		"many days":              `{ histogram(interval: DAY, filter: {from: "0001-01-01", to: "9999-12-31"}) { count } }`,
		"years upside down":      `{ histogram(interval: YEAR, filter: {from: "9999", to: "0001"}) { count } }`,
		"far years":              `{ timeline(filter: {from: "-999999999-01-01", to: "Y170000002"}) { totalCount } }`,
		"paths as long as it is": `{ paths(from: "MEX", to: "person:nobody", maxLength: 6, limit: 20) { length } }`,
		"paths to oneself":       `{ paths(from: "MEX", to: "MEX", maxLength: 6, limit: 20) { length } }`,
		"words beyond number":    `{ search(text: "` + strings.Repeat("a ", 20000) + `") { edges { score } } }`,
		"prefixes of everything": `{ search(text: "` + times(60, "a%i* ") + `") { edges { score } } }`,
		"quotes beyond number":   `{ search(text: "` + strings.Repeat(`\"a\" `, 5000) + `") { edges { score } } }`,
		"a node of every kind":   `{ nodes(ids: ["country:MEX", "person:x", "article:x", "event:x", "", ":", "country:"]) { id } }`,
		"the past of everything": `{ timeline(first: 200, filter: {asOf: {published: "2025-05-03", recorded: "2100-01-01T00:00:00Z"}}) { nodes { id } } }`,
	}
	return docs
}

// hostileBodies are no JSON, or JSON that costs.
func hostileBodies() map[string]string {
	return map[string]string{
		"deep arrays":             `{"query": "{ __typename }", "variables": ` + wrapped(100000, "[", "", "]") + `}`,
		"deep objects":            `{"query": "{ __typename }", "variables": ` + wrapped(100000, `{"a":`, "1", "}") + `}`,
		"open arrays":             strings.Repeat("[", 500000),
		"open objects":            strings.Repeat(`{"a":`, 100000),
		"many keys":               `{` + times(60000, `"k%i": 1, `) + `"query": "{ __typename }"}`,
		"many equal keys":         `{` + strings.Repeat(`"query": "{ a }", `, 40000) + `"query": "{ __typename }"}`,
		"many variables":          `{"query": "{ __typename }", "variables": {` + times(60000, `"k%i": 1, `) + `"z": 1}}`,
		"a batch":                 `[` + strings.Repeat(`{"query": "{ __typename }"}, `, 3000) + `{"query": "{ __typename }"}]`,
		"a number beyond floats":  `{"query": "query($a: Int) { timeline(first: $a) { totalCount } }", "variables": {"a": 1e999999}}`,
		"a number of many digits": `{"query": "query($a: Int) { timeline(first: $a) { totalCount } }", "variables": {"a": ` + strings.Repeat("9", 500000) + `}}`,
		"bad UTF-8":               "{\"query\": \"{ article(key: \\\"\xff\xfe\xc0\xaf\\\") { title } }\"}",
		"overlong UTF-8":          "{\"query\": \"\xf8\x88\x80\x80\x80\"}",
		"a byte order mark":       "\ufeff{\"query\": \"{ __typename }\"}",
		"lone surrogates":         `{"query": "{ article(key: \"\ud800\") { title } }", "operationName": "\udc00"}`,
		"NULs":                    strings.Repeat("\x00", 100000),
		"as large as may be":      `{"query": "{ __typename }", "x": "` + strings.Repeat("a", 1<<20-100) + `"}`,
		"larger than may be":      `{"query": "` + strings.Repeat(" ", 3<<20) + `{ __typename }"}`,
		"a query of another type": `{"query": {"a": 1}}`,
		"no object":               `"query"`, "null": `null`, "no bytes": ``,
		"a prototype":             `{"query": "{ __typename }", "__proto__": {"a": 1}, "constructor": {"prototype": 1}}`,
		"a hash that is none":     `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "` + strings.Repeat("g", 64) + `"}}}`,
		"a hash of another query": `{"query": "{ __typename }", "extensions": {"persistedQuery": {"sha256Hash": "` + strings.Repeat("0", 64) + `"}}}`,
		"a long hash":             `{"extensions": {"persistedQuery": {"sha256Hash": "` + strings.Repeat("0", 500000) + `"}}}`,
		"a float beyond floats":   `{"query": "query($a: Float) { timeline(filter: {minConfidence: $a}) { totalCount } }", "variables": {"a": 1e400}}`,
		"a float near nothing":    `{"query": "query($a: Float) { timeline(filter: {minConfidence: $a}) { totalCount } }", "variables": {"a": 1e-999999}}`,
		"an Int of many zeros":    `{"query": "query($a: Int) { timeline(first: $a) { totalCount } }", "variables": {"a": 1` + strings.Repeat("0", 300000) + `e-300000}}`,
		"equal keys of two types": `{"query": "{ __typename }", "query": 1, "variables": [], "variables": {}}`,
		"keys in capitals":        `{"QUERY": "{ __typename }", "Variables": {"a": 1}, "query": "{ ...A } fragment A on Query { ...A }"}`,
		"two objects":             `{"query": "{ __typename }"}{"query": "{ __typename }"}`,
		"a batch in a batch":      wrapped(60, "[", `{"query": "{ __typename }"}`, "]"),
		"a name with a line":      `{"query": "{ __typename }", "operationName": "a\r\nSet-Cookie: a=b"}`,
		"variables as text":       `{"query": "{ __typename }", "variables": "{\"a\": 1}", "extensions": "{}"}`,
		"deep extensions":         `{"query": "{ __typename }", "extensions": ` + wrapped(60, `{"persistedQuery":`, "1", "}") + `}`,
		"a hash of all versions":  `{"query": "{ __typename }", "extensions": {"persistedQuery": {"version": 1e999, "sha256Hash": ["a"]}}}`,
		"a long operation name":   `{"query": "{ __typename }", "operationName": "` + strings.Repeat("a", 500000) + `"}`,
	}
}

// tampered are attacks that give every list a cursor that the server made, but
// for some change.
func tampered(i int, cursor string) (list []attack) {
	const query = `query($v: String) { timeline(after: $v) { nodes { id } } articles(after: $v) { nodes { id } } entities(after: $v) { nodes { id } }
		search(text: "patrol", after: $v) { edges { cursor } } country(key: "MEX") { related(after: $v) { edges { cursor } } } }`
	half := len(cursor) / 2
	for name, c := range map[string]string{
		"as it is": cursor, "cut": cursor[:half], "twice": cursor + cursor, "with another letter": cursor[:half] + "A" + cursor[half+1:],
		"backwards": cursor[half:] + cursor[:half], "in capitals": strings.ToUpper(cursor), "filled up": cursor + strings.Repeat("A", 10000),
	} {
		body, _ := json.Marshal(map[string]any{"query": query, "variables": map[string]string{"v": c}})
		list = append(list, attack{fmt.Sprintf("cursor %d %s", i, name), "POST", "/graphql", string(body), []string{asJSON}})
	}
	return list
}

type variables struct {
	query     string
	variables map[string]any
}

// hostileVariables are large, or of other types than they should be.
func hostileVariables() map[string]variables {
	const keys = `query($v: [ID!]) { timeline(filter: {entities: $v}) { totalCount } }`
	const cursor = `query($v: String) { timeline(after: $v) { nodes { id } } }`
	const filter = `query($v: TimelineFilter) { timeline(filter: $v) { totalCount } }`
	one := func(query string, v any) variables { return variables{query, map[string]any{"v": v}} }
	many := make([]string, 50000)
	var nested any = "MEX"
	for range 40 {
		nested = []any{nested}
	}
	wide := map[string]any{}
	for i := range 20000 {
		wide[fmt.Sprint("k", i)] = i
	}
	return map[string]variables{
		"a list beyond number": one(keys, many), "a nested list": one(keys, nested), "an object for a list": one(keys, wide),
		"nulls in a list": one(keys, []any{nil, nil}), "keys of every type": one(keys, []any{1, 1.5, true, "MEX"}),
		"a wide filter": one(filter, wide), "a list for a filter": one(filter, []any{1}), "a filter in a filter": one(filter, map[string]any{"asOf": map[string]any{"asOf": wide}}),
		"words beyond number": one(`query($v: String!) { search(text: $v) { edges { score } } }`, strings.Repeat("word ", 100000)),
		"a long word":         one(`query($v: String!) { search(text: $v) { edges { score } } }`, strings.Repeat("w", 500000)),
		"a long prefix":       one(`query($v: String) { entities(namePrefix: $v) { totalCount } }`, strings.Repeat("w", 500000)),
		"a long date":         one(`query($v: PartialDate) { timeline(filter: {from: $v}) { totalCount } }`, strings.Repeat("2025-", 100000)),
		"a far instant":       one(`query($v: PartialDate) { timeline(filter: {from: $v}) { totalCount } }`, json.Number("9223372036854775807")),
		"a long cursor":       one(cursor, strings.Repeat("A", 500000)), "a cursor of nothing": one(cursor, "AA=="), "a cursor that tells SQL": one(cursor, "dGltZSc7RFJPUCBUQUJMRSBpdGVtOy0t"),
		"words of Lucene":         one(`query($v: String!) { search(text: $v) { edges { score } } }`, `+title:[a TO *] -a^9e9 a~99 (a OR (b AND NOT c)) /(a+)+$/ \u0041 && || !x`),
		"fuzzy words":             one(`query($v: String!) { search(text: $v) { edges { score } } }`, strings.Repeat("a~2 *a* ?a ", 2000)),
		"a pattern":               one(`query($v: String!) { search(text: $v) { edges { highlight } } }`, `/`+strings.Repeat("(a+)+", 500)+`$/`),
		"Cypher":                  one(keys, []string{"x'}) DETACH DELETE n //", "`}]->() CALL db.labels() YIELD label //", `\u0027 OR 1=1 //`}),
		"letters with many marks": one(`query($v: String) { entities(namePrefix: $v) { totalCount } }`, "a"+strings.Repeat("\u0301\u0323", 100000)),
		"letters that grow":       one(`query($v: String!) { search(text: $v) { edges { score } } }`, strings.Repeat("\ufdfa", 100000)),
		"letters that fold":       one(`query($v: String) { entities(namePrefix: $v) { totalCount } }`, strings.Repeat("\u0130\u1e9e\u212a\ufb03", 50000)),
		"NULs everywhere":         one(`query($v: String!) { a: search(text: $v) { edges { score } } b: entities(namePrefix: $v) { totalCount } c: entity(key: $v) { id } d: article(key: $v) { id } }`, strings.Repeat("\x00", 10000)),
		"a filter of all lists":   one(filter, map[string]any{"entities": many[:3000], "kinds": []string{"EVENT"}, "text": strings.Repeat("a ", 5000), "match": "ALL"}),
		"a filter upside down":    one(filter, map[string]any{"from": "9999-12-31", "to": "0001-01-01", "minConfidence": json.Number("1e308"), "minSources": -1}),
		"a cursor of a path":      one(cursor, "Li4vLi4vLi4vZXRjL3Bhc3N3ZA=="), "a cursor of NULs": one(cursor, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), "a cursor that is a number": one(cursor, 7),
		"a long enum":          one(`query($v: TimelineItemKind!) { timeline(filter: {kinds: [$v]}) { totalCount } }`, strings.Repeat("EVENT", 50000)),
		"a variable too many":  {`{ __typename }`, map[string]any{"v": many}},
		"a variable too few":   {`query($v: ID!) { entity(key: $v) { name } }`, nil},
		"a variable of no use": {`query($v: Nothing!) { __typename }`, map[string]any{"v": 1}},
	}
}

// hostileRequests are odd in paths and headers.
func hostileRequests() []attack {
	get := func(name, path string, headers ...string) attack { return attack{name, "GET", path, "", headers} }
	long := strings.Repeat("a", 8000)
	return []attack{
		get("a long query by GET", "/graphql?query="+url.QueryEscape("{ "+long+" }")),
		get("a cycle by GET", "/graphql?query="+url.QueryEscape("{ ...A } fragment A on Query { ...A }")),
		get("many parameters", "/graphql?"+strings.Repeat("query=%7B__typename%7D&", 300)),
		get("deep variables by GET", "/graphql?query=%7B__typename%7D&variables="+url.QueryEscape(wrapped(2000, "[", "", "]"))),
		get("bad escapes", "/graphql?query=%zz%ff&variables=%7B"), get("semicolons", "/graphql?query=%7B__typename%7D;variables=1"),
		get("a subscription by GET", "/graphql?query="+url.QueryEscape("subscription { timelineItemAdded { id } }")),
		get("a path upwards", "/export/..%2f..%2f..%2fetc%2fpasswd.csv"), get("a path of an export", "/export/stats.csv%00.json"), get("an export of a long name", "/export/"+long+".csv"),
		get("an export with strange words", "/export/search.csv?text="+url.QueryEscape(`" OR NEAR( * ^`)), get("an export of many", "/export/between.csv?first=200&"+strings.Repeat("a=MEX&", 500)),
		get("an export of everything", "/export/between.ndjson?a=MEX&b=USA&first=200"), get("a formula", "/export/search.csv?text="+url.QueryEscape(`=cmd|' /C calc'!A0`)),
		get("a path of an export by dots", "/export/../../../../etc/passwd"), get("a path of an export by back strokes", `/export/..%5c..%5cgo.mod.json`),
		get("a path of twice", "/export/%252e%252e%252fgo.mod.csv"), get("an absolute path", "/export/%2fetc%2fpasswd.json"), get("an export of no name", "/export/.csv"),
		get("an export of a number", "/export/between.csv?a=MEX&first="+strings.Repeat("9", 20000)), get("an export from below", "/export/between.csv?a=MEX&first=-1"), get("an export after a NUL", "/export/between.csv?a=MEX&after=%00"),
		get("a stream of a query", "/graphql?query=%7B__typename%7D", "Accept: text/event-stream"), get("a stream of nothing", "/graphql?query=%7B", "Accept: text/event-stream"),
		get("encodings that are none", "/graphql?query=%7B__typename%7D", "Accept-Encoding: *;q=NaN, gzip;q=1e999, br;q="+long),
		get("a forwarded address", "/graphql?query=%7B__typename%7D", "X-Forwarded-For: "+strings.Repeat("127.0.0.1, ", 700), "X-Real-Ip: ::1", "Forwarded: for=_"),
		get("a line in an id", "/graphql?query=%7B__typename%7D", "X-Request-Id: a%0d%0aSet-Cookie:+a"), get("a socket and a query", "/graphql?query=%7B__typename%7D", "Upgrade: websocket"),
		get("a path of the playground", "/playground/..%2f..%2fgo.mod"), get("a path of dots", "/..%2f..%2f.."),
		get("weights beyond number", "/graphql?query=%7B__typename%7D", "Accept: "+strings.Repeat("application/json;q=0.1,", 800)),
		get("weights that are none", "/graphql?query=%7B__typename%7D", "Accept: */*;q=1e999, application/json;q=NaN"),
		get("encodings beyond number", "/graphql?query=%7B__typename%7D", "Accept-Encoding: "+strings.Repeat("gzip;q=0.1,", 1500)),
		get("tags beyond number", "/graphql?query=%7B__typename%7D", "If-None-Match: "+strings.Repeat(`W/"a",`, 3000)),
		get("a long id", "/graphql?query=%7B__typename%7D", "X-Request-Id: "+long), get("a long key", "/graphql?query=%7B__typename%7D", "Authorization: Bearer "+long),
		get("a token that is none", "/graphql?query=%7B__typename%7D", "Authorization: Bearer "+strings.Repeat("e30", 2000)+".e30."),
		get("a trace that is none", "/graphql?query=%7B__typename%7D", "Traceparent: 00-"+long),
		get("an upgrade to nothing", "/graphql", "Upgrade: websocket", "Connection: Upgrade"), get("an upgrade of no key", "/graphql", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: x"),
		get("ranges beyond number", "/playground/playground.js", "Range: bytes="+strings.Repeat("0-1,", 2000)),
		{"another type of body", "POST", "/graphql", "query=1", []string{"Content-Type: multipart/form-data; boundary=" + strings.Repeat("a", 1000)}},
		{"a packed body", "POST", "/graphql", "\x1f\x8b\x08\x00\x00\x00\x00\x00", []string{asJSON, "Content-Encoding: gzip"}},
		{"a method of its own", "PROPFIND", "/graphql", "", nil}, {"a body where none is", "DELETE", "/graphql", strings.Repeat("a", 1<<20), nil},
		{"an overridden method", "POST", "/graphql", `{"query": "{ __typename }"}`, []string{asJSON, "X-HTTP-Method-Override: DELETE"}},
	}
}
