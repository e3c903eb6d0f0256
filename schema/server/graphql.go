package server

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"dateline/schema/exec"
)

// params are the parameters of a GraphQL request, as GET and POST give them.
type params struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

func (p *params) request() exec.Request {
	return exec.Request{Query: p.Query, Operation: p.OperationName, Variables: p.Variables}
}

// A httpError is a request that is not well formed.
type httpError struct {
	status        int
	code, message string
}

// Error is the message.
func (e *httpError) Error() string { return e.message }

func badRequest(message string) error {
	return &httpError{http.StatusBadRequest, exec.CodeBadRequest, message}
}

// serveGraphQL answers one request, whatever it comes by.
func (s *Server) serveGraphQL(w http.ResponseWriter, r *http.Request) {
	if webSocket(r) {
		s.serveWebSocket(w, r)
		return
	}
	w.Header().Add("Vary", "Accept")
	media := negotiate(r.Header.Values("Accept"))
	if media == "" {
		s.refuse(w, r, http.StatusNotAcceptable, exec.CodeBadRequest, "accepted are application/graphql-response+json, application/json and text/event-stream")
		return
	}
	p, done, err := s.readParams(w, r)
	defer done()
	if err == nil {
		err = s.admitDocument(p)
	}
	if err != nil {
		s.refuseError(w, r, err)
		return
	}
	if media == mediaStream {
		if r.ContentLength < 0 || r.ContentLength > largeBody { // a stream may last, and with it what it was asked with
			s.refuse(w, r, http.StatusRequestEntityTooLarge, exec.CodeTooLarge, "what asks for a stream has to tell its length, which may not be over 64 KiB")
			return
		}
		s.serveStream(w, r, p)
		return
	}
	if !keyOf(r.Context()).may("read") {
		s.refuse(w, r, http.StatusForbidden, "FORBIDDEN", "this key is not good for queries")
		return
	}
	s.answer(w, r, media, func(ctx context.Context) *exec.Response { return s.exec.Execute(ctx, p.request()) })
}

// answer waits for a slot, runs under the deadline, and sends the response.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, media string, run func(context.Context) *exec.Response) {
	ctx, cancel := context.WithTimeout(r.Context(), s.config.Timeout)
	defer cancel()
	release, ok := s.slot(ctx)
	if !ok {
		w.Header().Set("Retry-After", "1")
		s.refuse(w, r, http.StatusServiceUnavailable, "OVERLOADED", "the server is busy: try again")
		return
	}
	start := time.Now()
	res := run(ctx)
	release()
	s.note(r, res, time.Since(start))
	s.send(w, r, media, res)
}

// slotWait is how long a request waits for others to end.
const slotWait = 2 * time.Second

func (s *Server) slot(ctx context.Context) (release func(), ok bool) {
	timer := time.NewTimer(slotWait)
	defer timer.Stop()
	select {
	case s.slots <- struct{}{}:
		return func() { <-s.slots }, true
	case <-timer.C:
	case <-ctx.Done():
	}
	return nil, false
}

// The media types of answers.
const (
	mediaGraphQL = "application/graphql-response+json"
	mediaJSON    = "application/json"
	mediaStream  = "text/event-stream"
)

// negotiate chooses the media type of the answer by the header's order and
// weights; "" if none is acceptable.
func negotiate(accept []string) string {
	header := strings.Join(accept, ",")
	if strings.TrimSpace(header) == "" {
		return mediaJSON
	}
	best, bestWeight := "", 0.0
	for part := range strings.SplitSeq(header, ",") {
		media, args, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		weight := 1.0
		if q, ok := args["q"]; ok {
			if json.Unmarshal([]byte(q), &weight) != nil {
				continue
			}
		}
		if charset, ok := args["charset"]; ok && !strings.EqualFold(charset, "utf-8") {
			continue
		}
		switch media {
		case "*/*", "application/*":
			media = mediaJSON
		case mediaGraphQL, mediaJSON, mediaStream:
		default:
			continue
		}
		if weight > bestWeight {
			best, bestWeight = media, weight
		}
	}
	return best
}

// readParams reads the parameters of GET or POST. done is to be called when
// they are not needed any more.
func (s *Server) readParams(w http.ResponseWriter, r *http.Request) (p *params, done func(), err error) {
	switch r.Method {
	case http.MethodGet:
		p, err = s.queryParams(r)
		return p, func() {}, err
	case http.MethodPost:
		return s.bodyParams(w, r)
	}
	w.Header().Set("Allow", "GET, POST, OPTIONS")
	return nil, func() {}, &httpError{http.StatusMethodNotAllowed, exec.CodeBadRequest, "GraphQL is asked for by GET or POST"}
}

func (s *Server) queryParams(r *http.Request) (*params, error) {
	q := r.URL.Query()
	p := &params{Query: q.Get("query"), OperationName: q.Get("operationName")}
	for _, part := range []struct {
		name string
		into *map[string]any
	}{{"variables", &p.Variables}, {"extensions", &p.Extensions}} {
		if text := q.Get(part.name); text != "" {
			if err := decodeJSON(strings.NewReader(text), part.into); err != nil {
				return nil, badRequest(part.name + " has to be a JSON object: " + err.Error())
			}
		}
	}
	if s.config.Hardened && p.Query != "" {
		return nil, &httpError{http.StatusMethodNotAllowed, exec.CodeBadRequest, "this server takes queries by POST; by GET, persisted ones only"}
	}
	return p, nil
}

func (s *Server) bodyParams(w http.ResponseWriter, r *http.Request) (p *params, done func(), err error) {
	media, args, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != mediaJSON {
		return nil, func() {}, &httpError{http.StatusUnsupportedMediaType, exec.CodeBadRequest, "the body has to be application/json"}
	}
	if charset := args["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
		return nil, func() {}, &httpError{http.StatusUnsupportedMediaType, exec.CodeBadRequest, "the body has to be UTF-8"}
	}
	body, done, err := s.readBody(w, r)
	if err == nil {
		p, err = parseParams(body)
	}
	return p, done, err
}

// parseParams reads a request in JSON. Every parameter must be of its type.
func parseParams(body []byte) (*params, error) {
	if overgrown(body) {
		return nil, &httpError{http.StatusBadRequest, exec.CodeTooLarge, "the JSON nests too deeply, or holds too many values"}
	}
	var p params
	if err := decodeJSON(bytes.NewReader(body), &p); err != nil {
		return nil, badRequest("the request has to be a JSON object with query, operationName, variables, extensions: " + err.Error())
	}
	return &p, nil
}

// decodeJSON reads one value, keeps numbers as they are written, and says what
// is wrong in words that name no type of Go.
func decodeJSON(r io.Reader, into any) error {
	d := json.NewDecoder(r)
	d.UseNumber()
	err := d.Decode(into)
	if err == nil {
		if _, more := d.Token(); more != io.EOF {
			return errors.New("something follows the object")
		}
		return nil
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Errorf("%s cannot be of type %s", cmp.Or(wrong.Field, "it"), wrong.Value)
	}
	return errors.New("it does not parse")
}
