package timex

import "dateline/graph"

// The builders of dates that lean on the date that the text gave last.

func (r *resolver) sameAs(n int, unit *term) (value, bool) {
	if oneOf(unit.code, "s", "m", "h") {
		return value{}, false
	}
	if r.last == nil || unit.code == "D" && r.last.End != r.last.Start {
		return unknown(unitX(unit.code))
	}
	v, ok := r.moved(*r.last, n, unit)
	v.future = false
	return v, ok
}

func sameUnit(r *resolver, m *match) (value, bool) { return r.sameAs(0, m.get("UNIT")) }

// nextUnit is "the following day" where there is a date that it may follow.
func nextUnit(r *resolver, m *match) (value, bool) {
	if r.last == nil {
		return value{}, false
	}
	if oneOf(m.word("dir"), "previous", "preceding", "prior") {
		return r.sameAs(-1, m.get("UNIT"))
	}
	return r.sameAs(1, m.get("UNIT"))
}

// nextPart is "the next morning" after a day that the text gave.
func nextPart(r *resolver, m *match) (value, bool) {
	if r.last == nil || r.last.Start != r.last.End {
		return value{}, false
	}
	v, ok := dayValue(r.last.End + 1)
	return v.inPart(m.code("PART")), ok
}

// unitBefore is "the year before" and "the day after" where nothing follows
// that it is before or after of.
func unitBefore(r *resolver, m *match) (value, bool) {
	if !oneOf(m.after(1), "", ".", ",", ";", ")", "and", "but", "when") {
		return value{}, false
	}
	if m.word("dir") == "before" {
		return r.sameAs(-1, m.get("UNIT"))
	}
	return r.sameAs(1, m.get("UNIT"))
}

func sameWeekday(r *resolver, m *match) (value, bool) {
	w := m.n("WEEKDAY")
	if r.last == nil {
		return unknown("XXXX-WXX-" + pad(w, 1))
	}
	from := r.last.End
	return dayValue(from - graph.Day((weekday(from)-w+7)%7))
}

func sameSeason(r *resolver, m *match) (value, bool) {
	if r.last == nil {
		return unknown("XXXX-" + m.code("SEASON"))
	}
	return seasonValue(dateOf(r.last.Start).year, m.get("SEASON"))
}

// later is "three years later", "two days earlier".
func later(r *resolver, m *match) (value, bool) {
	n, unit := m.quantity()
	dir := 1
	if oneOf(m.word("dir"), "earlier", "before") {
		dir = -1
	}
	if oneOf(unit.code, "s", "m", "h") {
		return value{}, false
	}
	if r.last == nil {
		return unknown(unitX(unit.code))
	}
	v, ok := r.steps(*r.last, dir*n, unit)
	if ok && unit.code == "D" && r.last.Start != r.last.End {
		return unknown(unitX("D"))
	}
	return v, ok
}

func vagueLater(_ *resolver, m *match) (value, bool) { return durationOf(period("X", m.unit())) }
