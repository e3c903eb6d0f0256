package statement

import "slices"

// felt turns what becomes of a policy where somebody is sorry for it: "regrets
// that the bill was rejected". Of what is said of the policy itself a bad
// feeling is no denial.
func (r *reading) felt(i, h int) int {
	if i < 0 || r.token(i).Dep != "ccomp" || r.acting[r.lemma(h)] >= 0 && r.acting[r.lower[h]] >= 0 || r.acting[r.lemma(i)] == 0 {
		return 0
	}
	for _, e := range slices.Concat(r.entries(h), r.adjectives[r.lower[h]]) {
		if e.class == feeling {
			return -1
		}
	}
	return 0
}

// said is what a head says of the policy in one of its dependents.
func (r *reading) said(i, h int) int {
	switch r.token(i).Dep {
	case "nsubj", "csubj":
		return r.saidOf(h)
	case "relcl", "advcl", "ccomp", "conj", "acl", "appos":
		return 0
	case "xcomp":
		if r.acting[r.lemma(h)] < 0 && r.acting[r.lemma(i)] == 0 {
			return 0 // "failed to mention the bill"
		}
	case "prep":
		switch {
		case r.lower[i] == "against":
			return -1 // "voted against the bill", "a case against it"
		case r.lower[i] == "for" && r.token(h).POS == "VERB" && r.child(h, "dobj") < 0 && r.acting[r.lemma(h)] < 0:
			return 1 // "will fight for the bill"
		case (r.lemma(h) == "vote" || r.lemma(h) == "say") && r.says(h, "no"):
			return -1 // "should vote no on the bill"
		case r.partisans[r.lemma(h)] != 0:
			return r.partisans[r.lemma(h)]
		case r.acting[r.lemma(h)+"_"+r.lower[i]] != 0:
			return r.acting[r.lemma(h)+"_"+r.lower[i]]
		}
	}
	return r.acting[r.lemma(h)]
}

// saidOf is what a verb says of the policy that is its subject.
func (r *reading) saidOf(h int) int {
	if s := r.wished(h); s != 0 {
		return s
	}
	if s := r.doing[r.lemma(h)]; s != 0 && r.token(h).POS == "VERB" {
		switch o := r.child(h, "dobj"); {
		case s > 0 && o >= 0 && r.lower[o] == "nothing":
			return -1 // "brings nothing but trouble"
		case s > 0 && r.says(h, "only"):
			return 0 // "would only benefit the builders"
		}
		return s
	}
	for _, c := range r.doc.Children(h) {
		switch r.token(int(c)).Dep {
		case "acomp", "attr", "oprd":
			return r.predicateSign(int(c))
		case "xcomp":
			return r.doing[r.lemma(int(c))] // "the ban is to protect …"
		case "prep":
			if s := r.doing[r.lemma(h)+"_"+r.lower[c]]; s != 0 {
				return s // "goes against the law"
			}
		case "dobj":
			if s := r.doing[r.lemma(h)+"_"+r.lemma(int(c))]; s != 0 {
				return s * r.affirmed(int(c)) // "makes no sense"
			}
		case "advmod":
			if too := r.child(int(c), "advmod"); too >= 0 && r.lower[too] == "too" {
				if s := r.doing[r.lemma(h)+"_too_"+r.lower[c]]; s != 0 {
					return s
				}
			}
		case "ccomp":
			if r.lemma(h) == "make" {
				return r.predicate[r.lower[c]] // "makes the roads safer"
			}
		}
	}
	return r.predicate[r.lower[h]] // "found the ban justified", "… unfair"
}

// wished is what a verb says of the policy that is its subject, where that ought
// to happen: "the bill must not become law".
func (r *reading) wished(h int) int {
	if r.token(h).POS != "VERB" || !r.obliged(h) {
		return 0
	}
	lemma := r.lemma(h)
	for _, c := range r.doc.Children(h) {
		switch r.token(int(c)).Dep {
		case "prt", "advmod", "attr", "dobj":
			if s := r.coming[lemma+"_"+r.lower[c]]; s != 0 {
				return s
			}
		}
	}
	return r.coming[lemma]
}

// obliged tells whether what a verb says should or must happen.
func (r *reading) obliged(v int) bool {
	return r.says(v, "should") || r.says(v, "must") || r.says(v, "ought") || r.says(v, "shall")
}

// says tells whether a word hangs on another.
func (r *reading) says(h int, word string) bool {
	return slices.ContainsFunc(r.doc.Children(h), func(c int32) bool { return r.lower[c] == word })
}

// judged is what the words say of an infinitive that acts on the policy: "it
// would be a mistake to pass the bill", "it is right to use it".
func (r *reading) judged(i, h int) int {
	if !r.infinitive(i) {
		return 0
	}
	switch t := r.token(i); {
	case r.noun(h) && (t.Dep == "relcl" || t.Dep == "acl"):
		return r.predicateSign(h)
	case (t.Dep == "xcomp" || t.Dep == "ccomp" || t.Dep == "advcl") && r.lemma(h) == "be":
		if s, a := r.child(h, "nsubj"), r.child(h, "acomp", "attr"); s >= 0 && r.lower[s] == "it" && a >= 0 {
			return r.predicateSign(a)
		}
	case r.token(h).POS == "ADJ" && t.Dep == "xcomp":
		return r.predicateSign(h)
	}
	return 0
}

// affirmed is -1 for a noun that is said not to be there, else 1.
func (r *reading) affirmed(noun int) int {
	if r.none(noun) {
		return -1
	}
	return 1
}

// none tells whether a noun is said not to be there: "no reason", "no need". Who
// has "no choice but", or "no doubt that", means what follows.
func (r *reading) none(h int) bool {
	det := r.child(h, "det")
	if !r.noun(h) || det < 0 || r.lower[det] != "no" {
		return false
	}
	switch r.lower[h] {
	case "choice", "option", "alternative":
		return !r.says(h, "but")
	case "doubt", "question":
		return r.child(h, "acl", "ccomp", "relcl") < 0
	}
	return true
}

// predicateSign is what an adjective or noun with what stands before it says.
func (r *reading) predicateSign(i int) int {
	sign := r.predicate[r.lemma(i)]
	for _, c := range r.doc.Children(i) {
		if s := r.predicate[r.lemma(int(c))]; s != 0 && (r.token(int(c)).Dep == "amod" || r.token(int(c)).Dep == "conj") {
			sign = s
		}
	}
	return sign
}

// evaluation is what the words outside of the mention say of it.
func (r *reading) evaluation(content []int, m policyMention) int {
	sum := 0
	for _, i := range content {
		if i < m.tokens.First || i >= m.tokens.End {
			sum += r.predicate[r.lemma(i)]
		}
	}
	return max(-1, min(1, sum))
}
