package event

import (
	"cmp"

	"dateline/graph"
	"dateline/loader/trace"
)

// status tells from negation, modality, tense and what governs it whether an
// event took place.
func (r *reading) status(i int) graph.EventStatus {
	verbal := r.doc.Tokens[i].POS == "VERB" || r.doc.Tokens[i].POS == "AUX"
	if s := r.ownStatus(i, verbal); s != "" {
		return s
	}
	if s, governor := r.governedStatus(i, verbal); s != "" {
		r.log.Take(i, trace.ByGovernor, governor, string(s))
		return s
	}
	if dep := r.doc.Tokens[i].Dep; verbal && r.infinitive(i) && dep != "advcl" && dep != "ROOT" {
		return graph.Planned
	}
	return graph.Occurred
}

// governedStatus is what the word tells that governs an event, and which that
// is; empty if nothing.
func (r *reading) governedStatus(i int, verbal bool) (s graph.EventStatus, governor int) {
	head, dep := r.doc.Tokens[i].Head, r.doc.Tokens[i].Dep
	switch {
	case head == i:
	case dep == "xcomp" || dep == "ccomp" && (r.child(i, "aux") >= 0 || r.lexicon.is("alleges", r.lemma(head))) || dep == "acl" || dep == "pcomp" || !verbal && (dep == "dobj" || dep == "pobj"):
		governor = head
		if r.doc.Tokens[head].Dep == "prep" || r.doc.Tokens[head].Dep == "dative" {
			governor = r.doc.Tokens[head].Head
		}
		switch lemma := r.lemma(governor); {
		case r.lexicon.is("fails", lemma):
			return graph.Negated, governor
		case r.lexicon.is("intends", lemma) && (r.infinitive(i) || dep == "pcomp" && purposive(r.word(head))):
			return graph.Planned, governor
		case r.infinitive(i) && r.performs(governor):
			return graph.Occurred, governor
		case r.lexicon.is("wishes", lemma):
			return graph.Hypothetical, governor
		}
		if !verbal && governor != i && (r.doc.Tokens[governor].POS == "VERB" || r.doc.Tokens[governor].POS == "AUX") {
			return cmp.Or(r.ownStatus(governor, true), graph.Occurred), governor
		}
	case dep == "conj" && verbal:
		if s := r.ownStatus(head, true); s == graph.Planned || s == graph.Hypothetical {
			return s, head
		}
	}
	return "", -1
}

// purposive tells whether a preposition leads to what is meant: "plans on leaving".
func purposive(preposition string) bool {
	switch preposition {
	case "on", "for", "of", "at", "against":
		return true
	}
	return false
}

// performs tells whether whoever says a word does what follows in saying it:
// "I want to thank", "proud to endorse".
func (r *reading) performs(governor int) bool {
	if r.lexicon.is("pleased", r.lemma(governor)) {
		return true
	}
	s := r.child(governor, "nsubj")
	return s >= 0 && (r.word(s) == "i" || r.word(s) == "we") && (r.lemma(governor) == "want" || r.lemma(governor) == "wish" || r.lemma(governor) == "like")
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
	if m := r.child(i, "mark"); m >= 0 && r.word(m) == "whether" { // "whether or not" denies nothing
		r.log.Take(i, trace.ByWord, m, string(graph.Hypothetical))
		return graph.Hypothetical
	}
	ongoing := -1
	for _, c := range r.doc.Children(i) {
		switch s := r.wordStatus(i, int(c), verbal); s {
		case "":
		case graph.Ongoing:
			ongoing = int(c)
		default:
			r.log.Take(i, trace.ByWord, int(c), string(s))
			return s
		}
	}
	if ongoing >= 0 {
		r.log.Take(i, trace.ByWord, ongoing, string(graph.Ongoing))
		return graph.Ongoing
	}
	return ""
}

// wordStatus is what one dependent of a word tells, empty if nothing.
func (r *reading) wordStatus(i, c int, verbal bool) graph.EventStatus {
	t, word := r.doc.Tokens[c], r.word(c)
	switch {
	case t.Dep == "neg" || t.Dep == "det" && word == "no" || word == "never":
		return graph.Negated
	case t.Tag == "MD" && r.negated(i):
		return graph.Negated
	case t.Tag == "MD" && (word == "will" || word == "shall" || word == "'ll" || word == "wo"):
		return graph.Planned
	case t.Tag == "MD" && word == "would" && r.doc.Tokens[i].Dep == "ccomp" && reports(r.lemma(r.doc.Tokens[i].Head)):
		return graph.Planned // "said that it would": the future of the past
	case t.Tag == "MD", t.Dep == "mark" && word == "if", r.lexicon.is("doubts", word):
		return graph.Hypothetical
	case r.lexicon.is("coming", word):
		return graph.Planned
	case verbal && t.Dep == "aux" && r.doc.Tokens[i].Tag == "VBG" && (t.Tag == "VBP" || t.Tag == "VBZ" || t.Tag == "VBN"),
		!verbal && (word == "ongoing" || word == "continuing"):
		return graph.Ongoing
	}
	return ""
}

func (r *reading) negated(i int) bool { return r.child(i, "neg") >= 0 }
