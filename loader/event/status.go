package event

import "dateline/graph"

// status tells from negation, modality, tense and what governs it whether an
// event took place.
func (r *reading) status(i int) graph.EventStatus {
	verbal := r.doc.Tokens[i].POS == "VERB" || r.doc.Tokens[i].POS == "AUX"
	if s := r.ownStatus(i, verbal); s != "" {
		return s
	}
	head, dep := r.doc.Tokens[i].Head, r.doc.Tokens[i].Dep
	switch {
	case head == i:
	case dep == "xcomp" || dep == "ccomp" && r.child(i, "aux") >= 0 || dep == "acl" || dep == "pcomp" || !verbal && (dep == "dobj" || dep == "pobj"):
		governor := head
		if r.doc.Tokens[head].Dep == "prep" || r.doc.Tokens[head].Dep == "dative" {
			governor = r.doc.Tokens[head].Head
		}
		switch lemma := r.lemma(governor); {
		case r.lexicon.is("fails", lemma):
			return graph.Negated
		case r.lexicon.is("intends", lemma) && r.infinitive(i):
			return graph.Planned
		case r.lexicon.is("wishes", lemma):
			return graph.Hypothetical
		}
		if !verbal && governor != i && (r.doc.Tokens[governor].POS == "VERB" || r.doc.Tokens[governor].POS == "AUX") {
			return r.ownStatusOr(governor)
		}
	case dep == "conj" && verbal:
		if s := r.ownStatus(head, true); s == graph.Planned || s == graph.Hypothetical {
			return s
		}
	}
	if verbal && r.infinitive(i) && dep != "advcl" && dep != "ROOT" {
		return graph.Planned
	}
	return graph.Occurred
}

func (r *reading) ownStatusOr(i int) graph.EventStatus {
	if s := r.ownStatus(i, true); s != "" {
		return s
	}
	return graph.Occurred
}

func (r *reading) infinitive(i int) bool {
	for _, c := range r.doc.Children(i) {
		if r.doc.Tokens[c].Tag == "TO" {
			return true
		}
	}
	return false
}

// ownStatus is what a word's own dependents tell, empty if nothing.
func (r *reading) ownStatus(i int, verbal bool) graph.EventStatus {
	progressive := r.doc.Tokens[i].Tag == "VBG"
	ongoing := false
	for _, c := range r.doc.Children(i) {
		t := r.doc.Tokens[c]
		word := r.word(int(c))
		switch {
		case t.Dep == "neg" || t.Dep == "det" && word == "no" || word == "never":
			return graph.Negated
		case t.Tag == "MD" && (word == "will" || word == "shall" || word == "'ll" || word == "wo"):
			if r.negated(i) {
				return graph.Negated
			}
			return graph.Planned
		case t.Tag == "MD":
			if r.negated(i) {
				return graph.Negated
			}
			// "said that it would": the future of the past.
			if word == "would" && r.doc.Tokens[i].Dep == "ccomp" && reports(r.lemma(r.doc.Tokens[i].Head)) {
				return graph.Planned
			}
			return graph.Hypothetical
		case t.Dep == "mark" && word == "if":
			return graph.Hypothetical
		case r.lexicon.is("doubts", word):
			return graph.Hypothetical
		case r.lexicon.is("coming", word):
			return graph.Planned
		case verbal && t.Dep == "aux" && progressive && (t.Tag == "VBP" || t.Tag == "VBZ" || t.Tag == "VBN"):
			ongoing = true
		case !verbal && (word == "ongoing" || word == "continuing"):
			ongoing = true
		}
	}
	if ongoing {
		return graph.Ongoing
	}
	return ""
}

func (r *reading) negated(i int) bool { return r.child(i, "neg") >= 0 }
