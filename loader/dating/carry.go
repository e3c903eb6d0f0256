package dating

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/timex"
)

// carriedOver is the day of what the sentence before tells, if the predicate
// at a token goes on with it: both tell in the simple past, in one paragraph,
// what happened, and only the first says when; else -1.
func carriedOver(doc *language.Document, dates []timex.Expression, token int) int {
	s := doc.Tokens[token].Sentence
	if s == 0 || doc.Sentences[s-1].End-doc.Sentences[s-1].First > longest || dated(doc, dates, s, token) {
		return -1
	}
	main, before := rootOf(doc, doc.Sentences[s]), rootOf(doc, doc.Sentences[s-1])
	if main < 0 || before < 0 || !narrates(doc, main) || !narrates(doc, before) || !partOf(doc, main, token) || tells(doc, before) {
		return -1
	}
	k := within(doc, dates, before)
	if k < 0 || dates[k].Date.Start != dates[k].Date.End || dates[k].Limit || dates[k].Future || parted(doc, dates[k].Tokens.First, token) {
		return -1
	}
	return k
}

// tells tells whether a verb says what happened, so that its day is that of
// saying: "they fled, police said on Monday".
func tells(doc *language.Document, verb int) bool {
	clause := doc.Child(verb, "ccomp")
	return clause >= 0 && predicate(doc, clause)
}

// partOf tells whether a verb tells at the time of the one that heads its
// sentence: it is that verb or goes along with it.
func partOf(doc *language.Document, main, token int) bool {
	if token == main {
		return true
	}
	return predicate(doc, token) && doc.Above(main, token) && (narrates(doc, token) || participle(doc, token)) && below(doc, main, token, 0, false) < separated
}

// rootOf is the last root of a sentence, that of its last line; -1 if that is
// no verb.
func rootOf(doc *language.Document, s language.Range) int {
	for i := s.End - 1; i >= s.First; i-- {
		if doc.Tokens[i].Head == i && doc.Tokens[i].POS != "SPACE" {
			if predicate(doc, i) {
				return i
			}
			return -1
		}
	}
	return -1
}

// narrates tells whether a verb tells in the simple past what happened next,
// not what had happened, used to happen or goes on.
func narrates(doc *language.Document, verb int) bool {
	past := doc.Tokens[verb].Tag == "VBD"
	for _, c := range doc.Children(verb) {
		t := doc.Tokens[c]
		word := strings.ToLower(t.Text)
		switch t.Dep {
		case "aux":
			if word != "did" {
				return false
			}
			past = true
		case "auxpass":
			past = word == "was" || word == "were"
		case "advmod", "mark", "npadvmod":
			if is(word, "elsewhen") {
				return false
			}
		}
	}
	return past
}

// dated tells whether a sentence, in the paragraph of the token, says when.
func dated(doc *language.Document, dates []timex.Expression, sentence, token int) bool {
	for k := range in(dates, doc.Sentences[sentence]) {
		e := dates[k]
		if e.Type == timex.Set || e.Date != nil && e.Date.Basis == graph.BasisDateline {
			continue
		}
		if governor(doc, e.Tokens, token) >= 0 {
			return true
		}
	}
	return false
}
