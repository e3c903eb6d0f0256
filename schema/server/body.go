package server

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"time"

	"dateline/schema/exec"
)

// The bounds that keep the bodies of many requests from adding up in memory.
const (
	// maxJSONDepth and maxJSONValues bound the nesting of requests, and how
	// many values and keys they hold: decoded, each needs many times its bytes.
	maxJSONDepth  = 64
	maxJSONValues = 10_000
	// largeBody is the size in bytes from which a body counts as large, and
	// largeBodies is how many of these are read and answered at once. Messages
	// of a WebSocket may not be larger.
	largeBody   = 64 << 10
	largeBodies = 16
	// largeWait is how long a large body waits for others to be answered.
	largeWait = 5 * time.Second
)

// readBody reads the body of a request. What is large waits for its turn, which
// lasts until done is called.
func (s *Server) readBody(w http.ResponseWriter, r *http.Request) (body []byte, done func(), err error) {
	from := http.MaxBytesReader(w, r.Body, s.config.MaxBody)
	done = func() {}
	body, err = io.ReadAll(io.LimitReader(from, largeBody))
	if err == nil && len(body) == largeBody {
		timer := time.NewTimer(largeWait)
		defer timer.Stop()
		select {
		case s.large <- struct{}{}:
			done = func() { <-s.large }
		case <-timer.C:
			return nil, done, &httpError{http.StatusServiceUnavailable, "OVERLOADED", "the server is busy with large requests: try again"}
		case <-r.Context().Done():
			return nil, done, r.Context().Err()
		}
		all := bytes.NewBuffer(body)
		_, err = all.ReadFrom(from)
		body = all.Bytes()
	}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		err = &httpError{http.StatusRequestEntityTooLarge, exec.CodeTooLarge, "the body is larger than the server accepts"}
	case err != nil:
		err = &httpError{http.StatusRequestTimeout, exec.CodeBadRequest, "the body did not arrive in time"}
	}
	return body, done, err
}

// overgrown tells by the brackets, colons and commas outside of strings whether
// JSON nests deeper or holds more than a request may.
func overgrown(body []byte) bool {
	level, values, quoted := 0, 0, false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ',' || c == ':':
			values++
		case c == '{' || c == '[':
			level++
			values++
		case c == '}' || c == ']':
			level--
		}
		if level > maxJSONDepth || values > maxJSONValues {
			return true
		}
	}
	return false
}
