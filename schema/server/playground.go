package server

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"mime"
	"net/http"
	"path"
)

// playgroundFiles are GraphiQL, built by playground/build.mjs, and its page.
//
//go:embed playground/index.html playground/dist
var playgroundFiles embed.FS

// pagesPolicy lets pages load from this server and ask it alone.
const pagesPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// pagePolicy sets the policy of pages for a handler that serves some.
func pagePolicy(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", pagesPolicy)
		next.ServeHTTP(w, r)
	})
}

// An example is a named query as the playground opens it.
type example struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

// playground serves the page, its files, and the examples that it opens on.
func (s *Server) playground() http.Handler {
	mux := http.NewServeMux()
	for name, file := range map[string]string{
		"": "index.html", "playground.js": "dist/playground.js", "playground.css": "dist/playground.css", "LICENSES.txt": "dist/LICENSES.txt",
	} {
		body, err := playgroundFiles.ReadFile("playground/" + file)
		if err == nil { // the files are embedded
			mux.Handle("GET /playground/"+name+end(name), s.static(mime.TypeByExtension(path.Ext(file)), body))
		}
	}
	examples := []example{}
	for _, name := range s.documents.names {
		examples = append(examples, example{name, s.documents.byName[name]})
	}
	list, err := json.Marshal(examples)
	if err != nil { // strings alone
		list = []byte("[]")
	}
	mux.Handle("GET /playground/queries.json", s.static("application/json", list))
	return mux
}

// end makes the pattern of a folder match the folder alone.
func end(name string) string {
	if name == "" {
		return "{$}"
	}
	return ""
}

// static serves a file that does not change while the server runs.
func (s *Server) static(media string, body []byte) http.Handler {
	hash := sha256.Sum256(body)
	tag := `"` + base64.RawURLEncoding.EncodeToString(hash[:12]) + `"`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Type", media)
		h.Set("Content-Security-Policy", pagesPolicy)
		h.Set("Cache-Control", "no-cache")
		h.Set("ETag", tag)
		if matchesTag(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		s.write(w, r, http.StatusOK, body)
	})
}
