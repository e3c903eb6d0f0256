package server

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/graph/sqlite"
	"dateline/schema/internal/fixture"
)

// eventually waits for a condition that another goroutine brings about.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatal("it did not happen that " + what)
}

// subscribers waits until so many subscriptions are served.
func (r running) subscribers(t testing.TB, n int) {
	t.Helper()
	eventually(t, fmt.Sprint(n, " subscribe"), func() bool {
		r.server.hub.mu.Lock()
		defer r.server.hub.mu.Unlock()
		return len(r.server.hub.subs) == n
	})
}

// add writes ten more statements into the store.
func (r running) add(t testing.TB) {
	t.Helper()
	if err := fixture.Statements(context.Background(), r.store, 10); err != nil {
		t.Fatal(err)
	}
}

const live = `subscription($e: [ID!]) { timelineItemAdded(filter: {entities: $e}) { summary ... on Statement { speaker { name } } } }`

// socketTo dials and introduces itself.
func socketTo(t testing.TB, r running) *websocket.Conn {
	t.Helper()
	c, _, err := websocket.Dial(context.Background(), r.url+"/graphql", &websocket.DialOptions{Subprotocols: []string{protocol}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.CloseNow() })
	say(t, c, `{"type":"connection_init"}`)
	hear(t, c, `{"type":"connection_ack"}`)
	return c
}

func say(t testing.TB, c *websocket.Conn, text string) {
	t.Helper()
	if err := c.Write(context.Background(), websocket.MessageText, []byte(text)); err != nil {
		t.Fatal(err)
	}
}

func hear(t testing.TB, c *websocket.Conn, words string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_, data, err := c.Read(ctx)
	if err != nil || !strings.Contains(string(data), words) {
		t.Fatalf("heard %s (%v), not %s", data, err, words)
	}
}

func TestSubscriptionByWebSocket(t *testing.T) {
	r := serve(t, Config{Poll: 10 * time.Millisecond})
	c := socketTo(t, r)
	say(t, c, `{"type":"ping"}`)
	hear(t, c, `{"type":"pong"}`)
	say(t, c, `{"id":"q","type":"subscribe","payload":{"query":"{ stats { people } }"}}`)
	hear(t, c, `{"id":"q","type":"next","payload":{"data":{"stats":{"people":3}}`)
	hear(t, c, `{"id":"q","type":"complete"}`)
	say(t, c, `{"id":"bad","type":"subscribe","payload":{"query":"{ nothing }"}}`)
	hear(t, c, `{"id":"bad","type":"error","payload":[{"message":"Cannot query field`)
	say(t, c, `{"id":"s","type":"subscribe","payload":{"query":`+quote(live)+`,"variables":{"e":["Walter Briggs"]}}}`)
	r.subscribers(t, 1)
	r.add(t)
	for i := 1; i < 10; i += 2 { // his are the odd ones
		hear(t, c, `"speaker":{"name":"Walter Briggs"}`)
	}
	say(t, c, `{"id":"s","type":"complete"}`)
	r.subscribers(t, 0)
}

func TestWebSocketProtocol(t *testing.T) {
	r := serve(t, Config{})
	for _, c := range []struct {
		name     string
		messages []string
		code     websocket.StatusCode
	}{
		{"no JSON", []string{`{`}, closeInvalid},
		{"an unknown type", []string{`{"type":"start"}`}, closeInvalid},
		{"subscribing without introduction", []string{`{"id":"1","type":"subscribe","payload":{"query":"{ __typename }"}}`}, closeUnauthorized},
		{"introduced twice", []string{`{"type":"connection_init"}`, `{"type":"connection_init"}`}, closeManyInits},
		{"one id twice", []string{`{"type":"connection_init"}`, `{"id":"1","type":"subscribe","payload":{"query":` + quote(live) + `}}`,
			`{"id":"1","type":"subscribe","payload":{"query":` + quote(live) + `}}`}, closeDuplicate},
		{"no id", []string{`{"type":"connection_init"}`, `{"type":"subscribe","payload":{"query":"{ __typename }"}}`}, closeInvalid},
	} {
		t.Run(c.name, func(t *testing.T) {
			conn, _, err := websocket.Dial(context.Background(), r.url+"/graphql", &websocket.DialOptions{Subprotocols: []string{protocol}})
			if err != nil {
				t.Fatal(err)
			}
			defer conn.CloseNow()
			for _, m := range c.messages {
				say(t, conn, m)
			}
			for err == nil {
				_, _, err = conn.Read(context.Background())
			}
			if got := websocket.CloseStatus(err); got != c.code {
				t.Errorf("closed by %d, not %d", got, c.code)
			}
		})
	}
	r.subscribers(t, 0)
}

// TestWebSocketKeys holds that a key may come in the first message, as it must
// from a browser.
func TestWebSocketKeys(t *testing.T) {
	secret, line := NewKey("wall")
	keys, err := ReadKeys(strings.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	r := serve(t, Config{Keys: keys})
	for payload, ok := range map[string]bool{`{"Authorization":"Bearer ` + secret + `"}`: true, `{"x-api-key":"nonsense"}`: false, `null`: false} {
		c, _, err := websocket.Dial(context.Background(), r.url+"/graphql", &websocket.DialOptions{Subprotocols: []string{protocol}})
		if err != nil {
			t.Fatal(err)
		}
		say(t, c, `{"type":"connection_init","payload":`+payload+`}`)
		_, data, err := c.Read(context.Background())
		if (err == nil) != ok {
			t.Errorf("%s: %s %v", payload, data, err)
		}
		c.CloseNow()
	}
}

// openStream subscribes by server-sent events and gives the lines of the stream.
func openStream(t testing.TB, r running, query string) (lines *bufio.Scanner, leave func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, "POST", r.url+"/graphql", strings.NewReader(`{"query":`+quote(query)+`}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "text/event-stream")
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); res.Body.Close() })
	return bufio.NewScanner(res.Body), func() { cancel(); res.Body.Close() }
}

// nextEvent reads lines up to the data of an event.
func nextEvent(t testing.TB, lines *bufio.Scanner) (name, data string) {
	t.Helper()
	for lines.Scan() {
		switch text := lines.Text(); {
		case strings.HasPrefix(text, "event: "):
			name = text[7:]
		case strings.HasPrefix(text, "data:"):
			return name, strings.TrimPrefix(text[5:], " ")
		}
	}
	t.Fatal("the stream ended", lines.Err())
	return
}

func TestSubscriptionByEvents(t *testing.T) {
	r := serve(t, Config{Poll: 10 * time.Millisecond})
	for query, words := range map[string]string{"{ stats { people } }": `"people":3`, "{ nothing }": "Cannot query field"} {
		lines, leave := openStream(t, r, query)
		if name, data := nextEvent(t, lines); name != "next" || !strings.Contains(data, words) {
			t.Error(name, data)
		}
		if name, data := nextEvent(t, lines); name != "complete" || data != "" {
			t.Error(name, data)
		}
		leave()
	}
	lines, leave := openStream(t, r, `subscription { timelineItemAdded { summary } }`)
	r.subscribers(t, 1)
	r.add(t)
	for range 10 {
		if name, data := nextEvent(t, lines); name != "next" || !json.Valid([]byte(data)) || !strings.Contains(data, "ships would stay") {
			t.Error(name, data)
		}
	}
	leave()
	r.subscribers(t, 0)
}

// TestStopEndsStreams holds that a stop completes the streams and ends Run.
func TestStopEndsStreams(t *testing.T) {
	r := serve(t, Config{})
	lines, _ := openStream(t, r, `subscription { timelineItemAdded { summary } }`)
	r.subscribers(t, 1)
	c := socketTo(t, r)
	say(t, c, `{"id":"s","type":"subscribe","payload":{"query":`+quote(live)+`}}`)
	r.subscribers(t, 2)
	go r.stop()
	if name, _ := nextEvent(t, lines); name != "complete" {
		t.Error(name)
	}
	hear(t, c, `{"id":"s","type":"complete"}`)
}

// TestSubscribersLeaveNothing holds that vanished subscribers leave no goroutine.
func TestSubscribersLeaveNothing(t *testing.T) {
	r := serve(t, Config{Poll: 10 * time.Millisecond})
	before := runtime.NumGoroutine()
	var leave []func()
	for i := range 200 {
		if i%2 == 0 {
			_, l := openStream(t, r, `subscription { timelineItemAdded { summary } }`)
			leave = append(leave, l)
			continue
		}
		c := socketTo(t, r)
		say(t, c, `{"id":"s","type":"subscribe","payload":{"query":`+quote(live)+`}}`)
		leave = append(leave, func() { c.CloseNow() })
	}
	r.subscribers(t, 200)
	r.add(t)
	for _, l := range leave {
		l()
	}
	r.subscribers(t, 0)
	eventually(t, "the goroutines are as before", func() bool {
		http.DefaultTransport.(*http.Transport).CloseIdleConnections()
		return runtime.NumGoroutine() <= before+2
	})
}

// TestSlowSubscriberIsDropped holds that a full buffer ends a subscription and
// costs the others nothing.
func TestSlowSubscriberIsDropped(t *testing.T) {
	r := serve(t, Config{})
	all := func(graph.Item) bool { return true }
	slow, err := r.server.hub.subscribe(context.Background(), all)
	if err != nil {
		t.Fatal(err)
	}
	for range subscriberBuffer + 1 {
		r.server.hub.hand(graph.Item{})
	}
	for range slow.items {
	}
	if !slow.slow {
		t.Error("it was not dropped for being slow")
	}
	r.server.hub.leave(slow)
	r.subscribers(t, 0)
}

func TestSubscribersAreBounded(t *testing.T) {
	r := serve(t, Config{Subscribers: 1})
	_, leave := openStream(t, r, `subscription { timelineItemAdded { summary } }`)
	r.subscribers(t, 1)
	lines, _ := openStream(t, r, `subscription { timelineItemAdded { summary } }`)
	if _, data := nextEvent(t, lines); !strings.Contains(data, "at most 1 subscriptions") {
		t.Error(data)
	}
	leave()
}

// TestAnotherProcessLoads holds that what is written through another handle of
// the same store reaches a subscriber.
func TestAnotherProcessLoads(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "graph.db")
		arrives(t, func() (graph.Store, error) { return sqlite.Open(t.Context(), sqlite.Config{Path: path}) })
	})
	t.Run("neo4j", func(t *testing.T) {
		a := neo4jtest.Server(t)
		arrives(t, func() (graph.Store, error) {
			return neo4j.Open(t.Context(), neo4j.Config{URL: a.URL, User: a.User, Password: a.Password})
		})
	})
}

// arrives opens a store twice, and holds that what is written through one
// handle is sent to a subscriber of the other.
func arrives(t *testing.T, open func() (graph.Store, error)) {
	t.Helper()
	var stores [2]graph.Store
	for i := range stores {
		store, err := open()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { store.Close() })
		stores[i] = store
	}
	h := newHub(stores[0], 10*time.Millisecond, 10, NewMetrics(), slog.New(slog.DiscardHandler))
	defer h.close()
	s, err := h.subscribe(context.Background(), func(i graph.Item) bool { return i.ID == fixture.Refusal })
	if err != nil {
		t.Fatal(err)
	}
	if err := fixture.Story(context.Background(), stores[1]); err != nil {
		t.Fatal(err)
	}
	select {
	case item := <-s.items:
		if item.Statement == nil {
			t.Error(item)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("nothing arrived")
	}
}
