package graph

import (
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

// Find gives the places, in bytes, of the words of a text that the terms
// match, in order.
func (t Terms) Find(text string) [][2]int {
	list := runs(text)
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
	var found [][2]int
	for i, r := range list {
		if hit[i] {
			found = append(found, [2]int{r.start, r.end})
		}
	}
	return found
}
