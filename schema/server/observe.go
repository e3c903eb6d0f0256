package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"net/http"
	"time"

	"dateline/schema/exec"
)

// A line is what a request's line in the log tells beside its status.
type line struct {
	id    string
	attrs []any
}

type lineContext struct{}

// RequestID is the id of the request that a context belongs to; "" outside of one.
func RequestID(ctx context.Context) string {
	if t, ok := ctx.Value(lineContext{}).(*line); ok {
		return t.id
	}
	return ""
}

// observed gives each request an id, a line in the log and its metrics.
func (s *Server) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		t := &line{id: requestID(r)}
		w.Header().Set("X-Request-Id", t.id)
		rec := &recorder{ResponseWriter: w, status: http.StatusOK}
		// Streams set a deadline of their own before each event.
		_ = http.NewResponseController(w).SetWriteDeadline(start.Add(s.config.ReadTimeout + s.config.Timeout + slowReader))
		r = r.WithContext(context.WithValue(r.Context(), lineContext{}, t))
		defer func() {
			p, cut := recover(), false
			if p != nil && p != http.ErrAbortHandler {
				s.config.Log.Error("panic", "id", t.id, "cause", p)
				if cut = rec.wrote; !cut {
					s.refuse(rec, r, http.StatusInternalServerError, exec.CodeInternal, "internal error")
				}
			}
			took := time.Since(start)
			s.config.Metrics.request(r.Pattern, rec.status, took)
			level := slog.LevelInfo
			if quiet(r.URL.Path) {
				level = slog.LevelDebug
			}
			s.config.Log.Log(r.Context(), level, "request", append([]any{"id", t.id, "method", r.Method, "path", r.URL.Path,
				"status", rec.status, "bytes", rec.bytes, "ms", took.Milliseconds()}, t.attrs...)...)
			if p == http.ErrAbortHandler || cut { // the client has to see that the rest is missing
				panic(http.ErrAbortHandler)
			}
		}()
		next.ServeHTTP(rec, r)
	})
}

// slowReader is how long a client may take to receive an answer.
const slowReader = 30 * time.Second

func quiet(path string) bool { return path == "/healthz" || path == "/readyz" || path == "/metrics" }

// note tells log and metrics of an answer: the operation's name and hash, its
// cost and the codes of its errors, never its text or variables.
func (s *Server) note(r *http.Request, res *exec.Response, took time.Duration) {
	t, ok := r.Context().Value(lineContext{}).(*line)
	if !ok {
		return
	}
	tell(r.Context(), res)
	codes := map[string]bool{}
	for _, e := range res.Errors {
		codes[e.Code] = true
		s.config.Metrics.errors.WithLabelValues(e.Code).Inc()
	}
	if res.Hash != "" {
		t.attrs = append(t.attrs, "operation", clip(res.Name), "hash", res.Hash, "cost", res.Cost)
		s.config.Metrics.cost.Observe(float64(res.Cost))
		s.config.Metrics.duration.Observe(took.Seconds())
	}
	for code := range codes {
		t.attrs = append(t.attrs, "error", code)
	}
}

func clip(name string) string {
	if len(name) > 80 {
		return name[:80]
	}
	return name
}

// requestID takes the client's id if it is a plain one.
func requestID(r *http.Request) string {
	id := r.Header.Get("X-Request-Id")
	ok := len(id) > 0 && len(id) <= 64
	for i := 0; i < len(id) && ok; i++ {
		c := id[i]
		ok = c == '-' || c == '_' || c == '.' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	if ok {
		return id
	}
	b := make([]byte, 8)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

// A recorder remembers status and size of an answer.
type recorder struct {
	http.ResponseWriter
	status, bytes int
	wrote         bool
}

// WriteHeader notes the status.
func (r *recorder) WriteHeader(status int) {
	if !r.wrote {
		r.status, r.wrote = status, true
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write notes the size.
func (r *recorder) Write(b []byte) (int, error) {
	r.wrote = true
	n, err := r.ResponseWriter.Write(b)
	r.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
