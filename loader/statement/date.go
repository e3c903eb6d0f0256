package statement

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// dateOf gives the index of the time expression that dates an utterance, -1
// if none does: one that depends on the cue without another verb between, or
// on the verb to which the cue is attached ("met on Monday, saying …").
func (r *reading) dateOf(d draft) int {
	if d.cue < 0 || !r.readable(d.cue) {
		return -1
	}
	best, distance := -1, 0
	for k := range r.datesIn(r.doc.Sentences[r.token(d.cue).Sentence]) {
		e := r.dates[k]
		first := e.Tokens.First
		if e.Date == nil || within(d.content, first) || r.inside[first] >= 0 || r.paragraph[first] != r.paragraph[d.cue] {
			continue
		}
		if strings.HasPrefix(d.rule, "phrase.") && (first < d.source.tokens.First || first > d.source.tokens.End+1) {
			continue
		}
		if n := r.reach(e.Tokens, d.cue); n >= 0 && (best < 0 || n < distance) {
			best, distance = k, n
		}
	}
	return best
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

// carry lets a statement that is not dated take the date of the speaker's
// statement before it, if that stands in the same paragraph or the one before.
func (r *reading) carry(kept []Statement, ds []draft) {
	last := map[int]int{} // by speaker: the statement before
	for k := range kept {
		s := &kept[k]
		if s.Speaker < 0 {
			continue
		}
		before, ok := last[s.Speaker]
		last[s.Speaker] = k
		if s.Date < 0 && s.Posted == nil && r.past(ds[k]) {
			s.Date = r.scene(*s, ds[k])
		}
		if !ok || s.Date >= 0 || s.Posted != nil || kept[before].Date < 0 {
			continue
		}
		content := ds[before].content
		if r.paragraph[ds[k].content[0]] > r.paragraph[content[len(content)-1]]+1 {
			continue
		}
		if r.past(ds[k]) {
			s.Date = kept[before].Date
		}
	}
}

// past tells whether a draft reports what was said once, in the past tense.
func (r *reading) past(d draft) bool {
	switch d.entry.class {
	case speech, directive, commissive:
		return d.cue < 0 || r.token(d.cue).Tag == "VBD" || r.token(d.cue).Tag == "VBG"
	}
	return false
}

// scene is the date of what the speaker did in the sentence before, in the
// same paragraph: "Duarte visited the site on Monday. She said …"; -1 if none.
func (r *reading) scene(s Statement, d draft) int {
	if d.cue < 0 {
		return -1
	}
	sentence := r.token(d.cue).Sentence - 1
	if sentence < 0 {
		return -1
	}
	before := r.doc.Sentences[sentence]
	if before.End-before.First > longest {
		return -1
	}
	for k := range r.datesIn(before) {
		e := r.dates[k]
		if e.Date == nil || r.paragraph[e.Tokens.First] != r.paragraph[d.cue] {
			continue
		}
		v := r.clause(r.headOf(e.Tokens))
		n := r.subject(v)
		if n < 0 || !r.verb(v) || r.token(v).Tag != "VBD" || r.token(v).Head != v {
			continue
		}
		if who, _ := r.meant(n); who == s.Speaker {
			return k
		}
	}
	return -1
}

func within(tokens []int, i int) bool {
	_, ok := slices.BinarySearch(tokens, i)
	return ok
}
