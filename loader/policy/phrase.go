package policy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
)

// A phrase is a noun phrase, or a clause, that may mean a policy.
type phrase struct {
	head int
	// chunk is the base noun phrase, tokens that with its complements.
	chunk, tokens language.Range
	instrument
	// title is its proper title, empty if it has none.
	title language.Range
	// before are the folded words before the head that tell what it is about,
	// after those of its complements.
	before, after []string
	// definite tells that it may take up what was named before.
	definite bool
	// clause tells that it is no noun phrase.
	clause bool
	// pronoun tells that it is "it" as a subject.
	pronoun            bool
	proposers, targets []int
	policy             int
}

// findPhrases finds the phrases of the text, in its order.
func (r *reading) findPhrases() {
	for i, t := range r.doc.Tokens {
		if s := r.doc.Sentences[t.Sentence]; s.End-s.First > longest {
			continue
		}
		if in, ok := r.instrument(i); ok {
			r.phrases = append(r.phrases, r.phrase(i, in))
		} else if p, ok := r.pronoun(i); ok {
			r.phrases = append(r.phrases, p)
		} else if p, ok := r.clause(i); ok {
			r.phrases = append(r.phrases, p)
		}
	}
}

// instrument tells whether a token is a noun that heads the phrase for a policy.
func (r *reading) instrument(i int) (instrument, bool) {
	t := r.doc.Tokens[i]
	if t.POS != "NOUN" && t.POS != "PROPN" || (t.Dep == "compound" || t.Dep == "nmod") && t.Head > i {
		return instrument{}, false
	}
	lemma := r.lemma(i)
	if i > 0 {
		if in, ok := r.instruments[r.lower[i-1]+" "+lemma]; ok {
			return in, true
		}
	}
	if i+2 < len(r.doc.Tokens) && r.lower[i+1] == "of" {
		if in, ok := r.instruments[lemma+" of "+r.lower[i+2]]; ok {
			return in, true
		}
	}
	in, ok := r.instruments[lemma]
	if !ok || r.named(i) || i > 1 && r.lower[i-1] == "of" && r.instruments[r.lemma(i-2)+" of "+lemma].name != "" {
		return instrument{}, false
	}
	return in, !r.private(i)
}

// private tells of a plan what somebody means to do for himself ("plans to retire").
func (r *reading) private(i int) bool {
	if r.lemma(i) != "plan" {
		return false
	}
	for _, c := range r.doc.Children(i) {
		if t := r.doc.Tokens[c]; t.Dep == "acl" && t.Tag == "VB" && r.doc.Child(int(c), "aux") >= 0 {
			_, act := r.acts[r.lemma(int(c))]
			return !act && r.synonyms[r.lemma(int(c))] == ""
		}
	}
	return false
}

// named tells whether a token belongs to the name of somebody or of a place.
func (r *reading) named(i int) bool {
	m := r.coref.At(i)
	return m >= 0 && r.coref.Mentions[m].Form == name.Named
}

// lemma is the lemma in lower case; names, which the tagger leaves as they
// are, lose the s of a plural if that gives an instrument.
func (r *reading) lemma(i int) string {
	lemma := strings.ToLower(r.doc.Tokens[i].Lemma)
	if singular, ok := strings.CutSuffix(lemma, "s"); ok && r.doc.Tokens[i].POS == "PROPN" {
		if _, ok := r.instruments[singular]; ok {
			return singular
		}
	}
	return lemma
}

// pronoun gives an "it" that is the subject of a verb that says a stage.
func (r *reading) pronoun(i int) (phrase, bool) {
	t := r.doc.Tokens[i]
	if r.lower[i] != "it" || t.Dep != "nsubj" && t.Dep != "nsubjpass" || r.coref.EntityOf(i) >= 0 {
		return phrase{}, false
	}
	known := false
	if t.Dep == "nsubjpass" {
		_, known = r.stages["object"][r.withParticle(t.Head)]
	} else {
		for _, w := range r.withComplements(t.Head) {
			_, ok := r.stages["subject"][w]
			known = known || ok
		}
	}
	run := language.Range{First: i, End: i + 1}
	return phrase{head: i, chunk: run, tokens: run, instrument: instrument{"", short}, pronoun: true, policy: -1}, known
}

