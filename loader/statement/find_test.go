package statement_test

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"unicode"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/policy"
	"dateline/loader/statement"
	"dateline/loader/timex"
)

// stages are what a text passes before statements are found.
type stages struct {
	engine     *language.Engine
	names      *name.Finder
	statements *statement.Finder
}

var load = sync.OnceValues(func() (stages, error) {
	engine, err := language.New(language.Config{})
	if err != nil {
		return stages{}, err
	}
	names, err := name.New()
	if err != nil {
		return stages{}, err
	}
	statements, err := statement.New()
	return stages{engine, names, statements}, err
})

// A reading is a text with what was found in it.
type reading struct {
	doc        *language.Document
	coref      *coref.Result
	dates      []timex.Expression
	statements []statement.Statement
}

func read(t testing.TB, text string, policies func(*language.Document) *policy.Result) reading {
	t.Helper()
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	doc := s.engine.Analyze(text)
	published := graph.OnDay(graph.MakeDay(2025, 5, 9))
	who := coref.New(s.names.Gazetteer()).Resolve(doc, s.names.Find(doc), &published)
	dates := timex.Find(doc, &published)
	var p *policy.Result
	if policies != nil {
		p = policies(doc)
	}
	return reading{doc, who, dates, s.statements.Find(doc, who, dates, p)}
}

func (r reading) words(spans []graph.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, r.doc.Slice(s.Start, s.End))
	}
	return strings.Join(parts, " / ")
}

func (r reading) entity(i int) string {
	if i < 0 {
		return "?"
	}
	return r.coref.Entities[i].Name
}

// line prints a statement as the cases below write it.
func (r reading) line(s statement.Statement) string {
	out := fmt.Sprintf("%s %s <%s = %s> {%s}", s.Form, s.Act, r.words(s.Source), r.entity(s.Speaker), r.words(s.Content))
	for _, a := range s.Addressees {
		out += " to " + r.entity(a)
	}
	if s.Stance != "" {
		out += " " + string(s.Stance)
	}
	if s.Posted != nil {
		out += " posted " + s.Posted.Value
	}
	if s.Date >= 0 {
		out += " on " + r.dates[s.Date].Text
	}
	return out
}

func TestFind(t *testing.T) {
	file, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(file), "\n====\n") {
		title, rest, _ := strings.Cut(strings.TrimSpace(block), "\n")
		text, want, found := strings.Cut(rest, "\n----\n")
		if !found {
			text, want = strings.TrimSuffix(rest, "\n----"), ""
		}
		t.Run(title, func(t *testing.T) {
			r := read(t, text, nil)
			var got []string
			for _, s := range r.statements {
				got = append(got, r.line(s))
			}
			if g := strings.Join(got, "\n"); g != strings.TrimSpace(want) {
				t.Errorf("%s\ngot\n%s\nwant\n%s", text, g, want)
			}
			verify(t, r)
		})
	}
}

// verify checks what holds of every statement.
func verify(t testing.TB, r reading) {
	t.Helper()
	for _, s := range r.statements {
		for _, spans := range [][]graph.Span{s.Content, s.Cue, s.Source, {s.Span}} {
			last := -1
			for _, x := range spans {
				if x.Start < 0 || x.Start >= x.End || x.End > r.doc.Len() || x.Start < last {
					t.Fatalf("spans %v of %d code points", spans, r.doc.Len())
				}
				last = x.End
			}
		}
		if len(s.Content) == 0 || s.Confidence <= 0 || s.Confidence > 1 || s.Rule == "" {
			t.Fatalf("incomplete statement %+v", s)
		}
		for _, x := range s.Content {
			words := r.doc.Slice(x.Start, x.End)
			if strings.IndexFunc(words[:1], func(c rune) bool { return c == '"' || unicode.IsSpace(c) }) >= 0 || strings.HasSuffix(words, `"`) || strings.HasSuffix(words, "”") {
				t.Fatalf("content %q keeps its marks", words)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"\"We will go,\" she said. \"It is late.", "“A “b” c’ ''d'' 'e' «f» „g“ said", "ANNA: Yes.\nBEN: No.\n", "— Ann (@ann) May 5, 2025",
		"he said that she said that they said that \"x", "\"\"\"\"''''``''", "according to according to according to", "say say said says", "\"a\" \"b\" \"c\" said \"d\"", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		verify(t, read(t, strings.ToValidUTF8(text, "?"), nil))
	})
}
