package server

import (
	"compress/gzip"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// minCompressed is the size from which compression pays.
const minCompressed = 1024

// A compressor is a writer that can be used again.
type compressor interface {
	io.WriteCloser
	Reset(io.Writer)
}

// compressors are the content codings, by name, those preferred first.
var compressors = []struct {
	name string
	pool *sync.Pool
}{
	{"zstd", &sync.Pool{New: func() any {
		w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
		if err != nil { // the options are constant
			return nil
		}
		return w
	}}},
	{"gzip", &sync.Pool{New: func() any {
		w, err := gzip.NewWriterLevel(nil, gzip.BestSpeed)
		if err != nil { // the level is constant
			return nil
		}
		return w
	}}},
}

// write sends a body, compressed if the client takes it.
func (s *Server) write(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	h := w.Header()
	h.Add("Vary", "Accept-Encoding")
	accepted := strings.Join(r.Header.Values("Accept-Encoding"), ",")
	for _, c := range compressors {
		if len(body) < minCompressed || !accepts(accepted, c.name) {
			continue
		}
		z, ok := c.pool.Get().(compressor)
		if !ok {
			continue
		}
		defer c.pool.Put(z)
		h.Set("Content-Encoding", c.name)
		w.WriteHeader(status)
		z.Reset(w)
		_, _ = z.Write(body) // the client may be gone
		_ = z.Close()
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// accepts tells whether a header lists a coding with a weight above 0.
func accepts(header, coding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, args, _ := strings.Cut(part, ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		q, weighted := strings.CutPrefix(strings.ReplaceAll(args, " ", ""), "q=")
		weight, err := strconv.ParseFloat(q, 64)
		return !weighted || err == nil && weight > 0
	}
	return false
}
