package policy

import (
	"dateline/graph"
)

// findStages reads what the text says of each phrase: that its policy reached
// a stage.
func (r *reading) findStages() {
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.policy < 0 {
			continue
		}
		if p.clause {
			r.clauseStage(p)
			continue
		}
		r.governed(p)
		r.modified(p)
	}
}

func (r *reading) clauseStage(p *phrase) {
	if p.strength == strong {
		r.stage(p, graph.Adopted, p.head, p.proposers, "verb", 0.7)
		return
	}
	verb := r.doc.Tokens[p.head].Head
	if m := r.mode(verb); m == fact {
		r.stage(p, graph.Proposed, verb, p.proposers, "clause", 0.7)
	}
}

// governed reads the verb or noun on which a phrase depends.
func (r *reading) governed(p *phrase) {
	i := p.head
	for range 4 {
		t := r.doc.Tokens[i]
		if t.Dep == "pobj" && r.lower[t.Head] == "of" && r.containers[r.lemma(r.doc.Tokens[t.Head].Head)] {
			i = r.doc.Tokens[t.Head].Head
			continue
		}
		if t.Dep != "conj" || t.Head >= i {
			break
		}
		i = t.Head
	}
	t := r.doc.Tokens[i]
	switch t.Dep {
	case "dobj", "nsubjpass", "dative", "oprd":
		r.verbStage(p, "object", t.Head)
	case "nsubj":
		if r.doc.Tokens[t.Head].Dep == "ccomp" && r.doc.Child(t.Head, "auxpass") >= 0 {
			r.verbStage(p, "object", t.Head)
			return
		}
		r.subjectStage(p, t.Head)
	case "pobj":
		r.behindPreposition(p, t.Head)
	case "poss", "compound", "nmod":
		r.nounStage(p, t.Head)
	}
}

func (r *reading) behindPreposition(p *phrase, prep int) {
	head := r.doc.Tokens[prep].Head
	switch r.doc.Tokens[head].POS {
	case "VERB":
		word := r.withParticle(head)
		if s, ok := r.stages[r.lower[prep]][word]; ok {
			if word == "vote" && !r.asBody(r.actors(head)) {
				return
			}
			r.report(p, s, head, "preposition")
		} else if s, ok := r.stages["object"][word+" "+r.lower[prep]]; ok {
			r.report(p, s, head, "verb")
		}
	case "NOUN", "PROPN":
		switch r.lower[prep] {
		case "of", "to", "for", "on", "against", "in":
			r.nounStage(p, head)
		}
	}
}

// asBody tells whether a list has somebody who is no person.
func (r *reading) asBody(list []int) bool {
	for _, e := range list {
		if r.coref.Entities[e].Kind != graph.Person {
			return true
		}
	}
	return false
}

// verbStage reads a verb whose object the policy is.
func (r *reading) verbStage(p *phrase, frame string, verb int) {
	if s, ok := r.stages["adjective"][r.found(verb)]; ok && r.mode(verb) == fact {
		r.stage(p, s, verb, r.actors(verb), "adjective", 0.7) // "ruled the tariff unlawful"
		return
	}
	for _, frame := range []string{frame, p.name} {
		if s, ok := r.stages[frame][r.withParticle(verb)]; ok {
			r.report(p, s, verb, frame)
			return
		}
	}
}

// subjectStage reads a verb whose subject the policy is.
func (r *reading) subjectStage(p *phrase, verb int) {
	for _, w := range r.withComplements(verb) {
		if s, ok := r.stages["subject"][w]; ok {
			switch {
			case s == graph.Implemented && lasting[p.name]:
				s = graph.InForce
			case s == graph.Rejected && w == "collapse" && lasting[p.name]:
				s = graph.Lapsed
			}
			if w == "begin" || w == "start" || w == "continue" {
				if r.doc.Child(verb, "dobj", "xcomp") >= 0 {
					return
				}
			}
			if o := r.doc.Child(verb, "dobj"); o >= 0 && s == graph.Adopted && r.mode(verb) == fact {
				r.stage(p, s, verb, r.people(nil, o), "subject", 0.75)
				return
			}
			r.report(p, s, verb, "subject")
			return
		}
	}
	if s, ok := r.stages["adjective"][r.complement(verb)]; ok && r.mode(verb) == fact {
		r.stage(p, s, r.doc.Child(verb, "acomp", "attr", "oprd"), r.judge(verb), "adjective", 0.6)
	}
}

// lasting are the instruments that are in force once they begin.
var lasting = map[string]bool{"bill": true, "ban": true, "tariff": true, "sanction": true, "curfew": true, "lockdown": true, "prorogation": true, "shutdown": true, "emergency": true,
	"ceasefire": true, "conscription": true, "amnesty": true}

