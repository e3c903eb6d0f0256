package timex

import (
	"strconv"

	"dateline/graph"
)

// The builders of dates that name their month or year.

func monthDayYear(_ *resolver, m *match) (value, bool) {
	d := ymd{m.n("YEAR"), m.n("MONTH"), m.n("DAY")}
	if !d.valid() {
		return value{}, false
	}
	return dayValue(d.dayNumber())
}

func numericDate(_ *resolver, m *match) (value, bool) {
	t := m.get("DATE")
	v, ok := dayValue(t.date.dayNumber())
	if t.clock != "" {
		v = v.withClock(t.clock)
	}
	return v, ok
}

func monthDay(r *resolver, m *match) (value, bool) {
	// "in May 20 people" counts people.
	if t := m.get("DAY"); !t.is(clOrd) && m.before(1) == "in" && m.to < len(m.terms) && m.terms[m.to].tag == "NNS" {
		return value{}, false
	}
	return r.nearDay(m, m.n("MONTH"), m.n("DAY"))
}

func monthDayOfYear(r *resolver, m *match) (value, bool) {
	v := value{month: m.n("MONTH"), day: m.n("DAY"), timex: "XXXX-" + pad(m.n("MONTH"), 2) + "-" + pad(m.n("DAY"), 2), typ: Date}
	if !r.known {
		return v, true
	}
	return v.inYear(dateOf(r.ref).year + m.n("DIR"))
}

func dayRange(r *resolver, m *match) (value, bool) {
	month, first, last := m.n("MONTH"), m.n("DAY"), m.n("DAY2")
	if last <= first {
		return value{}, false
	}
	year := m.n("YEAR")
	if year == 0 {
		v, ok := r.nearDay(m, month, first)
		if !ok || !v.known() {
			v.timex += "/XXXX-" + pad(month, 2) + "-" + pad(last, 2)
			return v, ok
		}
		year = dateOf(v.date.Start).year
	}
	from, to := ymd{year, month, first}, ymd{year, month, last}
	if !from.valid() || !to.valid() {
		return value{}, false
	}
	return intervalValue(from.dayNumber().String()+"/"+to.dayNumber().String(), from.dayNumber(), to.dayNumber(), graph.PrecisionInterval)
}

func monthRange(r *resolver, m *match) (value, bool) {
	first, last, lastYear := m.n("MONTH"), m.n("MONTH2"), m.n("YEAR2")
	if lastYear == 0 {
		v, ok := r.nearDay(m, last, 0)
		if !ok || !v.known() {
			return v, ok
		}
		lastYear = dateOf(v.date.Start).year
	}
	firstYear := m.n("YEAR")
	if firstYear == 0 {
		firstYear = lastYear
		if first > last {
			firstYear--
		}
	}
	s := pad(firstYear, 4) + "-" + pad(first, 2) + "/" + pad(lastYear, 4) + "-" + pad(last, 2)
	return fuzzy(s, s, "")
}

func monthYear(_ *resolver, m *match) (value, bool) {
	y := m.n("YEAR")
	if t := m.get("YY"); t != nil {
		y, _ = strconv.Atoi(fullYear(pad(t.n, 2)))
	}
	return monthValue(y, m.n("MONTH"))
}

func monthOfYear(r *resolver, m *match) (value, bool) {
	if !r.known {
		return unknown("XXXX-" + pad(m.n("MONTH"), 2))
	}
	return monthValue(dateOf(r.ref).year+m.n("DIR"), m.n("MONTH"))
}

// bareMonth refuses the month of a day that it does not have.
func bareMonth(r *resolver, m *match) (value, bool) {
	if next := (window{m.terms, m.to - 1}).at(1); next.is(clDay) && m.before(1) != "in" {
		return value{}, false
	}
	return r.nearDay(m, m.n("MONTH"), 0)
}

func year(_ *resolver, m *match) (value, bool) { return yearValue(m.n("YEAR")) }

func shortYear(_ *resolver, m *match) (value, bool) {
	y, _ := strconv.Atoi(fullYear(pad(m.n("YY"), 2)))
	return yearValue(y)
}

// yearRange reads 1939-1945 and 2014-15.
func yearRange(_ *resolver, m *match) (value, bool) {
	first, last := m.n("YEAR"), m.n("YEAR2")
	if t := m.get("NUM"); t != nil {
		if len(t.word) != 2 {
			return value{}, false
		}
		last = first/100*100 + t.n
	}
	if last <= first {
		return value{}, false
	}
	s := pad(first, 4) + "/" + pad(last, 4)
	return fuzzy(s, s, "")
}

func decade(_ *resolver, m *match) (value, bool) {
	t := m.get("DECADE")
	if t.word[0] >= 'a' && m.terms[m.from].word != "the" && !oneOf(m.before(1), "early", "mid", "late") {
		return value{}, false
	}
	return decadeValue(t.n)
}

func century(_ *resolver, m *match) (value, bool) { return centuryValue(m.n("ORD")) }

func seasonYear(_ *resolver, m *match) (value, bool) {
	return seasonValue(m.n("YEAR"), m.get("SEASON"))
}

func quarterNumber(m *match) int {
	if w := m.word("q"); w != "" {
		return int(w[0] - '0')
	}
	if m.get("LAST") != nil {
		return 4
	}
	return m.n("ORD")
}

func quarterYear(_ *resolver, m *match) (value, bool) {
	if q := quarterNumber(m); q >= 1 && q <= 4 {
		return quarterValue(m.n("YEAR"), q)
	}
	return value{}, false
}

func halfYear(_ *resolver, m *match) (value, bool) {
	if h := m.n("ORD"); h <= 2 {
		return halfValue(m.n("YEAR"), h)
	}
	return value{}, false
}

// fiscal years and quarters are no calendar dates: each body has its own.
func fiscal(r *resolver, m *match) (value, bool) {
	s := "FYXXXX"
	if y := m.n("YEAR"); y > 0 {
		s = "FY" + pad(y, 4)
	} else if r.known {
		s = "FY" + pad(dateOf(r.ref).year+m.n("DIR"), 4)
	}
	if q := m.n("ORD"); q > 4 {
		return value{}, false
	} else if q > 0 {
		s += "-Q" + pad(q, 1)
	}
	return unknown(s)
}

func holidayYear(_ *resolver, m *match) (value, bool) {
	return dayValue(holidayIn(m.code("HOLIDAY"), m.n("YEAR")))
}

func weekOfYear(_ *resolver, m *match) (value, bool) {
	n := m.n("NUM")
	if n < 1 || n > 53 {
		return value{}, false
	}
	// 4 January lies in week 1.
	return weekValue(graph.MakeDay(m.n("YEAR"), 1, 4) + graph.Day(7*(n-1)))
}

// ordinalDay is "the 15th day of June".
func ordinalDay(r *resolver, m *match) (value, bool) { return r.nearDay(m, m.n("MONTH"), m.n("ORD")) }

// dayOfMonth is "the 15th of next month".
func dayOfMonth(r *resolver, m *match) (value, bool) {
	day := m.n("ORD")
	if !r.known {
		return unknown("XXXX-XX-" + pad(day, 2))
	}
	ref := dateOf(r.ref)
	months := ref.year*12 + ref.month - 1 + m.n("DIR")
	d := ymd{months / 12, months%12 + 1, day}
	if !d.valid() {
		return value{}, false
	}
	return dayValue(d.dayNumber())
}
