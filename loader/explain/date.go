package explain

import (
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/loader/dating"
	"dateline/loader/language"
	"dateline/loader/trace"
)

// dates prints the time expressions of a sentence and the days that they mean.
func (p *page) dates(run language.Range) {
	for i := run.First; i < run.End; i++ {
		k, ok := p.dateAt[i]
		if !ok {
			continue
		}
		d := p.Found.Dates[k]
		p.row("date", "%s %s %s%s", p.words(d.Tokens), strings.ToLower(string(d.Type)), d.Value, days(d.Date))
	}
}

// days are the first and the last day of a date, and how it was arrived at.
func days(d *graph.FuzzyDate) string {
	if d == nil {
		return ""
	}
	return fmt.Sprintf(" = %s (%s to %s, %s)", d.Value, d.Start, d.End, lower(d.Basis))
}

// dateOf prints the date of a fact and why it has it, and which dates near by
// it has not. notes are those of the stage; without any, the dating of the
// predicate tells.
func (p *page) dateOf(at, date int, f graph.Finding, notes []trace.Note) {
	own := p.aboutDates(notes)
	if len(own) == 0 {
		own = p.aboutDates(dating.Why(p.doc, p.Found.Dates, at))
	}
	switch {
	case date >= 0:
		d := p.Found.Dates[date]
		p.row("when", "%s%s%s", p.words(d.Tokens), days(f.Date), dotted(p.chosen(own, date)))
	case f.Date != nil:
		p.row("when", "no date of its own%s", days(f.Date))
	default:
		p.row("when", "no date")
	}
	for _, n := range own {
		if k := p.dateAt[n.By]; n.Dropped && k != date {
			p.row("not", "%s: %s", p.words(p.Found.Dates[k].Tokens), n.Reason)
		}
	}
}

// aboutDates are the notes that are about a date.
func (p *page) aboutDates(notes []trace.Note) []trace.Note {
	var about []trace.Note
	for _, n := range notes {
		if _, ok := p.dateAt[n.By]; ok && n.By >= 0 {
			about = append(about, n)
		}
	}
	return about
}

// chosen tells why a date is that of a fact.
func (p *page) chosen(notes []trace.Note, date int) string {
	for _, n := range notes {
		if !n.Dropped && p.dateAt[n.By] == date {
			return string(n.Reason)
		}
	}
	return ""
}
