package statement

import (
	"slices"

	"dateline/loader/language"
)

// vehicleOf is the noun phrase by way of which something is said, behind the
// cue: the "in" of "in a statement", "in her letter to the council"; -1 if
// there is none.
func (r *reading) vehicleOf(v int) int {
	for _, c := range r.doc.Children(v) {
		if p := int(c); r.vehicle(p) {
			return p
		}
	}
	return -1
}

// vehicle tells whether a preposition leads to something said or written.
func (r *reading) vehicle(p int) bool {
	if r.token(p).Dep != "prep" || r.lower[p] != "in" && r.lower[p] != "during" {
		return false
	}
	n := r.child(p, "pobj")
	return n > p && r.isVehicle(n)
}

// isVehicle tells whether a noun means something by which words are put out.
func (r *reading) isVehicle(n int) bool {
	for _, e := range r.nouns[r.lemma(n)] {
		if e.class == vehicle {
			return true
		}
	}
	return false
}

// conveyed takes the words that end what is said and tell in what it was said
// off the content, on which the tree often hangs them: "said that the harbour
// would close in a letter to the council". It gives the preposition, 0 if
// there is none. "The" letter would be one that the content tells of.
func (r *reading) conveyed(content []int) (rest []int, preposition int) {
	if len(content) == 0 {
		return content, 0
	}
	last := content[len(content)-1]
	for k := len(content) - 1; k > 0; k-- {
		p := content[k]
		if !r.vehicle(p) || r.inside[p] >= 0 {
			continue
		}
		tokens := r.subtree(p)
		if tokens[len(tokens)-1] != last || !r.indefinite(r.child(p, "pobj")) {
			return content, 0
		}
		if rest = r.trim(slices.Clone(content[:k])); len(rest) < 2 {
			return content, 0
		}
		return rest, p
	}
	return content, 0
}

// indefinite tells whether a noun stands with "a", "an" or a possessive.
func (r *reading) indefinite(n int) bool {
	for _, c := range r.doc.Children(n) {
		switch t := r.token(int(c)); {
		case t.Dep == "poss" && t.Tag == "PRP$", t.Dep == "det" && (r.lower[c] == "a" || r.lower[c] == "an"):
			return true
		}
	}
	return false
}

// dateOfVehicle is the index of the date that stands with what a statement was
// said in ("in its 3 January bulletin"), -1 if there is none.
func (r *reading) dateOfVehicle(d draft) int {
	p := d.vehicle
	if p == 0 {
		p = r.vehicleOf(d.cue)
	}
	if p < 0 {
		return -1
	}
	tokens := r.subtree(p)
	for k := range r.datesIn(language.Range{First: p, End: tokens[len(tokens)-1] + 1}) {
		if r.dates[k].Date != nil && within(tokens, r.dates[k].Tokens.First) {
			return k
		}
	}
	return -1
}
