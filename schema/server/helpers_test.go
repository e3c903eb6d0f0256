package server

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/graph/sqlite"
	"dateline/schema"
	"dateline/schema/internal/fixture"
)

// running is a server that listens on loopback, over a store of its own.
type running struct {
	url    string
	server *Server
	store  graph.Store
	stop   func()
}

// serve runs a server over the fixture's story until the test ends.
func serve(t testing.TB, c Config) running {
	t.Helper()
	return serveOver(t, c, fixture.Story)
}

// TestMain ends the Neo4j server that tests may have started.
func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }

func serveOver(t testing.TB, c Config, fill func(context.Context, graph.Store) error) running {
	t.Helper()
	store, err := sqlite.Open(context.Background(), sqlite.Config{Path: ":memory:"})
	if err != nil {
		t.Fatal(err)
	}
	return serveStore(t, c, store, fill)
}

func serveStore(t testing.TB, c Config, store graph.Store, fill func(context.Context, graph.Store) error) running {
	t.Helper()
	t.Cleanup(func() { store.Close() })
	if err := fill(context.Background(), store); err != nil {
		t.Fatal(err)
	}
	if c.Metrics == nil {
		c.Metrics = NewMetrics()
	}
	exec, err := schema.New(store, schema.Config{Hidden: c.Hardened, Observe: c.Metrics.StoreCall})
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(exec, store, c)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, l) }()
	stop := func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		ended <- nil
	}
	t.Cleanup(stop)
	return running{"http://" + l.Addr().String(), s, store, stop}
}

// none fills a store with nothing.
func none(context.Context, graph.Store) error { return nil }

// send makes a request; headers are `Name: value`.
func send(t testing.TB, method, url, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range headers {
		name, value, ok := strings.Cut(h, ": ")
		if !ok {
			continue
		}
		if req.Header.Set(name, value); name == "Host" {
			req.Host = value
		}
	}
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(text)
}

// post asks a query.
func post(t testing.TB, url, query string, headers ...string) (*http.Response, string) {
	t.Helper()
	return send(t, "POST", url+"/graphql", `{"query": `+quote(query)+`}`, append([]string{"Content-Type: application/json"}, headers...)...)
}

func listenEverywhere(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// dribble sends a head and half a body, and gives what comes back.
func dribble(t *testing.T, addr string) string {
	t.Helper()
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_, _ = io.WriteString(c, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"query\"")
	answer, err := io.ReadAll(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}
