package event

import (
	"slices"

	"dateline/graph"
)

// duty reads what somebody says that somebody else must or should do, which
// asks it of them: "said that Chad must withdraw".
func (r *reading) duty(i int) (Event, bool) {
	if r.doc.Tokens[i].POS != "VERB" || !tellsOf(r.lemma(i)) {
		return Event{}, false
	}
	clause := r.child(i, "ccomp")
	if clause < 0 || !r.obliged(clause) {
		return Event{}, false
	}
	actors := r.entities(r.subject(i))
	s := r.child(clause, "nsubj", "nsubjpass")
	if s < 0 || len(actors) == 0 || r.doc.Tokens[s].POS == "PRON" {
		return Event{}, false
	}
	e := r.event(frame{kind: graph.EventRequest}, i, actors, r.entities(s))
	e.Rule, e.Confidence = "duty", 0.6
	return e, len(e.Targets) > 0 && !slices.ContainsFunc(r.entities(s), func(t int) bool { return slices.Contains(e.Actors, t) })
}

// obliged tells whether a clause says what must or should be done.
func (r *reading) obliged(clause int) bool {
	for _, c := range r.doc.Children(clause) {
		if r.doc.Tokens[c].Dep == "aux" && r.lexicon.is("duty", r.lemma(int(c))) {
			return true
		}
	}
	return false
}

func tellsOf(lemma string) bool {
	switch lemma {
	case "say", "tell", "state", "add", "insist", "stress", "argue", "declare", "reiterate", "emphasize", "emphasise", "believe", "write", "tweet", "maintain":
		return true
	}
	return false
}
