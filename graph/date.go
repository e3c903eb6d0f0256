package graph

import (
	"fmt"
	"time"
)

// A Day is a calendar day of the proleptic Gregorian calendar, counted from
// 1970-01-01. Years 0000 to 9999 can be written.
type Day int32

// MinDay and MaxDay bound the days that can be written; they stand for an
// open start and an open end.
const (
	MinDay Day = -719528 // 0000-01-01
	MaxDay Day = 2932896 // 9999-12-31
)

const daySeconds = 24 * 60 * 60

// DayOf is the calendar day of an instant in the instant's own zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return MakeDay(y, m, d)
}

// MakeDay is the day of a year, month and day of the month; days beyond the
// month's end run on, as in time.Date.
func MakeDay(year int, month time.Month, day int) Day {
	sec := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
	if sec < 0 {
		return Day((sec - daySeconds + 1) / daySeconds)
	}
	return Day(sec / daySeconds)
}

// ParseDay reads YYYY-MM-DD.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, Errorf(BadRequest, "%q is no calendar day such as 2025-05-05", s)
	}
	return DayOf(t), nil
}

// Time is the first instant of the day in UTC.
func (d Day) Time() time.Time { return time.Unix(int64(d)*daySeconds, 0).UTC() }

// EpochMillis is the first instant of the day as Unix milliseconds.
func (d Day) EpochMillis() int64 { return int64(d) * daySeconds * 1000 }

// String prints YYYY-MM-DD; days sort as their strings do.
func (d Day) String() string {
	y, m, day := d.Time().Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// MarshalText prints YYYY-MM-DD.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD.
func (d *Day) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDay(string(b))
	return err
}

// A Precision tells how precisely a date is known.
type Precision string

// The precisions, coarsest first; an Interval is named as such by the source.
const (
	PrecisionCentury  Precision = "CENTURY"
	PrecisionDecade   Precision = "DECADE"
	PrecisionYear     Precision = "YEAR"
	PrecisionSeason   Precision = "SEASON"
	PrecisionMonth    Precision = "MONTH"
	PrecisionWeek     Precision = "WEEK"
	PrecisionDay      Precision = "DAY"
	PrecisionTime     Precision = "TIME"
	PrecisionInterval Precision = "INTERVAL"
)

// A Basis tells how a date was arrived at.
type Basis string

// The bases.
const (
	BasisExplicit    Basis = "EXPLICIT"
	BasisRelative    Basis = "RELATIVE"
	BasisAnaphoric   Basis = "ANAPHORIC"
	BasisDateline    Basis = "DATELINE"
	BasisPublication Basis = "PUBLICATION"
)

// A FuzzyDate is a date that keeps its uncertainty: an EDTF value with the
// precision, the first and the last day that it can denote, how it was arrived
// at, and the words of the source. Bounds and precision are set once, by
// ParseEDTF or by the stage that read the text, and never derived again.
type FuzzyDate struct {
	// Value is EDTF level 0 or 1 (quarters by level 2's codes), see ParseEDTF.
	Value     string    `json:"value"`
	Precision Precision `json:"precision"`
	Start     Day       `json:"start"`
	End       Day       `json:"end"`
	Basis     Basis     `json:"basis,omitempty"`
	// Text is what the source says, such as "last Tuesday"; may be empty.
	Text string `json:"text,omitempty"`
	// Approximate is set if the source gives the date as approximate or
	// uncertain, and for basis PUBLICATION.
	Approximate bool `json:"approximate,omitempty"`
}

// OnDay is the date of one day, explicit by default.
func OnDay(d Day) FuzzyDate {
	return FuzzyDate{Value: d.String(), Precision: PrecisionDay, Start: d, End: d, Basis: BasisExplicit}
}

// FromPublication is the date of an item of which the text gives none: it
// stands on the publication day, marked approximate.
func FromPublication(d Day) FuzzyDate {
	return FuzzyDate{Value: d.String() + "~", Precision: PrecisionDay, Start: d, End: d, Basis: BasisPublication, Approximate: true}
}

// Certain tells whether the date lies in [from, to] whatever its uncertainty.
func (f FuzzyDate) Certain(from, to Day) bool { return from <= f.Start && f.End <= to }

// Possible tells whether the date may lie in [from, to].
func (f FuzzyDate) Possible(from, to Day) bool { return f.Start <= to && from <= f.End }

// Before tells whether f lies before g for certain. If neither is before the
// other, their order is unknown.
func (f FuzzyDate) Before(g FuzzyDate) bool { return f.End < g.Start }

// EndEpochMillis is the last millisecond of the last day, Unix time.
func (f FuzzyDate) EndEpochMillis() int64 { return (f.End + 1).EpochMillis() - 1 }

// Days is the greatest length of a date of the precision, in days; 0 for TIME
// and INTERVAL.
func (p Precision) Days() Day {
	switch p {
	case PrecisionCentury:
		return 36525
	case PrecisionDecade:
		return 3653
	case PrecisionYear:
		return 366
	case PrecisionSeason:
		return 92
	case PrecisionMonth:
		return 31
	case PrecisionWeek:
		return 7
	case PrecisionDay:
		return 1
	}
	return 0
}

// AtLeast tells whether the date is as precise as p or more: DAY keeps DAY
// and TIME; MONTH also WEEK and intervals no longer than 31 days; and so on.
func (f FuzzyDate) AtLeast(p Precision) bool {
	return f.Precision == PrecisionInterval && p == PrecisionInterval || f.Width() <= int(p.Days())
}

// Width is the number of days by which the date's precision counts: an
// interval counts by its length.
func (f FuzzyDate) Width() int {
	if f.Precision == PrecisionInterval {
		return int(f.End-f.Start) + 1
	}
	return int(f.Precision.Days())
}
