package timex

import (
	"strings"

	"dateline/graph"
)

// The builders of durations, sets and times of day.

func (m *match) unit() *term {
	if u := m.get("UNITS"); u != nil {
		return u
	}
	return m.get("UNIT")
}

// quantity is how many of which unit a match speaks of; "a week" is one,
// "a couple of weeks" two.
func (m *match) quantity() (int, *term) {
	n := 1
	if t := m.get("NUM"); t != nil {
		n = t.n
	} else if m.get("VAGUE") == nil && m.get("UNITS") != nil {
		n = 2
	}
	return n, m.unit()
}

// period is TIMEX3's duration of an amount, which may be X, of a unit.
func period(amount string, unit *term) string {
	switch unit.code {
	case "s", "m", "h":
		return "PT" + amount + strings.ToUpper(unit.code)
	}
	return "P" + amount + unit.code
}

func amountOf(n *term, unit *term) string {
	if n.code != "" && unit.n == 1 {
		return n.code
	}
	return pad(n.n*unit.n, 1)
}

// age tells whether a length of time is how old someone is.
func (m *match) age() bool {
	return m.after(1) == "old" || m.after(1) == "-" && m.after(2) == "old" || m.after(1) == "of" && m.after(2) == "age" || oneOf(m.before(1), "aged", "age")
}

// amount tells whether a length of time measures what is recorded, not how
// long something takes: "two hours of video".
func (m *match) amount() bool {
	return m.after(1) == "of" && oneOf(m.after(2), "video", "videos", "footage", "music", "audio", "film", "tape", "tapes", "recording", "recordings", "material", "content", "programming")
}

func durationOf(timex string) (value, bool) { return value{timex: timex, typ: Duration}, true }

func duration(_ *resolver, m *match) (value, bool) {
	n, unit := m.get("NUM"), m.unit()
	if m.age() || m.amount() || unit.code == "WE" || m.get("UNITS") == nil && n.n != 1 && m.to-m.from < 3 {
		return value{}, false
	}
	return durationOf(period(amountOf(n, unit), unit))
}

func andHalf(_ *resolver, m *match) (value, bool) {
	n, unit := m.get("NUM"), m.unit()
	return durationOf(period(pad(n.n, 1)+".5", unit))
}

// lasting are the words after which "a year" is a length of time, not a rate
// ("twice a year") or a year that somebody had.
var lasting = set("for", "in", "within", "of", "than", "nearly", "almost", "about", "after", "over", "just", "take", "takes", "took", "taken", "lasting", "lasts", "lasted",
	"least", "around", "only", "spent", "spend", "every", "under", "roughly", "some", "by")

func aUnit(_ *resolver, m *match) (value, bool) {
	unit := m.get("UNIT")
	compound := m.terms[m.from+1].word == "-"
	before := lasting[m.before(1)] || oneOf(m.after(1), "after", "before", "since", "of")
	if m.age() || compound || !before || unit.code == "WE" || oneOf(m.before(1), "of", "by") && m.after(1) != "" && unit.code == "s" {
		return value{}, false
	}
	return durationOf(period(pad(unit.n, 1), unit))
}

func halfUnit(_ *resolver, m *match) (value, bool) {
	switch unit := m.get("UNIT"); unit.code {
	case "h":
		return durationOf("PT30M")
	case "Y":
		return durationOf("P" + pad(6*unit.n, 1) + "M")
	default:
		return value{}, false
	}
}

func vagueDuration(_ *resolver, m *match) (value, bool) {
	unit := m.unit()
	if unit.code == "WE" || m.age() {
		return value{}, false
	}
	if m.get("VAGUE") == nil && m.terms[m.from].word == "a" {
		return durationOf(period(pad(2*unit.n, 1), unit))
	}
	return durationOf(period("X", unit))
}

// stretch is the n units that end or begin with the publication day; vague if
// n is 0 either way.
func (r *resolver) stretch(n int, unit *term) (value, bool) {
	v := value{timex: period(pad(max(n, -n)*unit.n, 1), unit), typ: Duration, future: n > 0}
	if !r.known || oneOf(unit.code, "s", "m", "h", "WE") {
		return v, unit.code != "WE"
	}
	at, ok := shift(r.ref, n*unit.n, unit.code)
	if !ok {
		return value{}, false
	}
	span, ok := intervalValue(v.timex, min(at, r.ref), max(at, r.ref), graph.PrecisionInterval)
	v.date = span.date
	return v, ok
}

