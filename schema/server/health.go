package server

import (
	"context"
	"net/http"
	"time"

	"dateline/schema"
)

// serveHealth tells that the process runs.
func (s *Server) serveHealth(w http.ResponseWriter, _ *http.Request) {
	plain(w, http.StatusOK, "ok\n")
}

// serveReady tells whether the store answers and the server takes requests.
func (s *Server) serveReady(w http.ResponseWriter, r *http.Request) {
	if s.draining.Load() {
		plain(w, http.StatusServiceUnavailable, "stopping\n")
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if _, err := s.reader.LastChange(ctx); err != nil {
		s.config.Log.Warn("not ready", "id", RequestID(r.Context()), "cause", err.Error())
		plain(w, http.StatusServiceUnavailable, "the store does not answer\n")
		return
	}
	plain(w, http.StatusOK, "ready\n")
}

// serveSDL gives the schema.
func (s *Server) serveSDL(w http.ResponseWriter, _ *http.Request) {
	if s.config.Hardened {
		plain(w, http.StatusNotFound, "not found\n")
		return
	}
	plain(w, http.StatusOK, schema.SDL())
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text))
}
