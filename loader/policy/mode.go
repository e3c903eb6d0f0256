package policy

// A mode tells whether what a verb says is so.
type mode int

const (
	fact mode = iota
	planned
	refused
	negated
	unreal // asked for, possible or conditional
)

// modes are the classes of the lexicon that are modes.
var modes = map[string]mode{"fact": fact, "planned": planned, "refused": refused, "negated": negated, "unreal": unreal}

// mode reads auxiliaries, negation and what governs a verb.
func (r *reading) mode(verb int) mode {
	for range 6 {
		t := r.doc.Tokens[verb]
		own, known := r.ownMode(verb)
		if known {
			if own == unreal && t.Dep == "ccomp" && r.announced(verb) {
				return planned
			}
			return own
		}
		head := r.lemma(t.Head)
		switch t.Dep {
		case "xcomp", "acl", "advcl", "pcomp", "relcl":
			if r.infinitive(verb) {
				if r.destined(t.Head) {
					return planned
				}
				m, ok := r.governors[head]
				if t.Dep == "advcl" && !ok || !ok && t.Dep != "relcl" {
					return unreal
				}
				if m != fact {
					return m
				}
			} else if t.Dep == "xcomp" && t.Tag == "VBG" && (r.is("asking", head) || head == "consider") {
				return unreal
			} else if t.Dep == "pcomp" && (head == "without" || head == "instead" || head == "for" && r.lemma(r.doc.Tokens[t.Head].Head) == "call") {
				return unreal
			}
			if t.Dep == "relcl" || t.Dep == "acl" || t.Dep == "advcl" && t.Tag != "VBG" {
				return fact
			}
		case "ccomp":
			if r.is("asking", head) {
				return unreal
			}
			return fact
		case "conj":
			if r.doc.Child(verb, "nsubj", "nsubjpass") >= 0 {
				return fact
			}
		default:
			return fact
		}
		if verb = t.Head; r.doc.Tokens[verb].POS != "VERB" && r.doc.Tokens[verb].POS != "AUX" && t.Dep != "pcomp" {
			return fact
		}
	}
	return fact
}

// destined tells whether a form of be says what somebody is to do.
func (r *reading) destined(be int) bool {
	t, s := r.doc.Tokens[be], r.doc.Child(be, "nsubj")
	if t.Lemma != "be" || t.Tag != "VBZ" && t.Tag != "VBP" || s < 0 {
		return false
	}
	body := t.Dep == "ccomp" && r.is("announcing", r.lemma(t.Head)) // whose "it" is one
	return r.doc.Tokens[s].Tag == "PRP" && (r.lower[s] != "it" || body) || r.entity(s) >= 0
}

// announced tells that a clause says what somebody said that he would do.
func (r *reading) announced(verb int) bool {
	head := r.doc.Tokens[verb].Head
	if r.doc.Tokens[head].Tag != "VBD" || r.doc.Child(verb, "neg") >= 0 {
		return false
	}
	for _, c := range r.doc.Children(verb) {
		if r.doc.Tokens[c].Dep == "aux" && (r.lower[c] == "would" || r.lower[c] == "'d") {
			return r.is("announcing", r.lemma(head))
		}
	}
	return false
}

// ownMode is what the words beside a verb say; known is false if they say nothing.
func (r *reading) ownMode(verb int) (m mode, known bool) {
	no, will := false, false
	for _, c := range r.doc.Children(verb) {
		switch t := r.doc.Tokens[c]; t.Dep {
		case "neg":
			no = true
		case "aux":
			switch r.lower[c] {
			case "will", "'ll", "’ll", "shall", "wo":
				will = true
			case "would", "could", "might", "may", "can", "should", "must", "ought", "'d", "’d", "ca":
				m, known = unreal, true
			}
		case "nsubj":
			no = no || r.lower[c] == "nobody" || r.lower[c] == "none" || r.lower[c] == "neither"
		case "mark":
			switch r.lower[c] {
			case "once", "after", "before":
				if r.conjectural(r.doc.Tokens[verb].Head) {
					m, known = unreal, true
				}
			case "until":
				if tag := r.doc.Tokens[verb].Tag; tag == "VBZ" || tag == "VBP" {
					m, known = unreal, true
				}
			case "if", "unless", "whether":
				m, known = unreal, true
			}
		case "advmod":
			if r.lower[c] == "when" && will || r.lower[c] == "never" {
				no = no || r.lower[c] == "never"
			}
		}
	}
	switch {
	case no && !known:
		return negated, true
	case no:
		return negated, true
	case will && !known:
		return planned, true
	}
	return m, known
}

// conjectural tells whether a verb says only what would be.
func (r *reading) conjectural(verb int) bool {
	for _, c := range r.doc.Children(verb) {
		if w := r.lower[c]; r.doc.Tokens[c].Dep == "aux" && (w == "would" || w == "could" || w == "might" || w == "will" || w == "'ll" || w == "’ll") {
			return true
		}
	}
	return false
}

// infinitive tells whether a verb stands behind "to", in the passive too.
func (r *reading) infinitive(verb int) bool {
	for _, c := range r.doc.Children(verb) {
		if r.doc.Tokens[c].Dep == "aux" && r.lower[c] == "to" {
			return true
		}
	}
	return false
}
