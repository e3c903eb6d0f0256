package server

import (
	"context"
	"net"
	"testing"

	"dateline/graph"
	"dateline/schema"
)

// running is a server that listens on loopback.
type running struct {
	url    string
	server *Server
	stop   func()
}

func serve(t testing.TB, c Config) running {
	t.Helper()
	exec, err := schema.New(empty{}, schema.Config{Hidden: c.Hardened})
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(exec, empty{}, c)
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
	return running{"http://" + l.Addr().String(), s, stop}
}

// empty is a reader for tests that ask it nothing.
type empty struct{ graph.Reader }
