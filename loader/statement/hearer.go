package statement

import (
	"slices"

	"dateline/graph"
)

// hearers are the heads of the noun phrases that name whom a verb addresses:
// its object or dative, or what stands after "to" or "on".
func (r *reading) hearers(v int, e entry) []int {
	var heads []int
	takes := e.has(hearer) || e.has(hearerTo)
	for _, c := range r.doc.Children(v) {
		i := int(c)
		switch t := r.token(i); t.Dep {
		case "dobj":
			if takes && i > v {
				heads = append(heads, i)
			}
		case "dative":
			if o := r.child(i, "pobj"); o >= 0 {
				i = o
			}
			heads = append(heads, i)
		case "ccomp":
			if s := r.child(i, "nsubj"); e.has(hearerTo) && r.infinitive(i) && s >= 0 {
				heads = append(heads, s)
			}
		case "prep":
			if o := r.child(i, "pobj"); o >= 0 && i > v && r.addresses(e, r.lower[i]) {
				heads = append(heads, o)
			}
		}
	}
	if t := r.token(v); t.Dep == "advcl" && t.Tag == "VBG" && t.Head < v && r.verb(t.Head) {
		heads = append(heads, r.greeted(t.Head)...)
	}
	heads = append(heads, r.reached(v)...)
	var all []int
	for _, h := range heads {
		all = append(all, r.coref.Conjuncts(r.doc, h)...)
	}
	return slices.Compact(all)
}

// addresses tells whether the noun after a preposition is addressed.
func (r *reading) addresses(e entry, preposition string) bool {
	switch preposition {
	case "to":
		return e.class == speech || e.class == directive || e.class == commissive
	case "on", "upon":
		return e.has(onFrame)
	}
	return false
}

// greeted is whom a verb addresses on which a participle of saying depends:
// "thanked the host, saying …".
func (r *reading) greeted(v int) []int {
	for _, e := range r.entries(v) {
		if e.act == graph.Praise || e.has(hearer) || e.has(hearerTo) {
			if o := r.child(v, "dobj"); o > v {
				return []int{o}
			}
		}
	}
	return nil
}

// reached is to whom something is said by way of a document or a talk: "in a
// letter to the council", "in an interview with the paper".
func (r *reading) reached(v int) []int {
	var heads []int
	for _, c := range r.doc.Children(v) {
		if in := int(c); r.token(in).Dep == "prep" && (r.lower[in] == "in" || r.lower[in] == "during") {
			heads = append(heads, r.reachedIn(in)...)
		}
	}
	return heads
}

// reachedIn is to whom a document or talk behind a preposition is addressed.
func (r *reading) reachedIn(preposition int) []int {
	n := r.child(preposition, "pobj")
	if n < 0 || !r.isDocument(n) && !r.isVehicle(n) {
		return nil
	}
	var heads []int
	for _, c := range r.doc.Children(n) {
		if p := int(c); r.lower[p] == "to" || r.lower[p] == "with" {
			if o := r.child(p, "pobj"); o >= 0 {
				heads = append(heads, o)
			}
		}
	}
	return heads
}
