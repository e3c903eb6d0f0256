package event

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/trace"
)

// verb reads the event of a verb, or of an adjective with an infinitive, if it
// carries one with a participant. An object that belongs to the frame is taken:
// it makes no event of its own.
func (r *reading) verb(i int) (Event, bool) {
	t := r.doc.Tokens[i]
	if t.POS != "VERB" && (t.POS != "ADJ" || r.child(i, "xcomp") < 0) {
		return Event{}, false
	}
	for _, lemma := range r.withParticle(i) {
		for _, f := range r.lexicon.verbs[lemma] {
			if why := r.misfit(f, i); why != "" {
				r.drop(i, why, r.object(i), f.kind)
				continue
			}
			actors, targets := r.participants(f, i)
			if len(actors) == 0 && slices.Contains(verbal, f.kind) {
				actors = r.speakerBy(i)
			}
			e := r.event(f, i, actors, targets)
			if why := r.forbids(f, i, e); why != "" {
				r.drop(i, why, -1, f.kind)
				continue
			}
			if e.Type == graph.EventProtest && e.Mode != "boycott" {
				r.located(&e)
			}
			if r.announced(i, e) {
				e.Type, e.Mode = graph.EventThreaten, threats[e.Type]
			}
			if f.neg && e.Status == graph.Negated {
				e.Status = graph.Occurred
			}
			if o := r.object(i); o >= 0 && f.what != "" {
				r.taken[o] = true
			}
			if s := r.subject(i); s >= 0 && f.kind == graph.EventAssault && r.lexicon.is("attack", r.lemma(s)) {
				r.taken[s] = true // "the airstrike that killed …"
			}
			if len(e.Actors)+len(e.Targets) == 0 {
				return r.drop(i, trace.NoParticipant, -1, e.Type)
			}
			return e, true
		}
	}
	return Event{}, false
}

// object is what a verb is done to, in the active or the passive.
func (r *reading) object(verb int) int {
	if r.passive(verb) {
		return r.passiveSubject(verb)
	}
	if o := r.child(verb, "dobj"); o >= 0 {
		return r.counted(r.antecedent(o, verb))
	}
	if t := r.doc.Tokens[verb]; t.Dep == "relcl" && finite(t.Tag) && r.child(verb, "ccomp", "xcomp", "prep", "advmod") < 0 {
		if s := r.child(verb, "nsubj"); s >= 0 && r.antecedent(s, verb) == s {
			return t.Head // "the treaty Kenya signed"
		}
	}
	return -1
}

// counted is of what a noun only tells how much: "dozens of attacks", "40 tonnes
// of food".
func (r *reading) counted(noun int) int {
	if of := r.behind(noun, func(p string) bool { return p == "of" }); len(of) > 0 && r.lexicon.is("amount", r.lemma(noun)) {
		return of[0]
	}
	return noun
}

// misfit tells why the words about a verb are not those that a frame asks for;
// empty if they are.
func (r *reading) misfit(f frame, verb int) trace.Reason {
	o := r.object(verb)
	is := func(class string) bool {
		a := r.child(verb, "acomp", "oprd") // "pleaded guilty"
		return o >= 0 && (r.lexicon.classes[class][r.compound(o)] || r.worth(class, o, verb)) || a >= 0 && r.lexicon.classes[class][r.lemma(a)]
	}
	switch {
	case f.what == "none" && (o >= 0 || r.passive(verb)),
		f.what != "" && f.what != "none" && !is(f.what),
		f.not != "" && is(f.not),
		f.no != "" && len(r.behind(verb, func(p string) bool { return p == f.no })) > 0,
		f.as != "" && !r.said(f.as, verb),
		f.doer != "" && !r.doneBy(f.doer, verb),
		f.reciprocal && r.passive(verb) && r.metWith(verb):
		return trace.OtherSense
	case f.neg && !r.negated(verb):
		return trace.NotNegated
	case f.clause && o < 0 && r.child(verb, "xcomp", "ccomp") < 0 && len(r.behind(verb, f.takes)) == 0:
		return trace.NoComplement
	}
	return ""
}

// worth tells whether an object is an amount in what is of a class: "a billion
// dollars in aid".
func (r *reading) worth(class string, object, verb int) bool {
	if !r.lexicon.is("amount", r.lemma(object)) {
		return false
	}
	in := func(p string) bool { return p == "in" }
	for _, o := range append(r.behind(object, in), r.behind(verb, in)...) {
		if o > object && r.lexicon.classes[class][r.compound(o)] {
			return true
		}
	}
	return false
}

// doneBy tells whether a noun of a class does what a verb says: "hit by a shell".
func (r *reading) doneBy(class string, verb int) bool {
	s := r.subject(verb)
	if r.passive(verb) {
		s = r.agent(verb)
	}
	return s >= 0 && r.lexicon.classes[class][r.compound(s)]
}

// metWith tells whether a passive is done with nobody: "was met with applause".
func (r *reading) metWith(verb int) bool {
	with := r.behind(verb, func(p string) bool { return p == "with" })
	return len(with) > 0 && len(r.entities(with[0])) == 0 && r.agent(verb) < 0
}

