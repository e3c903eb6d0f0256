package event

// subject is the token that heads the subject of a verb, inherited where the
// verb has none of its own: from the verb that it is coordinated with or that
// it complements, or the noun that it modifies. -1 if there is none.
func (r *reading) subject(verb int) int {
	for range 6 { // deeper chains are not worth trusting
		if s := r.ownSubject(verb); s >= 0 && !r.doc.Misplaced(s, verb) {
			return r.antecedent(s, verb)
		}
		head := r.doc.Tokens[verb].Head
		if head == verb {
			return -1
		}
		switch r.doc.Tokens[verb].Dep {
		case "conj":
			if finite(r.doc.Tokens[verb].Tag) && !r.coordinated(verb) {
				return r.reduced(head, verb)
			}
			if finite(r.doc.Tokens[verb].Tag) && r.doc.Tokens[head].Tag == "VB" && r.doc.Tokens[head].Head != head {
				head = r.doc.Tokens[head].Head // "urged them to wait and met …"
			}
			if r.passive(head) {
				return r.passiveSubject(head)
			}
		case "xcomp", "ccomp":
			if o := r.child(head, "dobj"); o >= 0 && r.doc.Tokens[verb].Dep == "xcomp" {
				return o
			}
		case "advcl":
			if r.passive(head) || finite(r.doc.Tokens[verb].Tag) && r.child(verb, "mark", "advmod") >= 0 {
				return -1 // it has a subject that the tree does not show
			}
		case "acl":
			head = r.carrier(head)
			if r.lexicon.is("document", r.lemma(head)) && r.doc.Tokens[verb].Tag == "VBG" && len(r.known(head))+len(r.modifiers(head)) == 0 {
				verb = r.verbOver(head) // "posted a message blaming"
				continue
			}
			if !r.infinitive(verb) || !r.lexicon.is("intent", r.lemma(head)) {
				return head
			}
			if head = r.doc.Tokens[head].Head; r.doc.Tokens[head].Dep == "prep" {
				head = r.doc.Tokens[head].Head // "plans to", "a vote on plans to"
			}
		case "acomp":
		case "pcomp": // "by doing", "accused X of doing"
			if g := r.doc.Tokens[head].Head; r.word(head) == "of" || r.word(head) == "for" {
				if o := r.child(g, "dobj"); o >= 0 {
					return o
				}
			}
			if verb = r.doc.Tokens[head].Head; r.doc.Tokens[verb].Dep == "advmod" {
				verb = r.doc.Tokens[verb].Head // "stopped short of doing"
			} else if r.lexicon.is("document", r.lemma(verb)) {
				verb = r.verbOver(verb)
			}
			continue
		default:
			return -1
		}
		verb = head
	}
	return -1
}

// coordinated tells whether a comma or a word like "and" joins a verb to what it
// is coordinated with in the tree.
func (r *reading) coordinated(verb int) bool {
	first := verb
	for first > 0 && r.doc.Tokens[first-1].Head == verb {
		first--
	}
	if first == 0 {
		return true
	}
	t := r.doc.Tokens[first-1]
	return t.POS == "CCONJ" || t.POS == "PUNCT" || t.POS == "SPACE" || t.POS == "ADV" || t.Dep == "cc"
}

// reduced is the subject of the clause between two verbs whose own verb is only
// a participle of that subject, which the tree does not see: "was hurt when men
// believed to be smugglers opened fire". -1 if there is none.
func (r *reading) reduced(head, verb int) int {
	for i := verb - 1; i > head; i-- {
		if t := r.doc.Tokens[i]; t.POS == "VERB" && (t.Tag == "VBD" || t.Tag == "VBN") {
			if s := r.ownSubject(i); s > head {
				return s
			}
		}
	}
	return -1
}

// carrier is the document that a noun carries: "a message on Facebook
// blaming …", "a letter to the court urging …"; else the noun itself.
func (r *reading) carrier(noun int) int {
	if t := r.doc.Tokens[noun]; t.Dep == "pobj" {
		if document := r.doc.Tokens[t.Head].Head; r.lexicon.is("document", r.lemma(document)) {
			return document
		}
	}
	return noun
}

