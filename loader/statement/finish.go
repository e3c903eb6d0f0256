package statement

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"dateline/graph"
	"dateline/loader/timex"
	"dateline/loader/trace"
)

type expression = timex.Expression

// finish makes statements of drafts, in the order of their contents, and
// leaves out what repeats or only passes on another.
func (r *reading) finish(drafts []draft) []Statement {
	type pair struct {
		d draft
		s Statement
	}
	var pairs []*pair
	for _, d := range drafts {
		if s, ok := r.statement(d); ok {
			pairs = append(pairs, &pair{d, s})
		}
	}
	slices.SortStableFunc(pairs, func(a, b *pair) int {
		x, y := a.s.Content, b.s.Content
		return cmp.Or(cmp.Compare(x[0].Start, y[0].Start), cmp.Compare(y[len(y)-1].End, x[len(x)-1].End), cmp.Compare(a.d.cue, b.d.cue))
	})
	var kept []Statement
	var ds []draft
	for _, p := range pairs {
		if outer := r.outer(p.d, ds); outer >= 0 {
			if !r.adds(p.d, p.s, ds[outer], kept[outer]) {
				r.log.Drop(p.d.at(), trace.SaidWithin, ds[outer].cue, p.d.rule)
				continue
			}
			if kept[outer].Reports < 0 {
				kept[outer].Reports = len(kept)
			}
		}
		kept, ds = append(kept, p.s), append(ds, p.d)
	}
	r.resume(kept, ds)
	r.carry(kept, ds)
	return kept
}

// resume takes a pronoun that names the source of a statement, and is not
// resolved otherwise, for the person who spoke right before in the paragraph.
func (r *reading) resume(kept []Statement, ds []draft) {
	for k := 1; k < len(kept); k++ {
		s, before := &kept[k], &kept[k-1]
		if s.Speaker >= 0 || before.Speaker < 0 || ds[k].source.none() || ds[k-1].source.none() {
			continue
		}
		h := ds[k].source.head
		if r.lower[h] != "he" && r.lower[h] != "she" || r.paragraph[h] != r.paragraph[ds[k-1].source.head] {
			continue
		}
		e := r.coref.Entities[before.Speaker]
		fits := e.Kind == graph.Person && !(r.lower[h] == "he" && e.Female) && !(r.lower[h] == "she" && e.Male)
		if fits && (len(s.Candidates) == 0 || slices.Contains(s.Candidates, before.Speaker)) {
			s.Speaker, s.Candidates = before.Speaker, nil
			r.log.Take(h, trace.SpokeBefore, ds[k-1].source.head, "")
			s.Confidence -= 0.1
		}
	}
}

// lookBack is the number of statements before it among which the one that
// holds a statement is looked for.
const lookBack = 8

// outer is the index of the nearest draft whose content holds the cue of
// another, -1 if none does.
func (r *reading) outer(d draft, before []draft) int {
	if d.cue < 0 {
		return -1
	}
	for k := len(before) - 1; k >= 0 && k >= len(before)-lookBack; k-- {
		if within(before[k].content, d.cue) && !before[k].quoted {
			return k
		}
	}
	return -1
}

// adds tells whether a statement inside the content of another is worth
// keeping: somebody else says it.
func (r *reading) adds(d draft, s Statement, outer draft, o Statement) bool {
	switch d.entry.class {
	case speech, directive, commissive, verdict:
	default:
		return false
	}
	if s.Speaker >= 0 && o.Speaker >= 0 {
		return s.Speaker != o.Speaker
	}
	if d.source.none() || r.token(d.source.head).POS == "PRON" || outer.source.head == d.source.head {
		return false
	}
	return true
}

