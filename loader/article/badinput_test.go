package article

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"
)

const good = "The minister said on Monday that the talks will go on, and that she has not given up on them.\n"

// A bad is an input that must fail, with words that its reason must have.
type bad struct{ data, reason string }

func badFiles() map[string]bad {
	return map[string]bad{
		"empty.txt":          {"", "is empty"},
		"blank.html":         {" \n\t\n", "is empty"},
		"binary.txt":         {"\x00\x01\x02\xFF\xFEabc\x00", "NUL"},
		"late-nul.txt":       {strings.Repeat(good, 100) + "\x00" + good, "NUL"},
		"nul.jsonl":          {"{\"text\": \"a\x00b\"}\n", "no valid JSON"},
		"escaped-nul.jsonl":  {`{"id": "n", "text": "a\u0000b"}`, "NUL at character 1"},
		"picture.txt":        {"\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR", "image/png"},
		"paper.md":           {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "application/pdf"},
		"encoding.txt":       {"Die Stra\xDFe \x81\x8D\x8F ist", "save it as UTF-8"},
		"encoding.jsonl":     {"{\"text\": \"Stra\xDFe\"}\n", "is not UTF-8"},
		"cut.json":           {`{"text": "cut`, "cut off"},
		"cut-list.json":      {`[{"text": 5}, {"te`, "cut off"},
		"number.json":        {"42", "no object"},
		"array.jsonl":        {`["text"]`, "no object"},
		"type.jsonl":         {`{"id": "t", "text": 5}`, "`text` is a JSON number"},
		"nothing.jsonl":      {`{"id": "x", "body": "…"}`, "neither `text` nor `html`"},
		"blank.jsonl":        {`{"id": "b", "text": " \n "}`, "no text"},
		"date.jsonl":         {`{"text": "…", "published_at": "2025-02-30"}`, "2006-01-02"},
		"nested.html":        {strings.Repeat("<div>", 100_000) + "x", "inside one another"},
		"nested.jsonl":       {`{"html": "` + strings.Repeat("<b>", 100_000) + `x"}`, "inside one another"},
		"deep.json":          {strings.Repeat("[", 100_000), "no valid JSON"},
		"wide.html":          {"<p>" + strings.Repeat("<i a=1><b b=2><u c=3><p>", 100) + strings.Repeat("<p>x", 100_000), "too many elements"},
		"spans.html":         {strings.Repeat("<span>", 390) + strings.Repeat("<p>x</p>", 10_000), "too many elements"},
		"scripted.html":      {"<html><body><script>document.write('x')</script></body></html>", "no text was found"},
		"entities.xml":       {`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`, "declares entities"},
		"deep.xml":           {"<rss><channel>" + strings.Repeat("<a>", 100_000), "inside one another"},
		"other.xml":          {`<?xml version="1.0"?><urlset><url>x</url></urlset>`, "neither RSS nor Atom"},
		"cut.xml":            {`<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><tit`, "cannot be read"},
		"cut.txt.gz":         {packed(good)[:20], "cut off"},
		"damaged.txt.gz":     {packed(good)[:len(packed(good))-8] + "12345678", "damaged"},
		"twice.txt.gz":       {packed(packed(good)), "gzip inside gzip"},
		"bomb.jsonl.gz":      {packed(strings.Repeat("0", 64*mebi)), "times its size"},
		"bomb.txt.gz":        {packed(strings.Repeat("zero ", 16*mebi)), "larger than"},
		"long.txt":           {strings.Repeat("word ", 300_000), "limit of 1000000"},
		"large.txt":          {strings.Repeat("word ", 4*mebi), "larger than"},
		"line.jsonl":         {`{"text": "` + strings.Repeat("a", 50*mebi), "longer than"},
		"value.json":         {`{"text": "` + strings.Repeat("a", 50*mebi) + `"}`, "longer than"},
		"field.jsonl":        {`{"id": "` + strings.Repeat("i", 5000) + `", "text": "…"}`, "the id is longer"},
		"quotes.md":          {strings.Repeat(">", 200_000), "save it as .txt"},
		"front.txt":          {"Date: tomorrow\n\n" + good, "is no date"},
		"no-entries.xml":     {`<rss version="2.0"><channel><title>x</title></channel></rss>`, "without entries"},
		"no-list.json":       {`[]`, "empty list"},
		"rest.json":          {`[{"text": "…"}] x`, "something follows"},
		"graph.json":         {`{"@graph": [{"@type": "Person"}]}`, "JSON-LD without an article"},
		"ninjs-picture.json": {`{"uri": "urn:x", "type": "picture", "body_text": "x"}`, "only texts are read"},
	}
}

