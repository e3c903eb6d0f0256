package statement

import "slices"

// This file reads what the tree joins wrongly where a clause stands without
// "that", as many papers write them.

// unmarked is the clause that a verb takes where the tree reads its subject as
// the verb's object: "claimed the vote | was stolen"; nil if there is none. It
// begins with the object and goes on with a finite verb right behind it.
func (r *reading) unmarked(v int) []int {
	o := r.child(v, "dobj")
	if o < v || !r.readable(v) {
		return nil
	}
	object := r.subtree(o)
	if len(object) == 0 || object[0] < v {
		return nil
	}
	w := object[len(object)-1] + 1
	for w < len(r.lower) && (r.lower[w] == "," || r.token(w).POS == "ADV") && r.inside[w] == r.inside[v] {
		w++
	}
	if w >= len(r.lower) || !r.finite(w) || r.paragraph[w] != r.paragraph[v] {
		return nil
	}
	h := w
	if d := r.token(w).Dep; d == "aux" || d == "auxpass" {
		h = r.token(w).Head
	}
	if h < w || !r.verb(h) {
		return nil
	}
	clause := slices.DeleteFunc(r.subtree(h), func(i int) bool { return i < w })
	if s := r.child(h, "nsubj", "nsubjpass"); s >= 0 && s < v {
		if !r.doc.Above(s, v) {
			return nil
		}
		second := r.resumed(h) // "groups claiming the vote was stolen gathered"
		if second < 0 {
			return nil
		}
		below := r.subtree(second)
		clause = slices.DeleteFunc(clause, func(i int) bool { return i >= below[0] })
	} else if s >= w {
		return nil
	}
	for _, c := range r.doc.Children(h) {
		if i := int(c); r.token(i).Dep == "conj" && r.finite(i) && r.utters(i) && r.subject(i) < 0 {
			below := r.subtree(i)
			clause = slices.DeleteFunc(clause, func(t int) bool { return within(below, t) })
		}
	}
	return r.trim(append(object, clause...))
}

// finite tells whether a token is a verb with tense, or the auxiliary of one.
func (r *reading) finite(i int) bool {
	switch r.token(i).Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return r.verb(i)
	}
	return false
}

// resumed is a second finite verb below a verb, without subject, mark or "and":
// the one that the sentence is about; -1 if there is none.
func (r *reading) resumed(v int) int {
	for _, c := range r.doc.Children(v) {
		i := int(c)
		if t := r.token(i); i > v && t.Tag == "VBD" && (t.Dep == "advcl" || t.Dep == "conj" || t.Dep == "ccomp") && r.child(i, "nsubj", "nsubjpass", "mark") < 0 && r.lower[i-1] != "and" {
			return i
		}
	}
	return -1
}

// handedBack gives the cue whose subject goes on to speak with a verb that the
// tree joins to what the cue says: "said there was no money and urged the
// council to wait"; -1 if the verb at a token is none.
func (r *reading) handedBack(i int) int {
	t := r.token(i)
	if t.Dep != "conj" || t.Tag != "VBD" && t.Tag != "VBN" || !r.verb(i) || r.inside[i] >= 0 || r.child(i, "nsubj", "nsubjpass", "aux", "auxpass") >= 0 {
		return -1
	}
	h := t.Head
	cue := r.token(h).Head
	if h < cue || !r.verb(cue) || r.token(cue).Tag != "VBD" {
		return -1
	}
	switch r.token(h).Dep {
	case "xcomp", "advcl", "ccomp":
		if r.infinitive(h) && t.Tag == "VBD" {
			return cue // "urged them to wait and left"
		}
	}
	if r.reporter(h) < 0 || !r.utters(i) {
		return -1
	}
	s := r.subject(h)
	if s < 0 || !r.somebody(s) || r.token(s).Dep == "expl" {
		return cue
	}
	for k := h + 1; k < i; k++ {
		if r.lower[k] == "," && r.token(k+1).Dep == "cc" && r.token(k+1).Head == h {
			return cue
		}
	}
	return -1
}

// utters tells whether a verb is a cue by which somebody speaks or asks.
func (r *reading) utters(v int) bool {
	for _, e := range r.entries(v) {
		switch e.class {
		case speech, directive:
			return true
		}
	}
	return false
}
