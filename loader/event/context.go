package event

import (
	"slices"

	"dateline/graph"
	"dateline/loader/trace"
)

// widest is the number of tokens within which a place belongs to a protest.
const widest = 40

// located gives a protest its target: those whose country it is held in, where
// the text names nobody else. Who protests is seldom a country.
func (r *reading) located(e *Event) {
	if len(e.Targets) > 0 {
		return
	}
	country := func(entity int) bool { return r.coref.Entities[entity].Kind == graph.Country }
	for _, a := range e.Actors {
		if country(a) {
			e.Targets = append(e.Targets, a)
		}
	}
	e.Actors = slices.DeleteFunc(e.Actors, country)
	if aim := r.protested(e.Trigger.First); len(aim) > 0 {
		e.Targets = aim
	}
	if len(e.Targets) > 0 {
		return
	}
	span := r.doc.SubtreeRange(e.Trigger.First)
	for i := span.First; i < min(span.End, span.First+widest); i++ {
		if m := r.meant(i); m >= 0 && country(m) {
			e.Targets = []int{m}
			return
		}
	}
}

// protested gives against whom a protest is by what it is to say: "marched to
// demand the resignation of …", "rallied, calling for …".
func (r *reading) protested(trigger int) []int {
	children := r.doc.Children(trigger)
	if o := r.child(trigger, "dobj"); o >= 0 { // "held a rally to demand …"
		children = append(slices.Clip(children), r.doc.Children(o)...)
	}
	for _, c := range children {
		t := r.doc.Tokens[c]
		if t.Dep != "advcl" && t.Dep != "xcomp" && t.Dep != "acl" || !r.lexicon.is("voicing", r.lemma(int(c))) {
			continue
		}
		span := r.doc.SubtreeRange(int(c))
		for i := int(c) + 1; i < min(span.End, int(c)+widest); i++ {
			if m := r.meant(i); m >= 0 {
				return []int{m}
			}
		}
	}
	return nil
}

// deeds are the types whose actors are blamed when the deed is ("condemned the
// raid").
var deeds = []graph.EventType{graph.EventAssault, graph.EventMobilize, graph.EventCoerce}

// blame gives to accusations of a deed without a target the actors of the
// deed that was told last. events are in the order of the text.
func (r *reading) blame(events []Event) {
	var last []int
	for k := range events {
		e := &events[k]
		if slices.Contains(deeds, e.Type) && len(e.Actors) > 0 {
			last = e.Actors
		}
		if e.Type != graph.EventAccuse || len(e.Targets) > 0 {
			continue
		}
		objects := append(r.behind(e.Trigger.First, func(p string) bool { return p == "against" || p == "at" }), r.object(e.Trigger.First))
		for _, o := range objects {
			if o < 0 || !r.lexicon.is("attack", r.lemma(o)) {
				continue
			}
			for _, a := range last {
				if !slices.Contains(e.Actors, a) {
					e.Targets = append(e.Targets, a)
				}
			}
			break
		}
	}
}

// answer gives to the refusal of a request, or of an accusation, that was told
// before those whose it was: "declined the request", "denied the charge".
// events are in the order of the text.
func (r *reading) answer(events []Event) {
	for k := range events {
		e := &events[k]
		o := r.object(e.Trigger.First)
		if e.Type != graph.EventReject || len(e.Targets) > 0 || o < 0 {
			continue
		}
		asked := graph.EventRequest
		switch {
		case r.lexicon.is("request", r.lemma(o)):
		case r.lexicon.is("charge", r.lemma(o)):
			asked = graph.EventAccuse
		default:
			continue
		}
		for _, before := range slices.Backward(events[max(0, k-nearby):k]) {
			if before.Type == asked && len(before.Actors) > 0 && slices.ContainsFunc(e.Actors, func(a int) bool { return slices.Contains(before.Targets, a) }) {
				e.Targets = slices.Clone(before.Actors)
				break
			}
		}
	}
}

