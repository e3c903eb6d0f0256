package event

import (
	"slices"

	"dateline/graph"
	"dateline/loader/dating"
	"dateline/loader/timex"
	"dateline/loader/trace"
)

// other reads the event of a verb of no PLOVER type, of those whom the text
// names, which is more than words or a state: only what the text dates, or
// makes news where the sentence tells of nothing else. Such events fill the
// days of a timeline.
func (r *reading) other(i int, dates []timex.Expression, told bool) (Event, bool) {
	t := r.doc.Tokens[i]
	if t.POS != "VERB" || r.lexicon.is("saying", r.lemma(i)) || r.child(i, "ccomp") >= 0 || !r.tells(i) {
		return Event{}, false
	}
	d := dating.Of(r.doc, dates, i)
	dated := d >= 0 && (dates[d].Type == timex.Date || dates[d].Type == timex.Time)
	if !dated && (told || !r.lexicon.is("news", r.lemma(i))) {
		return Event{}, false
	}
	f := frame{kind: graph.EventOther, object: true}
	actors, targets := r.participants(f, i)
	actors, targets = slices.DeleteFunc(actors, r.implied), slices.DeleteFunc(targets, r.implied)
	e := r.event(f, i, actors, targets)
	e.Rule, e.Confidence = "dated", 0.5
	if !dated {
		e.Rule, e.Confidence = "news", 0.4
	}
	real := e.Status == graph.Occurred || dated && (e.Status == graph.Planned || e.Status == graph.Ongoing)
	switch {
	case !real:
		return r.drop(i, trace.NotReal, -1, e.Type)
	case len(e.Actors)+len(e.Targets) == 0:
		return r.drop(i, trace.NoParticipant, -1, e.Type)
	}
	return e, true
}

// implied tells whether an entity is a country that the text names by a place
// of it alone: what is of no type does not concern it.
func (r *reading) implied(entity int) bool { return entity >= 0 && r.coref.Entities[entity].Implied }

// tells tells whether a verb heads a clause of its own, not the complement or
// aim of another.
func (r *reading) tells(i int) bool {
	switch t := r.doc.Tokens[i]; {
	case t.Dep == "ROOT":
		return true
	case t.Dep == "conj" && t.Head != i && (r.doc.Tokens[t.Head].Dep == "ROOT" || r.child(i, "nsubj", "nsubjpass") >= 0):
		return t.Tag != "VBG" && t.Tag != "VB"
	case t.Dep == "acl":
		return t.Tag == "VBN"
	case t.Dep == "ccomp", t.Dep == "advcl", t.Dep == "relcl":
		return r.child(i, "nsubj", "nsubjpass") >= 0 && t.Tag != "VB"
	}
	return false
}
