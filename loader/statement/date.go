package statement

import "slices"

// dateOf gives the index of the time expression that dates an utterance, -1
// if none does: one that depends on the cue without another verb between, or
// on the verb to which the cue is attached ("met on Monday, saying …").
func (r *reading) dateOf(d draft) int {
	if d.cue < 0 || !r.readable(d.cue) {
		return -1
	}
	s := r.doc.Sentences[r.token(d.cue).Sentence]
	first, _ := slices.BinarySearchFunc(r.dates, s.First, func(e expression, token int) int { return e.Tokens.First - token })
	best, distance := -1, 0
	for k := first; k < len(r.dates) && r.dates[k].Tokens.First < s.End; k++ {
		e := r.dates[k]
		if e.Date == nil || within(d.content, e.Tokens.First) || r.inside[e.Tokens.First] >= 0 {
			continue
		}
		if n := r.reach(e.Tokens.First, e.Tokens.End, d.cue); n >= 0 && (best < 0 || n < distance) {
			best, distance = k, n
		}
	}
	return best
}

// reach tells how many verbs lie between a date and the cue that it dates, -1
// if it does not date it. Verbs on the way are those on which the cue depends.
func (r *reading) reach(first, end, cue int) int {
	top := first
	for range longest {
		h := r.token(top).Head
		if h == top {
			break
		}
		top = h
		if r.verb(top) && (top < first || top >= end) {
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
		case "xcomp", "pcomp", "prep", "dobj", "pobj", "nsubj":
		case "advcl":
			if t.Tag != "VBG" {
				return -1
			}
		case "conj":
			if h := r.subject(t.Head); h < 0 || first > h {
				return -1
			}
		default:
			return -1
		}
		v = t.Head
	}
	return -1
}

func within(tokens []int, i int) bool {
	_, ok := slices.BinarySearch(tokens, i)
	return ok
}
