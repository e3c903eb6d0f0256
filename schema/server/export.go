package server

import "net/http"

func (s *Server) serveExport(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }
