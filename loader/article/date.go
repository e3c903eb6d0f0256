package article

import (
	"regexp"
	"strings"
	"time"
)

// zoned, local and days are the notations of dates that formats and pages use
// in practice: RFC 3339 and ISO 8601, the dates of mail and RSS, and days
// written in English.
var (
	zoned = []string{
		time.RFC3339Nano,
		"2006-01-02T15:04Z07:00", "2006-01-02T15:04:05-0700", "2006-01-02T15:04-0700",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 -0700",
		"20060102T150405Z0700", "20060102T150405Z07:00",
		"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04 -0700",
		"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "Mon, 2 Jan 06 15:04:05 -0700",
		"Mon, 02 January 2006 15:04:05 -0700", "Mon Jan 2 15:04:05 -0700 2006",
	}
	local = []string{
		"2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04",
		"20060102T150405",
	}
	days = []string{
		time.DateOnly, "2006/01/02", "20060102",
		"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "Mon, 2 Jan 2006",
		"Monday, January 2, 2006", "Monday, 2 January 2006",
	}
)

// zoneNames are the zones that RFC 822 names; Go reads other abbreviations as
// if they were UTC.
var zoneNames = strings.NewReplacer(
	" GMT", " +0000", " UTC", " +0000", " UT", " +0000", " Z", " +0000",
	" EST", " -0500", " EDT", " -0400", " CST", " -0600", " CDT", " -0500",
	" MST", " -0700", " MDT", " -0600", " PST", " -0800", " PDT", " -0700",
)

var coarse = regexp.MustCompile(`^[0-9]{4}(-(0[1-9]|1[0-2]))?$`)

// parseDate writes a date of any known notation in the form that Date.Value
// describes; ok is false if it is none.
func parseDate(s string) (value string, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) > 64 {
		return "", false
	}
	if coarse.MatchString(s) {
		return s, true
	}
	forms := []struct {
		layouts, in []string
		out         string
	}{
		{zoned, []string{s, zoneNames.Replace(s)}, time.RFC3339},
		{local, []string{s}, "2006-01-02T15:04:05"},
		{days, []string{s}, time.DateOnly},
	}
	for _, form := range forms {
		for _, in := range form.in {
			if t, ok := parseAny(form.layouts, in); ok {
				return t.Format(form.out), true
			}
		}
	}
	return "", false
}

func parseAny(layouts []string, s string) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return t, true
		}
	}
	return time.Time{}, false
}

// firstDate is the first of the values that is a date.
func firstDate(basis Basis, values ...string) Date {
	for _, v := range values {
		if value, ok := parseDate(v); ok {
			return Date{value, basis}
		}
	}
	return Date{}
}
