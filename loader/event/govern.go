package event

import (
	"slices"

	"dateline/graph"
	"dateline/loader/trace"
)

// deepest is the number of arcs over which a verb governs another.
const deepest = 6

// governing are the types of events whose complement is no event of its own:
// what is asked for, promised, refused, threatened, allowed or alleged.
var governing = []graph.EventType{graph.EventAgree, graph.EventRequest, graph.EventReject, graph.EventThreaten,
	graph.EventConcede, graph.EventAccuse, graph.EventAid, graph.EventCoerce, graph.EventSupport}

// withoutGoverned leaves out the events that are what another one is about,
// and those that are only aimed at ("came to help").
func (r *reading) withoutGoverned(events []Event) []Event {
	kinds := map[int]graph.EventType{}
	for _, e := range events {
		kinds[e.Trigger.First] = e.Type
		if o := r.object(e.Trigger.First); o >= 0 && (e.Type == graph.EventRequest || e.Type == graph.EventAgree || e.Type == graph.EventReject) {
			r.taken[o] = true // "demanded the withdrawal"
		}
	}
	return slices.DeleteFunc(events, func(e Event) bool {
		switch i := e.Trigger.First; {
		case r.governed(kinds, i):
			r.log.Drop(i, trace.Governed, r.doc.Tokens[i].Head, string(e.Type))
		case r.aim(i):
			r.log.Drop(i, trace.OnlyAim, r.doc.Tokens[i].Head, string(e.Type))
		default:
			return false
		}
		return true
	})
}

// governed tells whether a verb is the complement of one that carries an event
// of a governing type.
func (r *reading) governed(kinds map[int]graph.EventType, i int) bool {
	for range deepest {
		t := r.doc.Tokens[i]
		switch t.Dep {
		case "xcomp", "ccomp", "pcomp", "acl":
			i = t.Head
		case "conj":
			if finite(t.Tag) && r.doc.Tokens[t.Head].Tag == "VB" {
				return false // "urged them to wait and met …"
			}
			i = t.Head
			continue
		default:
			return false
		}
		if p := r.doc.Tokens[i]; p.Dep == "prep" {
			i = p.Head
		}
		if slices.Contains(governing, kinds[i]) {
			return true
		}
		if n := r.doc.Tokens[i]; n.POS == "NOUN" && n.Dep == "dobj" && slices.Contains(governing, kinds[n.Head]) {
			return true
		}
		if r.doc.Tokens[i].POS != "VERB" {
			return false
		}
	}
	return false
}

// aim tells whether a verb says what something is done for.
func (r *reading) aim(i int) bool {
	t := r.doc.Tokens[i]
	if t.Dep == "acl" && r.lexicon.is("intent", r.lemma(t.Head)) {
		return false
	}
	return (t.Dep == "advcl" || t.Dep == "relcl" || t.Dep == "acl") && r.infinitive(i)
}

// finite tells whether a tag is that of a verb with a tense.
func finite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" }
