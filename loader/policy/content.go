package policy

import (
	"strings"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/name"
)

// premodifier reads a token before the head: an article, whose policy it is, or
// what it is about.
func (r *reading) premodifier(p *phrase, i int) {
	t := r.doc.Tokens[i]
	switch w := r.lower[i]; {
	case w == "the" || w == "this" || w == "that" || w == "these" || w == "those" || w == "both" || w == "such":
		p.definite = true
	case t.Dep == "poss" || t.Tag == "PRP$" || t.Tag == "POS":
		p.definite = true
	}
	if entity := r.entity(i); entity >= 0 {
		if r.coref.Mentions[r.coref.HeadedBy(i)].Tokens.End <= p.head {
			r.owner(p, i, entity)
		}
		return
	}
	if r.topical(i) && !r.empty[r.lower[i]] && !r.owning(i, p.head) {
		p.before = append(p.before, r.folded(i))
	}
}

// owner takes up an entity before the head: whose policy it is, or at whom a
// war or a deal that bears one country's name is aimed.
func (r *reading) owner(p *phrase, i, entity int) {
	if r.doc.Tokens[i].Dep != "poss" && (p.name == "war" || p.name == "agreement") && r.coref.Entities[entity].Kind == graph.Country {
		p.targets = addOnce(p.targets, entity)
		if len(p.targets) > 1 {
			p.proposers, p.targets = p.targets, nil
		}
		return
	}
	if p.name == "amnesty" {
		p.targets = addOnce(p.targets, entity)
		return
	}
	p.proposers = addOnce(p.proposers, entity)
	p.definite = p.definite || p.name == "plan"
}

// owning tells whether a token belongs to a possessive before the head ("the
// district court's ruling").
func (r *reading) owning(i, head int) bool {
	for range 4 {
		if i == head {
			return false
		}
		if r.doc.Tokens[i].Dep == "poss" {
			return true
		}
		i = r.doc.Tokens[i].Head
	}
	return false
}

// topical tells whether a token may say what a policy is about.
func (r *reading) topical(i int) bool {
	t := r.doc.Tokens[i]
	if r.coref.At(i) >= 0 || r.dated[i] || utf8.RuneCountInString(t.Text) < 3 {
		return false
	}
	switch t.POS {
	case "NOUN", "PROPN":
		return true
	case "ADJ":
		return t.Tag == "JJ"
	case "VERB":
		return t.Dep == "amod" && t.Tag == "VBG" || t.Tag == "NN"
	}
	return false
}

// folded is the form of a word in keys.
func (r *reading) folded(i int) string {
	lemma := r.lemma(i)
	for _, w := range []string{lemma, r.lower[i]} {
		if s, ok := r.synonyms[w]; ok {
			return s
		}
	}
	return strings.ToLower(strings.ReplaceAll(lemma, "-", ""))
}

// complements reads what follows the head: what it is about, at whom it is
// aimed, from whom it comes.
func (r *reading) complements(p *phrase) {
	for _, c := range r.doc.Children(p.head) {
		if int(c) < p.head {
			continue
		}
		switch t := r.doc.Tokens[c]; t.Dep {
		case "prep", "agent":
			r.preposition(p, int(c))
		case "acl", "relcl", "xcomp", "appos":
			if t.POS == "VERB" || t.POS == "AUX" {
				r.content(p, int(c))
			}
		}
	}
}

func (r *reading) preposition(p *phrase, prep int) {
	for _, c := range r.doc.Children(prep) {
		t := r.doc.Tokens[c]
		switch t.Dep {
		case "pobj":
			for _, o := range r.doc.Conjuncts(int(c)) {
				r.object(p, r.lower[prep], o)
			}
		case "pcomp":
			if t.POS == "VERB" {
				r.content(p, int(c))
			}
		}
	}
}

// object reads the noun behind a preposition that follows the head.
func (r *reading) object(p *phrase, prep string, i int) {
	if entity := r.entity(i); entity >= 0 {
		r.party(p, prep, entity)
		return
	}
	if prep == "from" || prep == "by" || prep == "during" {
		return
	}
	chunk := r.chunk(i)
	if in, ok := r.instruments[r.lemma(i)]; ok && in.name == p.name {
		// "an amendment to the law on …" is about what the law is about
		r.topics(p, chunk.First, i)
		for _, c := range r.doc.Children(i) {
			if t := r.doc.Tokens[c]; (t.Dep == "acl" || t.Dep == "relcl") && int(c) > i {
				r.content(p, int(c))
			}
		}
		return
	}
	if e := r.within(i); e >= 0 && targeted[p.name] && len(p.targets) == 0 {
		p.targets = addOnce(p.targets, e)
	}
	for k := chunk.First; k < chunk.End; k++ {
		if entity := r.entity(k); entity >= 0 && (prep != "of" || p.name == "inquiry") {
			p.targets = addOnce(p.targets, entity)
		}
	}
	if r.instruments[r.lemma(i)].name == "" {
		r.topics(p, i, i+1)
	}
	r.topics(p, chunk.First, i)
	r.inPlace(p, i)
}

