package server

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// notebooks is the text that shows exports in notebooks, with the story's
// entities for those of its examples.
func notebooks(t *testing.T, url string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "dashboards", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("http://127.0.0.1:8080", url, "Chile", "MEX", "Peru", "USA").Replace(string(text))
}

// TestNotebookQueries asks every export that the examples ask.
func TestNotebookQueries(t *testing.T) {
	r := serve(t, Config{})
	urls := regexp.MustCompile(`"(`+regexp.QuoteMeta(r.url)+`/export/[^"]+)"`).FindAllStringSubmatch(notebooks(t, r.url), -1)
	if len(urls) < 3 {
		t.Errorf("there are only %d examples", len(urls))
	}
	for _, u := range urls {
		if res, body := send(t, "GET", u[1], ""); res.StatusCode != http.StatusOK || len(body) < 100 {
			t.Errorf("%s: %d %s", u[1], res.StatusCode, body)
		}
	}
}

// TestNotebookInPython runs the example that needs Python alone.
func TestNotebookInPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		lacking(t, "python", "install it: apt-get install python3")
	}
	_, rest, found := strings.Cut(notebooks(t, serve(t, Config{}).url), "what Python brings along:\n\n")
	code, _, ended := strings.Cut(rest, "\n\n")
	if !found || !ended {
		t.Fatal("the example is gone")
	}
	out, err := exec.Command(python, "-c", strings.ReplaceAll("\n"+code, "\n    ", "\n")).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "STATEMENT No foreign ship") {
		t.Errorf("%v: %s", err, out)
	}
}

// TestNotebookInObservable runs the cells with Observable's runtime, and holds
// that the plot has as many bars as the export has rows.
func TestNotebookInObservable(t *testing.T) {
	needNode(t)
	_, rest, found := strings.Cut(notebooks(t, serve(t, Config{}).url), "In Observable:\n\n")
	cells, _, ended := strings.Cut(rest, "\n\n")
	if !found || !ended {
		t.Fatal("the example is gone")
	}
	file := filepath.Join(t.TempDir(), "cells")
	if err := os.WriteFile(file, []byte(cells), 0o600); err != nil {
		t.Fatal(err)
	}
	node(t, "notebook.mjs", file)
}
