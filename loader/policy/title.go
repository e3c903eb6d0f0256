package policy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language"
	"dateline/loader/name"
)

// titleOf is the proper title of a phrase: capitals before and with its head
// ("Green Harbour Act"), behind a head in capitals ("Operation Safe Harbour"), or in
// quotation marks before it.
func (r *reading) titleOf(p phrase) language.Range {
	none := language.Range{}
	if p.strength == proper {
		return language.Range{First: p.head, End: p.head + 1}
	}
	if first, last := p.chunk.First, p.head; first < last {
		open, end := -1, -1
		for i := first; i < last; i++ {
			if quoteMark(r.doc.Tokens[i].Text) {
				if open < 0 {
					open = i
				} else {
					end = i
				}
			}
		}
		if open >= 0 && end > open+2 {
			return language.Range{First: open + 1, End: end}
		}
	}
	if r.headline[r.doc.Tokens[p.head].Sentence] || !strings.HasPrefix(r.doc.Tokens[p.head].Tag, "NNP") || !capital(r.doc.Tokens[p.head].Text) {
		return none
	}
	first, content := p.head, 0
	limit := p.chunk.First
	if p.name == "bill" { // the tree may part "Tenure of Office Act"
		limit = max(r.doc.Sentences[r.doc.Tokens[p.head].Sentence].First, p.head-longestTitle)
	}
	for first > limit {
		t := r.doc.Tokens[first-1]
		if !capital(t.Text) && !joins[r.lower[first-1]] || t.POS == "DET" || t.Tag == "POS" || t.POS == "SPACE" || t.POS == "ADP" && capital(t.Text) {
			break
		}
		first--
		if capital(t.Text) && r.titular(first, p) {
			content++
		}
	}
	for first < p.head && (joins[r.lower[first]] || !r.titular(first, p)) {
		first++
	}
	if content > 0 {
		return language.Range{First: first, End: p.head + 1}
	}
	end := p.head + 1
	for end < len(r.doc.Tokens) && capital(r.doc.Tokens[end].Text) && r.doc.Tokens[end].POS == "PROPN" && r.coref.At(end) < 0 {
		end++
	}
	if end > p.head+1 && p.name == "operation" {
		return language.Range{First: p.head, End: end}
	}
	return none
}

// longestTitle is the number of tokens of the longest title that is looked for.
const longestTitle = 12

// titular tells whether a token may belong to the title of a phrase: it names
// nobody, but for the enemy in the name of a war.
func (r *reading) titular(i int, p phrase) bool {
	m := r.coref.At(i)
	if m < 0 || p.name == "war" || m == r.coref.At(p.head) {
		return true
	}
	kind := r.coref.Mentions[m].Kind
	return p.name == "bill" && (kind == name.Organization || kind == name.Place)
}

var joins = map[string]bool{"of": true, "and": true, "the": true, "on": true, "for": true, "&": true, "to": true}

func capital(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(c)
}

func quoteMark(text string) bool {
	switch text {
	case `"`, "“", "”", "``", "''", "‘", "«", "»":
		return true
	}
	return false
}
