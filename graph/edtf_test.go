package graph

import (
	"errors"
	"testing"
)

func TestParseEDTF(t *testing.T) {
	for _, c := range []struct {
		in          string
		precision   Precision
		start, end  string
		approximate bool
	}{
		{"2025", PrecisionYear, "2025-01-01", "2025-12-31", false},
		{"0000", PrecisionYear, "0000-01-01", "0000-12-31", false},
		{"9999", PrecisionYear, "9999-01-01", "9999-12-31", false},
		{"2025-02", PrecisionMonth, "2025-02-01", "2025-02-28", false},
		{"2024-02", PrecisionMonth, "2024-02-01", "2024-02-29", false},
		{"9999-12", PrecisionMonth, "9999-12-01", "9999-12-31", false},
		{"2024-02-29", PrecisionDay, "2024-02-29", "2024-02-29", false},
		{"2025-05-05~", PrecisionDay, "2025-05-05", "2025-05-05", true},
		{"2025?", PrecisionYear, "2025-01-01", "2025-12-31", true},
		{"2025-05%", PrecisionMonth, "2025-05-01", "2025-05-31", true},
		{"199X", PrecisionDecade, "1990-01-01", "1999-12-31", false},
		{"19XX", PrecisionCentury, "1900-01-01", "1999-12-31", false},
		{"2025-XX", PrecisionYear, "2025-01-01", "2025-12-31", false},
		{"2025-XX-XX", PrecisionYear, "2025-01-01", "2025-12-31", false},
		{"2025-06-XX", PrecisionMonth, "2025-06-01", "2025-06-30", false},
		{"2025-21", PrecisionSeason, "2025-03-01", "2025-05-31", false},
		{"2025-22~", PrecisionSeason, "2025-06-01", "2025-08-31", true},
		{"2025-23", PrecisionSeason, "2025-09-01", "2025-11-30", false},
		{"2025-24?", PrecisionSeason, "2024-12-01", "2026-02-28", true},
		{"9999-24", PrecisionSeason, "9998-12-01", "9999-12-31", false},
		{"2025-33", PrecisionSeason, "2025-01-01", "2025-03-31", false},
		{"2025-34", PrecisionSeason, "2025-04-01", "2025-06-30", false},
		{"2025-36", PrecisionSeason, "2025-10-01", "2025-12-31", false},
		{"2025-05-04/2025-05-06", PrecisionInterval, "2025-05-04", "2025-05-06", false},
		{"2025-05/2025-07", PrecisionInterval, "2025-05-01", "2025-07-31", false},
		{"2024/2025-03~", PrecisionInterval, "2024-01-01", "2025-03-31", true},
		{"2025-05/..", PrecisionInterval, "2025-05-01", "9999-12-31", false},
		{"../2025-05", PrecisionInterval, "0000-01-01", "2025-05-31", false},
		{"/2025", PrecisionInterval, "0000-01-01", "2025-12-31", false},
		{"2025/", PrecisionInterval, "2025-01-01", "9999-12-31", false},
		{"../..", PrecisionInterval, "0000-01-01", "9999-12-31", false},
		{"2025-05-05T09:30:00", PrecisionTime, "2025-05-05", "2025-05-05", false},
		{"2025-05-05T23:30:00-04:00", PrecisionTime, "2025-05-05", "2025-05-05", false},
		{"2025-05-05T09:30:00Z", PrecisionTime, "2025-05-05", "2025-05-05", false},
	} {
		f, err := ParseEDTF(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if f.Value != c.in || f.Precision != c.precision || f.Start.String() != c.start || f.End.String() != c.end || f.Approximate != c.approximate || f.Basis != BasisExplicit {
			t.Errorf("%s: %+v (%s to %s)", c.in, f, f.Start, f.End)
		}
	}
}

func TestParseEDTFRefuses(t *testing.T) {
	for _, s := range []string{"", "/", "?", "20", "202", "20255", "2X25", "XXXX", "20x5", "-2025", "Y20250", "2025-", "2025-5", "2025-00", "2025-13",
		"2025-20", "2025-25", "2025-37", "2025-21-01", "2025-02-29", "2025-02-30", "2025-05-00", "2025-05-5", "2025-XX-05", "201X-05",
		"2025-06/2025-05", "2025/2026/2027", "2025-05-05T", "2025-05-05T9:30", "2025-05-05T25:00:00", "2025-05-05 09:30:00", "2025-05-05T09:30:00.5Z",
		"2025??", "May 2025", "2025-05-05T09:30", "٢٠٢٥", "2025/+", "..", "2025-05-05/tomorrow"} {
		if f, err := ParseEDTF(s); err == nil {
			t.Errorf("%q is taken for %+v", s, f)
		} else if e := (*Error)(nil); !errors.As(err, &e) || e.Kind != BadRequest {
			t.Errorf("%q: %v is no bad request", s, err)
		}
	}
}

func TestParsePartialDate(t *testing.T) {
	for _, c := range []struct{ in, value, day string }{
		{"1746437400000", "2025-05-05T09:30:00Z", "2025-05-05"},
		{"00000", "1970-01-01T00:00:00Z", "1970-01-01"},
		{"-1", "1969-12-31T23:59:59Z", "1969-12-31"},
		{"2025-05-05", "2025-05-05", "2025-05-05"},
	} {
		f, err := ParsePartialDate(c.in)
		if err != nil || f.Value != c.value || f.Start.String() != c.day || f.End != f.Start {
			t.Errorf("%s: %+v, %v", c.in, f, err)
		}
	}
	if f, err := ParsePartialDate("2025"); err != nil || f.Precision != PrecisionYear {
		t.Errorf("2025: %+v, %v", f, err)
	}
	for _, s := range []string{"", "-", "99999999999999999999", "253402300800000", "1746437400000.5", "-2025-05"} {
		if f, err := ParsePartialDate(s); err == nil {
			t.Errorf("%q is taken for %+v", s, f)
		}
	}
}

func TestFuzzyDateOrder(t *testing.T) {
	date := func(s string) FuzzyDate {
		f, err := ParseEDTF(s)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	for _, c := range []struct {
		a, b   string
		before bool
	}{
		{"2025-05-04", "2025-05-05", true}, {"2025-05-05", "2025-05-05", false}, {"2025", "2025-05-05", false},
		{"2025-04", "2025-05-01", true}, {"2024-24?", "2025-01", false}, {"../2024", "2025", true}, {"2024/..", "2025", false},
	} {
		if got := date(c.a).Before(date(c.b)); got != c.before {
			t.Errorf("%s before %s: %v", c.a, c.b, got)
		}
	}
	may := date("2025-05")
	for _, c := range []struct {
		in                string
		certain, possible bool
	}{
		{"2025-05-05", true, true}, {"2025-05", true, true}, {"2025", false, true}, {"2025-06", false, false},
		{"2025-04-30/2025-05-01", false, true}, {"2025/..", false, true}, {"../2025-04", false, false},
	} {
		f := date(c.in)
		if f.Certain(may.Start, may.End) != c.certain || f.Possible(may.Start, may.End) != c.possible {
			t.Errorf("%s in May: certain %v, possible %v", c.in, !c.certain, !c.possible)
		}
	}
	if s, e := date("2025/..").Open(); s || !e {
		t.Error("2025/.. has an open end alone")
	}
	if s, e := date("0000").Open(); s || e {
		t.Error("the year 0 is closed")
	}
}

func TestFuzzyDateAtLeast(t *testing.T) {
	for _, c := range []struct {
		in   string
		p    Precision
		want bool
	}{
		{"2025-05-05", PrecisionDay, true}, {"2025-05-05T10:00:00", PrecisionDay, true}, {"2025-05", PrecisionDay, false},
		{"2025-05-05/2025-05-11", PrecisionWeek, true}, {"2025-05-05/2025-05-12", PrecisionWeek, false}, {"2025-05/..", PrecisionCentury, false},
		{"2025-21", PrecisionSeason, true}, {"2025", PrecisionSeason, false}, {"199X", PrecisionDecade, true}, {"2025/..", PrecisionInterval, true},
	} {
		f, err := ParseEDTF(c.in)
		if err != nil {
			t.Fatal(err)
		}
		if got := f.AtLeast(c.p); got != c.want {
			t.Errorf("%s at least %s: %v", c.in, c.p, got)
		}
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, s := range []string{"2025", "2025-05-05~", "199X", "2025-24?", "2025-05/..", "../2025", "2025-05-05T09:30:00Z", "1746437400000", "-1", "/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParsePartialDate(s)
		if err != nil {
			return
		}
		if d.Start > d.End || d.Start < MinDay || d.End > MaxDay || d.Precision == "" {
			t.Fatalf("%q: %+v", s, d)
		}
		again, err := ParseEDTF(d.Value)
		if err != nil || again != d {
			t.Fatalf("%q prints as %q, which reads as %+v, %v", s, d.Value, again, err)
		}
	})
}
