package timex

import (
	"strings"

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
	// lastSentence is the sentence of that date if it was a day or month written
	// with its year, else -1.
	lastSentence int
}

type tense int

const (
	unclear tense = iota
	pastTense
	presentTense
	futureTense
)

// forward are words that place what goes with them in the future, modals the
// verbs that place another one there.
var (
	forward = set("schedule", "slate", "expect", "plan", "set", "scheduled", "slated", "due", "upcoming", "going")
	modals  = set("will", "'ll", "’ll", "shall", "would", "wo", "may", "might", "can", "could", "should", "must", "ca")
)

// deepest is the number of heads above a date beyond which the tree is that of
// a list or a broken page.
const deepest = 20

// tense is that of the nearest verb before the match in its line and
// sentence, else of the nearest after it.
func (r *resolver) tense(m *match) tense {
	i := r.verb(m)
	if i < 0 {
		return unclear
	}
	t := r.verbTense(i)
	// What was closed until a day may still be closed.
	if t == pastTense && oneOf(m.before(1), "until", "till", "by") {
		return unclear
	}
	// An aim lies ahead, but not the letter that names it: "told them to leave in
	// its January 3 letter".
	if from, to := m.span(); t == futureTense && r.doc.Tokens[i].Tag == "VB" && r.describes(from, to) {
		return unclear
	}
	return t
}

// describes tells whether terms stand before a noun that they tell the day of.
func (r *resolver) describes(from, to int) bool {
	for i := r.terms[from].first; i <= r.terms[to-1].last; i++ {
		if h := r.doc.Tokens[i].Head; h > r.terms[to-1].last && r.doc.Tokens[h].POS == "NOUN" {
			return true
		}
	}
	return false
}

// state tells whether the match goes with a form of be in the present that
// stands alone: it speaks of how things are, not of what happens.
func (r *resolver) state(m *match) bool {
	i := r.verb(m)
	return i >= 0 && oneOf(r.doc.Tokens[i].Text, "is", "are", "'s", "’s", "'re", "’re")
}

// verb is the token of the verb that the match goes with, -1 if there is none
// near: the last of a verb group before it, else of the first group after it.
func (r *resolver) verb(m *match) int {
	from, to := m.span()
	first, last := r.terms[from].first, r.terms[to-1].last
	s := r.doc.Sentences[r.doc.Tokens[first].Sentence]
	if main := r.mainVerb(first); main > last {
		return main
	}
	for i := first - 1; i >= max(s.First, first-80) && !strings.Contains(r.doc.Tokens[i].Text, "\n"); i-- {
		if r.isVerb(i) {
			return i
		}
	}
	for i := last + 1; i < min(s.End, last+40); i++ {
		if !r.isVerb(i) {
			continue
		}
		for i+1 < s.End && (r.isVerb(i+1) || i+2 < s.End && r.doc.Tokens[i+1].Tag == "RB" && r.isVerb(i+2)) {
			i++
		}
		return i
	}
	return -1
}

// mainVerb is the verb that heads the sentence, if the date at a token opens
// that sentence or its line ("On Monday, …"); else -1.
func (r *resolver) mainVerb(first int) int {
	at := first - 1
	for at >= 0 && oneOf(r.doc.Tokens[at].Tag, "IN", "RB", "DT", "JJ") {
		at--
	}
	if at >= 0 && r.doc.Tokens[at].Tag != "_SP" && r.doc.Tokens[at].Sentence == r.doc.Tokens[first].Sentence {
		return -1
	}
	root := first
	for range deepest {
		if root = r.doc.Tokens[root].Head; r.doc.Tokens[root].Head == root && r.isVerb(root) {
			return root
		}
	}
	return -1
}

func (r *resolver) isVerb(i int) bool {
	tok := r.doc.Tokens[i]
	if strings.ContainsAny(tok.Text, "-0123456789") {
		return false
	}
	switch tok.Tag {
	case "MD", "VBD", "VBZ", "VBP", "VB", "VBN":
		return true
	case "VBG":
		return i > 0 && oneOf(r.doc.Tokens[i-1].Lemma, "be", "not", "go", "also", "now")
	}
	return forward[tok.Text] && !strings.HasPrefix(tok.Tag, "NN")
}

// verbTense is the tense of the verb group that ends with token i.
func (r *resolver) verbTense(i int) tense {
	tok := r.doc.Tokens[i]
	if modals[tok.Lemma] || tok.Tag == "VBN" && forward[tok.Lemma] || tok.Tag[:1] != "V" {
		return futureTense
	}
	switch tok.Tag {
	case "VBD":
		return pastTense
	case "VBZ", "VBP":
		return presentTense
	}
	for k := i - 1; k >= max(0, i-6); k-- {
		switch aux := r.doc.Tokens[k]; {
		case aux.Tag == "MD", aux.Tag == "TO" && r.doc.Tokens[k+1].Tag == "VB":
			return futureTense
		case aux.Tag == "VBD", aux.Lemma == "have":
			return pastTense
		case aux.Tag == "VBZ" || aux.Tag == "VBP":
			if tok.Tag == "VBG" {
				return futureTense
			}
			return presentTense
		case !oneOf(aux.Tag, "VB", "VBN", "RB", "VBG"):
			return map[bool]tense{true: pastTense, false: unclear}[tok.Tag == "VBN"]
		}
	}
	return unclear
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
	if at, ok := r.goesOn(m, month, day, t); ok {
		return v.inYear(at.year)
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

// goesOn is the month and day after a full date that the same sentence or the
// one before gave, of a year gone by: a text that tells of "June 3, 2011" does
// not turn to this year with "June 8".
func (r *resolver) goesOn(m *match, month, day int, t tense) (ymd, bool) {
	if r.last == nil || r.lastSentence < 0 || t == futureTense {
		return ymd{}, false
	}
	last, here := dateOf(r.last.Start), r.doc.Tokens[r.terms[m.from].first].Sentence
	at := ymd{last.year, month, day}
	if here > r.lastSentence+1 || last.year >= dateOf(r.ref).year || !at.valid() || at.dayNumber() < r.last.Start {
		return ymd{}, false
	}
	return at, true
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
