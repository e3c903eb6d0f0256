package timex

import (
	"dateline/graph"
	"dateline/loader/language"
)

// A resolver knows what relative expressions lean on: the publication day, the
// date last mentioned, and the tense of the words around.
type resolver struct {
	doc   *language.Document
	terms []term
	// ref is the publication day, set if known.
	ref   graph.Day
	known bool
	// last is the last date that the text gave, nil before the first.
	last *graph.FuzzyDate
}

type tense int

const (
	unclear tense = iota
	pastTense
	presentTense
	futureTense
)

// forward are words that place what goes with them in the future, and back
// those that place it in the past, by lemma or word.
var (
	forward = set("will", "'ll", "’ll", "shall", "would", "wo", "'d", "may", "might", "can", "could", "should", "must", "going", "schedule", "scheduled", "slate", "slated",
		"due", "set", "expect", "expected", "plan", "planned", "until", "upcoming", "deadline", "ahead", "await", "begin", "tomorrow")
	modals = set("will", "'ll", "’ll", "shall", "would", "wo", "may", "might", "can", "could", "should", "must", "ca", "’d")
)

// tense is that of the nearest verb before the match in its sentence, else of
// the nearest after it.
func (r *resolver) tense(m *match) tense {
	from, to := m.span()
	first, last := r.terms[from].first, r.terms[to-1].last
	s := r.doc.Sentences[r.doc.Tokens[first].Sentence]
	for i := first - 1; i >= s.First && i >= first-40; i-- {
		if t, ok := r.verbTense(i, s.First); ok {
			return t
		}
	}
	for i := last + 1; i < s.End && i <= last+40; i++ {
		if t, ok := r.verbTense(i, s.First); ok {
			for ; i+1 < s.End && t == unclear; i++ {
				t, _ = r.verbTense(i+1, s.First)
			}
			return t
		}
	}
	return unclear
}

// verbTense is the tense of the verb group that ends with token i; not ok if
// the token is no verb.
func (r *resolver) verbTense(i, first int) (tense, bool) {
	tok := r.doc.Tokens[i]
	switch tok.Tag {
	case "MD":
		return futureTense, true
	case "VBD":
		return pastTense, true
	case "VBZ", "VBP":
		return presentTense, true
	case "VB", "VBN", "VBG":
	case "JJ":
		if tok.Text == "due" {
			return futureTense, true
		}
		return unclear, false
	default:
		return unclear, false
	}
	if forward[tok.Lemma] && tok.Tag == "VBN" || tok.Text == "going" {
		return futureTense, true
	}
	for k := i - 1; k >= first && k >= i-6; k-- {
		switch aux := r.doc.Tokens[k]; {
		case modals[aux.Lemma] || aux.Tag == "MD":
			return futureTense, true
		case aux.Tag == "TO" && tok.Tag == "VB", aux.Tag == "TO" && r.doc.Tokens[k+1].Tag == "VB":
			return futureTense, true
		case aux.Tag == "VBD", aux.Lemma == "have":
			return pastTense, true
		case aux.Tag == "VBZ" || aux.Tag == "VBP":
			if tok.Tag == "VBG" {
				return futureTense, true
			}
			return presentTense, true
		case aux.Tag == "VB" || aux.Tag == "VBN" || aux.Tag == "RB" || aux.Tag == "VBG":
		default:
			return unclear, false
		}
	}
	return unclear, false
}

// nearDay is a month and day without a year, or a month alone if day is 0: not
// after the publication if the text looks back, not before it if the text
// looks forward; a day without a tense is the nearest.
func (r *resolver) nearDay(m *match, month, day int) (value, bool) {
	v := value{month: month, day: day}
	if !r.known {
		v.timex, v.typ = "XXXX-"+pad(month, 2), Date
		if day > 0 {
			v.timex += "-" + pad(day, 2)
		}
		return v, day == 0 || (ymd{2000, month, day}).valid()
	}
	ref, t := dateOf(r.ref), r.tense(m)
	if day == 0 {
		year := ref.year
		switch {
		case t == futureTense && month < ref.month:
			year++
		case t != futureTense && month > ref.month:
			year--
		}
		return v.inYear(year)
	}
	best, bestGap := ymd{}, graph.MaxDay
	for y := ref.year - 8; y <= ref.year+8; y++ {
		at := ymd{y, month, day}
		gap := at.dayNumber() - r.ref
		if !at.valid() || t == pastTense && gap > 0 || t == futureTense && gap < 0 {
			continue
		}
		if gap = max(gap, -gap); gap < bestGap {
			best, bestGap = at, gap
		}
	}
	if best.year == 0 {
		return value{}, false
	}
	return v.inYear(best.year)
}

// inYear is a date without a year, placed in one.
func (v value) inYear(year int) (value, bool) {
	var out value
	var ok bool
	if v.day == 0 {
		out, ok = monthValue(year, v.month)
	} else if at := (ymd{year, v.month, v.day}); at.valid() {
		out, ok = dayValue(at.dayNumber())
	}
	out.month, out.day, out.basis = v.month, v.day, v.basis
	return out, ok
}

// nearWeekday is the nearest such weekday not after the publication day, or
// the next one if the text looks forward.
func (r *resolver) nearWeekday(m *match, w int) (value, bool) {
	if !r.known {
		return unknown("XXXX-WXX-" + pad(w, 1))
	}
	back := graph.Day((weekday(r.ref) - w + 7) % 7)
	if r.tense(m) == futureTense {
		return dayValue(r.ref - back + 7)
	}
	return dayValue(r.ref - back)
}

// unitX is the TIMEX3 value of an unknown calendar unit.
func unitX(unit string) string {
	return map[string]string{"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}[unit]
}
