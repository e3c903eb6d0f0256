package explorer

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
)

//go:embed static
var files embed.FS

// policy lets the pages load from and ask their own server alone.
const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// A page is a file as it is sent.
type page struct {
	media, tag   string
	body, zipped []byte
}

// Handler serves the explorer at /. Every view is the one page with a query
// behind it, so any path other than those of its files is not found.
func Handler() http.Handler {
	pages := map[string]page{}
	// The files are embedded: reading them does not fail.
	_ = fs.WalkDir(files, "static", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		pages["/"+strings.TrimPrefix(name, "static/")] = newPage(name, body)
		return nil
	})
	pages["/"] = pages["/index.html"]
	delete(pages, "/index.html")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, known := pages[r.URL.Path]
		switch {
		case !known:
			http.NotFound(w, r)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "pages are read with GET", http.StatusMethodNotAllowed)
		default:
			p.serve(w, r)
		}
	})
}

func newPage(name string, body []byte) page {
	hash := sha256.Sum256(body)
	p := page{media: mime.TypeByExtension(path.Ext(name)), tag: `"` + base64.RawURLEncoding.EncodeToString(hash[:12]) + `"`, body: body}
	if path.Ext(name) == ".js" { // systems disagree on the type of scripts
		p.media = "text/javascript; charset=utf-8"
	}
	var zipped bytes.Buffer
	zip, _ := gzip.NewWriterLevel(&zipped, gzip.BestCompression) // the level is valid
	if _, err := zip.Write(body); err == nil && zip.Close() == nil {
		p.zipped = zipped.Bytes()
	}
	return p
}

func (p page) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", p.media)
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", p.tag)
	h.Add("Vary", "Accept-Encoding")
	if strings.Contains(r.Header.Get("If-None-Match"), p.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := p.body
	if len(p.zipped) > 0 && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = p.zipped
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body) // a reader who is gone needs no answer; HEAD has no body
}
