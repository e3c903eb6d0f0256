package timex

import (
	"dateline/graph"
	"dateline/loader/language"
)

// A Type is the type of a time expression in TimeML's TIMEX3.
type Type string

// The types.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// An Expression is a date expression of the text, resolved.
type Expression struct {
	Tokens language.Range
	// Start and End are code points into the text, half open.
	Start, End int
	Text       string
	Type       Type
	// Value is TIMEX3's value, such as `2025-05-05`, `2025-W19`, `P3D`, `PAST_REF`.
	Value string
	// Date is nil where the expression denotes no calendar days.
	Date *graph.FuzzyDate
	// Future is set where the words or the verb look forward ("next week").
	Future bool
	// Limit is set after "until", "by" and "before": the date bounds what it
	// goes with and does not date it.
	Limit bool
	// Rule names the rule that found it.
	Rule string
}
