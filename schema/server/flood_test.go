package server

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// many runs a function so often at the same time.
func many(n int, run func(i int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { run(i) })
	}
	all.Wait()
}

// floods are what costs little once, and is sent a hundred times at once.
func floods() map[string]func(i int) string {
	document := func(i int, doc string) string {
		body, _ := json.Marshal(map[string]string{"query": fmt.Sprintf("# %d\n%s", i, doc)})
		return string(body)
	}
	keys := `{"query": "{ __typename }", "variables": {` + times(90000, `"%i":0,`) + `"v":0}}`
	values := func(value string) func(int) string {
		body := `{"query": "{ __typename }", "variables": {"v": [` + strings.Repeat(value+",", 1<<20/(len(value)+1)-100) + value + `]}}`
		return func(int) string { return body }
	}
	return map[string]func(i int) string{
		"empty objects": values("{}"), "empty lists": values("[]"), "numbers": values("1"), "nulls": values("null"), "objects of one key": values(`{"":0}`),
		"keys": func(int) string { return keys },
		"dear queries": func(i int) string {
			return document(i, `{ timeline(first: 200) { nodes { id participants { role entity { id name } } evidence(first: 50) { quote sentence article { title } } } } }`)
		},
		"different plans":    func(i int) string { return document(i, "{ "+times(180, "a%i: __typename ")+"}") },
		"different bad ones": func(i int) string { return document(i, "{ "+times(900, "x%i ")+"}") },
		"persisted queries": func(i int) string {
			query := fmt.Sprintf("{ __typename } # %d ", i) + strings.Repeat("x", 16000)
			body, _ := json.Marshal(map[string]any{"query": query, "extensions": map[string]any{"persistedQuery": map[string]string{"sha256Hash": hashOf(query)}}})
			return string(body)
		},
	}
}

// TestFloods holds that what is sent in large numbers, from many clients, does
// not add up in memory, and that the server is ready afterwards.
func TestFloods(t *testing.T) {
	if testing.Short() {
		t.Skip("it sends a gigabyte")
	}
	for name, body := range floods() {
		t.Run(name, func(t *testing.T) {
			a := startAttacked(t, "patient", 1000)
			many(100, func(i int) {
				for k := range 5 {
					a.suffer(t, attack{name, "POST", "/graphql", body(i*5 + k), []string{asJSON}})
				}
			})
			a.ready(t)
			t.Logf("%d MiB at most", a.peak())
			if a.peak() > maxMemory {
				t.Errorf("the server needed %d MiB", a.peak())
			}
		})
	}
}

// TestCutAnswers holds that a client sees that the rest of an answer is missing.
func TestCutAnswers(t *testing.T) {
	s := serve(t, Config{}).server
	for name, cause := range map[string]any{"a stream that cannot go on": http.ErrAbortHandler, "a panic": "a panic"} {
		cut := httptest.NewServer(s.observed(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, "half of it")
			_ = http.NewResponseController(w).Flush()
			panic(cause)
		})))
		res, err := http.Get(cut.URL)
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(res.Body); err == nil {
			t.Errorf("%s: %q counts as all of it", name, body)
		}
		res.Body.Close()
		cut.Close()
	}
}

