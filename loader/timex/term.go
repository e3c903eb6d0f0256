package timex

import (
	"strings"
	"unicode"

	"dateline/loader/language"
)

// A term is a word, number or mark of the text with the classes that the
// lexicon and its shape give it. Terms are finer than tokens ("mid-2019" is
// three), so that rules do not depend on how hyphens are split.
type term struct {
	entry
	// word is in lower case.
	word string
	// start and end are code points into the text; first and last the tokens
	// that hold them.
	start, end  int
	first, last int
	// glued: no white space before; line: a line break before; capital: the
	// first letter is upper case.
	glued, line, capital bool
	// tag is the tag of the first token.
	tag string
	// clock is hh:mm or hh:mm:ss of a CLOCK, date the day of a DATE.
	clock string
	date  ymd
}

// ymd is a calendar day as written; year 0 where none is.
type ymd struct{ year, month, day int }

func (t *term) is(c class) bool { return t.classes&c != 0 }

// termsOf cuts a document into terms.
func termsOf(doc *language.Document) []term {
	atoms := atomsOf(doc)
	terms := make([]term, 0, len(atoms))
	for i := 0; i < len(atoms); {
		t, n := numericTerm(doc, atoms[i:], i > 0 && atoms[i-1].end == atoms[i].start && wordEnd(atoms[i-1].word))
		if n == 0 {
			t, n = numberWords(atoms[i:])
		}
		if n == 0 {
			t, n = holidayTerm(atoms[i:])
		}
		if n == 0 {
			t, n = atoms[i], 1
			t.entry = lexicon[t.word]
			if t.abbr && i+1 < len(atoms) && atoms[i+1].word == "." && atoms[i+1].glued {
				t.end, t.last, n = atoms[i+1].end, atoms[i+1].last, 2
			}
		}
		if t.is(clNum|clOrd|clDecade|clYear) && noTime(atoms, i, i+n) {
			t.classes = 0
		}
		terms = append(terms, t)
		i += n
	}
	return terms
}

// noTime tells whether the number of atoms[i:end] is a sum of money, a share,
// a label or part of a word.
func noTime(atoms []term, i, end int) bool {
	if i > 0 && (atoms[i].glued || !strings.Contains("@#", atoms[i-1].word)) && strings.Contains("$€£¥#@", atoms[i-1].word) {
		return true
	}
	return end < len(atoms) && atoms[end].glued && (atoms[end].word == "%" || unicode.IsLetter([]rune(atoms[end].word)[0]))
}

func wordEnd(s string) bool {
	r := rune(s[len(s)-1])
	return r >= 0x80 || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// atomsOf cuts tokens into runs of letters, runs of digits and single marks.
func atomsOf(doc *language.Document) []term {
	var atoms []term
	glued, line := false, true
	for k, tok := range doc.Tokens {
		if k > 0 && tok.Start > doc.Tokens[k-1].End {
			glued = false
		}
		pos := tok.Start
		var kind byte
		for b, r := range tok.Text {
			this := runeKind(r)
			switch {
			case this == ' ':
				glued, line = false, line || r == '\n'
			case this == kind && this != '.':
				atoms[len(atoms)-1].end++
				atoms[len(atoms)-1].word += tok.Text[b : b+len(string(r))]
			default:
				atoms = append(atoms, term{word: string(r), start: pos, end: pos + 1, first: k, last: k, glued: glued, line: line, capital: unicode.IsUpper(r), tag: tok.Tag})
				glued, line = true, false
			}
			kind = this
			pos++
		}
	}
	for i := range atoms {
		atoms[i].word = strings.ToLower(atoms[i].word)
		if atoms[i].word == "’" || atoms[i].word == "‘" {
			atoms[i].word = "'"
		}
		if atoms[i].word == "–" || atoms[i].word == "—" || atoms[i].word == "‑" {
			atoms[i].word = "-"
		}
	}
	return atoms
}

// runeKind is a for letters, 0 for ASCII digits, a space or a full stop for
// anything else.
func runeKind(r rune) byte {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case r >= '0' && r <= '9':
		return '0'
	case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
		return 'a'
	}
	return '.'
}

// atomWords cuts a name of the tables as a text is cut.
func atomWords(s string) []string {
	var words []string
	for _, a := range atomsOf(language.NewDocument(s, []language.Token{{Start: 0, End: len(s), Text: s}}, nil, nil)) {
		words = append(words, a.word)
	}
	return words
}
