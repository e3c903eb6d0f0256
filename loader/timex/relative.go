package timex

import "dateline/graph"

// The builders of dates that lean on the publication day.

// namedOffset is how far a word that names a day lies from today.
var namedOffset = map[string]graph.Day{"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

func namedDay(r *resolver, m *match) (value, bool) {
	if m.terms[m.from].capital && (window{m.terms, m.from}).name(-1) {
		return value{}, false // a newspaper, such as USA Today
	}
	name := m.word("day")
	by := namedOffset[name]
	if m.to-m.from > 1 {
		by *= 2
	}
	if !r.known {
		return unknown("XXXX-XX-XX")
	}
	v, ok := dayValue(r.ref + by)
	switch {
	case name == "tonight":
		v = v.inPart("NI")
	case name == "today" && m.after(1) != "'" && r.state(m):
		v.timex = "PRESENT_REF"
	}
	v.future = by > 0
	return v, ok
}

// dirUnit is "last week", "this year", "next month": the calendar unit; but
// "the past week" is the seven days up to now.
func dirUnit(r *resolver, m *match) (value, bool) {
	unit, dir, the := m.get("UNIT"), m.get("DIR"), m.terms[m.from].word == "the"
	if unit.is(clUnit) && oneOf(unit.code, "s", "m", "h") {
		return value{}, false
	}
	if dir.word == "last" && unit.code == "D" && unit.n <= 1 {
		return value{}, false // "on the last day" is one of what the text tells of
	}
	if dir.word == "past" || the && dir.word == "last" && unit.n > 1 {
		return r.stretch(-1, unit)
	}
	if !r.known {
		return unknown(unitX(unit.code))
	}
	if unit.code == "WE" && dir.n == 0 {
		return r.nearWeekend(m, futureTense)
	}
	return r.moved(graph.OnDay(r.ref), dir.n, unit)
}

// moved is the calendar unit that lies n units from a date.
func (r *resolver) moved(from graph.FuzzyDate, n int, unit *term) (value, bool) {
	code := unit.code
	if oneOf(code, "s", "m", "h") {
		return value{}, false
	}
	if code == "WE" {
		code = "W"
	}
	at, ok := shift(from.Start, n*unit.n, code)
	if !ok {
		return value{}, false
	}
	var v value
	switch {
	case unit.n == 10 && code == "Y":
		v, ok = decadeValue(dateOf(at).year)
	case unit.n == 100:
		v, ok = centuryValue(dateOf(at).year/100 + 1)
	default:
		v, ok = around(at, unit.code)
	}
	v.future = n > 0
	return v, ok
}

// nearWeekend is the weekend that is, was last or comes next; unclear is the
// tense that is assumed where the text shows none.
func (r *resolver) nearWeekend(m *match, assumed tense) (value, bool) {
	if !r.known {
		return unknown("XXXX-WXX-WE")
	}
	t := r.tense(m)
	if t == unclear || t == presentTense {
		t = assumed
	}
	at := r.ref
	if t != futureTense && weekday(r.ref) < 6 {
		at -= 7
	}
	return weekendValue(at)
}

func theWeekend(r *resolver, m *match) (value, bool) { return r.nearWeekend(m, pastTense) }

func dirWeekday(r *resolver, m *match) (value, bool) {
	w := m.n("WEEKDAY")
	if !r.known {
		return unknown("XXXX-WXX-" + pad(w, 1))
	}
	from := graph.Day(weekday(r.ref))
	day := r.ref - from + graph.Day(w)
	switch dir := m.n("DIR"); {
	case dir < 0 && day >= r.ref:
		day -= 7
	case dir > 0 && day <= r.ref:
		day += 7
	}
	v, ok := dayValue(day)
	v.future = m.n("DIR") > 0
	return v, ok
}

func weekdayOfWeek(r *resolver, m *match) (value, bool) {
	w := m.n("WEEKDAY")
	if !r.known {
		return unknown("XXXX-WXX-" + pad(w, 1))
	}
	return dayValue(r.ref - graph.Day(weekday(r.ref)-w-7*m.n("DIR")))
}

func bareWeekday(r *resolver, m *match) (value, bool) { return r.nearWeekday(m, m.n("WEEKDAY")) }

// dirMonth is "last May" and "next May", the nearest before and after this
// month, and "this May", that of the year.
func dirMonth(r *resolver, m *match) (value, bool) {
	month, dir := m.n("MONTH"), m.n("DIR")
	if !r.known {
		return unknown("XXXX-" + pad(month, 2))
	}
	ref := dateOf(r.ref)
	year := ref.year
	if dir < 0 && month >= ref.month || dir > 0 && month <= ref.month {
		year += dir
	}
	return monthValue(year, month)
}

func dirSeason(r *resolver, m *match) (value, bool) {
	s, dir := m.get("SEASON"), m.n("DIR")
	if !r.known {
		return unknown("XXXX-" + s.code)
	}
	year := dateOf(r.ref).year
	if here, _ := seasonValue(year, s); dir < 0 && here.date.End >= r.ref || dir > 0 && here.date.Start <= r.ref {
		year += dir
	}
	return seasonValue(year, s)
}

func seasonOfYear(r *resolver, m *match) (value, bool) {
	if !r.known {
		return unknown("XXXX-" + m.code("SEASON"))
	}
	return seasonValue(dateOf(r.ref).year+m.n("DIR"), m.get("SEASON"))
}

// bareSeason is the last one that has begun, or the next if the text looks
// forward.
func bareSeason(r *resolver, m *match) (value, bool) {
	s := m.get("SEASON")
	if !r.known {
		return unknown("XXXX-" + s.code)
	}
	year := dateOf(r.ref).year
	begins := graph.MakeDay(year, 3, 1)
	if s.n != 21 {
		begins, _ = shift(begins, 3*(s.n-21), "M")
	}
	ends, _ := shift(begins, 3, "M")
	switch future := r.tense(m) == futureTense; {
	case future && ends <= r.ref:
		year++
	case !future && begins > r.ref:
		year--
	}
	return seasonValue(year, s)
}

func quarterOfYear(r *resolver, m *match) (value, bool) {
	q := quarterNumber(m)
	if q > 4 {
		return value{}, false
	}
	if !r.known {
		return unknown("XXXX-Q" + pad(q, 1))
	}
	return quarterValue(dateOf(r.ref).year+m.n("DIR"), q)
}

// bareQuarter is the last one that has begun, or the next if the text looks
// forward.
func bareQuarter(r *resolver, m *match) (value, bool) {
	q := quarterNumber(m)
	if q < 1 || q > 4 {
		return value{}, false
	}
	if !r.known {
		return unknown("XXXX-Q" + pad(q, 1))
	}
	ref := dateOf(r.ref)
	now := (ref.month + 2) / 3
	switch future := r.tense(m) == futureTense; {
	case future && q < now:
		ref.year++
	case !future && q > now:
		ref.year--
	}
	return quarterValue(ref.year, q)
}

func halfOfYear(r *resolver, m *match) (value, bool) {
	h := m.n("ORD")
	if h > 2 {
		return value{}, false
	}
	if !r.known {
		return unknown("XXXX-H" + pad(h, 1))
	}
	return halfValue(dateOf(r.ref).year+m.n("DIR"), h)
}

func bareHoliday(r *resolver, m *match) (value, bool) {
	rule := m.code("HOLIDAY")
	if !r.known {
		return unknown("XXXX-XX-XX")
	}
	year, t := dateOf(r.ref).year, r.tense(m)
	dir := m.get("DIR")
	past := t == pastTense && dir == nil || dir != nil && dir.n < 0
	future := t == futureTense && dir == nil || dir != nil && dir.n > 0
	switch day := holidayIn(rule, year); {
	case past && day > r.ref:
		year--
	case future && day < r.ref:
		year++
	case !past && !future && dir == nil && day > r.ref+183:
		year--
	case !past && !future && dir == nil && day < r.ref-183:
		year++
	}
	return dayValue(holidayIn(rule, year))
}

// theUnit is "(the end of) the year": that of the publication.
func theUnit(r *resolver, m *match) (value, bool) {
	unit := m.get("UNIT")
	next := (window{m.terms, m.to - 1}).at(1)
	if oneOf(unit.code, "s", "m", "h") || next.word == "before" || next.is(clWeekday) {
		return value{}, false
	}
	if !r.known {
		return unknown(unitX(unit.code))
	}
	return r.moved(graph.OnDay(r.ref), 0, unit)
}

func ago(r *resolver, m *match) (value, bool) { return r.fromRef(m, -1) }

func fromNow(r *resolver, m *match) (value, bool) { return r.fromRef(m, 1) }

// inUnits is "in two weeks" where the text looks forward; otherwise it is a
// duration.
func inUnits(r *resolver, m *match) (value, bool) {
	if m.word("time") == "" && r.tense(m) != futureTense {
		return value{}, false
	}
	return r.fromRef(m, 1)
}

// fromRef is the day, week, month or year that lies a number of units from the
// publication.
func (r *resolver) fromRef(m *match, dir int) (value, bool) {
	n, unit := m.quantity()
	if oneOf(unit.code, "s", "m") {
		return unknown(map[bool]string{true: "FUTURE_REF", false: "PAST_REF"}[dir > 0])
	}
	if !r.known {
		return unknown(unitX(map[bool]string{true: "D", false: unit.code}[unit.code == "h"]))
	}
	if unit.code == "h" {
		v, ok := dayValue(r.ref + graph.Day(dir*(n/24)))
		v.future = dir > 0
		return v, ok && n%24 == 0
	}
	at := r.ref
	if second := m.get("UNITS2"); second != nil {
		var ok bool
		if at, ok = shift(at, dir*n*unit.n, unit.code); !ok {
			return value{}, false
		}
		n, unit = m.n("NUM2"), second
	}
	v, ok := r.steps(graph.OnDay(at), dir*n, unit)
	v.future = dir > 0
	return v, ok
}

// steps is the day, week, month or year n units from a date.
func (r *resolver) steps(from graph.FuzzyDate, n int, unit *term) (value, bool) {
	at, ok := shift(from.Start, n*unit.n, unit.code)
	if !ok || unit.code == "WE" {
		return value{}, false
	}
	return around(at, unit.code)
}

// unsetDay is "a later date": a day that is not told.
func unsetDay(*resolver, *match) (value, bool) { return unknown("XXXX-XX-XX") }

func vagueAgo(*resolver, *match) (value, bool) { return unknown("PAST_REF") }

func present(*resolver, *match) (value, bool) { return unknown("PRESENT_REF") }

// past refuses "in the past" where a length of time follows.
func past(_ *resolver, m *match) (value, bool) {
	if next := (window{m.terms, m.to - 1}).at(1); next.is(clUnit | clUnits | clNum | clVague | clSeason | clPart) {
		return value{}, false
	}
	return unknown("PAST_REF")
}

func future(_ *resolver, m *match) (value, bool) {
	if m.word("soon") != "" && oneOf(m.after(1), "after", "afterwards", "afterward") {
		return value{}, false
	}
	return value{timex: "FUTURE_REF", typ: Date, future: true}, true
}
