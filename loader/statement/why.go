package statement

import (
	"dateline/graph"
	"dateline/loader/trace"
)

// explainDates takes down of each date in the sentence of a draft why it dates
// it or does not; chosen is the one that does, -1 if none.
func (r *reading) explainDates(d draft, chosen int, opens bool) {
	if chosen >= 0 {
		why := trace.Attached
		if opens {
			why = trace.OpensContent
		}
		r.dateBy(d, why, chosen, false)
	}
	at := d.at()
	if !r.readable(at) {
		return
	}
	for k := range r.datesIn(r.doc.Sentences[r.token(at).Sentence]) {
		if k != chosen {
			r.dateBy(d, r.undated(d, k), k, true)
		}
	}
}

// undated tells why a date of its sentence does not date a draft.
func (r *reading) undated(d draft, k int) trace.Reason {
	e, at := r.dates[k], d.at()
	switch first := e.Tokens.First; {
	case e.Date == nil:
		return trace.NoDay
	case e.Date.Basis == graph.BasisDateline:
		return trace.IsDateline
	case within(d.content, first):
		return trace.DatesWords
	case r.inside[first] >= 0 || r.paragraph[first] != r.paragraph[at]:
		return trace.OtherVoice
	case d.cue < 0 || r.reach(e.Tokens, d.cue) < 0:
		return trace.OtherClause
	}
	return trace.Farther
}

// dateBy takes down what a date is to a draft.
func (r *reading) dateBy(d draft, why trace.Reason, date int, dropped bool) {
	if r.log != nil {
		r.log.Add(trace.Note{Tokens: trace.Word(d.at()), Dropped: dropped, Reason: why, By: r.dates[date].Tokens.First})
	}
}
