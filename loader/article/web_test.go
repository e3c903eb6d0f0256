package article

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// site answers as sites do, good and bad.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	answer := func(path, contentType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			fmt.Fprint(w, body)
		})
	}
	answer("/page", "text/html; charset=windows-1252", "<html><body><p>The caf\xE9 is closed, said the owner, and that is that.</p></body></html>")
	answer("/text.md", "text/plain", "# News\n\nThe owner of the place said that it is *closed*.")
	answer("/packed", "application/octet-stream", packed(`{"id": "p", "text": "The owner of the place said that it is closed."}`))
	answer("/large", "text/plain", strings.Repeat(good, 20_000))
	answer("/feed", "application/rss+xml", `<rss version="2.0"><channel><title>T</title><item><link>http://a.example/1</link><description>The first of them.</description></item></channel></rss>`)
	mux.HandleFunc("/gzip-bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 64 {
			z.Write(make([]byte, mebi))
		}
		z.Close()
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, good)
	})
	for from, to := range map[string]string{
		"/moved": "/page", "/loop": "/loop", "/file": "file:///etc/hostname", "/nowhere": "",
		"/inside": "http://127.0.0.1:9/secret", "/inside6": "http://[::1]:9/", "/meta": "http://169.254.169.254/latest",
		"/name": "http://localhost:9/",
	} {
		mux.HandleFunc(from, func(w http.ResponseWriter, _ *http.Request) {
			if to != "" {
				w.Header().Set("Location", to)
			}
			w.WriteHeader(http.StatusFound)
		})
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestWeb(t *testing.T) {
	at := site(t).URL
	articles, failures := readAll(t, Config{}, at+"/page", at+"/text.md", at+"/packed", at+"/moved", at+"/feed")
	if len(articles) != 5 || len(failures) != 0 {
		t.Fatalf("%d articles, failures %v", len(articles), failures)
	}
	check(t, articles[0], Article{
		Key: at + "/page", URL: at + "/page", Canonical: at + "/page", Source: at + "/page", Language: "en",
		Text: "The café is closed, said the owner, and that is that.",
	})
	if a := articles[1]; a.Title != "News" || a.URL != at+"/text.md" || a.Text != "The owner of the place said that it is closed." {
		t.Errorf("%#v", a)
	}
	if a := articles[2]; a.Key != "p" || a.Source != at+"/packed:1" && a.Source != at+"/packed" {
		t.Errorf("%#v", a)
	}
	if a := articles[3]; a.Source != at+"/moved" || a.URL != at+"/page" || a.Key != at+"/page" {
		t.Errorf("%#v", a)
	}
	if a := articles[4]; a.Key != "http://a.example/1" || a.Publisher != "T" {
		t.Errorf("%#v", a)
	}
}

func TestWebFailures(t *testing.T) {
	at := site(t).URL
	for path, reason := range map[string]string{
		"/none": "404", "/large": "more than 1048576 bytes", "/gzip-bomb": "more than 1048576 bytes",
		"/slow": "300ms", "/cut": "cut off", "/loop": "more than 5 times", "/file": "scheme file", "/nowhere": "without saying where",
		"/inside": "private address 127.0.0.1", "/inside6": "private address ::1", "/meta": "private address 169.254.169.254",
		"/name": "private address",
	} {
		config := Config{MaxDownload: mebi}
		if path == "/slow" {
			config.Timeout = 300 * time.Millisecond
		}
		articles, failures := readAll(t, config, at+path)
		if len(articles) != 0 || len(failures) != 1 || !strings.Contains(failures[0].Reason.Error(), reason) {
			t.Errorf("%s: failures %v, want %q", path, failures, reason)
		}
	}
}

func TestPasswordStaysOut(t *testing.T) {
	at := strings.Replace(site(t).URL, "http://", "http://me:secret@", 1)
	articles, failures := readAll(t, Config{}, at+"/page", at+"/none")
	if len(articles) != 1 || len(failures) != 1 || strings.Contains(fmt.Sprint(articles, failures), "secret") {
		t.Errorf("%v %v", articles, failures)
	}
}

func TestRefusePrivate(t *testing.T) {
	for address, private := range map[string]bool{
		"93.184.215.14": false, "2606:2800:21f:cb07::1": false, "10.1.2.3": true, "172.16.0.1": true, "192.168.1.1": true,
		"127.0.0.1": true, "0.0.0.0": true, "169.254.169.254": true, "100.64.0.1": true, "224.0.0.1": true, "::1": true,
		"fe80::1": true, "fd00::1": true, "::ffff:10.0.0.1": true, "64:ff9b::a00:1": true, "2002:a00:1::": true,
	} {
		if err := refusePrivate(netip.MustParseAddr(address)); (err != nil) != private {
			t.Errorf("%s: %v, want private %v", address, err, private)
		}
	}
}