// TestLargeBodiesWait holds that large bodies which do not arrive keep other
// large ones out, and no small one.
func TestLargeBodiesWait(t *testing.T) {
	r := serve(t, Config{ReadTimeout: time.Second})
	large := `{"query": "{ __typename }", "x": "` + strings.Repeat("a", 2*largeBody) + `"}`
	for range largeBodies {
		c, err := net.Dial("tcp", strings.TrimPrefix(r.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		_, _ = fmt.Fprintf(c, "POST /graphql HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Length: 500000\r\n\r\n%s", asJSON, large)
	}
	eventually(t, "all places are taken", func() bool { return len(r.server.large) == largeBodies })
	if res, body := post(t, r.url, "{ __typename }"); res.StatusCode != http.StatusOK {
		t.Error(res.Status, body)
	}
	if res, body := send(t, "POST", r.url+"/graphql", large, asJSON); res.StatusCode != http.StatusOK { // as soon as their time is over
		t.Error(res.Status, body)
	}
	if res, body := send(t, "POST", r.url+"/graphql", large, asJSON, "Accept: text/event-stream"); res.StatusCode != http.StatusRequestEntityTooLarge {
		t.Error(res.Status, body)
	}
	eventually(t, "all places are free", func() bool { return len(r.server.large) == 0 })
}

// TestAddressesCountByNetwork holds that whoever has a network of IPv6 counts as one.
func TestAddressesCountByNetwork(t *testing.T) {
	for from, want := range map[string]string{
		"[2001:db8:1:2:3::4]:5": "2001:db8:1:2::/64", "[2001:db8:1:2::9%25x]:5": "2001:db8:1:2::/64", "[::ffff:192.0.2.7]:5": "192.0.2.7", "192.0.2.7:5": "192.0.2.7", "@": "@",
	} {
		if got := remoteHost(&http.Request{RemoteAddr: from}); got != want {
			t.Errorf("%s counts as %s", from, got)
		}
	}
}

// TestClientsThatDoNotRead holds that answers nobody takes do not add up.
func TestClientsThatDoNotRead(t *testing.T) {
	if testing.Short() {
		t.Skip("it asks 4,000 large pages")
	}
	a := startAttacked(t, "open", 1000)
	addr := strings.TrimPrefix(a.url, "http://")
	const body = `{"query":"{ timeline(first: 200) { nodes { id evidence(first: 50) { quote sentence article { title } } } } }"}`
	many(200, func(int) {
		c, err := net.Dial("tcp", addr)
		if err != nil {
			t.Error(err)
			return
		}
		t.Cleanup(func() { c.Close() })
		for range 20 { // one after another without a look at the answers
			_, _ = fmt.Fprintf(c, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
		}
	})
	eventually(t, "the server is ready", func() bool {
		res, _ := send(t, "GET", a.url+"/readyz", "")
		return res.StatusCode == http.StatusOK
	})
	if t.Logf("%d MiB at most", a.peak()); a.peak() > maxMemory {
		t.Errorf("the server needed %d MiB", a.peak())
	}
}

// TestBrokenRequests sends what no client library would.
func TestBrokenRequests(t *testing.T) {
	a := startAttacked(t, "hardened", 0)
	const head, kind = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n", "Content-Type: application/json\r\n"
	for name, raw := range map[string]string{
		"a length that is too short":     head + kind + "Content-Length: 5\r\n\r\n{\"query\":\"{ __typename }\"}",
		"a length below nothing":         head + kind + "Content-Length: -1\r\n\r\n{}",
		"a length beyond integers":       head + kind + "Content-Length: 99999999999999999999\r\n\r\n{}",
		"two lengths":                    head + kind + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
		"a length and chunks":            head + kind + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n",
		"a chunk of no size":             head + kind + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
		"a chunk beyond integers":        head + kind + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n",
		"a chunk with long extensions":   head + kind + "Transfer-Encoding: chunked\r\n\r\n2;" + strings.Repeat("a", 100000) + "\r\n{}\r\n0\r\n\r\n",
		"chunks of one byte":             head + kind + "Transfer-Encoding: chunked\r\n\r\n" + strings.Repeat("1\r\n \r\n", 20000) + "0\r\n\r\n",
		"trailers beyond number":         head + kind + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n" + times(5000, "T%i: 1\r\n") + "\r\n",
		"another coding of transfer":     head + kind + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
		"headers beyond number":          head + times(20000, "X%i: 1\r\n") + "\r\n",
		"a long header":                  head + "X: " + strings.Repeat("a", 1<<20) + "\r\n\r\n",
		"a long line":                    "GET /" + strings.Repeat("a", 1<<20) + " HTTP/1.1\r\n\r\n",
		"a header with a NUL":            head + "X: \x00\r\n\r\n",
		"a header without a name":        head + ": a\r\n\r\n",
		"no host":                        "GET /graphql HTTP/1.1\r\n\r\n",
		"two hosts":                      "GET /graphql HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
		"a host of a stranger":           "GET /graphql HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n",
		"another version":                "GET /graphql HTTP/9.9\r\nHost: localhost\r\n\r\n",
		"the preface of another version": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + strings.Repeat("\x00\x00\x00\x04", 1000),
		"an absolute address":            "GET http://evil.example/graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
		"a tunnel":                       "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
		"no protocol at all":             "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + strings.Repeat("\xff", 1000),
	} {
		c, err := net.Dial("tcp", strings.TrimPrefix(a.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		_ = c.SetDeadline(time.Now().Add(20 * time.Second))
		go func() { _, _ = io.WriteString(c, raw) }()
		answer, err := io.ReadAll(io.LimitReader(c, 1<<20))
		c.Close()
		if nerr, ok := err.(net.Error); ok && nerr.Timeout() {
			t.Errorf("%s: the connection stays open", name)
		}
		for _, internal := range append(internals, "HTTP/1.1 5", `"__typename":`) {
			if text := string(answer); strings.Contains(text, internal) && !strings.Contains(text, "505") && !strings.Contains(text, "501") {
				t.Errorf("%s: %.300s", name, answer)
			}
		}
	}
	a.ready(t)
}

// TestSocketsAreLimited holds that the rate limit counts what comes over a
// WebSocket, too, and that what is no message ends it.
func TestSocketsAreLimited(t *testing.T) {
	r := serve(t, Config{Rate: 600}) // 60 at once, of which the socket is one
	c := socketTo(t, r)
	answered := 0
	for i := range 1000 {
		say(t, c, fmt.Sprintf(`{"id":"%d","type":"subscribe","payload":{"query":"{ __typename }"}}`, i))
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		_, data, err := c.Read(ctx)
		if err == nil && strings.Contains(string(data), `"next"`) {
			answered++
			_, data, err = c.Read(ctx)
		}
		cancel()
		if text := string(data); err != nil || !strings.Contains(text, `"complete"`) && !strings.Contains(text, "RATE_LIMITED") {
			t.Fatalf("%v %.200s", err, data)
		}
	}
	if answered < 50 || answered > 900 { // some come back while the test runs
		t.Errorf("%d of 1,000 operations were answered", answered)
	}
	for name, frame := range map[string]func(*websocket.Conn) error{
		"larger than may be": func(c *websocket.Conn) error { return c.Write(t.Context(), websocket.MessageText, make([]byte, 2<<20)) },
		"binary":             func(c *websocket.Conn) error { return c.Write(t.Context(), websocket.MessageBinary, []byte("{}")) },
		"deep": func(c *websocket.Conn) error {
			return c.Write(t.Context(), websocket.MessageText, []byte(wrapped(100000, "[", "", "]")))
		},
		"no JSON": func(c *websocket.Conn) error { return c.Write(t.Context(), websocket.MessageText, []byte("\xff\xfe")) },
	} {
		c := socketTo(t, serve(t, Config{}))
		_ = frame(c) // it may be refused while it is sent
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		if _, data, err := c.Read(ctx); err == nil || ctx.Err() != nil {
			t.Errorf("%s: %q %v", name, data, err)
		}
		cancel()
	}
	if res, body := send(t, "GET", r.url+"/readyz", ""); res.StatusCode != http.StatusOK {
		t.Error(body)
	}
}
