package event

import "dateline/graph"

// participants gives who does it and to whom.
func (r *reading) participants(f frame, verb int) (actors, targets []int) {
	done := r.object(verb)
	if r.passive(verb) {
		actors = r.doers(r.agent(verb))
		if f.reciprocal && !f.object {
			actors, done = append(actors, r.entities(done)...), -1
		}
	} else {
		s := r.subject(verb)
		if actors = r.doers(s); f.kind == graph.EventAssault && s >= 0 && r.lexicon.is("attack", r.lemma(s)) {
			actors = r.owners(f, s) // who attacked, not where: "a Kabul bombing"
		}
		for _, o := range r.alongside(verb) {
			if o < verb {
				actors = append(actors, r.doers(o)...)
			}
		}
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
		if s := r.subject(verb); len(targets) == 0 && s >= 0 && r.lexicon.is("attack", r.lemma(s)) {
			targets = r.site(s)
		}
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
