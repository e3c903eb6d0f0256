package article

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// fuzz reads the bytes as a file of a suffix and checks what holds for every
// result, whatever the bytes are.
func fuzz(f *testing.F, suffix string, seeds ...string) {
	files, _ := filepath.Glob("testdata/*.*")
	for _, name := range files {
		// Without a suffix the bytes of all formats are tried.
		if !strings.HasPrefix(filepath.Ext(name), suffix) && !strings.HasPrefix(suffix, filepath.Ext(name)) {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	reader := New(Config{MaxLine: 1 << 16, MaxDocument: 1 << 16, MaxPage: 1 << 16, MaxTree: 20_000, MaxText: 10_000})
	f.Fuzz(func(t *testing.T, data []byte) {
		name, results := "input"+suffix, 0
		out := &sink{ctx: context.Background(), yield: func(r Result) bool {
			results++
			holds(t, r, name)
			return true
		}}
		in := &stream{name: name, in: newBuffered(bytes.NewReader(data)), named: formatOfName(name)}
		if err := out.failed(name, reader.stream(in, out)); err != nil {
			t.Fatal(err)
		}
		if results == 0 && strings.TrimSpace(string(data)) == "" {
			t.Error("an empty file is no failure")
		}
	})
}

func holds(t *testing.T, r Result, name string) {
	if (r.Article == nil) == (r.Failure == nil) {
		t.Fatal("a result is neither an article nor a failure, or both")
	}
	if f := r.Failure; f != nil {
		if !strings.HasPrefix(f.Source, name) || f.Reason.Error() == "" {
			t.Errorf("failure %#v", f)
		}
		return
	}
	a := r.Article
	if !utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "" || strings.Contains(a.Text, "\x00") ||
		strings.Contains(a.Text, marker) && strings.HasSuffix(name, ".html") {
		t.Errorf("text %q", a.Text)
	}
	for _, field := range []string{a.Key, a.ID, a.Title, a.URL, a.Canonical, a.Publisher, a.Language} {
		if !utf8.ValidString(field) || utf8.RuneCountInString(field) > maxField || strings.Contains(field, "\x00") {
			t.Errorf("field %q", field)
		}
	}
	if a.Key == "" || a.Language == "" || len(a.ContentHash) != 64 || !strings.HasPrefix(a.Source, name) {
		t.Errorf("%#v", a)
	}
	for _, d := range []Date{a.Published, a.Modified} {
		if again, ok := parseDate(d.Value); (d.Value == "") != (d.Basis == "") || d.Value != "" && (!ok || again != d.Value) {
			t.Errorf("date %#v", d)
		}
	}
}

func FuzzLines(f *testing.F) {
	fuzz(f, ".jsonl", `{"html": "<p>a<b>b</b> c</p>", "url": "http://a.example"}`, "{}\n[]\nnull\n\"\\ud800\"", packed("{\"text\": \"a\"}"))
}

func FuzzJSON(f *testing.F) {
	fuzz(f, ".json", `[{"text": "a"}, 1]`, `{"@graph": [[{"@type": ["Report"]}]]}`)
}

func FuzzPage(f *testing.F) {
	fuzz(f, ".html", `<meta charset=utf-16><p>a<br>b<td>c`, `<script type="application/ld+json">[{"@type":"Article","articleBody":"a"}]</script>`)
}

func FuzzFeed(f *testing.F) {
	fuzz(f, ".xml", `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">&lt;p>a</content></entry></feed>`,
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item><description>a</description></item></rdf:RDF>`)
}

func FuzzText(f *testing.F) { fuzz(f, ".txt", "\xFF\xFEa\x00", "---\na: b\n---\n", "caf\xE9") }

func FuzzMarkdown(f *testing.F) { fuzz(f, ".md", "> * a\n\n|a|\n|-|\n", "[a](b)<p>c") }

func FuzzUnclear(f *testing.F) { fuzz(f, "", "<html>", "{", "[{", "<?xml?>", "a", "\x1F\x8B") }

func FuzzCanonicalURL(f *testing.F) {
	f.Add("HTTP://A.example:80/../x?utm_a=1#f")
	f.Fuzz(func(t *testing.T, raw string) {
		if once := CanonicalURL(raw, nil); once != "" && CanonicalURL(once, nil) != once {
			t.Errorf("%q becomes %q, which becomes %q", raw, once, CanonicalURL(once, nil))
		}
	})
}