// ownSubject is the subject of a verb, which the tree may hang on its auxiliary
// ("has been urging"), -1 if it has none.
func (r *reading) ownSubject(verb int) int {
	s := r.nearest(verb, "nsubj")
	for _, c := range r.doc.Children(verb) {
		if s < 0 && r.doc.Tokens[c].Dep == "aux" {
			s = r.nearest(int(c), "nsubj")
		}
	}
	return r.behindDash(s)
}

// behindDash is what stands behind the dash of a dateline whose agency the tree
// takes for the subject: "LIMA (Wire) – President Anna Berg left".
func (r *reading) behindDash(s int) int {
	if s < 0 || s+2 >= len(r.doc.Tokens) || r.word(s+1) != ")" {
		return s
	}
	switch r.word(s + 2) {
	case "-", "–", "—", "--":
		return r.child(s, "appos")
	}
	return s
}

// verbOver is the verb of the clause in which a noun or preposition stands.
func (r *reading) verbOver(i int) int {
	for range deepest {
		i = r.doc.Tokens[i].Head
		if p := r.doc.Tokens[i].POS; p == "VERB" || p == "AUX" {
			break
		}
	}
	return i
}

// antecedent is the noun that a relative pronoun stands for.
func (r *reading) antecedent(s, verb int) int {
	switch r.word(s) {
	case "who", "which", "that", "whom":
		if r.doc.Tokens[verb].Dep == "relcl" {
			return r.doc.Tokens[verb].Head
		}
	}
	return s
}

func (r *reading) passive(verb int) bool {
	return r.child(verb, "nsubjpass", "auxpass") >= 0 ||
		r.child(verb, "agent") >= 0 && r.child(verb, "nsubj") < 0 || // "cut by half" has a subject
		r.doc.Tokens[verb].Tag == "VBN" && r.bare(verb)
}

// bare tells whether a participle has neither subject nor auxiliary of its own:
// "the man arrested", "were confirmed killed", "when asked".
func (r *reading) bare(verb int) bool {
	switch t := r.doc.Tokens[verb]; t.Dep {
	case "acl":
		return true
	case "xcomp", "conj": // "was arrested and charged"
		return r.child(verb, "nsubj", "aux") < 0 && r.passive(t.Head)
	case "advcl":
		return r.child(verb, "nsubj", "aux") < 0
	}
	return false
}

// passiveSubject is what a passive verb is done to.
func (r *reading) passiveSubject(verb int) int {
	if s := r.child(verb, "nsubjpass"); s >= 0 {
		return r.antecedent(s, verb)
	}
	if s := r.displaced(verb); s >= 0 {
		return s
	}
	switch t := r.doc.Tokens[verb]; {
	case t.Dep == "pcomp" && r.doc.Tokens[t.Head].Dep == "prep" && r.lexicon.is("after", r.word(t.Head)):
		return r.subject(r.doc.Tokens[t.Head].Head) // "died after being shot"
	case t.Dep == "acl":
		return t.Head
	case (t.Dep == "conj" || t.Dep == "xcomp" || t.Dep == "advcl") && t.Head != verb:
		if r.passive(t.Head) {
			return r.passiveSubject(t.Head)
		}
		return r.subject(t.Head)
	}
	return -1
}

// displaced is the subject of a clause behind "after" that the tree takes to be
// all that "after" governs ("… was arrested after the mayor, Anna Berg, was
// stabbed"), -1 if there is none.
func (r *reading) displaced(verb int) int {
	t := r.doc.Tokens[verb]
	aux := r.child(verb, "auxpass", "aux")
	if t.Dep != "conj" || aux < 0 || !finite(r.doc.Tokens[aux].Tag) {
		return -1
	}
	for i := aux - 1; i > t.Head; i-- {
		switch d := r.doc.Tokens[i]; {
		case d.Dep == "cc" && d.Head == t.Head:
			return -1
		case d.Dep == "pobj" && r.doc.Tokens[d.Head].Head == t.Head:
			if r.lexicon.is("after", r.word(d.Head)) {
				return i
			}
			return -1
		}
	}
	return -1
}

// agent is by whom a passive verb is done, -1 if nobody is named.
func (r *reading) agent(verb int) int {
	if by := r.child(verb, "agent"); by >= 0 {
		return r.child(by, "pobj")
	}
	return -1
}