func packed(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

// TestBadBetweenGood puts every bad input between two good ones of a folder.
func TestBadBetweenGood(t *testing.T) {
	dir, badFiles := t.TempDir(), badFiles()
	for name, b := range badFiles {
		write(t, filepath.Join(dir, name), b.data)
		write(t, filepath.Join(dir, name+"-good.txt"), good)
	}
	articles, failures := readAll(t, Config{}, dir)
	reasons := map[string][]string{}
	for _, f := range failures {
		source := strings.TrimPrefix(f.Source, dir+"/")
		name := strings.TrimRight(source, "]:[0123456789")
		reasons[name] = append(reasons[name], f.Reason.Error())
		if len(f.Reason.Error()) > 500 {
			t.Errorf("%s: the reason has %d bytes", source, len(f.Reason.Error()))
		}
	}
	for name, b := range badFiles {
		if !strings.Contains(strings.Join(reasons[name], "\n"), b.reason) {
			t.Errorf("%s: reasons %q, want %q", name, reasons[name], b.reason)
		}
	}
	loaded := 0
	for _, a := range articles {
		if strings.HasSuffix(a.Source, "-good.txt") && a.Text == good {
			loaded++
		}
	}
	if loaded != len(badFiles) {
		t.Errorf("%d of %d good files", loaded, len(badFiles))
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	if memory.Sys > 1200*mebi {
		t.Errorf("the process took %d MiB", memory.Sys/mebi)
	}
}

// TestBadLines has everything that can be wrong with a line between good lines.
func TestBadLines(t *testing.T) {
	line := `{"text": "` + strings.TrimSpace(good) + `"}` + "\n"
	lines := []string{line, "{\"text\": \n", line, strings.Repeat("x", 2000) + "\n", line, "\n", "\xFF\xFE\n", line, "null\n",
		line, `{"id": "known", "text": ""}` + "\r\n", line, `{"text": "cut`}
	articles, failures := readAll(t, Config{MaxLine: 1000, Stdin: strings.NewReader(strings.Join(lines, ""))}, "-")
	var sources []string
	for _, f := range failures {
		sources = append(sources, f.Source)
	}
	if got := strings.Join(sources, " "); got != "-:2 -:4 -:7 -:9 -:11 -:13" {
		t.Errorf("failures at %s: %v", got, failures)
	}
	if len(articles) != 6 || articles[5].Source != "-:12" {
		t.Errorf("%d articles", len(articles))
	}
	if failures[4].ID != "known" {
		t.Errorf("the id of a failed article is %q", failures[4].ID)
	}
}

// TestCutPack keeps the articles before the place where a pack is cut off.
func TestCutPack(t *testing.T) {
	var lines strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&lines, "{\"id\": %d, \"text\": \"Number %d of the articles, which is %x.\"}\n", i, i, i*i*7919)
	}
	name := filepath.Join(t.TempDir(), "cut.jsonl.gz")
	whole := packed(lines.String())
	write(t, name, whole[:len(whole)/2])
	articles, failures := readAll(t, Config{}, name)
	if len(articles) < 1000 || len(failures) != 1 || !strings.Contains(failures[0].Reason.Error(), "cut off") {
		t.Errorf("%d articles, failures %v", len(articles), failures)
	}
}

// TestEncodings reads the same words in several encodings.
func TestEncodings(t *testing.T) {
	const words = "“Straße”, said Zoë: the café is closed — and that was that."
	dir := t.TempDir()
	latin := strings.NewReplacer("“", "\x93", "”", "\x94", "ß", "\xDF", "ë", "\xEB", "é", "\xE9", "—", "\x97").Replace(words)
	for name, data := range map[string]string{
		"utf8.txt": words, "bom.txt": "\xEF\xBB\xBF" + words, "1252.txt": latin,
		"16le.txt": utf16String(words, "\xFF\xFE", false), "16be.txt": utf16String(words, "\xFE\xFF", true), "16le-nobom.txt": utf16String(good+words, "", false),
		"page.html":  `<html><head><meta charset="iso-8859-1"></head><body><p>` + latin + "</p></body></html>",
		"wrong.html": `<html><head><meta charset="iso-8859-1"></head><body><p>` + words + "</p></body></html>",
		"feed.xml":   `<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><item><description>` + latin + "</description></item></channel></rss>",
		"16.jsonl":   utf16String("{\"text\": \""+words+"\"}\n", "\xFF\xFE", false),
		"bom.json":   "\xEF\xBB\xBF{\"text\": \"" + words + "\"}",
	} {
		write(t, filepath.Join(dir, name), data)
		if a := readOne(t, filepath.Join(dir, name)); strings.TrimPrefix(a.Text, good) != words {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
	write(t, filepath.Join(dir, "one-wrong.txt"), strings.Repeat(words, 3)+"\xE9")
	if a := readOne(t, filepath.Join(dir, "one-wrong.txt")); a.Text != strings.Repeat(words, 3)+"\uFFFD" {
		t.Errorf("one wrong byte: %q", a.Text)
	}
}

func utf16String(s, mark string, big bool) string {
	out := []byte(mark)
	for _, u := range utf16.Encode([]rune(s)) {
		pair := []byte{byte(u), byte(u >> 8)}
		if big {
			pair[0], pair[1] = pair[1], pair[0]
		}
		out = append(out, pair...)
	}
	return string(out)
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}
