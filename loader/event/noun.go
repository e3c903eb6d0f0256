package event

import (
	"slices"

	"dateline/graph"
	"dateline/loader/name"
	"dateline/loader/trace"
)

// noun reads the event of a noun.
func (r *reading) noun(i int) (Event, bool) {
	if r.doc.Tokens[i].POS != "NOUN" {
		return Event{}, false
	}
	lemma := r.lemma(i)
	frames := r.lexicon.nouns[lemma]
	for _, c := range r.doc.Children(i) {
		if d := r.doc.Tokens[c].Dep; d != "compound" && d != "amod" {
			continue
		}
		joined := r.lemma(int(c)) + "_" + lemma
		if r.lexicon.is("idle", joined) {
			return r.drop(i, trace.OtherSense, int(c), "")
		}
		frames = append(slices.Clip(r.lexicon.nouns[joined]), frames...)
	}
	if len(frames) == 0 {
		return Event{}, false
	}
	f := frames[0]
	actors, targets := r.parties(f, i)
	e := r.event(f, i, actors, targets)
	if e.Type == graph.EventProtest && e.Mode != "boycott" {
		r.located(&e)
	}
	switch {
	case f.who && len(e.Targets) == 0:
		return r.drop(i, trace.NoObject, -1, e.Type)
	case f.human && !r.human(e.Targets):
		return r.drop(i, trace.NotPeople, -1, e.Type)
	case f.both && (len(e.Actors) == 0 || len(e.Targets) == 0) && !(f.reciprocal && len(e.Actors)+len(e.Targets) > 1):
		return r.drop(i, trace.OneSided, -1, e.Type)
	case len(e.Actors)+len(e.Targets) == 0:
		return r.drop(i, trace.NoParticipant, -1, e.Type)
	}
	return e, true
}

// parties gives whose doing a noun is and whom it befalls, by what stands about
// it and by the verb that only carries it.
func (r *reading) parties(f frame, i int) (actors, targets []int) {
	targets = r.behindFrame(f, i)
	if of := r.behind(i, func(p string) bool { return p == "of" }); len(targets) == 0 && !f.takes("of") && len(of) > 0 {
		targets = r.behindFrame(f, of[0]) // "a suspension of flights to Mali"
	}
	actors = r.owners(f, i)
	if f.victim && len(targets) == 0 {
		if p := r.child(i, "poss"); p >= 0 { // "her arrest"
			targets, actors = r.entities(p), r.entities(r.agent(i))
		}
	}
	if len(targets) == 0 {
		targets = r.befallen(i)
	}
	if f.kind == graph.EventAssault && len(targets) == 0 {
		targets = r.site(i)
	}
	verb, light := r.light(i)
	switch {
	case verb < 0:
	case light && r.lexicon.is("undergo", r.lemma(verb)):
		if who := r.entities(r.subject(verb)); len(who) > 0 {
			targets = who
		}
	case light && len(actors) == 0:
		actors = r.entities(r.subject(verb))
	case !light && len(targets) == 0: // "placed the mayor under arrest"
		targets = r.entities(r.object(verb))
	}
	return actors, targets
}

// befallen gives of whom a sentence says that the noun befell them: "Chad was the
// target of a raid".
func (r *reading) befallen(noun int) []int {
	t := r.doc.Tokens[noun]
	if t.Dep != "pobj" || r.word(t.Head) != "of" {
		return nil
	}
	end := r.doc.Tokens[t.Head].Head
	if copula := r.doc.Tokens[end].Head; r.lexicon.is("befallen", r.lemma(end)) && r.doc.Tokens[end].Dep == "attr" && r.doc.Tokens[copula].POS == "AUX" {
		return r.entities(r.subject(copula))
	}
	return nil
}

// owners gives whose doing a noun is.
func (r *reading) owners(f frame, noun int) []int {
	var actors []int
	for _, o := range r.behind(noun, func(p string) bool { return p == "by" || p == "of" && !f.takes("of") }) {
		actors = append(actors, r.entities(o)...)
	}
	for _, c := range r.doc.Children(noun) {
		switch r.doc.Tokens[c].Dep {
		case "poss", "amod", "compound", "nmod":
			if e := r.meant(int(c)); e >= 0 && !(f.kind == graph.EventAssault && r.place(int(c))) { // "a Kabul bombing"
				actors = append(actors, e)
			}
		}
	}
	return actors
}

// site is the country of the place that stands before an attack: "a Kabul bombing".
func (r *reading) site(attack int) []int {
	for _, c := range r.doc.Children(attack) {
		if r.doc.Tokens[c].Dep == "compound" && r.place(int(c)) {
			return r.known(int(c))
		}
	}
	return nil
}

// place tells whether a token heads the name of a place.
func (r *reading) place(token int) bool {
	m := r.coref.HeadedBy(token)
	return m >= 0 && r.coref.Mentions[m].Kind == name.Place
}

// light gives the verb that only carries a noun ("conducted an audit", "engaged in"), true,
// or that puts its object under it ("placed under arrest"), false; -1 if none.
func (r *reading) light(noun int) (verb int, light bool) {
	t := r.doc.Tokens[noun]
	head := r.doc.Tokens[t.Head]
	switch {
	case t.Dep == "dobj" && head.POS == "VERB":
		if r.lexicon.is("light", r.lemma(t.Head)) || r.lexicon.is("undergo", r.lemma(t.Head)) {
			return t.Head, true
		}
	case t.Dep == "pobj" && r.word(t.Head) == "in" && (r.lemma(head.Head) == "engage" || r.lemma(head.Head) == "participate"):
		return head.Head, true
	case t.Dep == "pobj" && r.word(t.Head) == "into" && r.lemma(head.Head) == "enter":
		return head.Head, true
	case t.Dep == "pobj" && r.word(t.Head) == "under" && r.doc.Tokens[head.Head].POS == "VERB":
		switch r.lemma(head.Head) {
		case "place", "put", "hold", "keep":
			return head.Head, false
		}
	}
	return -1, false
}
