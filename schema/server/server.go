package server

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/net/netutil"

	"dateline/graph"
	"dateline/schema"
)

// A Server answers HTTP requests.
type Server struct {
	config    Config
	exec      *schema.Executor
	reader    graph.Reader
	hub       *hub
	documents *documents
	persisted *persisted
	rate      *rateLimit
	slots     chan struct{}
	large     chan struct{} // one for each large body
	handler   http.Handler
	// local is set while the server answers on loopback without keys: then the
	// Host of a request has to be a loopback one, so that a page of a stranger
	// cannot reach it under a name of its own.
	local    atomic.Bool
	draining atomic.Bool
}

// New makes a server. An error names the document that is not valid.
func New(exec *schema.Executor, reader graph.Reader, c Config) (*Server, error) {
	c = c.withDefaults()
	docs, err := readDocuments(c.Documents, exec)
	if err != nil {
		return nil, err
	}
	s := &Server{config: c, exec: exec, reader: reader, documents: docs, persisted: newPersisted(),
		rate: newRateLimit(c.Rate), slots: make(chan struct{}, c.Concurrent), large: make(chan struct{}, largeBodies)}
	s.hub = newHub(reader, c.Poll, c.Subscribers, c.Metrics, c.Log)
	s.handler = s.routes()
	return s, nil
}

// Handler answers requests, for use behind another server. Whether keys are
// needed is decided by Config.Keys and Config.Tokens alone.
func (s *Server) Handler() http.Handler { return s.handler }

// routes says which path is served by what.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.guarded(http.HandlerFunc(s.serveGraphQL)))
	mux.Handle("GET /export/{name}", s.guarded(http.HandlerFunc(s.serveExport)))
	mux.HandleFunc("GET /schema.graphql", s.serveSDL)
	mux.HandleFunc("GET /healthz", s.serveHealth)
	mux.HandleFunc("GET /readyz", s.serveReady)
	mux.Handle("GET /metrics", s.config.Metrics.handler())
	if !s.config.Hardened {
		mux.Handle("GET /playground/", s.playground())
		mux.Handle("GET /playground", http.RedirectHandler("/playground/", http.StatusMovedPermanently))
	}
	if s.config.Explorer != nil {
		mux.Handle("/", pagePolicy(s.config.Explorer))
	} else if !s.config.Hardened {
		mux.Handle("GET /{$}", http.RedirectHandler("/playground/", http.StatusFound))
	}
	return s.traced(s.observed(securityHeaders(mux)))
}

// Run serves on a listener until the context ends, then lets running requests
// finish. It refuses to serve strangers without keys.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	if !loopback(l.Addr()) && !s.needsKey() && !s.config.NoAuth {
		return graph.Errorf(graph.BadRequest, "%s can be reached from other machines, and there are no API keys: give a file of keys, an issuer of tokens, or say that everybody may read", l.Addr())
	}
	s.local.Store(loopback(l.Addr()) && !s.needsKey())
	srv := &http.Server{Handler: s.handler, ReadHeaderTimeout: s.config.ReadTimeout, ReadTimeout: s.config.ReadTimeout,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10, ErrorLog: nil,
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) }}
	l = netutil.LimitListener(l, s.config.Connections)
	if s.config.TLSCert != "" {
		pair, err := tls.LoadX509KeyPair(s.config.TLSCert, s.config.TLSKey)
		if err != nil {
			return graph.Wrap(graph.BadRequest, err, "the TLS certificate cannot be used")
		}
		l = tls.NewListener(l, &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}})
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	return s.drain(srv)
}

// drain stops taking requests, ends the streams, and waits for the rest.
func (s *Server) drain(srv *http.Server) error {
	s.draining.Store(true)
	s.hub.close()
	ctx, cancel := context.WithTimeout(context.Background(), s.config.Drain)
	defer cancel()
	err := srv.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return srv.Close()
	}
	return err
}

func loopback(addr net.Addr) bool {
	switch a := addr.(type) {
	case *net.TCPAddr:
		return a.IP.IsLoopback()
	case *net.UnixAddr:
		return true
	}
	return false
}
