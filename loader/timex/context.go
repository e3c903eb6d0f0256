package timex

import (
	"strings"

	"dateline/graph"
)

// join makes one expression of a day and a time of day side by side
// ("Tuesday at 9 a.m.", "9 a.m. on Tuesday"), and of a length of time before
// or after a date ("two days before 1 June").
func (r *resolver) join(a, b hit) (hit, bool) {
	between := r.terms[a.to:b.from]
	if len(between) > 2 {
		return hit{}, false
	}
	link := ""
	for _, t := range r.terms[a.to : b.from+1] {
		if t.line {
			return hit{}, false
		}
		link += t.word
	}
	link = strings.TrimSuffix(link, r.terms[b.from].word)
	if strings.Contains("at|on|,|around|about|,at|ataround|atabout|@|", link+"|") {
		if v, ok := atTime(a.value, b); ok {
			return hit{v, a.from, b.to, a.rule}, true
		}
		if v, ok := atTime(b.value, a); ok {
			return hit{v, a.from, b.to, b.rule}, true
		}
	}
	if a.typ != Duration || a.known() || !b.known() || b.typ != Date || len(between) != 1 || !oneOf(link, "before", "after", "from") {
		return hit{}, false
	}
	m := match{terms: r.terms, from: a.from, to: a.to}
	n, unit := m.counted()
	if link == "before" {
		n = -n
	}
	if unit == nil || n == 0 {
		return hit{}, false
	}
	at, ok := shift(b.date.Start, n*unit.n, unit.code)
	if !ok || oneOf(unit.code, "s", "m", "h") || b.date.Start != b.date.End {
		return hit{}, false
	}
	v, ok := dayValue(at)
	v.basis = b.basis
	return hit{v, a.from, b.to, "offset"}, ok
}

// counted is the number and unit of a duration's terms; the unit is nil if it
// has no number.
func (m *match) counted() (n int, unit *term) {
	for i := m.from; i < m.to; i++ {
		t := &m.terms[i]
		switch {
		case t.is(clUnit | clUnits):
			unit = t
		case t.is(clNum):
			n = t.n
		case oneOf(t.word, "a", "an"):
			n = 1
		}
	}
	return n, unit
}

// atTime is the day of v at the time of day of the hit, which gives no day of
// its own.
func atTime(v value, t hit) (value, bool) {
	_, at, ok := strings.Cut(t.timex, "T")
	if !ok || t.rule != "time" || v.typ != Date || v.known() && v.date.Start != v.date.End || !v.known() && !strings.HasPrefix(v.timex, "XXXX-") {
		return value{}, false
	}
	v2 := v.withClock(at)
	v2.basis = v.basis
	return v2, true
}

// ranges gives both ends of "from … to …" and "between … and …" the date of
// the whole interval; their TIMEX3 values stay those of the ends. An end
// without a year takes it from the other.
func (r *resolver) ranges(found []hit) {
	for k := 0; k+1 < len(found); k++ {
		a, b := &found[k], &found[k+1]
		opener := wordBefore(r.terms, a.from, 1)
		if opener == "the" || opener == "early" || opener == "late" || opener == "mid" {
			opener = wordBefore(r.terms, a.from, 2)
		}
		if b.from != a.to+1 && !(b.from == a.to+2 && oneOf(r.terms[b.from-1].word, "the", "early", "late")) {
			continue
		}
		link := r.terms[a.to].word
		if !(opener == "from" && oneOf(link, "to", "until", "till", "through") || opener == "between" && link == "and") {
			continue
		}
		if !a.known() || !b.known() || a.typ == Duration || b.typ == Duration {
			continue
		}
		r.settleYears(a, b)
		first, last := endValue(a.date, true), endValue(b.date, false)
		whole, err := graph.ParseEDTF(first + "/" + last)
		if err != nil {
			continue
		}
		whole.Approximate = a.date.Approximate || b.date.Approximate
		a.date, b.date = &whole, &whole
	}
}

// settleYears moves an end that has no year of its own beside the other.
func (r *resolver) settleYears(a, b *hit) {
	move := func(h *hit, year int) {
		if v, ok := h.inYear(year); ok {
			h.date, h.timex = v.date, v.timex
		}
	}
	switch {
	case a.month > 0 && b.month == 0:
		year := dateOf(b.date.Start).year
		move(a, year)
		if a.date.Start > b.date.End {
			move(a, year-1)
		}
	case b.month > 0:
		year := dateOf(a.date.Start).year
		move(b, year)
		if b.date.End < a.date.Start {
			move(b, year+1)
		}
	}
}

// endValue is the EDTF of one end of an interval: the date's own without its
// mark, or the first or last day of what is an interval itself.
func endValue(f *graph.FuzzyDate, first bool) string {
	if !strings.Contains(f.Value, "/") {
		return strings.TrimRight(f.Value, "?~%")
	}
	if first {
		return f.Start.String()
	}
	return f.End.String()
}

// approximate are the words that make a date approximate, right before it.
var approximate = set("about", "around", "circa", "roughly", "approximately", "nearly", "almost", "early", "mid", "late")

// inContext is the value of a hit after the words before it are read: "since"
// makes it an interval that ends on the publication day, "about" and "early"
// mark it, "early" and its like belong to the expression.
func (r *resolver) inContext(h *hit) value {
	v, from := h.value, h.from
	word := func(k int) string { return wordBefore(r.terms, from, k) }
	mark := approximate[word(1)]
	switch {
	case oneOf(word(1), "early", "mid", "late"):
		h.from--
	case word(1) == "-" && oneOf(word(2), "early", "mid", "late"):
		h.from, mark = h.from-2, true
	case oneOf(word(1), "of", "in") && oneOf(word(2), "early", "late", "beginning", "start", "middle", "end", "half", "part", "mid"):
		mark = true
	}
	if v.date == nil || v.typ == Duration {
		return v
	}
	date := *v.date
	v.date = &date
	since := wordBefore(r.terms, h.from, 1)
	if since == "the" || since == "of" {
		since = wordBefore(r.terms, h.from, 2)
	}
	if since == "since" && r.known && date.Start <= r.ref && date.Precision != graph.PrecisionTime {
		if span, err := graph.ParseEDTF(endValue(&date, true) + "/" + r.ref.String()); err == nil {
			span.Approximate = date.Approximate || mark
			v.date = &span
		}
		return v
	}
	if mark && !date.Approximate && date.Precision != graph.PrecisionTime && !strings.Contains(date.Value, "/") {
		date.Value, date.Approximate = date.Value+"~", true
	}
	return v
}