// statement resolves a draft; false if nothing is left of it.
func (r *reading) statement(d draft) (Statement, bool) {
	opening := -1
	if !d.quoted {
		if opening = r.opensWithDate(d.content, d.cue); opening >= 0 {
			d.content = r.trim(d.content[r.dates[opening].Tokens.End-r.dates[opening].Tokens.First:])
		}
	}
	if strings.HasSuffix(d.rule, "."+object) {
		d.content = r.beforeDate(d.content)
	}
	s := Statement{CueToken: d.cue, Policy: -1, Date: -1, Reports: -1, Rule: d.rule, Confidence: d.confidence}
	s.Content = r.pieces(d.content)
	if len(s.Content) == 0 {
		return s, false
	}
	s.Form = r.form(d)
	s.Cue = r.pieces(d.cues)
	if !d.source.none() {
		s.Source = r.pieces(run(d.source.tokens))
	}
	s.Speaker, s.Candidates = r.speaker(d.source)
	if d.rule == "turn" && s.Speaker < 0 {
		s.Speaker = r.labelled(d.source)
		r.log.Take(d.source.head, trace.LabelOf, -1, "")
	}
	for _, h := range d.hearers {
		if e, _ := r.meant(h); e >= 0 && e != s.Speaker && !slices.Contains(s.Addressees, e) {
			s.Addressees = append(s.Addressees, e)
		}
	}
	s.About = r.about(d.content, s.Speaker)
	s.Act = r.actOf(d)
	s.Policy, s.Stance = r.position(d, s)
	if s.Date = opening; opening < 0 {
		s.Date = r.dateOf(d)
	}
	if r.log != nil {
		r.explainDates(d, s.Date, opening >= 0)
	}
	if d.posted >= 0 {
		s.Posted = r.dates[d.posted].Date
	}
	s.Span = s.Content[0]
	for _, spans := range [][]graph.Span{s.Content, s.Cue, s.Source} {
		for _, x := range spans {
			s.Span.Start, s.Span.End = min(s.Span.Start, x.Start), max(s.Span.End, x.End)
		}
	}
	return s, true
}

// form tells whether the content stands in quotation marks, whole or in part.
func (r *reading) form(d draft) graph.Form {
	if d.quoted {
		return graph.Direct
	}
	in, out := 0, 0
	for _, i := range d.content {
		switch {
		case !r.word(i):
		case r.inside[i] >= 0:
			in++
		default:
			out++
		}
	}
	switch {
	case in == 0:
		return graph.Indirect
	case out == 0:
		return graph.Direct
	}
	return graph.Mixed
}

// about are the entities that the content mentions, without the speaker.
func (r *reading) about(content []int, speaker int) []int {
	var list []int
	seen := map[int]bool{speaker: true}
	for _, i := range content {
		if m := r.coref.HeadedBy(i); m >= 0 {
			if e := r.coref.Mentions[m].Entity; e >= 0 && !seen[e] {
				seen[e] = true
				list = append(list, e)
			}
		}
	}
	return list
}

// pieces gives the runs of tokens as spans, without marks and commas at their
// ends. Runs go on over punctuation, but not from one quotation to another.
func (r *reading) pieces(tokens []int) []graph.Span {
	var spans []graph.Span
	for k := 0; k < len(tokens); {
		end := k + 1
		for end < len(tokens) && r.adjacent(tokens[end-1], tokens[end]) && !r.parted(tokens[end-1], tokens[end]) {
			end++
		}
		start, stop := r.token(tokens[k]).Start, r.token(tokens[end-1]).End
		if s, ok := r.bare(start, stop); ok {
			spans = append(spans, s)
		}
		k = end
	}
	return spans
}

// parted tells whether two tokens stand in different quotations.
func (r *reading) parted(a, b int) bool {
	return r.inside[a] >= 0 && r.inside[b] >= 0 && r.inside[a] != r.inside[b]
}

const edges = "\"“”„«»‹›‘’'`,;:"

// bare trims white space, quotation marks, commas and colons at both ends of
// a span, and full stops at its beginning; false if no letter or digit is left.
func (r *reading) bare(start, end int) (graph.Span, bool) {
	text := []rune(r.doc.Slice(start, end))
	first, last := 0, len(text)
	for first < last && (unicode.IsSpace(text[first]) || strings.ContainsRune(edges, text[first]) || text[first] == '.') {
		first++
	}
	for last > first && (unicode.IsSpace(text[last-1]) || strings.ContainsRune(edges, text[last-1])) {
		last--
	}
	open := 0
	for _, c := range text[first:last] {
		switch c {
		case '(':
			open++
		case ')':
			open--
		}
	}
	if open > 0 && last == len(text) && end < r.doc.Len() && r.doc.Slice(end, end+1) == ")" {
		return graph.Span{Start: start + first, End: end + 1}, true
	}
	for _, c := range text[first:last] {
		if wordRune(c) {
			return graph.Span{Start: start + first, End: start + last}, true
		}
	}
	return graph.Span{}, false
}
