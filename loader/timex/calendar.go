package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/graph"
)

// A value is what an expression denotes.
type value struct {
	timex string
	typ   Type
	// date is nil where no calendar days are denoted or known.
	date *graph.FuzzyDate
	// month and day are set for a date written without its year, which the
	// other end of a range may settle.
	month, day int
	basis      graph.Basis
	future     bool
}

func (v value) known() bool { return v.date != nil }

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}

// fuzzy makes a DATE of an EDTF value; false where the years leave the calendar.
func fuzzy(timex, edtf string, p graph.Precision) (value, bool) {
	f, err := graph.ParseEDTF(edtf)
	if err != nil {
		return value{}, false
	}
	if p != "" {
		f.Precision = p
	}
	return value{timex: timex, typ: Date, date: &f}, true
}

func unknown(timex string) (value, bool) { return value{timex: timex, typ: Date}, true }

func dayValue(d graph.Day) (value, bool) {
	if d < graph.MinDay || d > graph.MaxDay {
		return value{}, false
	}
	return fuzzy(d.String(), d.String(), "")
}

func intervalValue(timex string, from, to graph.Day, p graph.Precision) (value, bool) {
	if from < graph.MinDay || to > graph.MaxDay {
		return value{}, false
	}
	return fuzzy(timex, from.String()+"/"+to.String(), p)
}

// weekday counts from 1, Monday, to 7, Sunday.
func weekday(d graph.Day) int { return (int(d.Time().Weekday())+6)%7 + 1 }

// weekValue is the week from Monday to Sunday that holds a day.
func weekValue(d graph.Day) (value, bool) {
	monday := d - graph.Day(weekday(d)-1)
	y, w := d.Time().ISOWeek()
	return intervalValue(fmt.Sprintf("%04d-W%02d", y, w), monday, monday+6, graph.PrecisionWeek)
}

// weekendValue is the Saturday and Sunday of the week that holds a day.
func weekendValue(d graph.Day) (value, bool) {
	saturday := d - graph.Day(weekday(d)-6)
	y, w := saturday.Time().ISOWeek()
	return intervalValue(fmt.Sprintf("%04d-W%02d-WE", y, w), saturday, saturday+1, graph.PrecisionInterval)
}

func monthValue(y, m int) (value, bool) {
	y, m = y+floorDiv(m-1, 12), (m-1)-12*floorDiv(m-1, 12)+1
	s := pad(y, 4) + "-" + pad(m, 2)
	return fuzzy(s, s, "")
}

func yearValue(y int) (value, bool) {
	if y < 1 {
		return value{}, false
	}
	return fuzzy(pad(y, 4), pad(y, 4), "")
}

// quarterValue is quarter q of a year; quarters beyond 1 to 4 run on.
func quarterValue(y, q int) (value, bool) {
	y, q = y+floorDiv(q-1, 4), (q-1)-4*floorDiv(q-1, 4)+1
	return fuzzy(fmt.Sprintf("%04d-Q%d", y, q), fmt.Sprintf("%04d-%d", y, 32+q), "")
}

func halfValue(y, h int) (value, bool) {
	return fuzzy(fmt.Sprintf("%04d-H%d", y, h), fmt.Sprintf("%04d-%02d/%04d-%02d", y, 6*h-5, y, 6*h), "")
}

// seasonValue is a season by EDTF's code; a winter is marked as uncertain,
// since it may be the one that the year begins or ends with.
func seasonValue(y int, season *term) (value, bool) {
	edtf := fmt.Sprintf("%04d-%d", y, season.n)
	if season.n == 24 {
		edtf += "?"
	}
	return fuzzy(pad(y, 4)+"-"+season.code, edtf, "")
}

func decadeValue(y int) (value, bool) {
	s := pad(y/10, 3)
	return fuzzy(s, s+"X", "")
}

// centuryValue is the n-th century, counted as in 19XX for the 20th.
func centuryValue(n int) (value, bool) {
	s := pad(n-1, 2)
	return fuzzy(s, s+"XX", "")
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

func (d ymd) valid() bool {
	t := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && t.Day() == d.day
}

func (d ymd) dayNumber() graph.Day { return graph.MakeDay(d.year, time.Month(d.month), d.day) }

func dateOf(d graph.Day) ymd {
	y, m, day := d.Time().Date()
	return ymd{y, int(m), day}
}

// shift moves a day by n units of TIMEX3's code D, W, M, Q or Y; a month that
// is too short gives its last day. False where the calendar ends.
func shift(d graph.Day, n int, unit string) (graph.Day, bool) {
	if n > 4_000_000 || n < -4_000_000 {
		return 0, false
	}
	months := 0
	switch unit {
	case "D":
		d += graph.Day(n)
	case "W":
		d += graph.Day(7 * n)
	case "M":
		months = n
	case "Q":
		months = 3 * n
	case "Y":
		months = 12 * n
	}
	if months != 0 {
		at := dateOf(d)
		m := at.year*12 + at.month - 1 + months
		if m < 12 || m >= 12*10000 {
			return 0, false
		}
		at.year, at.month = m/12, m%12+1
		for !at.valid() {
			at.day--
		}
		d = at.dayNumber()
	}
	return d, d >= graph.MinDay && d <= graph.MaxDay
}

// around is the calendar unit (D, W, WE, M, Q or Y) that holds a day.
func around(d graph.Day, unit string) (value, bool) {
	at := dateOf(d)
	switch unit {
	case "W":
		return weekValue(d)
	case "WE":
		return weekendValue(d)
	case "M":
		return monthValue(at.year, at.month)
	case "Q":
		return quarterValue(at.year, (at.month+2)/3)
	case "Y":
		return yearValue(at.year)
	}
	return dayValue(d)
}
