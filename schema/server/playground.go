package server

import "net/http"

func (s *Server) playground() http.Handler { return http.NotFoundHandler() }