// joinAims gives to the firing of a weapon those at whom the weapon was aimed, and
// leaves out the aiming ("launched missiles targeting …").
func (r *reading) joinAims(events []Event) []Event {
	at := map[int]int{}
	for k, e := range events {
		at[e.Trigger.First] = k
	}
	part := make([]bool, len(events))
	for k, e := range events {
		t := r.doc.Tokens[e.Trigger.First]
		if e.Type != graph.EventAssault || t.Dep != "acl" || t.Tag != "VBG" || r.doc.Tokens[t.Head].Dep != "dobj" {
			continue
		}
		fired, ok := at[r.doc.Tokens[t.Head].Head]
		if !ok || events[fired].Type != graph.EventAssault {
			continue
		}
		if len(events[fired].Targets) == 0 {
			events[fired].Targets = e.Targets
		}
		part[k] = true
		r.log.Drop(e.Trigger.First, trace.ToldElsewhere, events[fired].Trigger.First, string(e.Type))
	}
	var kept []Event
	for k, e := range events {
		if !part[k] {
			kept = append(kept, e)
		}
	}
	return kept
}

// recall gives to violence that is told as part of an attack told not far before ("The
// attack killed …", "was killed in the strike") its actors and its date. events
// are in the order of the text.
func (r *reading) recall(events []Event) {
	var last *Event
	at := 0
	for k := range events {
		e := &events[k]
		if e.Type != graph.EventAssault {
			continue
		}
		if last != nil && k-at <= nearby && r.partOfAttack(e.Trigger.First) {
			r.log.Take(e.Trigger.First, trace.PartOfAttack, last.Trigger.First, "")
			if len(e.Actors) == 0 && !slices.ContainsFunc(last.Actors, func(a int) bool { return slices.Contains(e.Targets, a) }) {
				e.Actors = slices.Clone(last.Actors)
			}
			if e.Date < 0 {
				e.Date = last.Date
			}
		}
		if len(e.Actors) > 0 {
			last, at = e, k
		}
	}
}

// partOfAttack tells whether the subject of a verb, or what it happened in or
// by, is an attack that the text has told of.
func (r *reading) partOfAttack(verb int) bool {
	told := func(noun int) bool {
		det := -1
		if noun >= 0 {
			det = r.child(noun, "det")
		}
		return det >= 0 && (r.word(det) == "the" || r.word(det) == "this" || r.word(det) == "that") && r.lexicon.is("attack", r.lemma(noun)) && len(r.modifiers(noun)) == 0
	}
	return told(r.child(verb, "nsubj")) || told(r.agent(verb)) ||
		slices.ContainsFunc(r.behind(verb, func(p string) bool { return p == "in" || p == "during" }), told)
}

// threats gives the mode of the threat to do what a type says.
var threats = map[graph.EventType]string{graph.EventSanction: "restrict", graph.EventCoerce: "restrict",
	graph.EventAssault: "violence", graph.EventProtest: "restrict"}

// menace makes a threat of the promise to do harm: "vowed to punish the rebels".
func (r *reading) menace(events []Event) {
	at := map[int]int{}
	for k, e := range events {
		at[e.Trigger.First] = k
	}
	for _, harm := range events {
		mode, harmful := threats[harm.Type]
		t := r.doc.Tokens[harm.Trigger.First]
		k, ok := at[t.Head]
		if !harmful || t.Dep != "xcomp" || !ok || events[k].Type != graph.EventAgree || !r.lexicon.is("vow", r.lemma(t.Head)) {
			continue
		}
		vow := &events[k]
		vow.Type, vow.Mode = graph.EventThreaten, mode
		if len(vow.Targets) == 0 {
			vow.Targets = harm.Targets
		}
	}
}

// announced tells whether a planned harmful act is one that its actor says
// that it will do, which is a threat.
func (r *reading) announced(verb int, e Event) bool {
	t := r.doc.Tokens[verb]
	if _, harmful := threats[e.Type]; !harmful || e.Status != graph.Planned || t.Dep != "ccomp" || len(e.Actors) == 0 || !reports(r.lemma(t.Head)) {
		return false
	}
	return slices.Equal(e.Actors, distinct(r.entities(r.subject(t.Head))))
}

// reports tells whether a verb says what somebody says.
func reports(lemma string) bool {
	switch lemma {
	case "say", "announce", "confirm", "declare", "tell", "state", "add", "warn", "vow", "insist":
		return true
	}
	return false
}
