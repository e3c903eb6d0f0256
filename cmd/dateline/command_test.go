package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// command runs a command line and gives its output, messages and exit code.
func command(t *testing.T, stdin string, args ...string) (out, messages string, code int) {
	t.Helper()
	var o, m bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &o, &m)
	return o.String(), m.String(), code
}

func store(t *testing.T) string {
	t.Helper()
	return "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
}

func loadSample(t *testing.T) string {
	t.Helper()
	s := store(t)
	if _, messages, code := command(t, sampleArticles, "load", "--store", s, "-"); code != exitDone {
		t.Fatalf("load: exit code %d: %s", code, messages)
	}
	return s
}

// TestSampleStories reads off the sample's graph what its stories tell.
func TestSampleStories(t *testing.T) {
	s := loadSample(t)
	if out, _, code := command(t, "", "check", "--store", s); code != exitDone {
		t.Errorf("check: %s", out)
	}
	for _, test := range []struct {
		args []string
		want []string
	}{
		{[]string{"timeline", "Chile", "Peru"}, []string{"Ledesma", "Quiroga"}},
		{[]string{"timeline", "Tomás Ledesma", "--kind", "statement"}, []string{"We oppose it", "I support the moratorium"}},
		{[]string{"relationship", "Finland", "Estonia"}, []string{"Finland", "Estonia"}},
		{[]string{"search", "undersea", "cables"}, []string{"patrol"}},
		{[]string{"show", "Aino Harjula"}, []string{`"title": "prime minister"`}},
		{[]string{"path", "Aino Harjula", "Liis Raudkivi"}, []string{"Raudkivi"}},
	} {
		out, messages, code := command(t, "", append(test.args, "--store", s)...)
		if code != exitDone {
			t.Errorf("%v: exit code %d: %s", test.args, code, messages)
		}
		for _, w := range test.want {
			if !strings.Contains(strings.ToLower(out), strings.ToLower(w)) {
				t.Errorf("%v: no %q in\n%s", test.args, w, out)
			}
		}
	}
}

// TestExportIsTheSame loads the sample twice, in another order and by pieces.
func TestExportIsTheSame(t *testing.T) {
	first := loadSample(t)
	want, _, _ := command(t, "", "export", "--store", first)
	lines := strings.SplitAfter(strings.TrimSpace(sampleArticles)+"\n", "\n")
	second := store(t)
	for end := len(lines); end > 0; end -= 7 {
		piece := strings.Join(lines[max(0, end-7):end], "")
		for range 2 {
			if _, messages, code := command(t, piece, "load", "--store", second, "--jobs", "3", "-"); code != exitDone {
				t.Fatalf("load: %s", messages)
			}
		}
	}
	if got, _, _ := command(t, "", "export", "--store", second); got != want {
		t.Error("another order of loading gives another export")
	}
	if len(want) < 10000 {
		t.Errorf("the export has only %d bytes", len(want))
	}
}

// TestExitCodes holds the table of exit codes.
func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := write("good.jsonl", `{"id":"a","text":"Ana Lund met Per Aas in Oslo on Monday.","published_at":"2025-03-04"}`+"\n")
	bad := write("bad.jsonl", "{broken\n")
	foreign := write("foreign.db", "this is no database, whatever its name says, and it is long enough to be looked at")
	for _, test := range []struct {
		name string
		args []string
		want int
		says string
	}{
		{"good", []string{"load", "--store", store(t), good}, exitDone, ""},
		{"some fail", []string{"load", "--store", store(t), good, bad}, exitSomeFailed, "bad.jsonl"},
		{"one missing", []string{"load", "--store", store(t), good, filepath.Join(dir, "none.txt")}, exitSomeFailed, "none.txt"},
		{"only missing", []string{"load", "--store", store(t), filepath.Join(dir, "none.txt")}, exitFailed, "none.txt"},
		{"no such command", []string{"laod"}, exitFailed, "laod"},
		{"no store", []string{"timeline", "--store", store(t), "Norway"}, exitUnreachable, "load articles first"},
		{"foreign store", []string{"load", "--store", "sqlite:" + foreign, good}, exitIncompatible, "foreign.db"},
		{"wrong store", []string{"load", "--store", "mysql:x", good}, exitFailed, "mysql:x"},
		{"bad date", []string{"timeline", "--store", loadSample(t), "--from", "soon", "Chile"}, exitFailed, "soon"},
		{"unknown name", []string{"timeline", "--store", loadSample(t), "Nobody At All"}, exitFailed, "Nobody At All"},
		{"extract some fail", []string{"extract", good, bad}, exitSomeFailed, "bad.jsonl"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, messages, code := command(t, "", test.args...)
			if code != test.want || !strings.Contains(messages, test.says) {
				t.Errorf("exit code %d, want %d; messages: %s", code, test.want, messages)
			}
			if strings.Count(messages, "\n") > 12 {
				t.Errorf("too many lines: %s", messages)
			}
		})
	}
}

// TestExtractContract looks at the fields that other programs read.
func TestExtractContract(t *testing.T) {
	text := "“We will build it,” Ana Lund, the president of Norway, said on Monday. Größe: 3 µm."
	article, _ := json.Marshal(map[string]string{"id": "a1", "text": text, "published_at": "2025-03-05"})
	out, messages, code := command(t, string(article)+"\n", "extract", "--tokens", "-")
	if code != exitDone {
		t.Fatal(messages)
	}
	var line struct {
		Article    struct{ ID, Text string }
		Statements []struct {
			Form    string
			Content [][2]int
			Source  struct{ Entity *string }
			Date    struct{ Value, Basis string }
		}
		Tokens [][]any
	}
	if err := json.Unmarshal([]byte(out), &line); err != nil {
		t.Fatal(err)
	}
	if line.Article.ID != "a1" || line.Article.Text != text || len(line.Tokens) < 15 || len(line.Statements) == 0 {
		t.Fatalf("got %s", out)
	}
	s := line.Statements[0]
	if got := string([]rune(text)[s.Content[0][0]:s.Content[0][1]]); strings.Trim(got, ",") != "We will build it" || s.Form != "direct" || s.Source.Entity == nil {
		t.Errorf("statement %+v says %q", s, got)
	}
	if s.Date.Value != "2025-03-03" || s.Date.Basis != "RELATIVE" {
		t.Errorf("dated %+v", s.Date)
	}
}
