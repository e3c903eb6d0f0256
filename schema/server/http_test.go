package server

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

func quote(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

func TestRequests(t *testing.T) {
	r := serve(t, Config{MaxBody: 20000})
	const jsonBody = "Content-Type: application/json"
	for _, c := range []struct {
		name, method, path, body string
		headers                  []string
		status                   int
		words                    string
	}{
		{"a query", "POST", "/graphql", `{"query": "{ stats { articles } }"}`, []string{jsonBody}, 200, `"articles":5`},
		{"by GET", "GET", "/graphql?query=" + url.QueryEscape(`query($k: ID!) { country(key: $k) { name } }`) + "&variables=" + url.QueryEscape(`{"k": "MX"}`), "", nil, 200, "Mexico"},
		{"an error of validation in GraphQL's type", "POST", "/graphql", `{"query": "{ nothing }"}`, []string{jsonBody, "Accept: application/graphql-response+json"}, 400, "Cannot query field"},
		{"an error of validation in JSON", "POST", "/graphql", `{"query": "{ nothing }"}`, []string{jsonBody}, 200, "Cannot query field"},
		{"no JSON", "POST", "/graphql", `{"query": `, []string{jsonBody}, 400, "does not parse"},
		{"JSON of another type", "POST", "/graphql", `[1]`, []string{jsonBody}, 400, "cannot be of type array"},
		{"two values", "POST", "/graphql", `{"query": "{ __typename }"} {}`, []string{jsonBody}, 400, "follows"},
		{"no query", "POST", "/graphql", `{}`, []string{jsonBody}, 400, "query is missing"},
		{"no body", "POST", "/graphql", ``, []string{jsonBody}, 400, "does not parse"},
		{"variables of another type", "POST", "/graphql", `{"query": "{ __typename }", "variables": []}`, []string{jsonBody}, 400, "variables cannot be of type array"},
		{"no content type", "POST", "/graphql", `{}`, nil, 415, "application/json"},
		{"a form", "POST", "/graphql", `query=1`, []string{"Content-Type: application/x-www-form-urlencoded"}, 415, "application/json"},
		{"plain text", "POST", "/graphql", `{"query": "{ __typename }"}`, []string{"Content-Type: text/plain"}, 415, "application/json"},
		{"another charset", "POST", "/graphql", `{}`, []string{"Content-Type: application/json; charset=utf-16"}, 415, "UTF-8"},
		{"another method", "PUT", "/graphql", ``, nil, 405, "GET or POST"},
		{"nothing acceptable", "POST", "/graphql", `{}`, []string{jsonBody, "Accept: text/html"}, 406, "accepted are"},
		{"too large", "POST", "/graphql", `{"query": "` + strings.Repeat(" ", 30000) + `"}`, []string{jsonBody}, 413, "larger"},
		{"nested JSON", "POST", "/graphql", `{"query": "{ __typename }", "variables": ` + strings.Repeat("[", 500) + strings.Repeat("]", 500) + `}`, []string{jsonBody}, 400, "deeply"},
		{"a subscription by POST", "POST", "/graphql", `{"query": "subscription { timelineItemAdded { id } }"}`, []string{jsonBody}, 200, "over a stream"},
		{"another site", "POST", "/graphql", `{"query": "{ __typename }"}`, []string{jsonBody, "Origin: https://evil.example"}, 403, "origin"},
		{"an image of another site", "GET", "/graphql?query=%7B__typename%7D", "", []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"}, 403, "origin"},
		{"a name of a stranger for loopback", "GET", "/graphql?query=%7B__typename%7D", "", []string{"Host: rebound.example"}, 403, "loopback"},
		{"the schema", "GET", "/schema.graphql", "", nil, 200, "type Query"},
		{"health", "GET", "/healthz", "", nil, 200, "ok"},
		{"readiness", "GET", "/readyz", "", nil, 200, "ready"},
		{"metrics", "GET", "/metrics", "", nil, 200, "dateline_http_request_seconds"},
		{"the playground", "GET", "/playground/", "", nil, 200, "playground.js"},
		{"its examples", "GET", "/playground/queries.json", "", nil, 200, `"between"`},
		{"nothing there", "GET", "/nothing", "", nil, 404, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, body := send(t, c.method, r.url+c.path, c.body, c.headers...)
			if res.StatusCode != c.status || !strings.Contains(body, c.words) {
				t.Errorf("%d %s\nwant %d %s", res.StatusCode, body, c.status, c.words)
			}
			if res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("X-Request-Id") == "" {
				t.Error("headers are missing:", res.Header)
			}
		})
	}
}

func TestETagAndCompression(t *testing.T) {
	r := serve(t, Config{})
	path := r.url + "/graphql?query=" + url.QueryEscape("{ __schema { types { name description } } }")
	res, _ := send(t, "GET", path, "", "Accept-Encoding: gzip")
	tag := res.Header.Get("ETag")
	if tag == "" || res.Header.Get("Content-Encoding") != "gzip" {
		t.Fatal(res.Header)
	}
	for header, want := range map[string]string{"gzip, zstd": "zstd", "gzip, zstd;q=0": "gzip", "br": "", "gzip; q=0.0": "", "ZSTD;q=0.5": "zstd"} {
		if res, _ := send(t, "GET", path, "", "Accept-Encoding: "+header); res.Header.Get("Content-Encoding") != want {
			t.Errorf("%s: %q", header, res.Header.Get("Content-Encoding"))
		}
	}
	if res, body := send(t, "GET", path, "", "If-None-Match: "+tag); res.StatusCode != http.StatusNotModified || body != "" {
		t.Error(res.StatusCode, body)
	}
}

func TestKeys(t *testing.T) {
	secret, line := NewKey("dashboard")
	live, liveLine := NewKey("wall")
	keys, err := ReadKeys(strings.NewReader("# who may ask\n" + line + "\n" + liveLine + " live # a screen\n"))
	if err != nil {
		t.Fatal(err)
	}
	r := serve(t, Config{Keys: keys})
	for _, c := range []struct {
		header string
		status int
	}{
		{"", 401}, {"Authorization: Bearer nonsense", 401}, {"Authorization: Basic " + secret, 401},
		{"Authorization: Bearer " + secret, 200}, {"X-Api-Key: " + secret, 200}, {"X-Api-Key: " + live, 403},
	} {
		if res, body := post(t, r.url, "{ __typename }", c.header); res.StatusCode != c.status {
			t.Errorf("%q: %d %s", c.header, res.StatusCode, body)
		}
	}
	if res, _ := send(t, "GET", r.url+"/export/stats.csv", ""); res.StatusCode != 401 {
		t.Error("export without a key:", res.StatusCode)
	}
	for _, bad := range []string{"name", "name 12", "name " + strings.Repeat("a", 64) + " write", "a b c d"} {
		if _, err := ReadKeys(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestOrigins(t *testing.T) {
	r := serve(t, Config{Origins: []string{"https://dash.example"}})
	res, _ := send(t, "OPTIONS", r.url+"/graphql", "", "Origin: https://dash.example", "Access-Control-Request-Method: POST")
	if res.StatusCode != 204 || res.Header.Get("Access-Control-Allow-Origin") != "https://dash.example" || !strings.Contains(res.Header.Get("Access-Control-Allow-Headers"), "Content-Type") {
		t.Error(res.StatusCode, res.Header)
	}
	if res, _ := post(t, r.url, "{ __typename }", "Origin: https://dash.example"); res.StatusCode != 200 || res.Header.Get("Access-Control-Allow-Origin") == "" {
		t.Error(res.StatusCode, res.Header)
	}
	if res, _ := send(t, "OPTIONS", r.url+"/graphql", "", "Origin: https://evil.example", "Access-Control-Request-Method: POST"); res.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Error(res.Header)
	}
}

func TestPersistedQueries(t *testing.T) {
	r := serve(t, Config{})
	const query = "{ stats { people } }"
	sum := sha256.Sum256([]byte(query))
	extension := `"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "` + hex.EncodeToString(sum[:]) + `"}}`
	for _, step := range []struct{ body, words string }{
		{`{` + extension + `}`, "PersistedQueryNotFound"},
		{`{"query": "{ stats { events } }", ` + extension + `}`, "not that of the query"},
		{`{"query": "` + query + `", ` + extension + `}`, `"people":3`},
		{`{` + extension + `}`, `"people":3`},
		{`{"extensions": {"persistedQuery": {}}}`, "SHA-256"},
	} {
		if _, body := send(t, "POST", r.url+"/graphql", step.body, "Content-Type: application/json"); !strings.Contains(body, step.words) {
			t.Errorf("%s\n%s", step.body, body)
		}
	}
}

func TestHardened(t *testing.T) {
	r := serve(t, Config{Hardened: true, Rate: 100000})
	for _, c := range []struct{ query, words string }{
		{"{ __schema { types { name } } }", "switched off"}, {`{ __type(name: "Query") { name } }`, "switched off"},
		{"{ ... on Query { a: __schema { types { name } } } }", "switched off"}, {"{ __typename }", "Query"},
	} {
		if _, body := post(t, r.url, c.query); !strings.Contains(body, c.words) {
			t.Errorf("%s: %s", c.query, body)
		}
	}
	for name, query := range map[string]string{
		"aliases": "{ " + strings.Repeat("a: __typename b: __typename ", 60) + "}", "fields": "{ " + strings.Repeat("__typename ", 500) + "}",
		"directives": "{ __typename " + strings.Repeat("@aa ", 10) + "}", "depth": strings.Repeat("{ a ", 30) + strings.Repeat("}", 30),
	} {
		if _, body := post(t, r.url, query); !strings.Contains(body, "TOO_LARGE") || strings.Contains(body, "data") {
			t.Errorf("%s: %s", name, body)
		}
	}
	if res, _ := send(t, "POST", r.url+"/graphql", `[{"query": "{ __typename }"}, {"query": "{ __typename }"}]`, "Content-Type: application/json"); res.StatusCode != 400 {
		t.Error("a batch:", res.StatusCode)
	}
	if _, body := post(t, r.url, "{ statz }"); strings.Contains(body, "Did you mean") || strings.Contains(body, "stats") {
		t.Error(body)
	}
	for path, status := range map[string]int{"/graphql?query=%7B__typename%7D": 405, "/playground/": 404, "/schema.graphql": 404, "/": 404, "/export/stats.json": 200} {
		if res, body := send(t, "GET", r.url+path, ""); res.StatusCode != status {
			t.Errorf("%s: %d %s", path, res.StatusCode, body)
		}
	}
}

func TestTrustedOnly(t *testing.T) {
	r := serve(t, Config{TrustedOnly: true})
	if res, _ := post(t, r.url, "{ __typename }"); res.StatusCode != 403 {
		t.Error(res.StatusCode)
	}
	hash := hashOf(r.server.documents.byName["stats"])
	if _, body := send(t, "POST", r.url+"/graphql", `{"extensions": {"persistedQuery": {"sha256Hash": "`+hash+`"}}}`, "Content-Type: application/json"); !strings.Contains(body, `"articles":5`) {
		t.Error(body)
	}
}

func TestRate(t *testing.T) {
	now := time.Now()
	l := newRateLimit(60)
	l.now = func() time.Time { return now }
	count := func(client string) (n int) {
		for l.allow(client) {
			n++
		}
		return n
	}
	if a, b := count("a"), count("b"); a != 6 || b != 6 {
		t.Error(a, b)
	}
	now = now.Add(2 * time.Second)
	if a := count("a"); a != 2 {
		t.Error(a)
	}
}

// TestStrangersNeedKeys holds that a server that others can reach does not
// start without keys.
func TestStrangersNeedKeys(t *testing.T) {
	r := serveOver(t, Config{}, none)
	l := listenEverywhere(t)
	if err := r.server.Run(context.Background(), l); err == nil || !strings.Contains(err.Error(), "API keys") {
		t.Error(err)
	}
}

func TestExport(t *testing.T) {
	r := serve(t, Config{})
	for _, c := range []struct{ path, words string }{
		{"/export/stats.csv", "articles,people,countries"},
		{"/export/stats.ndjson", `{"articles":5`},
		{"/export/between.csv?a=MEX&b=USA", "date.value,date.basis,date.approximate,kind,summary,participants,corroboration.independentSources,evidence\n2025-21,EXPLICIT,false,EVENT,Envoys"},
		{"/export/between.csv?a=MEX&b=USA&first=1", "No foreign ship"}, // page after page
		{"/export/between.json?a=MEX&b=Elena%20Duarte", "Under our flag"},
		{"/export/events_by_month.csv", "start,series,count,possible,meanScore\n2025-03-01,CONSULT,0,1,2.5"},
		{"/export/events_by_month.csv?entities=MEX&entities=USA", "2025-03-01,CONSULT"},
		{"/export/entities.csv", "person:elena-duarte,PERSON,Elena Duarte,Duarte,3,president Mexico"},
		{"/export/search.csv?text=patrol", "node.__typename"},
		{"/export/between.csv?nothing=1", "no variable nothing"},
		{"/export/between.csv?first=many", "Int cannot represent"},
		{"/export/between.csv?first=999", "between 0 and 200"},
		{"/export/live.csv", "subscription"},
		{"/export/nothing.csv", "one of between"},
		{"/export/stats.xls", "one of between"},
	} {
		if _, body := send(t, "GET", r.url+c.path, ""); !strings.Contains(body, c.words) {
			t.Errorf("%s\n%s", c.path, body)
		}
	}
	if _, body := send(t, "GET", r.url+"/metrics", ""); strings.Contains(body, `question="CountItems"`) {
		t.Error("an export counts what it lists")
	}
	for in, want := range map[string]string{"=1+1": "'=1+1", "+1": "'+1", "-x": "'-x", "@a": "'@a", "\tx": "'\tx", "a=1": "a=1", "": ""} {
		if got := guard(in); got != want {
			t.Errorf("%q is guarded as %q", in, got)
		}
	}
}

// TestSlowBody holds that a body that does not arrive is given up.
func TestSlowBody(t *testing.T) {
	r := serve(t, Config{ReadTimeout: 200 * time.Millisecond})
	status := dribble(t, strings.TrimPrefix(r.url, "http://"))
	if !strings.Contains(status, "408") {
		t.Error(status)
	}
}

// TestConnections holds that more connections than are allowed wait until
// others are closed, and are served then.
func TestConnections(t *testing.T) {
	r := serve(t, Config{Connections: 2})
	address := strings.TrimPrefix(r.url, "http://")
	var open []net.Conn
	for range 3 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := io.WriteString(c, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		open = append(open, c)
	}
	answered := func(c net.Conn, patience time.Duration) bool {
		_ = c.SetReadDeadline(time.Now().Add(patience))
		line, _ := bufio.NewReader(c).ReadString('\n')
		return strings.Contains(line, "200")
	}
	if !answered(open[0], time.Minute) || !answered(open[1], time.Minute) {
		t.Fatal("the first two were not answered")
	}
	if answered(open[2], 200*time.Millisecond) {
		t.Error("a third was answered while two were open")
	}
	open[0].Close()
	if !answered(open[2], time.Minute) {
		t.Error("the third was not answered when one was closed")
	}
}