func (r *reading) phrase(head int, in instrument) phrase {
	p := phrase{head: head, instrument: in, policy: -1}
	p.chunk = r.chunk(head)
	p.tokens = language.Range{First: p.chunk.First, End: r.complementEnd(head)}
	for i := p.chunk.First; i < head; i++ {
		r.premodifier(&p, i)
	}
	r.complements(&p)
	if p.name == "mourning" {
		p.targets = nil
	}
	if tag := r.doc.Tokens[head].Tag; p.name == "plan" && p.chunk.First == head && (tag == "NN" || tag == "NNP") {
		p.definite = true // headlines drop the article
	}
	p.title = r.titleOf(p)
	if p.strength == titled && p.title.End == 0 {
		p.strength = short
	}
	return p
}

// chunk is the base noun phrase of a head, without a clause that the parser
// hung before it and without what is on another line.
func (r *reading) chunk(head int) language.Range {
	first := head
	for first > 0 && head-first < 12 {
		t := r.doc.Tokens[first-1]
		if t.POS == "SPACE" || t.Dep == "appos" || t.Dep == "relcl" || t.Text == "(" || t.Text == ")" || t.Text == ":" || t.Text == "—" || t.Text == "-" && first-1 > 0 && r.doc.Tokens[first-2].POS == "SPACE" {
			break
		}
		if !r.doc.Above(head, first-1) {
			break
		}
		first--
	}
	for first < head && r.doc.Tokens[first].POS == "PUNCT" && !quoteMark(r.doc.Tokens[first].Text) {
		first++
	}
	return language.Range{First: first, End: head + 1}
}

// complementEnd is the end of the prepositional phrases and infinitives that
// follow a head without a gap.
func (r *reading) complementEnd(head int) int {
	end := head + 1
	for _, c := range r.doc.Children(head) {
		sub := r.doc.SubtreeRange(int(c))
		t := r.doc.Tokens[c]
		if int(c) < head || sub.First != end || sub.End-head > 18 {
			continue
		}
		if t.Dep == "prep" && complementPreposition[r.lower[c]] || (t.Dep == "acl" || t.Dep == "relcl") && t.Tag == "VB" {
			end = sub.End
		}
	}
	for k := head + 1; k < end; k++ {
		if t := r.doc.Tokens[k]; t.Tag == "WDT" || t.Tag == "WP" || t.Text == ";" || t.POS == "SPACE" {
			end = k
		}
	}
	for end > head+1 && (r.doc.Tokens[end-1].POS == "SPACE" || r.doc.Tokens[end-1].POS == "PUNCT" && !quoteMark(r.doc.Tokens[end-1].Text)) {
		end--
	}
	return end
}

