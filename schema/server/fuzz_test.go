package server

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzRequest sends the bytes of a request and holds that the answer is of the
// right shape and holds nothing internal.
func FuzzRequest(f *testing.F) {
	post := func(body, headers string) string {
		return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers + "\r\n" + body
	}
	for _, seed := range []string{
		post(`{"query":"{ timeline(first: 2) { nodes { id evidence { quote } } } }"}`, ""),
		post(`{"query":"query($c: String, $f: TimelineFilter) { timeline(after: $c, filter: $f) { totalCount nodes { id } } }","variables":{"c":"dGltZTox","f":{"text":"\"a* NOT","entities":["x"]}}}`, ""),
		post(`{"query":"{ search(text: \"a' OR 1=1 -- \") { edges { highlight } } }"}`, "Accept: application/graphql-response+json\r\n"),
		post(`{"query":"{ paths(from: \"MEX\", to: \"USA\") { length } relationship(a: \"MEX\", b: \"US\") { summary } }"}`, "Accept-Encoding: gzip\r\n"),
		post(`{"query":"{ histogram(interval: DAY, splitBy: ENTITY, filter: {from: \"0000\"}) { count } }"}`, ""),
		post(`{"extensions":{"persistedQuery":{"sha256Hash":"00"}}}`, ""),
		"GET /graphql?query=%7Bstats%7Barticles%7D%7D&variables=%7B%7D HTTP/1.1\r\nHost: localhost\r\n\r\n",
		"GET /export/between.csv?a=MEX&first=1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
		"GET /export/search.ndjson?text=%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
		"OPTIONS /graphql HTTP/1.1\r\nHost: localhost\r\nOrigin: http://a\r\n\r\n",
	} {
		f.Add(seed)
	}
	open, hardened := serve(f, Config{MaxBody: 64 << 10}).server.Handler(), serve(f, Config{MaxBody: 64 << 10, Hardened: true, Rate: 1 << 30}).server.Handler()
	f.Fuzz(func(t *testing.T, raw string) {
		for _, handler := range []http.Handler{open, hardened} {
			req := requestOf(raw)
			if req == nil {
				return
			}
			rec := httptest.NewRecorder()
			handler.ServeHTTP(rec, req)
			answer := rec.Body.String()
			if rec.Code == http.StatusInternalServerError {
				t.Fatalf("%d %s", rec.Code, answer)
			}
			if req.URL.Path == "/graphql" && rec.Body.Len() > 0 && rec.Header().Get("Content-Encoding") == "" && !json.Valid(rec.Body.Bytes()) {
				t.Fatalf("no JSON: %s", answer)
			}
			for _, internal := range internals {
				if strings.Contains(answer, internal) && !strings.Contains(raw, internal) && !strings.HasPrefix(req.URL.Path, "/playground") && req.URL.Path != "/metrics" {
					t.Fatalf("%q is internal: %s\n%s", internal, raw, answer)
				}
			}
		}
	})
}

// internals are words that stand in errors of the inside only.
var internals = []string{`"INTERNAL"`, "goroutine ", "runtime error", "sqlite", "SQL logic", "fts5", "syntax error near", "json: ", ".go:", "exec."}

// requestOf reads the bytes of a request, as a server does; nil if it is none,
// or asks for a stream, which has no end.
func requestOf(raw string) *http.Request {
	parsed, err := http.ReadRequest(bufio.NewReader(strings.NewReader(raw)))
	if err != nil || strings.Contains(strings.ToLower(strings.Join(parsed.Header.Values("Accept"), ",")), "event-stream") {
		return nil
	}
	if _, err := url.ParseRequestURI("/" + strings.TrimLeft(parsed.URL.RequestURI(), "/")); err != nil {
		return nil
	}
	_, body, _ := strings.Cut(raw, "\r\n\r\n")
	req := httptest.NewRequest(parsed.Method, "/"+strings.TrimLeft(parsed.URL.RequestURI(), "/"), strings.NewReader(body))
	req.Header, req.Host = parsed.Header, "localhost"
	return req
}
