package explain

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/trace"
)

// passedOver prints which words of a sentence looked like a fact and are none.
func (p *page) passedOver(run language.Range) {
	for i := run.First; i < run.End; i++ {
		for _, of := range []struct {
			what  string
			log   *trace.Log
			taken map[int]bool
		}{
			{"name", &p.Trace.Names, nil}, {"policy", &p.Trace.Policies, p.policyHeads}, {"statement", &p.Trace.Statements, p.statements},
			{"event", &p.Trace.Events, p.events},
		} {
			if of.taken[i] || of.what == "policy" && p.stages[i] {
				continue
			}
			for _, n := range of.log.At(i) {
				if !n.Dropped || p.isDate(n) {
					continue
				}
				p.row("no "+of.what, "%s%s: %s%s", p.words(n.Tokens), spaced(n.What), n.Reason, p.by(n))
			}
		}
	}
}

// isDate tells whether a note is about the date of a fact.
func (p *page) isDate(n trace.Note) bool {
	_, ok := p.dateAt[n.By]
	return ok && n.By >= 0
}

func spaced(text string) string {
	if text == "" {
		return ""
	}
	return " " + strings.ToLower(text)
}

// by names the word that had a say in a note.
func (p *page) by(n trace.Note) string {
	if n.By < 0 || n.By == n.Tokens.First {
		return ""
	}
	return " (" + p.quoted(n.By) + ")"
}
