package language

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Any bytes give a sound document.
func FuzzAnalyze(f *testing.F) {
	for _, text := range ownTexts(f) {
		f.Add(text)
	}
	f.Add("\xff\xfe \x80 a\xc3")
	f.Add(strings.Repeat("(", 3000))
	f.Add(strings.Repeat("a.@", 2000) + ".com")
	e := newEngine(f)
	f.Fuzz(func(t *testing.T, text string) {
		d := e.Analyze(text)
		checkTokens(t, d)
		checkTrees(t, d)
		checkRanges(t, d)
	})
}

// checkTokens holds that tokens cover the text but for single blanks between them.
func checkTokens(t *testing.T, d *Document) {
	at := 0
	for i, token := range d.Tokens {
		if token.Start < at || token.Start >= token.End || token.End > d.Len() {
			t.Fatalf("token %d is [%d, %d) behind %d of %d", i, token.Start, token.End, at, d.Len())
		}
		if gap := d.Slice(at, token.Start); gap != "" && gap != " " {
			t.Fatalf("%q lies before token %d", gap, i)
		}
		if d.Slice(token.Start, token.End) != token.Text {
			t.Fatalf("token %d is %q, its text %q", i, d.Slice(token.Start, token.End), token.Text)
		}
		if token.Tag == "" || token.Dep == "" || token.Lemma == "" && token.Text != "" {
			t.Fatalf("token %d lacks a tag, a label or a lemma: %+v", i, token)
		}
		at = token.End
	}
	if rest := d.Slice(at, d.Len()); rest != "" && rest != " " {
		t.Fatalf("%q lies behind the last token", rest)
	}
	if d.Len() != utf8.RuneCountInString(d.Text) {
		t.Fatalf("length %d of %q", d.Len(), d.Text)
	}
}

// checkTrees holds that every token leads to a root.
func checkTrees(t *testing.T, d *Document) {
	rooted := make([]bool, len(d.Tokens))
	for i := range d.Tokens {
		steps, at := 0, i
		for d.Tokens[at].Head != at && !rooted[at] {
			at = d.Tokens[at].Head
			if steps++; steps > len(d.Tokens) {
				t.Fatalf("token %d stands below itself", i)
			}
		}
		rooted[i] = true
	}
}

// checkRanges holds that sentences cover the tokens, and that names lie in them.
func checkRanges(t *testing.T, d *Document) {
	at := 0
	for i, s := range d.Sentences {
		if s.First != at || s.End <= s.First {
			t.Fatalf("sentence %d is %v behind %d", i, s, at)
		}
		at = s.End
	}
	if at != len(d.Tokens) {
		t.Fatalf("sentences end at %d of %d", at, len(d.Tokens))
	}
	at = 0
	for i, n := range d.Names {
		if n.First < at || n.End <= n.First || n.End > len(d.Tokens) || n.Label == "" {
			t.Fatalf("name %d is %v behind %d", i, n, at)
		}
		if d.Tokens[n.First].Sentence != d.Tokens[n.End-1].Sentence {
			t.Fatalf("name %d %v runs over the end of a sentence", i, n)
		}
		at = n.End
	}
}
