package name

import (
	"strings"
	"unicode"

	"dateline/loader/language"
)

// maxDateline is the number of tokens within which the dash after a dateline
// has to come.
const maxDateline = 9

// fromDatelines takes for a place what stands before a dash at the start of a
// paragraph, in capitals: "SAN SALVADOR (Wire) – ".
func (r *reading) fromDatelines() []candidate {
	var found []candidate
	for i := range r.doc.Tokens {
		if !r.opensParagraph(i) || !r.shouted(i) {
			continue
		}
		end := i + 1
		for end < len(r.keys) && r.shouted(end) {
			end++
		}
		for k := end; k < min(i+maxDateline, len(r.keys)); k++ {
			if dash := r.doc.Tokens[k].Text; dash == "–" || dash == "—" || dash == "-" || dash == "--" {
				found = append(found, candidate{tokens: language.Range{First: i, End: end}, kind: Place, weight: 90})
				break
			}
		}
	}
	return found
}

// opensParagraph tells whether a token is the first of the text or of a line.
func (r *reading) opensParagraph(i int) bool {
	return i == 0 || strings.Contains(r.doc.Tokens[i-1].Text, "\n")
}

// shouted tells whether a token is a word all in capitals.
func (r *reading) shouted(i int) bool {
	text := r.doc.Tokens[i].Text
	return len(text) > 2 && text == strings.ToUpper(text) && unicode.IsLetter(firstRune(text))
}

// withoutHeadings leaves out names that only a heading has, and no gazetteer:
// there every word is written like a name.
func (r *reading) withoutHeadings(chosen []candidate) []candidate {
	said := map[string]bool{} // words of names outside of headings
	heading := make([]bool, len(chosen))
	for k, c := range chosen {
		if heading[k] = r.headline[c.tokens.First] && !r.ended(c.tokens.First) || r.headingLine(c.tokens.First); !heading[k] {
			for i := c.tokens.First; i < c.tokens.End; i++ {
				said[r.lower[i]] = true
			}
		}
	}
	kept := chosen[:0]
	for k, c := range chosen {
		known := c.entry != nil || c.title.End > c.title.First || c.kind == Place || c.gender != 0
		for i := c.tokens.First; i < c.tokens.End; i++ {
			known = known || said[r.lower[i]]
		}
		if !heading[k] || known || c.kind != Person && c.kind != Organization {
			kept = append(kept, c)
		}
	}
	return kept
}

// ended tells whether the line that holds a token ends with a full stop or the
// like.
func (r *reading) ended(i int) bool {
	last := i
	for k := i; k < len(r.keys) && !strings.Contains(r.doc.Tokens[k].Text, "\n"); k++ {
		if t := r.doc.Tokens[k]; t.Tag != "_SP" && t.Tag != "''" {
			last = k
		}
	}
	return r.doc.Tokens[last].Tag == "."
}

// maxHeading is the number of words of the longest heading.
const maxHeading = 7

// headingLine tells whether a token stands in a short line of its own without
// a mark at its end, within a text that has more lines.
func (r *reading) headingLine(i int) bool {
	first, end := i, i+1
	for first > 0 && i-first <= maxHeading && !strings.Contains(r.doc.Tokens[first-1].Text, "\n") {
		first--
	}
	for end < len(r.keys) && end-i <= maxHeading && !strings.Contains(r.doc.Tokens[end].Text, "\n") {
		end++
	}
	if end-first > maxHeading || first == 0 && end == len(r.keys) || end == len(r.keys) {
		return false
	}
	switch last := r.doc.Tokens[end-1]; last.POS {
	case "PUNCT":
		return false
	}
	for k := first; k < end; k++ {
		if r.doc.Tokens[k].POS == "VERB" || r.doc.Tokens[k].POS == "AUX" || r.doc.Tokens[k].Text == "," || r.doc.Tokens[k].Text == "|" {
			return false
		}
	}
	return true
}