// dirUnits is "the past three weeks", "the next few days".
func dirUnits(r *resolver, m *match) (value, bool) {
	n, unit := m.quantity()
	dir := m.n("DIR")
	if dir == 0 {
		return value{}, false
	}
	if m.get("VAGUE") != nil {
		return value{timex: period("X", unit), typ: Duration, future: dir > 0}, true
	}
	return r.stretch(dir*n, unit)
}

// someTime is a length of time that is not told.
func someTime(*resolver, *match) (value, bool) { return durationOf("PXD") }

func setOf(timex string) (value, bool) { return value{timex: timex, typ: Set}, true }

func every(_ *resolver, m *match) (value, bool) {
	unit := m.unit()
	switch {
	case m.get("WEEKDAY") != nil && m.get("PART") != nil:
		return setOf("XXXX-WXX-" + pad(m.n("WEEKDAY"), 1) + "T" + m.code("PART"))
	case m.get("WEEKDAY") != nil:
		return setOf("XXXX-WXX-" + pad(m.n("WEEKDAY"), 1))
	case m.get("WEEKDAYS") != nil:
		return setOf("XXXX-WXX-" + pad(m.n("WEEKDAYS"), 1))
	case m.get("MONTH") != nil:
		return setOf("XXXX-" + pad(m.n("MONTH"), 2))
	case m.get("SEASON") != nil:
		return setOf("XXXX-" + m.code("SEASON"))
	case m.get("PART") != nil:
		return setOf("XXXX-XX-XXT" + m.code("PART"))
	case unit == nil || unit.code == "WE":
		return setOf("XXXX-WXX-WE")
	}
	n := max(m.n("NUM"), 1)
	for _, t := range m.terms[m.from:m.to] {
		switch t.word {
		case "other":
			n = 2
		case "times":
			n = 1
		}
	}
	return setOf(period(pad(n*unit.n, 1), unit))
}

func setWord(_ *resolver, m *match) (value, bool) { return setOf(m.code("SETWORD")) }

// inPart is a day's morning, evening …: the day is kept.
func (v value) inPart(part string) value {
	v.timex, v.typ = v.timex+"T"+part, Time
	return v
}

// withClock is a day at a time of day.
func (v value) withClock(at string) value {
	if v.known() {
		if f, err := graph.ParseEDTF(v.date.Start.String() + "T" + (at + ":00")[:8]); err == nil {
			v.date = &f
		}
	}
	v.timex, v.typ = v.timex+"T"+at, Time
	return v
}

// clock is a time of day alone: it belongs to the day last spoken of, else to
// the publication day.
func clock(r *resolver, m *match) (value, bool) {
	at := "12:00"
	if t := m.get("CLOCK"); t != nil {
		at = t.clock
	} else if m.word("half") == "midnight" {
		at = "00:00"
	}
	v := value{timex: "XXXX-XX-XX", typ: Time}
	switch {
	case r.last != nil && r.last.Start == r.last.End:
		v, _ = dayValue(r.last.Start)
	case r.known:
		v, _ = dayValue(r.ref)
	}
	return v.withClock(at), true
}

func dirPart(r *resolver, m *match) (value, bool) {
	if !r.known {
		v, _ := unknown("XXXX-XX-XX")
		return v.inPart(m.code("PART")), true
	}
	day := r.ref + graph.Day(m.n("DIR"))
	v, ok := dayValue(day)
	return v.inPart(m.code("PART")), ok
}

func weekdayPart(r *resolver, m *match) (value, bool) {
	v, ok := r.nearWeekday(m, m.n("WEEKDAY"))
	return v.inPart(m.code("PART")), ok
}

func namedDayPart(r *resolver, m *match) (value, bool) {
	v, _ := unknown("XXXX-XX-XX")
	ok := true
	if r.known {
		v, ok = dayValue(r.ref + namedOffset[m.word("day")])
	}
	return v.inPart(m.code("PART")), ok
}

func thePart(r *resolver, m *match) (value, bool) {
	if m.terms[m.from].word != "that" || r.last == nil || r.last.Start != r.last.End {
		return value{}, false
	}
	v, ok := dayValue(r.last.Start)
	return v.inPart(m.code("PART")), ok
}
