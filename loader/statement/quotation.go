package statement

import (
	"unicode"

	"dateline/loader/language"
)

// A quotation is what stands between quotation marks, within one paragraph.
type quotation struct {
	// open and closing are the code points of the marks; closing is where the
	// paragraph ends if there is no mark.
	open, closing int
	// tokens are the words between the marks.
	tokens    language.Range
	paragraph int
	// closed is set if a mark closes it; goesOn if it has none and the next
	// paragraph opens with a mark: the same words go on there.
	closed, goesOn bool
	// turn is set for a turn of an interview, which needs no marks.
	turn bool
}

// marks gives the closing mark of an opening one. Straight marks close
// themselves; two single ones in a row are read as a double one.
var marks = map[rune]rune{'“': '”', '„': '“', '«': '»', '‹': '›', '"': '"', '‘': '’', '\'': '\'', '`': '\''}

// findQuotations finds the outermost quotations of each paragraph. Marks that
// do not pair are skipped, except that a mark left open runs to the end of its
// paragraph if it stands at its beginning or the next paragraph opens with one.
func (r *reading) findQuotations() {
	text := []rune(r.doc.Text)
	for p, tokens := range r.paragraphs {
		start, end := r.doc.Span(tokens)
		r.pairMarks(text[:end], start, p)
	}
	for k := range r.quotations {
		q := &r.quotations[k]
		if !q.closed {
			q.goesOn = k+1 < len(r.quotations) && r.quotations[k+1].paragraph == q.paragraph+1 && r.opensParagraph(r.quotations[k+1])
			if !q.goesOn && !r.opensParagraph(*q) {
				continue
			}
		}
		first, end := r.doc.TokenAt(q.open), r.doc.TokenAt(q.closing)
		if q.closed && end < len(r.doc.Tokens) {
			end++
		}
		for i := first; i < end && i < len(r.inside); i++ {
			r.inside[i] = k
		}
	}
}

func (r *reading) opensParagraph(q quotation) bool {
	first := r.paragraphs[q.paragraph].First
	return first < len(r.doc.Tokens) && q.open <= r.doc.Tokens[first].Start
}

// pairMarks adds the quotations of the paragraph that begins at start; text
// ends with it.
func (r *reading) pairMarks(text []rune, start, paragraph int) {
	open, closer := -1, rune(0)
	double := false // the open mark is written as two single ones
	for i := start; i < len(text); i++ {
		c := text[i]
		twin := (c == '\'' || c == '`' || c == '’' || c == '‘') && i+1 < len(text) && text[i+1] == c
		switch {
		case open >= 0 && closes(text, i, closer, double, twin):
			if opensHere(text, i) && closer == '"' {
				open = i // the mark before was left open
				continue
			}
			r.quotations = append(r.quotations, r.quotation(open, i, paragraph, double, true))
			open = -1
		case open < 0 && marks[c] != 0 && c != '’' && opensHere(text, i):
			if single(c) && !twin && !r.singleCloses(text, i, marks[c]) {
				continue
			}
			open, closer, double = i, marks[c], twin
		case open >= 0 && c == '“' && closer == '”':
			open = i
		}
		if twin {
			i++
		}
	}
	if open >= 0 && (!single(text[open]) || double) {
		r.quotations = append(r.quotations, r.quotation(open, len(text), paragraph, double, false))
	}
}

func single(c rune) bool { return c == '\'' || c == '‘' || c == '`' }

// closes tells whether the mark at i closes what closer is to close.
func closes(text []rune, i int, closer rune, double, twin bool) bool {
	c := text[i]
	if double {
		return twin && (c == '\'' || c == '’') || c == '"'
	}
	if c == '"' && closer == '”' {
		return !opensHere(text, i)
	}
	if c != closer {
		return false
	}
	if closer == '’' || closer == '\'' {
		return !twin && i > 0 && !unicode.IsSpace(text[i-1]) && (i+1 == len(text) || !wordRune(text[i+1]))
	}
	return true
}

func wordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// opensHere tells whether a mark stands where one opens: words after it and
// none right before it.
func opensHere(text []rune, i int) bool {
	next := i + 1
	for next < len(text) && (text[next] == text[i] || text[next] == '\'' || text[next] == '‘') {
		next++
	}
	if next >= len(text) || unicode.IsSpace(text[next]) {
		return false
	}
	return i == 0 || !wordRune(text[i-1]) && !closesWord(text[i-1])
}

// closesWord tells whether a rune ends a word, so that no mark opens after it.
func closesWord(c rune) bool {
	switch c {
	case '.', ',', '!', '?', ')', ']', '%', '…', '\'', '’', '”', '"', ';':
		return true
	}
	return false
}

// singleReach is the number of code points within which a single mark must close.
const singleReach = 2000

// singleCloses tells whether a single mark that opens at i closes later: at
// the end of a word, and not as an apostrophe that shortens one at its front.
func (r *reading) singleCloses(text []rune, i int, closer rune) bool {
	if i+1 < len(text) && unicode.IsDigit(text[i+1]) {
		return false
	}
	for k := i + 2; k < len(text) && k < i+singleReach; k++ {
		if text[k] == '\n' {
			return false
		}
		if closes(text, k, closer, false, k+1 < len(text) && text[k+1] == text[k]) {
			return text[k-1] != 's' || k+1 == len(text) || text[k+1] != ' '
		}
	}
	return false
}

func (r *reading) quotation(open, closing, paragraph int, double, closed bool) quotation {
	inner := open + 1
	if double {
		inner++
	}
	q := quotation{open: open, closing: closing, paragraph: paragraph, closed: closed}
	q.tokens = language.Range{First: r.doc.TokenAt(inner), End: r.doc.TokenAt(closing)}
	if q.tokens.End < len(r.doc.Tokens) && r.doc.Tokens[q.tokens.End].Start < closing {
		q.tokens.End++ // the mark is glued to the last word
	}
	q.tokens.End = max(q.tokens.First, min(q.tokens.End, r.paragraphs[paragraph].End))
	return q
}
