package graph

import (
	"html"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A run is a run of letters and digits of a text, in bytes, with what Words
// makes of it.
type run struct {
	start, end int
	words      []string
}

// runs splits a text where Words does and keeps the places.
func runs(text string) []run {
	var list []run
	start := -1
	end := func(at int) {
		if start >= 0 {
			if words := Words(text[start:at]); len(words) > 0 {
				list = append(list, run{start, at, words})
			}
			start = -1
		}
	}
	for i, r := range text {
		if !inWord(r) {
			end(i)
		} else if start < 0 {
			start = i
		}
	}
	end(len(text))
	return list
}

// inWord tells whether folding leaves anything of a rune in a word.
func inWord(r rune) bool {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
		return true
	}
	return r > unicode.MaxASCII && strings.ContainsFunc(norm.NFKD.String(string(r)),
		func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// found gives the runs that a term matches, in order.
func (t Terms) found(list []run) []run {
	var words []string
	var of []int
	for i, r := range list {
		for _, w := range r.words {
			words, of = append(words, w), append(of, i)
		}
	}
	hit := make([]bool, len(list))
	for _, term := range t.All {
		for i := 0; i+len(term.Words) <= len(words); i++ {
			if term.at(words[i : i+len(term.Words)]) {
				for _, at := range of[i : i+len(term.Words)] {
					hit[at] = true
				}
			}
		}
	}
	var found []run
	for i, r := range list {
		if hit[i] {
			found = append(found, r)
		}
	}
	return found
}

// Highlight puts `<mark>` around the words of a text that the terms match.
// The text itself is escaped as HTML, so that the marks are the only markup.
func Highlight(text string, terms Terms) string {
	var b strings.Builder
	at := 0
	for _, r := range terms.found(runs(text)) {
		b.WriteString(html.EscapeString(text[at:r.start]))
		b.WriteString("<mark>" + html.EscapeString(text[r.start:r.end]) + "</mark>")
		at = r.end
	}
	b.WriteString(html.EscapeString(text[at:]))
	return b.String()
}

// Excerpt cuts a long text down to about size bytes of whole words around the
// first word that the terms match.
func Excerpt(text string, terms Terms, size int) string {
	if len(text) <= size {
		return text
	}
	list := runs(text)
	from, to := 0, 0
	if found := terms.found(list); len(found) > 0 {
		from = found[0].start - size/4
	}
	from = max(0, min(from, len(text)-size))
	start := -1
	for _, r := range list {
		if r.start >= from && start < 0 {
			start = r.start
		}
		if r.end <= from+size {
			to = r.end
		}
	}
	if start < 0 || to <= start {
		return strings.ToValidUTF8(text[from:from+size], "")
	}
	return text[start:to]
}
