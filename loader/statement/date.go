package statement

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/dating"
	"dateline/loader/language"
	"dateline/loader/trace"
)

// dateOf gives the index of the time expression that dates an utterance, -1
// if none does: one that depends on the cue without another verb between, or
// on the verb to which the cue is attached ("met on Monday, saying …").
func (r *reading) dateOf(d draft) int {
	if d.cue < 0 || !r.readable(d.cue) {
		return -1
	}
	if k := r.dateOfVehicle(d); k >= 0 {
		return k
	}
	best, distance := -1, 0
	for k := range r.datesIn(r.doc.Sentences[r.token(d.cue).Sentence]) {
		e := r.dates[k]
		first := e.Tokens.First
		if e.Date == nil || e.Date.Basis == graph.BasisDateline || within(d.content, first) || r.inside[first] >= 0 || r.paragraph[first] != r.paragraph[d.cue] {
			continue
		}
		if strings.HasPrefix(d.rule, "phrase.") && (first < d.source.tokens.First || first > d.source.tokens.End+1) {
			continue
		}
		if n := r.reach(e.Tokens, d.cue); n >= 0 && (best < 0 || n < distance) {
			best, distance = k, n
		}
	}
	if best < 0 {
		return r.openingDate(d)
	}
	return best
}

// openingDate is the index of the date that opens the paragraph or sentence of
// a cue ("On Monday, the mayor …"), -1 if none does or the cue stands in a
// clause that tells of another time or of what somebody else says.
func (r *reading) openingDate(d draft) int {
	if !r.past(d) || !r.verb(d.cue) && r.token(d.cue).POS != "NOUN" {
		return -1
	}
	for k := range r.datesIn(r.doc.Sentences[r.token(d.cue).Sentence]) {
		e := r.dates[k]
		if e.Tokens.First > d.cue || e.Date != nil && e.Date.Basis == graph.BasisDateline || r.paragraph[e.Tokens.First] != r.paragraph[d.cue] || within(d.content, e.Tokens.First) {
			continue
		}
		if e.Date == nil || !dating.Opens(r.doc, e.Tokens) || r.inside[e.Tokens.First] >= 0 {
			return -1
		}
		for v := d.cue; r.token(v).Head != v; v = r.token(v).Head {
			switch t := r.token(v); {
			case t.Dep == "relcl", t.Dep == "advcl" && t.Tag != "VBG", t.Dep == "ccomp" && r.reports(t.Head), v < e.Tokens.First:
				return -1
			}
		}
		return k
	}
	return -1
}

// datesIn iterates over the indexes of the dates that begin in a run of tokens.
func (r *reading) datesIn(s language.Range) func(func(int) bool) {
	first, _ := slices.BinarySearchFunc(r.dates, s.First, func(e expression, token int) int { return e.Tokens.First - token })
	return func(yield func(int) bool) {
		for k := first; k < len(r.dates) && r.dates[k].Tokens.First < s.End; k++ {
			if !yield(k) {
				return
			}
		}
	}
}

// reach tells how many verbs lie between a date and the cue that it dates, -1
// if it does not date it. Verbs on the way are those on which the cue depends,
// or participles that say what the speaker was doing ("while visiting on Monday").
func (r *reading) reach(date language.Range, cue int) int {
	top := date.First
	for range longest {
		h := r.token(top).Head
		if h == top {
			break
		}
		top = h
		if r.inside[top] != r.inside[date.First] {
			continue // the date stands behind what is quoted
		}
		if r.verb(top) && (top < date.First || top >= date.End) {
			if t := r.token(top); t.Tag == "VBG" && (t.Dep == "advcl" || t.Dep == "pcomp") && !r.reports(top) && t.Head != top && top != cue {
				continue
			}
			break
		}
	}
	v := cue
	for n := 0; n < steps; n++ {
		if v == top {
			return n
		}
		t := r.token(v)
		if t.Head == v {
			return -1
		}
		switch t.Dep {
		case "xcomp", "pcomp", "prep", "dobj":
		case "acl":
			if !r.isDocument(t.Head) {
				return -1
			}
		case "advcl":
			if t.Tag != "VBG" {
				return -1
			}
		case "conj":
			if date.First > t.Head {
				return -1
			}
		default:
			return -1
		}
		v = t.Head
	}
	return -1
}

// reports tells whether a verb is a cue of speech.
func (r *reading) reports(v int) bool {
	for _, e := range r.entries(v) {
		if e.class == speech {
			return true
		}
	}
	return false
}

// opensWithDate gives the index of the date with which a clause begins right
// behind its cue: in "said Monday the talks would go on" it dates the saying.
func (r *reading) opensWithDate(content []int, cue int) int {
	if len(content) == 0 || cue < 0 || content[0] <= cue || content[0] > cue+8 {
		return -1
	}
	for k := range r.datesIn(language.Range{First: content[0], End: content[0] + 1}) {
		if e := r.dates[k]; e.Date != nil && e.Tokens.End-e.Tokens.First < len(content) && r.token(r.headOf(e.Tokens)).Dep == "npadvmod" {
			return k
		}
	}
	return -1
}

