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
		return r.antecedent(o, verb)
	}
	if t := r.doc.Tokens[verb]; t.Dep == "relcl" && finite(t.Tag) && r.child(verb, "ccomp", "xcomp", "prep", "advmod") < 0 {
		if s := r.child(verb, "nsubj"); s >= 0 && r.antecedent(s, verb) == s {
			return t.Head // "the treaty Kenya signed"
		}
	}
	return -1
}

// misfit tells why the words about a verb are not those that a frame asks for;
// empty if they are.
func (r *reading) misfit(f frame, verb int) trace.Reason {
	o := r.object(verb)
	is := func(class string) bool {
		a := r.child(verb, "acomp", "oprd") // "pleaded guilty"
		return o >= 0 && r.lexicon.classes[class][r.compound(o)] || a >= 0 && r.lexicon.classes[class][r.lemma(a)]
	}
	switch {
	case f.what == "none" && (o >= 0 || r.passive(verb)),
		f.what != "" && f.what != "none" && !is(f.what),
		f.not != "" && is(f.not),
		f.no != "" && len(r.behind(verb, func(p string) bool { return p == f.no })) > 0,
		f.as != "" && !r.said(f.as, verb):
		return trace.OtherSense
	case f.by != "" && !r.doneBy(f.by, verb),
		f.reciprocal && r.passive(verb) && r.metWith(verb):
		return trace.OtherSense
	case f.neg && !r.negated(verb):
		return trace.NotNegated
	case f.clause && o < 0 && r.child(verb, "xcomp", "ccomp") < 0 && len(r.behind(verb, f.takes)) == 0:
		return trace.NoComplement
	}
	return ""
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
	}
	return ""
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

// participants gives who does it and to whom.
func (r *reading) participants(f frame, verb int) (actors, targets []int) {
	done := r.object(verb)
	if r.passive(verb) {
		actors = r.doers(r.agent(verb))
		if f.reciprocal && !f.object {
			actors, done = append(actors, r.entities(done)...), -1
		}
	} else {
		actors = r.doers(r.subject(verb))
	}
	switch {
	case f.object && f.what == "":
		targets = append(targets, r.entities(done)...)
	case f.object && done >= 0:
		targets = append(targets, r.modifiers(done)...)
	}
	if o := r.child(verb, "dative"); o >= 0 && (f.object || f.takes("to")) && r.doc.Tokens[o].POS != "ADP" {
		targets = append(targets, r.entities(o)...)
	}
	targets = append(targets, r.behindFrame(f, verb)...)
	if done >= 0 && (!f.object || f.what != "" || len(targets) == 0) {
		targets = append(targets, r.behindFrame(f, done)...)
	}
	if f.asked {
		targets = append(targets, r.asked(verb)...)
	}
	if f.done && len(targets) == 0 {
		targets = r.doneTo(verb)
	}
	if len(targets) == 0 && f.kind == graph.EventAssault {
		targets = r.scene(verb, done)
	}
	if len(targets) == 0 && f.asked {
		targets = r.addressed(verb)
	}
	return actors, targets
}

// addressed gives to whom words go that a participle goes along with: "wrote to
// the embassy asking for …".
func (r *reading) addressed(verb int) []int {
	t := r.doc.Tokens[verb]
	if t.Tag != "VBG" || t.Dep != "advcl" && t.Dep != "acl" {
		return nil
	}
	var targets []int
	for _, head := range []int{t.Head, r.verbOver(verb)} {
		for _, o := range r.behind(head, func(p string) bool { return p == "to" }) {
			targets = append(targets, r.entities(o)...)
		}
	}
	return distinct(targets)
}

// behindFrame gives who stands behind the prepositions of a frame. Where
// something is done matters only if nothing says to whom.
func (r *reading) behindFrame(f frame, i int) []int {
	var targets, places []int
	for _, o := range r.behind(i, func(p string) bool { return f.takes(p) || f.reciprocal && (p == "with" || p == "between") }) {
		who := r.entities(o)
		if len(who) == 0 && r.lexicon.is("deal", r.lemma(o)) {
			for _, party := range r.behind(o, func(p string) bool { return p == "with" }) {
				who = append(who, r.entities(party)...) // "withdrew from a treaty with Iran"
			}
		}
		switch prep := r.doc.Tokens[o].Head; r.word(prep) {
		case "in", "at", "outside", "around":
			places = append(places, who...)
		default:
			targets = append(targets, who...)
		}
	}
	if len(targets) > 0 {
		return targets
	}
	return places
}

// scene gives the country in which violence was done, where the text names
// nobody whom it befell ("blew up a bridge near Basra").
func (r *reading) scene(tokens ...int) []int {
	near := func(p string) bool { return p == "in" || p == "at" || p == "near" || p == "outside" || p == "on" }
	for _, i := range tokens {
		if i < 0 {
			continue
		}
		for _, o := range r.behind(i, near) {
			for _, e := range r.entities(o) {
				if r.coref.Entities[e].Kind == graph.Country {
					return []int{e}
				}
			}
		}
	}
	return nil
}

// asked gives who is to do what a verb asks for: the subject of its clause.
func (r *reading) asked(verb int) []int {
	for _, c := range r.doc.Children(verb) {
		t := r.doc.Tokens[c]
		m := r.child(int(c), "mark")
		if t.Dep != "ccomp" && t.Dep != "xcomp" && !(t.Dep == "advcl" && m >= 0 && r.word(m) == "for") {
			continue
		}
		if s := r.child(int(c), "nsubj"); s >= 0 {
			return r.entities(s)
		}
	}
	return nil
}

// doneTo gives to whom an infinitive under a verb is done: "promised to send
// boats to Malta".
func (r *reading) doneTo(verb int) []int {
	var targets []int
	for clause := r.child(verb, "xcomp"); clause >= 0 && len(targets) == 0; clause = r.further(clause) {
		objects := r.behind(clause, directed)
		if o := r.child(clause, "dobj"); o >= 0 {
			objects = append([]int{o}, append(objects, r.behind(o, directed)...)...)
		}
		for _, o := range objects {
			targets = append(targets, r.entities(o)...)
		}
	}
	return targets
}

// further is the infinitive that an infinitive leads to ("send arms to help
// defend Mali"), -1 if there is none.
func (r *reading) further(clause int) int {
	if next := r.child(clause, "xcomp", "advcl"); next > clause && r.infinitive(next) || next >= 0 && r.doc.Tokens[next].Dep == "xcomp" {
		return next
	}
	return -1
}

// directed are the prepositions before those at whom something is aimed.
func directed(prep string) bool {
	switch prep {
	case "to", "for", "with", "against", "on", "at", "into", "in", "between":
		return true
	}
	return false
}
