package server

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"strings"

	"dateline/schema/exec"
)

// refuse answers that a request is not served, in the shape of GraphQL.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, code, message string) {
	res := exec.Refuse(&exec.Error{Message: message, Code: code})
	s.note(r, res, 0)
	media := negotiate(r.Header.Values("Accept"))
	if media == "" || media == mediaStream {
		media = mediaJSON
	}
	w.Header().Set("Content-Type", media+"; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(res.Body)
}

func (s *Server) refuseError(w http.ResponseWriter, r *http.Request, err error) {
	var h *httpError
	if !errors.As(err, &h) {
		h = &httpError{http.StatusBadRequest, exec.CodeBadRequest, err.Error()}
	}
	s.refuse(w, r, h.status, h.code, h.message)
}

// send writes a response. What was not executed is 400 in the media type of
// GraphQL, and 200 in plain JSON, whose clients tell by the body.
func (s *Server) send(w http.ResponseWriter, r *http.Request, media string, res *exec.Response) {
	h := w.Header()
	h.Set("Content-Type", media+"; charset=utf-8")
	status := http.StatusOK
	if !res.Executed && media == mediaGraphQL {
		status = http.StatusBadRequest
	}
	if r.Method == http.MethodGet && res.Executed && len(res.Errors) == 0 {
		hash := sha256.Sum256(res.Body)
		tag := `W/"` + base64.RawURLEncoding.EncodeToString(hash[:12]) + `"`
		h.Set("ETag", tag)
		h.Set("Cache-Control", "private, no-cache")
		if matchesTag(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	} else {
		h.Set("Cache-Control", "no-store")
	}
	s.write(w, r, status, res.Body)
}

func matchesTag(header, tag string) bool {
	for t := range strings.SplitSeq(header, ",") {
		if t = strings.TrimSpace(t); t == "*" || strings.TrimPrefix(t, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// securityHeaders are those of every answer.
func securityHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		next.ServeHTTP(w, r)
	})
}
