package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
)

// labelLength is the number of tokens that the label of a turn may have.
const labelLength = 6

// fromTurns finds the turns of an interview or transcript: paragraphs that
// open with a speaker's name and a colon, if two or more do. What is said in
// them is not read for other statements.
func (r *reading) fromTurns() []draft {
	labels := map[string]int{}
	turns := make([]language.Range, len(r.paragraphs))
	for p := range r.paragraphs {
		turns[p] = r.label(p)
		if l := turns[p]; l.First < l.End {
			labels[r.doc.RangeText(l)]++
		}
	}
	var drafts []draft
	for p, label := range turns {
		if label.First >= label.End || len(labels) < 2 && labels[r.doc.RangeText(label)] < 2 {
			continue
		}
		content := language.Range{First: label.End + 1, End: r.paragraphs[p].End}
		for content.First < content.End && !r.word(content.First) && r.inside[content.First] < 0 {
			content.First++
		}
		if r.words(content) == 0 || r.inside[content.First] >= 0 {
			continue // a quotation with its own marks
		}
		r.quotations = append(r.quotations, quotation{tokens: content, paragraph: p, closed: true, turn: true})
		for i := content.First; i < content.End; i++ {
			r.inside[i] = len(r.quotations) - 1
		}
		drafts = append(drafts, draft{cue: -1, entry: entry{class: speech, act: graph.Assert}, rule: "turn", source: source{label, label.End - 1},
			content: run(content), quoted: true, posted: -1, confidence: 0.85})
	}
	return drafts
}

// label is the speaker's name that opens a paragraph before a colon: the name
// of somebody, or a word in capitals; empty if there is none.
func (r *reading) label(p int) language.Range {
	first := r.paragraphs[p].First
	end := first
	for end < r.paragraphs[p].End && end < first+labelLength && r.lower[end] != ":" {
		end++
	}
	if end == first || end >= r.paragraphs[p].End || r.lower[end] != ":" {
		return language.Range{}
	}
	capitals := true
	for i := first; i < end; i++ {
		if strings.IndexFunc(r.token(i).Text, unicode.IsLower) >= 0 {
			capitals = false
		}
		if r.word(i) && startsLower(r.token(i).Text) {
			return language.Range{}
		}
	}
	m := r.coref.At(end - 1)
	if m >= 0 && r.coref.Mentions[m].Kind == name.Person && r.coref.Mentions[m].Form == name.Named || capitals && r.word(first) {
		return language.Range{First: first, End: end}
	}
	return language.Range{}
}

// labelled is the one person whose name ends with the last word of a label,
// which may be in capitals, or whose initials are the label; -1 if there is
// none or more than one.
func (r *reading) labelled(s source) int {
	if r.surnames == nil {
		r.surnames = map[string]int{}
		for i, e := range r.coref.Entities {
			words := strings.Fields(strings.ToLower(e.Name))
			if e.Kind != graph.Person || len(words) == 0 {
				continue
			}
			initials := ""
			for _, w := range words {
				c, _ := utf8.DecodeRuneInString(w)
				initials += string(c)
			}
			for _, key := range []string{words[len(words)-1], initials} {
				if other, taken := r.surnames[key]; taken && other != i {
					r.surnames[key] = -1
				} else {
					r.surnames[key] = i
				}
			}
		}
	}
	if i, ok := r.surnames[r.lower[s.tokens.End-1]]; ok {
		return i
	}
	return -1
}