var complementPreposition = map[string]bool{"of": true, "on": true, "for": true, "to": true, "against": true, "with": true, "between": true,
	"into": true, "from": true, "by": true, "about": true, "over": true, "in": true}

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
		case "acl", "relcl", "appos":
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
		switch prep {
		case "from", "by":
			p.proposers = addOnce(p.proposers, entity)
		case "between":
			p.proposers = addOnce(p.proposers, entity)
		case "of":
			if p.name == "inquiry" || p.name == "strike" || p.name == "withdrawal" {
				p.targets = addOnce(p.targets, entity)
			}
		case "with":
			p.targets = addOnce(p.targets, entity)
		case "against", "on", "into", "in", "for", "to", "at":
			p.targets = addOnce(p.targets, entity)
		}
		return
	}
	if prep == "from" || prep == "by" || prep == "during" {
		return
	}
	chunk := r.chunk(i)
	if targeted[p.name] && len(p.targets) == 0 {
		if e := r.within(i); e >= 0 {
			p.targets = addOnce(p.targets, e)
		}
	}
	for k := chunk.First; k < chunk.End; k++ {
		if entity := r.entity(k); entity >= 0 && (prep != "of" || p.name == "inquiry") {
			p.targets = addOnce(p.targets, entity)
		}
	}
	if r.topical(i) && !r.empty[r.lower[i]] {
		p.after = append(p.after, r.folded(i))
	}
	for k := chunk.First; k < i; k++ {
		if r.topical(k) && !r.empty[r.lower[k]] {
			p.after = append(p.after, r.folded(k))
		}
	}
	if at := r.doc.Child(i, "prep"); at >= 0 && at > i {
		for _, c := range r.doc.Children(at) {
			if e := r.entity(int(c)); e >= 0 && r.doc.Tokens[c].Dep == "pobj" && (locative[r.lower[at]] || targeted[p.name]) {
				p.targets = addOnce(p.targets, e)
			}
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

// light are verbs that say nothing of what a policy does.
var light = map[string]bool{"allow": true, "make": true, "let": true, "enable": true, "have": true, "be": true, "aim": true, "seek": true,
	"use": true, "permit": true, "call": true, "help": true, "do": true, "give": true, "get": true, "take": true, "require": true, "establish": true,
	"set": true, "include": true, "propose": true, "address": true, "introduce": true, "pass": true, "sign": true, "say": true, "announce": true}

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
		if !light[r.lemma(verb)] || next < 0 || next < verb {
			break
		}
		verb = next
	}
	lemma := r.lemma(verb)
	if s, ok := r.synonyms[lemma]; ok {
		p.after = append(p.after, s)
	} else if !light[lemma] && r.doc.Tokens[verb].POS == "VERB" && t.Dep != "relcl" {
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

// titleOf is the proper title of a phrase: capitals before and with its head
// ("Green Harbour Act"), behind a head in capitals ("Operation Safe Harbour"), or in
// quotation marks before it.
func (r *reading) titleOf(p phrase) language.Range {
	none := language.Range{}
	if p.strength == proper {
		return language.Range{First: p.head, End: p.head + 1}
	}
	if first, last := p.chunk.First, p.head; first < last {
		open, end := -1, -1
		for i := first; i < last; i++ {
			if quoteMark(r.doc.Tokens[i].Text) {
				if open < 0 {
					open = i
				} else {
					end = i
				}
			}
		}
		if open >= 0 && end > open+2 {
			return language.Range{First: open + 1, End: end}
		}
	}
	if r.headline[r.doc.Tokens[p.head].Sentence] || !strings.HasPrefix(r.doc.Tokens[p.head].Tag, "NNP") || !capital(r.doc.Tokens[p.head].Text) {
		return none
	}
	first, content := p.head, 0
	for first > p.chunk.First {
		t := r.doc.Tokens[first-1]
		if !capital(t.Text) && !joins[r.lower[first-1]] || t.POS == "DET" || t.Tag == "POS" || t.POS == "SPACE" {
			break
		}
		first--
		if capital(t.Text) && (r.coref.At(first) < 0 || p.name == "war") {
			content++
		}
	}
	for first < p.head && (joins[r.lower[first]] || r.coref.At(first) >= 0 && p.name != "war") {
		first++
	}
	if content > 0 {
		return language.Range{First: first, End: p.head + 1}
	}
	end := p.head + 1
	for end < len(r.doc.Tokens) && capital(r.doc.Tokens[end].Text) && r.doc.Tokens[end].POS == "PROPN" && r.coref.At(end) < 0 {
		end++
	}
	if end > p.head+1 && p.name == "operation" {
		return language.Range{First: p.head, End: end}
	}
	return none
}

var joins = map[string]bool{"of": true, "and": true, "the": true, "on": true, "for": true, "&": true, "to": true}

func capital(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(c)
}

func quoteMark(text string) bool {
	switch text {
	case `"`, "“", "”", "``", "''", "‘", "«", "»":
		return true
	}
	return false
}

func addOnce(list []int, i int) []int {
	if slices.Contains(list, i) {
		return list
	}
	return append(list, i)
}