// beforeDate leaves out the date that a noun phrase ends with, which tells when
// it was said: "announced a withdrawal from the coast on Sunday".
func (r *reading) beforeDate(content []int) []int {
	last := len(content) - 1
	if last < 0 {
		return content
	}
	for k := range r.datesIn(r.doc.Sentences[r.token(content[last]).Sentence]) {
		e := r.dates[k].Tokens
		if e.End != content[last]+1 || e.First <= content[0] {
			continue
		}
		cut, _ := slices.BinarySearch(content, e.First)
		if cut > 1 && r.token(content[cut-1]).POS == "ADP" {
			return r.trim(content[:cut-1])
		}
	}
	return content
}

// carry lets a statement that is not dated take the day of the occasion on which
// it was made, or of the speaker's statement before it, if that stands in the
// same paragraph or the one before. "They" go on being who they were.
func (r *reading) carry(kept []Statement, ds []draft) {
	last := map[int]int{} // by speaker: the statement before
	for k := range kept {
		s := &kept[k]
		if s.Date < 0 && s.Posted == nil && r.past(ds[k]) && ds[k].cue >= 0 {
			if s.Date = dating.SameOccasion(r.doc, r.dates, ds[k].cue); s.Date >= 0 {
				r.dateBy(ds[k], trace.SameOccasion, s.Date, false)
			}
		}
		who := s.Speaker
		if who < 0 && !r.many(ds[k].source.head) {
			continue
		}
		before, ok := last[who]
		last[who] = k
		if s.Date >= 0 || s.Posted != nil || !r.past(ds[k]) {
			continue
		}
		if s.Date = r.scene(*s, ds[k]); s.Date >= 0 {
			r.dateBy(ds[k], trace.SceneBefore, s.Date, false)
			continue
		}
		if !ok || kept[before].Date < 0 {
			continue
		}
		content := ds[before].content
		apart := r.paragraph[ds[k].content[0]] - r.paragraph[content[len(content)-1]]
		if r.day(kept[before].Date) && apart <= 1 || r.short(kept[before].Date) && apart == 0 {
			s.Date = kept[before].Date
			r.dateBy(ds[k], trace.SaidThen, s.Date, false)
		}
	}
}

// many tells whether a source is "they".
func (r *reading) many(head int) bool { return head >= 0 && r.lower[head] == "they" }

// short tells whether a date is no longer than a month: words said within a
// year may be far apart.
func (r *reading) short(date int) bool {
	d := r.dates[date].Date
	return d != nil && d.End-d.Start <= 31
}

// day tells whether a date is one day.
func (r *reading) day(date int) bool {
	d := r.dates[date].Date
	return d != nil && d.Start == d.End
}

// past tells whether a draft reports what was said once, in the past tense.
func (r *reading) past(d draft) bool {
	switch d.entry.class {
	case speech, directive, commissive:
		return d.cue < 0 || r.token(d.cue).Tag == "VBD" || r.token(d.cue).Tag == "VBG"
	}
	return false
}

// scene is the day of what the speaker did in the sentence before: "Duarte
// visited the site on Monday. She said …"; -1 if none.
func (r *reading) scene(s Statement, d draft) int {
	if d.cue < 0 || d.source.none() {
		return -1
	}
	own := r.token(d.cue).Sentence
	v := r.mainVerb(own - 1)
	if v < 0 || r.token(v).Tag != "VBD" || r.paragraph[d.cue] > r.paragraph[v]+1 {
		return -1
	}
	n := r.subject(v)
	if n < 0 {
		return -1
	}
	if they := r.many(d.source.head) && s.Speaker < 0; they {
		if first := r.doc.Sentences[own].First; d.source.head > first+2 || !r.plural(n) {
			return -1
		}
	} else if who, _ := r.meant(n); who < 0 || who != s.Speaker || r.paragraph[d.cue] > r.paragraph[v] {
		return -1
	}
	if k := dating.Of(r.doc, r.dates, v); k >= 0 && r.day(k) && r.inside[r.dates[k].Tokens.First] < 0 {
		return k
	}
	return -1
}

// mainVerb is the last verb that heads a sentence, or a line of it; -1 if
// there is none.
func (r *reading) mainVerb(sentence int) int {
	if sentence < 0 {
		return -1
	}
	s := r.doc.Sentences[sentence]
	if s.End-s.First > longest {
		return -1
	}
	for i := s.End - 1; i >= s.First; i-- {
		if r.token(i).Head == i && r.verb(i) {
			return i
		}
	}
	return -1
}

// plural tells whether a noun phrase means several, or a body of people.
func (r *reading) plural(n int) bool {
	if t := r.token(n); t.Tag == "NNS" || t.Tag == "NNPS" || r.many(n) || r.child(n, "conj") >= 0 {
		return true
	}
	e, _ := r.meant(n)
	return e >= 0 && r.coref.Entities[e].Kind == graph.Organization
}

func within(tokens []int, i int) bool {
	_, ok := slices.BinarySearch(tokens, i)
	return ok
}
