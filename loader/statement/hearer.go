package statement

import "slices"

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
	var all []int
	for _, h := range heads {
		all = append(all, r.doc.Conjuncts(h)...)
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