// compound is the lemma of a noun, joined with the noun before it or behind
// "of" where the classes list both as one ("hunger_strike", "state_of_siege").
func (r *reading) compound(noun int) string {
	lemma := r.lemma(noun)
	for _, o := range r.behind(noun, func(p string) bool { return p == "of" }) {
		if joined := lemma + "_of_" + r.lemma(o); r.lexicon.joined[joined] {
			return joined
		}
	}
	if c := r.child(noun, "compound"); c >= 0 {
		if joined := r.lemma(c) + "_" + lemma; r.lexicon.joined[joined] {
			return joined
		}
	}
	return lemma
}

// said tells whether a word of a class is said of the object of a verb: "called
// it a disgrace", "described them as heroes".
func (r *reading) said(class string, verb int) bool {
	words := r.lexicon.classes[class]
	for _, c := range r.doc.Children(verb) {
		switch t := r.doc.Tokens[c]; {
		case t.Dep == "oprd", t.Dep == "ccomp" && r.child(int(c), "auxpass", "aux", "mark") < 0, t.Dep == "prep" && r.word(int(c)) == "as":
			span := r.doc.SubtreeRange(int(c))
			for k := span.First; k < min(span.End, span.First+16); k++ {
				if words[r.lemma(k)] {
					return true
				}
			}
		}
	}
	return false
}

// forbids tells why the participants are not those that a frame asks for;
// empty if they are.
func (r *reading) forbids(f frame, verb int, e Event) trace.Reason {
	mutual := f.reciprocal && len(e.Actors) > 1
	switch {
	case f.mode == "visit" && r.atHome(e):
		return trace.OneSided
	case f.both && !mutual && (len(e.Actors) == 0 || len(e.Targets) == 0):
		return trace.OneSided
	case f.who && len(r.entities(r.object(verb))) == 0:
		return trace.NoObject
	case f.human && !r.human(e.Targets):
		return trace.NotPeople
	case f.state && !r.state(verb):
		return trace.NotState
	case f.kind == graph.EventAssault && r.accident(verb):
		return trace.Accident
	case f.crowd && !r.crowd(verb):
		return trace.NotCrowd
	case f.kind != graph.EventAssault && r.ruled(verb):
		return trace.OnlyRule
	case f.kind == graph.EventRetreat && r.lemma(verb) == "leave" && r.journey(e):
		return trace.OtherSense
	}
	return ""
}

// ruled tells whether a law or the like says what a verb says, which is no deed
// of those whose law it is.
func (r *reading) ruled(verb int) bool {
	s := r.subject(verb)
	if r.passive(verb) {
		s = r.agent(verb)
	}
	return s >= 0 && r.lexicon.is("rule", r.lemma(s)) && r.meant(s) < 0
}

// journey tells whether people only go away from a country.
func (r *reading) journey(e Event) bool {
	person := func(i int) bool { return r.coref.Entities[i].Kind == graph.Person }
	country := func(i int) bool { return r.coref.Entities[i].Kind == graph.Country }
	return len(e.Actors) > 0 && !slices.ContainsFunc(e.Actors, func(i int) bool { return !person(i) }) &&
		!slices.ContainsFunc(e.Targets, func(i int) bool { return !country(i) })
}

// atHome tells whether somebody goes nowhere but about the own country.
func (r *reading) atHome(e Event) bool {
	if len(e.Actors) == 0 || len(e.Targets) == 0 {
		return false
	}
	land := func(entity int) string {
		return cmp.Or(r.coref.Entities[entity].ISO3, r.coref.Entities[entity].Country)
	}
	for _, a := range e.Actors {
		for _, t := range e.Targets {
			if r.coref.Entities[t].Kind != graph.Country || land(a) != land(t) {
				return false
			}
		}
	}
	return true
}

// state tells whether the subject of a verb is a country or its forces.
func (r *reading) state(verb int) bool {
	s := r.subject(verb)
	if s < 0 {
		return false
	}
	for _, e := range r.entities(s) {
		if entity := r.coref.Entities[e]; entity.ISO3 != "" || r.lexicon.is("force", r.lemma(s)) {
			return true
		}
	}
	return false
}

// human tells whether there are people or countries among entities.
func (r *reading) human(entities []int) bool {
	return slices.ContainsFunc(entities, func(e int) bool { return r.coref.Entities[e].Kind != graph.Organization })
}

// accident tells whether what a verb says befell somebody without anybody's doing.
func (r *reading) accident(verb int) bool {
	s := r.subject(verb)
	if r.passive(verb) {
		s = r.agent(verb)
		for _, o := range r.behind(verb, func(p string) bool { return p == "in" }) {
			if r.lexicon.is("accident", r.lemma(o)) {
				return true
			}
		}
	}
	return s >= 0 && r.lexicon.is("accident", r.lemma(s))
}

// crowd tells whether the subject of a verb is a crowd.
func (r *reading) crowd(verb int) bool {
	s := r.subject(verb)
	return s >= 0 && r.lexicon.is("crowd", r.lemma(s))
}