// judge is who says what stands under its verb: "the court ruled that the law is void".
func (r *reading) judge(verb int) []int {
	if t := r.doc.Tokens[verb]; t.Dep == "ccomp" {
		return r.subjects(t.Head)
	}
	return nil
}

// found is what a verb finds its object to be: "ruled it unlawful", "which the
// court held to be void".
func (r *reading) found(verb int) string {
	if be := r.doc.Child(verb, "xcomp"); be >= 0 && r.lemma(be) == "be" {
		return r.complement(be)
	}
	if o := r.doc.Child(verb, "oprd"); o >= 0 {
		return r.lemma(o)
	}
	return ""
}

func (r *reading) complement(verb int) string {
	if c := r.doc.Child(verb, "acomp", "attr", "oprd"); c >= 0 {
		return r.lemma(c)
	}
	return ""
}

// withParticle is a verb's lemma with its particle ("turn down").
func (r *reading) withParticle(verb int) string {
	lemma := r.lemma(verb)
	for _, c := range r.doc.Children(verb) {
		if t := r.doc.Tokens[c]; t.Dep == "prt" || t.Dep == "advmod" && (t.Tag == "RP" || r.lower[c] == "forward" || r.lower[c] == "away") {
			return lemma + " " + r.lower[c]
		}
	}
	return lemma
}

// withComplements are the ways to write a verb, the longest first: with object,
// with the noun behind a preposition, alone.
func (r *reading) withComplements(verb int) []string {
	lemma := r.lemma(verb)
	var list []string
	for _, c := range r.doc.Children(verb) {
		switch t := r.doc.Tokens[c]; t.Dep {
		case "dobj", "acomp", "attr", "oprd":
			list = append(list, lemma+" "+r.lower[c])
		case "prep", "prt":
			list = append(list, lemma+" "+r.lower[c])
			if o := r.doc.Child(int(c), "pobj"); o >= 0 {
				list = append(list, lemma+" "+r.lower[c]+" "+r.lower[o])
			}
		}
	}
	return append(list, lemma)
}

// nounStage reads a noun such as "rejection" to which the policy belongs.
func (r *reading) nounStage(p *phrase, noun int) {
	s, ok := r.stages["noun"][r.lemma(noun)]
	if !ok || r.doc.Tokens[noun].POS != "NOUN" {
		return
	}
	actors := r.owners(noun)
	if t := r.doc.Tokens[noun]; t.Dep == "dobj" && r.mode(t.Head) == fact {
		switch {
		case s == graph.Rejected && r.is("overriding", r.lemma(t.Head)):
			r.stage(p, graph.Adopted, t.Head, r.actors(t.Head), "noun", 0.6) // "overrode the veto of the bill"
			return
		case len(actors) == 0 && r.is("performing", r.lemma(t.Head)):
			actors = r.actors(t.Head) // "issued a stay of the ban"
		}
	}
	r.stage(p, s, noun, actors, "noun", 0.6)
}

// modified reads what stands beside the head: "the proposed bill", "a bill
// signed by Solberg", "a treaty that Norway left".
func (r *reading) modified(p *phrase) {
	for _, c := range r.doc.Children(p.head) {
		t := r.doc.Tokens[c]
		switch {
		case t.Dep == "amod" && int(c) < p.head:
			if s, ok := r.stages["participle"][r.lower[c]]; ok {
				r.stage(p, s, int(c), p.proposers, "participle", 0.5)
			}
		case t.Dep == "acl" && t.Tag == "VBN":
			r.verbStage(p, "object", int(c))
		case t.Dep == "relcl":
			r.relative(p, int(c))
		}
	}
}

func (r *reading) relative(p *phrase, verb int) {
	subject := r.doc.Child(verb, "nsubj")
	switch passive := r.doc.Child(verb, "nsubjpass"); {
	case passive >= 0 && r.doc.Tokens[passive].Tag == "WDT", subject >= 0 && r.doc.Tokens[subject].Tag != "WDT" && r.relativeObject(verb):
		r.verbStage(p, "object", verb)
	case subject >= 0 && r.doc.Tokens[subject].Tag == "WDT":
		r.subjectStage(p, verb)
	}
}

// relativeObject tells that a relative clause has no object but the relative
// pronoun.
func (r *reading) relativeObject(verb int) bool {
	o := r.doc.Child(verb, "dobj", "ccomp")
	return o < 0 || r.doc.Tokens[o].Tag == "WDT" || r.doc.Tokens[o].Tag == "IN"
}
