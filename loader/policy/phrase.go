package policy

import (
	"slices"
	"strings"

	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/trace"
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
	// pronoun tells that it is "it".
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
	if !ok {
		in, ok = r.instruments[r.lower[i]]
	}
	switch {
	case !ok || i > 1 && r.lower[i-1] == "of" && r.instruments[r.lemma(i-2)+" of "+lemma].name != "":
		return instrument{}, false
	case r.named(i) && !r.lawName(i, in):
		r.log.Drop(i, trace.InName, -1, in.name)
		return instrument{}, false
	case r.private(i):
		r.log.Drop(i, trace.PrivatePlan, -1, in.name)
		return instrument{}, false
	}
	return in, true
}

// private tells of a plan what somebody means to do for himself ("plans to retire").
func (r *reading) private(i int) bool {
	if r.lemma(i) != "plan" {
		return false
	}
	for _, c := range r.doc.Children(i) {
		if t := r.doc.Tokens[c]; (t.Dep == "acl" || t.Dep == "xcomp") && t.Tag == "VB" && r.doc.Child(int(c), "aux") >= 0 {
			_, act := r.acts[r.lemma(int(c))]
			return !act && r.synonyms[r.lemma(int(c))] == ""
		}
	}
	return false
}

// lawName tells whether a name that was taken for a body's is that of a law or
// treaty: it ends with the noun.
func (r *reading) lawName(i int, in instrument) bool {
	m := r.coref.Mentions[r.coref.At(i)]
	return (in.name == "bill" || in.name == "agreement") && m.Tokens.End == i+1 && m.Tokens.First < i && m.Kind != name.Person
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

// pronoun gives an "it" that is the subject, or the object, of a verb that says
// a stage.
func (r *reading) pronoun(i int) (phrase, bool) {
	t := r.doc.Tokens[i]
	if r.lower[i] != "it" || r.coref.EntityOf(i) >= 0 {
		return phrase{}, false
	}
	known := false
	switch t.Dep {
	case "nsubjpass", "dobj":
		_, known = r.stages["object"][r.withParticle(t.Head)]
	case "nsubj":
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
	if p.title = r.titleOf(p); p.title.End > 0 && p.title.First < p.chunk.First {
		p.chunk.First, p.tokens.First = p.title.First, p.title.First
	}
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
		if t.Dep == "prep" && complementPreposition[r.lower[c]] || (t.Dep == "acl" || t.Dep == "relcl" || t.Dep == "xcomp") && t.Tag == "VB" {
			end = sub.End
		}
	}
	for k := head + 1; k < end; k++ {
		if t := r.doc.Tokens[k]; t.Tag == "WDT" || t.Tag == "WP" || t.Text == ";" || t.POS == "SPACE" {
			end = k
		}
	}
	if end > head+1 && r.dated[end-1] { // "a withdrawal from the region on Sunday"
		for end > head+1 && (r.dated[end-1] || r.doc.Tokens[end-1].POS == "ADP" && r.dated[end]) {
			end--
		}
	}
	for end > head+1 && (r.doc.Tokens[end-1].POS == "SPACE" || r.doc.Tokens[end-1].POS == "PUNCT" && !quoteMark(r.doc.Tokens[end-1].Text)) {
		end--
	}
	return end
}

var complementPreposition = map[string]bool{"of": true, "on": true, "for": true, "to": true, "against": true, "with": true, "between": true,
	"into": true, "from": true, "by": true, "about": true, "over": true, "in": true}

func addOnce(list []int, i int) []int {
	if slices.Contains(list, i) {
		return list
	}
	return append(list, i)
}
