package server

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/schema/internal/fixture"
)

// TestHostileStrings puts what breaks out of SQL, FTS, Cypher, HTML, JSON and
// paths into every place that takes a string, of both stores. Each is answered
// or refused plainly, and the server lives on.
func TestHostileStrings(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { hostileStrings(t, serve(t, Config{})) })
	t.Run("neo4j", func(t *testing.T) {
		a := neo4jtest.Server(t)
		store, err := neo4j.Open(t.Context(), neo4j.Config{URL: a.URL, User: a.User, Password: a.Password})
		if err != nil {
			t.Fatal(err)
		}
		hostileStrings(t, serveStore(t, Config{}, store, fixture.Story))
	})
}

func hostileStrings(t *testing.T, r running) {
	internal := regexp.MustCompile(`(?i)sqlite|syntax error near|neo4j|lucene|ClientError|parse exception`)
	places := map[string]string{
		"entity": `query($s: ID!) { entity(key: $s) { name } }`, "node": `query($s: ID!) { node(id: $s) { id } nodes(ids: [$s]) { id } }`,
		"article": `query($s: ID!) { article(key: $s) { title } }`, "prefix": `query($s: String) { entities(namePrefix: $s) { totalCount nodes { name } } }`,
		"cursor":        `query($s: String) { timeline(after: $s) { nodes { id } } }`,
		"before":        `query($s: String) { articles(last: 5, before: $s) { nodes { id } } }`,
		"other cursors": `query($s: String) { a: entities(after: $s) { nodes { id } } b: search(text: "a", after: $s) { edges { cursor } } c: country(key: "MX") { related(after: $s) { edges { cursor } } } }`,
		"filter":        `query($s: ID!) { timeline(filter: {entities: [$s]}) { totalCount } }`, "words": `query($s: String) { timeline(filter: {text: $s}) { totalCount nodes { id } } }`,
		"search":     `query($s: String!) { search(text: $s) { edges { highlight score } } }`,
		"kinds":      `query($s: String!) { search(text: "a", kinds: [$s]) { edges { score } } }`,
		"articles":   `query($s: String) { articles(filter: {publisher: [$s], language: [$s], text: $s}) { totalCount nodes { id } } }`,
		"relate":     `query($s: ID!) { relationship(a: $s, b: "MX") { summary } paths(from: $s, to: "MX") { length } }`,
		"date":       `query($s: PartialDate) { timeline(filter: {from: $s}) { totalCount } histogram(interval: YEAR, filter: {to: $s}) { count } }`,
		"instant":    `query($s: DateTime) { timeline(filter: {asOf: {recorded: $s}}) { totalCount } }`,
		"statements": `query($s: ID!) { statements(filter: {speaker: [$s], about: [$s], policy: [$s], addressee: [$s]}) { totalCount } }`,
		"type":       `query($s: String!) { __type(name: $s) { name } }`,
	}
	strange := []string{
		"", " ", "'", `"`, "' OR 1=1 --", `"; DROP TABLE item; --`, "a' UNION SELECT content FROM article --", "%", "_%", "*", "a*", `"a*`, "NOT", "AND OR NEAR(", "a AND NOT b",
		"{a b}", "^a", "a:b", "-a", "col : a", "\x00", "a\x00b", "\u202e", "\ufeff", "🙂", "ﬀ", strings.Repeat("a", 10000), strings.Repeat("a ", 3000), strings.Repeat(`"`, 999),
		"</script><script>alert(1)</script>", "<mark>", "${jndi:ldap://x}", "../../etc/passwd", "$ne", "MATCH (n) DETACH DELETE n", "`", "\\", "\n\r\t", "null", "9999999999999999999999", "-1",
		"1e309", "2025-13-45", "0000-00-00", "9999-12-31/0000-01-01", "../2025", "2025-05-05T99:99:99Z", "country:", ":", "country:MEX' --", "dGltZTo", "dGltZTp8fHw", "AAAA", "====",
		"+title:[a TO *] a^9e9 a~99", "/(a+)+$/", "a && || !", `\u0027`, "x'}) DETACH DELETE n //", "`}]->() CALL db.labels()", "$params", "*:*", "?", "\u0041", "a\u0301\u0323", "\ufdfa",
	}
	for place, query := range places {
		for _, s := range strange {
			body, err := json.Marshal(map[string]any{"query": query, "variables": map[string]any{"s": s}})
			if err != nil {
				t.Fatal(err)
			}
			res, answer := send(t, "POST", r.url+"/graphql", string(body), "Content-Type: application/json")
			if res.StatusCode != http.StatusOK || !json.Valid([]byte(answer)) || strings.Contains(answer, `"INTERNAL"`) || internal.MatchString(answer) {
				t.Errorf("%s of %.80q: %d %.300s", place, s, res.StatusCode, answer)
			}
		}
	}
	if _, body := post(t, r.url, "{ stats { articles } }"); !strings.Contains(body, `"articles":5`) {
		t.Error(body)
	}
}
