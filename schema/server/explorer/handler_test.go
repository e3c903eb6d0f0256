package explorer

import (
	"compress/gzip"
	"io"
	"io/fs"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestPagesAreServed holds the policy, the types, and that what has not
// changed is not sent again.
func TestPagesAreServed(t *testing.T) {
	handler := Handler()
	for path, media := range map[string]string{"/": "text/html", "/app.js": "text/javascript", "/style.css": "text/css", "/icon.svg": "image/svg+xml"} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		h := w.Result().Header
		if w.Code != 200 || !strings.HasPrefix(h.Get("Content-Type"), media) {
			t.Errorf("%s: %d %s", path, w.Code, h.Get("Content-Type"))
		}
		if csp := h.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'self'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", path, csp)
		}
		again := httptest.NewRequest("GET", path, nil)
		again.Header.Set("If-None-Match", h.Get("ETag"))
		w = httptest.NewRecorder()
		if handler.ServeHTTP(w, again); w.Code != 304 || w.Body.Len() != 0 {
			t.Errorf("%s again: %d with %d bytes", path, w.Code, w.Body.Len())
		}
	}
	for path, code := range map[string]int{"/nothing": 404, "/../handler.go": 404, "/index.html": 404, "/static/app.js": 404} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", "/", nil)
		r.URL.Path = path
		if handler.ServeHTTP(w, r); w.Code != code {
			t.Errorf("%s: %d, want %d", path, w.Code, code)
		}
	}
	w := httptest.NewRecorder()
	if handler.ServeHTTP(w, httptest.NewRequest("POST", "/", nil)); w.Code != 405 {
		t.Errorf("POST: %d", w.Code)
	}
}

// TestPackedPages holds that the packed file is the file.
func TestPackedPages(t *testing.T) {
	r := httptest.NewRequest("GET", "/timeline.js", nil)
	r.Header.Set("Accept-Encoding", "br, gzip")
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	zip, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	if want, _ := files.ReadFile("static/timeline.js"); string(got) != string(want) {
		t.Error("the packed file is another one")
	}
}

// TestFirstViewIsSmall bounds what a browser loads, unpacked, and holds that
// nothing in it makes markup of text or leads to another host unasked.
func TestFirstViewIsSmall(t *testing.T) {
	total := 0
	err := fs.WalkDir(files, "static", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := files.ReadFile(name)
		total += len(body)
		for _, never := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser", "@import"} {
			if strings.Contains(string(body), never) {
				t.Errorf("%s has %s", name, never)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if t.Logf("all files: %d bytes", total); total >= 150_000 {
		t.Errorf("the files have %d bytes, of 150,000 allowed", total)
	}
}