// party takes up an entity behind a preposition.
func (r *reading) party(p *phrase, prep string, entity int) {
	switch prep {
	case "from", "by", "between":
		p.proposers = addOnce(p.proposers, entity)
	case "of":
		if p.name == "inquiry" || p.name == "strike" || p.name == "withdrawal" {
			p.targets = addOnce(p.targets, entity)
		}
	case "with", "against", "on", "into", "in", "for", "to", "at":
		p.targets = addOnce(p.targets, entity)
	}
}

// topics adds what the tokens from first to end say of what a policy is about.
func (r *reading) topics(p *phrase, first, end int) {
	for k := first; k < end; k++ {
		if r.topical(k) && !r.empty[r.lower[k]] {
			p.after = append(p.after, r.folded(k))
		}
	}
}

// inPlace takes up the entity of a place that follows a noun ("cartels in Mexico").
func (r *reading) inPlace(p *phrase, i int) {
	at := r.doc.Child(i, "prep")
	if at < i || !locative[r.lower[at]] && !targeted[p.name] {
		return
	}
	for _, c := range r.doc.Children(at) {
		if e := r.entity(int(c)); e >= 0 && r.doc.Tokens[c].Dep == "pobj" {
			p.targets = addOnce(p.targets, e)
		}
	}
}

// within is the first entity below a noun, relative clauses left out.
func (r *reading) within(i int) int {
	span := r.doc.SubtreeRange(i)
	for k := span.First; k < min(span.End, span.First+16); k++ {
		switch r.doc.Tokens[k].Dep {
		case "relcl", "acl", "advcl":
			return -1
		}
		if m := r.coref.HeadedBy(k); m >= 0 && r.coref.Mentions[m].Form != name.Demonym && r.coref.Mentions[m].Entity >= 0 {
			return r.coref.Mentions[m].Entity
		}
	}
	return -1
}

var locative = map[string]bool{"in": true, "into": true, "to": true, "against": true, "on": true, "within": true, "inside": true}

// content reads a clause that says what a policy does: its first verb that is
// not light, with object and places.
func (r *reading) content(p *phrase, verb int) {
	t := r.doc.Tokens[verb]
	if t.Dep == "acl" && t.Tag == "VBN" {
		if by := r.doc.Child(verb, "agent"); by >= 0 {
			r.byAgent(p, by)
		}
		return
	}
	for range 4 {
		next := r.doc.Child(verb, "xcomp", "ccomp")
		if !r.is("light", r.lemma(verb)) || next < 0 || next < verb {
			break
		}
		verb = next
	}
	lemma := r.lemma(verb)
	if s, ok := r.synonyms[lemma]; ok {
		p.after = append(p.after, s)
	} else if !r.is("light", lemma) && r.doc.Tokens[verb].POS == "VERB" && t.Dep != "relcl" {
		p.after = append(p.after, lemma)
	}
	for _, c := range r.doc.Children(verb) {
		switch ct := r.doc.Tokens[c]; {
		case ct.Dep == "dobj" && int(c) > verb:
			if r.acts[lemma].kind == "against" {
				r.object(p, "against", int(c))
			} else {
				r.object(p, "of", int(c))
			}
		case ct.Dep == "prep" && locative[r.lower[c]]:
			for _, o := range r.doc.Children(int(c)) {
				if e := r.place(int(o)); e >= 0 {
					p.targets = addOnce(p.targets, e)
				}
			}
		}
	}
}

func (r *reading) byAgent(p *phrase, by int) {
	for _, o := range r.doc.Children(by) {
		if e := r.entity(int(o)); e >= 0 && r.doc.Tokens[o].Dep == "pobj" {
			p.proposers = addOnce(p.proposers, e)
		}
	}
}

// place is the entity of a noun, or the country that its adjective or
// possessive names ("in Estonian waters").
func (r *reading) place(i int) int {
	if e := r.entity(i); e >= 0 {
		return e
	}
	if r.doc.Tokens[i].Dep != "pobj" {
		return -1
	}
	for _, c := range r.doc.Children(i) {
		if e := r.entity(int(c)); e >= 0 && int(c) < i {
			return e
		}
	}
	return -1
}
