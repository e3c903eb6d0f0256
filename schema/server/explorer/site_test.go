package explorer_test

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/loader"
	"dateline/loader/article"
	"dateline/loader/language"
	"dateline/schema"
	"dateline/schema/server"
	"dateline/schema/server/explorer"
)

// A site is a server with the explorer over a store of its own.
type site struct {
	url   string
	store graph.Store
	stop  func()
	start func()
}

func serve(t *testing.T, fill func(graph.Store), keys ...server.Key) site {
	t.Helper()
	store, err := sqlite.Open(t.Context(), sqlite.Config{Path: ":memory:"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	fill(store)
	executor, err := schema.New(store, schema.Config{})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := site{url: "http://" + listener.Addr().String(), store: store}
	var running *http.Server
	run := func(l net.Listener) {
		// A server that was stopped ends its streams for good: each start has its own.
		handler, err := server.New(executor, store, server.Config{Explorer: explorer.Handler(), Poll: 50 * time.Millisecond, Keys: keys})
		if err != nil {
			t.Fatal(err)
		}
		running = &http.Server{Handler: handler.Handler()}
		go running.Serve(l)
	}
	run(listener)
	s.stop = func() { running.Close() }
	s.start = func() {
		address, _ := url.Parse(s.url)
		l, err := net.Listen("tcp", address.Host)
		if err != nil {
			t.Fatal(err)
		}
		run(l)
	}
	t.Cleanup(func() { running.Close() })
	return s
}

// loadInto loads articles given as JSON Lines.
func loadInto(t *testing.T, store graph.Store, lines string) {
	t.Helper()
	pipeline, err := loader.NewPipeline(language.Config{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := loader.New(pipeline, store, loader.Config{Reader: article.Config{Stdin: strings.NewReader(lines)}}).Load(context.Background(), []string{"-"})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range report.Failed {
		t.Errorf("%s: %s", x.Source, x.Reason)
	}
}

// sample fills a store with the sample articles.
func sample(t *testing.T) func(graph.Store) {
	return func(store graph.Store) {
		lines, err := os.ReadFile("../../../cmd/dateline/sample/articles.jsonl")
		if err != nil {
			t.Fatal(err)
		}
		loadInto(t, store, string(lines))
	}
}
