package policy

import (
	"slices"

	"dateline/graph"
)

// actors are the entities that do what a verb says: its subject, or the agent
// of a passive.
func (r *reading) actors(verb int) []int {
	if r.passive(verb) {
		var list []int
		if by := r.doc.Child(verb, "agent"); by >= 0 {
			for _, o := range r.doc.Children(by) {
				if r.doc.Tokens[o].Dep == "pobj" {
					list = r.people(list, int(o))
				}
			}
		}
		return list
	}
	return r.subjects(verb)
}

// passive tells whether a verb is in the passive, or a participle behind a noun.
func (r *reading) passive(verb int) bool {
	t := r.doc.Tokens[verb]
	return r.doc.Child(verb, "auxpass", "nsubjpass", "agent") >= 0 || t.Tag == "VBN" && t.Dep == "acl"
}

// subjects are the entities that are the subject of a verb, its own or that of
// the verb to which it belongs.
func (r *reading) subjects(verb int) []int {
	for range 6 {
		t := r.doc.Tokens[verb]
		if s := r.doc.Child(verb, "nsubj", "nsubjpass", "csubj"); s >= 0 {
			if tag := r.doc.Tokens[s].Tag; (tag == "WDT" || tag == "WP" || r.lower[s] == "that") && t.Dep == "relcl" {
				return r.people(nil, t.Head)
			}
			if list := r.people(nil, s); len(list) > 0 || t.Dep != "ccomp" || r.lower[s] != "it" {
				return list
			}
			return r.others(r.subjects(t.Head)) // "Malawi said it had banned sugar"
		}
		switch t.Dep {
		case "xcomp", "conj", "advcl", "pcomp", "prep":
			verb = t.Head
		case "acl":
			return r.owners(t.Head)
		case "relcl":
			return nil
		default:
			return nil
		}
		if k := r.doc.Tokens[verb]; k.POS == "ADP" || k.POS == "SCONJ" {
			if o := r.doc.Child(k.Head, "dobj"); o >= 0 && t.Dep == "pcomp" && ofOthers[r.lower[verb]] {
				return r.people(nil, o)
			}
			verb = k.Head
		}
	}
	return nil
}

// others are those of a list that are no persons.
func (r *reading) others(list []int) []int {
	return slices.DeleteFunc(list, func(e int) bool { return r.coref.Entities[e].Kind == graph.Person })
}

// ofOthers are the prepositions behind which an object acts, not the subject:
// "accused Chile of breaking", "praised her for signing".
var ofOthers = map[string]bool{"of": true, "for": true, "from": true}

// owners are those whose noun it is: "Kenya's decision", "a decision by Kenya".
func (r *reading) owners(noun int) []int {
	var list []int
	for _, c := range r.doc.Children(noun) {
		switch t := r.doc.Tokens[c]; {
		case t.Dep == "poss", t.Dep == "compound", t.Dep == "amod", t.Dep == "nmod":
			if e := r.entity(int(c)); e >= 0 {
				list = addOnce(list, e)
			}
		case t.Dep == "prep" && (r.lower[c] == "by" || r.lower[c] == "from" || r.lower[c] == "of" && r.is("body", r.lemma(noun))), t.Dep == "agent":
			for _, o := range r.doc.Children(int(c)) {
				if e := r.entity(int(o)); e >= 0 {
					list = addOnce(list, e)
				}
			}
		}
	}
	return list
}

// people adds the entities of a noun and of those coordinated with it.
func (r *reading) people(list []int, noun int) []int {
	for _, i := range r.coref.Conjuncts(r.doc, noun) {
		e := r.entity(i)
		if name := r.doc.Child(i, "appos"); e < 0 && name >= 0 {
			e = r.entity(name) // "state representative Ana Duarte"
		}
		if e >= 0 {
			list = addOnce(list, e)
		}
	}
	if len(list) == 0 && r.is("body", r.lemma(noun)) {
		list = r.owners(noun)
	}
	return list
}
