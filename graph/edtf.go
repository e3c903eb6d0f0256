package graph

import (
	"strconv"
	"strings"
	"time"
)

// ParseEDTF reads a value of the Extended Date/Time Format (ISO 8601-2):
// level 0 (2025, 2025-05, 2025-05-05, 2025-05-05T09:30:00Z, and intervals such
// as 2025-05/2025-07), level 1 (seasons 2025-21 to 2025-24, 201X, 20XX, 2025-XX,
// the marks ? ~ % and the open or unknown ends of 2025-05/.. and /2025-05), and
// the quarters of level 2, 2025-33 to 2025-36. Years are 0000 to 9999.
//
// Spring, summer and autumn are March to May, June to August and September to
// November of the north. The winter of a year may be the one it begins or the
// one it ends with, so its bounds hold both. An open or unknown end is MinDay
// or MaxDay. The value stays as written and the basis is EXPLICIT.
func ParseEDTF(s string) (FuzzyDate, error) {
	first, last, isInterval := strings.Cut(s, "/")
	if !isInterval {
		return parseEDTFDate(s, s)
	}
	f := FuzzyDate{Value: s, Precision: PrecisionInterval, Start: MinDay, End: MaxDay, Basis: BasisExplicit}
	if first == "" && last == "" {
		return FuzzyDate{}, edtfError(s, "both ends are missing")
	}
	if first != "" && first != ".." {
		from, err := parseEDTFDate(first, s)
		if err != nil {
			return FuzzyDate{}, err
		}
		f.Start, f.Approximate = from.Start, from.Approximate
	}
	if last != "" && last != ".." {
		to, err := parseEDTFDate(last, s)
		if err != nil {
			return FuzzyDate{}, err
		}
		f.End, f.Approximate = to.End, f.Approximate || to.Approximate
	}
	if f.End < f.Start {
		return FuzzyDate{}, edtfError(s, "it ends before it starts")
	}
	return f, nil
}

// ParsePartialDate reads the PartialDate scalar: what ParseEDTF reads, or an
// instant as Unix milliseconds, an integer of five digits or more or with a
// sign, which becomes an instant of UTC.
func ParsePartialDate(s string) (FuzzyDate, error) {
	digits := strings.TrimPrefix(s, "-")
	if len(s) <= 4 && digits == s || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return ParseEDTF(s)
	}
	ms, err := strconv.ParseInt(s, 10, 64)
	if err != nil || ms < MinDay.EpochMillis() || ms >= (MaxDay+1).EpochMillis() {
		return FuzzyDate{}, edtfError(s, "as Unix milliseconds it lies outside the years 0000 to 9999")
	}
	t := time.UnixMilli(ms).UTC()
	f := OnDay(DayOf(t))
	f.Value, f.Precision = t.Format("2006-01-02T15:04:05Z"), PrecisionTime
	return f, nil
}

// Open tells whether the date has no first or no last day.
func (f FuzzyDate) Open() (start, end bool) {
	if f.Precision != PrecisionInterval {
		return false, false
	}
	return f.Start == MinDay, f.End == MaxDay
}

func edtfError(s, why string) error {
	return Errorf(BadRequest, "%q is no EDTF date: %s; write 2025, 2025-05, 2025-05-05, 2025-21 (spring), 2025-33 (first quarter), 199X, "+
		"2025-05-01/2025-05-07 or 2025-05/.., with ?, ~ or %% where it is uncertain", s, why)
}

// parseEDTFDate reads a date that is no interval; whole is the value it
// stands in, for messages.
func parseEDTFDate(s, whole string) (FuzzyDate, error) {
	f := FuzzyDate{Value: s, Basis: BasisExplicit}
	if n := len(s); n > 0 && strings.IndexByte("?~%", s[n-1]) >= 0 {
		s, f.Approximate = s[:n-1], true
	}
	if strings.Contains(s, "T") {
		return parseEDTFInstant(f, s, whole)
	}
	year, rest, hasMonth := strings.Cut(s, "-")
	if !yearShape(year) {
		return FuzzyDate{}, edtfError(whole, "a year has four digits, the last one or two of which may be X")
	}
	if !hasMonth {
		return wholeYears(f, year), nil
	}
	if strings.Contains(year, "X") {
		return FuzzyDate{}, edtfError(whole, "a decade or century has no month")
	}
	y, _ := strconv.Atoi(year)
	month, day, hasDay := strings.Cut(rest, "-")
	if month == "XX" && (!hasDay || day == "XX") {
		return wholeYears(f, year), nil
	}
	m, ok := twoDigits(month)
	if !ok || m == 0 || m > 12 && (hasDay || !(21 <= m && m <= 24 || 33 <= m && m <= 36)) {
		return FuzzyDate{}, edtfError(whole, "a month is 01 to 12, a season 21 to 24, a quarter 33 to 36")
	}
	if !hasDay || day == "XX" {
		return f.months(y, m), nil
	}
	d, ok := twoDigits(day)
	at := MakeDay(y, time.Month(m), d)
	if !ok || d == 0 || at.Time().Day() != d {
		return FuzzyDate{}, edtfError(whole, "the month has no such day")
	}
	f.Precision, f.Start, f.End = PrecisionDay, at, at
	return f, nil
}

// yearShape tells whether s is four digits, of which the last one or two may
// be X.
func yearShape(s string) bool {
	digits := strings.TrimRight(s, "X")
	return len(s) == 4 && len(digits) >= 2 && strings.Trim(digits, "0123456789") == ""
}

func twoDigits(s string) (int, bool) {
	if len(s) != 2 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, _ := strconv.Atoi(s)
	return n, true
}

// wholeYears sets the bounds of a year, a decade or a century.
func wholeYears(f FuzzyDate, year string) FuzzyDate {
	digits := strings.TrimRight(year, "X")
	y, _ := strconv.Atoi(digits)
	span := 1
	f.Precision = PrecisionYear
	switch len(digits) {
	case 3:
		f.Precision, span = PrecisionDecade, 10
	case 2:
		f.Precision, span = PrecisionCentury, 100
	}
	f.Start, f.End = MakeDay(y*span, 1, 1), MakeDay(y*span+span, 1, 1)-1
	return f
}

// months sets the bounds of a month, season or quarter, given by its code.
func (f FuzzyDate) months(y, code int) FuzzyDate {
	first, n := code, 1
	f.Precision = PrecisionSeason
	switch {
	case code <= 12:
		f.Precision = PrecisionMonth
	case code == 24:
		first, n = 0, 15
	case code < 24:
		first, n = 3*(code-20), 3
	default:
		first, n = 3*(code-33)+1, 3
	}
	f.Start = max(MakeDay(y, time.Month(first), 1), MinDay)
	f.End = min(MakeDay(y, time.Month(first+n), 1)-1, MaxDay)
	return f
}

// parseEDTFInstant reads a day with a time of day, and perhaps an offset.
func parseEDTFInstant(f FuzzyDate, s, whole string) (FuzzyDate, error) {
	for _, layout := range []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil && len(s) >= len("2006-01-02T15:04:05") && s[10:11] == "T" && !strings.ContainsAny(s, ".,") {
			f.Precision, f.Start = PrecisionTime, DayOf(t)
			f.End = f.Start
			return f, nil
		}
	}
	return FuzzyDate{}, edtfError(whole, "a time is written as 2025-05-05T09:30:00, perhaps with Z or +02:00")
}
