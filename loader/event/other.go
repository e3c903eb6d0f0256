package event

import (
	"dateline/graph"
	"dateline/loader/dating"
	"dateline/loader/timex"
)

// other reads the event of a verb of no PLOVER type: only what the text dates,
// of those whom it names, and what is more than words or a state. Such events
// fill the days of a timeline where a sentence tells of no typed one.
func (r *reading) other(i int, dates []timex.Expression) (Event, bool) {
	t := r.doc.Tokens[i]
	if t.POS != "VERB" || r.lexicon.is("saying", r.lemma(i)) || r.child(i, "ccomp") >= 0 || !r.tells(i) {
		return Event{}, false
	}
	d := dating.Of(r.doc, dates, i)
	if d < 0 || dates[d].Type != timex.Date && dates[d].Type != timex.Time {
		return Event{}, false
	}
	f := frame{kind: graph.EventOther, object: true}
	actors, targets := r.participants(f, i)
	e := r.event(f, i, actors, targets)
	e.Rule, e.Confidence = "dated", 0.5
	told := e.Status == graph.Occurred || e.Status == graph.Planned || e.Status == graph.Ongoing
	return e, told && len(e.Actors)+len(e.Targets) > 0
}

// tells tells whether a verb heads a clause of its own, not the complement or
// aim of another.
func (r *reading) tells(i int) bool {
	switch t := r.doc.Tokens[i]; {
	case t.Dep == "ROOT":
		return true
	case t.Dep == "conj" && t.Head != i && (r.doc.Tokens[t.Head].Dep == "ROOT" || r.child(i, "nsubj", "nsubjpass") >= 0):
		return t.Tag != "VBG" && t.Tag != "VB"
	case t.Dep == "ccomp", t.Dep == "advcl", t.Dep == "relcl":
		return r.child(i, "nsubj", "nsubjpass") >= 0 && t.Tag != "VB"
	}
	return false
}
