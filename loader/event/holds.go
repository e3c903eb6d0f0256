package event

import (
	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/statement"
)

// speakers gives for each token who says it, -1 for what nobody says.
func speakers(doc *language.Document, said []statement.Statement) []int {
	by := make([]int, len(doc.Tokens))
	for i := range by {
		by[i] = -1
	}
	for _, s := range said {
		for _, span := range s.Content {
			for i := doc.TokenAt(span.Start); i < len(doc.Tokens) && doc.Tokens[i].Start < span.End; i++ {
				by[i] = s.Speaker
			}
		}
	}
	return by
}

// bodily are the types that are done to somebody: without knowing to whom, or
// with a thing as the object, they are seldom an event of politics.
var bodily = map[graph.EventType]bool{graph.EventRetreat: true, graph.EventCoerce: true, graph.EventAssault: true,
	graph.EventSanction: true, graph.EventAid: true, graph.EventMobilize: true, graph.EventConcede: true}

// holds tells whether what a verb says is an event: somebody takes part, and
// whoever the frame needs is there.
func (r *reading) holds(f frame, e Event, verb int) bool {
	if len(e.Actors)+len(e.Targets) == 0 {
		return false
	}
	needsPrep := !f.object && !f.clause && len(f.preps) > 0 && f.what == "" && f.kind != graph.EventProtest && f.kind != graph.EventRetreat
	switch {
	case f.kind == graph.EventConsult && len(e.Targets) == 0 && len(e.Actors) < 2 && f.what == "" && len(r.behind(verb, f.takes)) == 0:
		return false // "spoke on the economy"
	case needsPrep && !f.reciprocal && len(r.behind(verb, f.takes)) == 0:
		return false
	case f.mode == "withdraw" && f.what == "" && len(e.Targets) == 0:
		return false // "left the room"
	case bodily[f.kind] && f.object && f.what == "" && len(e.Targets) == 0 && !r.passive(verb) && r.child(verb, "dobj") >= 0:
		return f.kind == graph.EventConcede || f.kind == graph.EventCoerce
	}
	idle := e.Status == graph.Planned || e.Status == graph.Hypothetical
	if dep := r.doc.Tokens[verb].Dep; idle && (dep == "acl" || dep == "advcl" || dep == "pcomp") && (len(e.Actors) == 0 || len(e.Targets) == 0) {
		return false // "no evidence to support it"
	}
	return true
}

// complement gives the targets that the complement of a verb names: whom one
// demands something of ("demanded that Iran …"), and to whom what is promised
// or threatened would be done.
func (r *reading) complement(f frame, verb int) []int {
	switch f.kind {
	case graph.EventRequest, graph.EventThreaten, graph.EventAgree, graph.EventReject:
	default:
		return nil
	}
	c := r.child(verb, "ccomp", "xcomp")
	if c < 0 {
		return nil
	}
	if f.kind == graph.EventRequest {
		if s := r.child(c, "nsubj", "nsubjpass"); s >= 0 {
			return r.entities(s)
		}
		return nil
	}
	if r.doc.Tokens[c].Dep == "ccomp" {
		return nil
	}
	if to := r.entities(r.child(c, "dobj", "dative")); len(to) > 0 {
		return to
	}
	var to []int
	for _, o := range r.behind(c, func(p string) bool { return p == "to" || p == "with" || p == "against" || p == "on" }) {
		to = append(to, r.entities(o)...)
	}
	return to
}
