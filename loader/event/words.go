package event

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/statement"
	"dateline/loader/trace"
)

// A reading is one text on its way through the finder.
type reading struct {
	doc     *language.Document
	coref   *coref.Result
	lexicon *lexicon
	log     *trace.Log
	// taken are the nouns that a verb's event includes.
	taken map[int]bool
	// saying is by token the index in statements whose words it belongs to, -1 for
	// what nobody says.
	saying     []int
	statements []statement.Statement
	// countries are the indexes of the countries that the text names, by code.
	countries map[string]int
}

func (l *lexicon) reading(doc *language.Document, c *coref.Result, said []statement.Statement) *reading {
	r := &reading{doc: doc, coref: c, lexicon: l, taken: map[int]bool{}, saying: sayings(doc, said), statements: said, countries: map[string]int{}}
	for i, e := range c.Entities {
		if e.Kind == graph.Country && e.ISO3 != "" {
			r.countries[e.ISO3] = i
		}
	}
	return r
}

// drop takes down why what looks like an event is none.
func (r *reading) drop(i int, why trace.Reason, by int, kind graph.EventType) (Event, bool) {
	r.log.Drop(i, why, by, string(kind))
	return Event{}, false
}

func (r *reading) lemma(i int) string { return strings.ToLower(r.doc.Tokens[i].Lemma) }
func (r *reading) word(i int) string  { return strings.ToLower(r.doc.Tokens[i].Text) }

// child is the first child of i with one of the labels, -1 if there is none.
func (r *reading) child(i int, labels ...string) int { return r.doc.Child(i, labels...) }

// nearest is the last child of i with a label: where a text puts a place before
// a sentence ("ARICA – The ministers met"), the subject is the nearer one.
func (r *reading) nearest(i int, label string) int {
	found := -1
	for _, c := range r.doc.Children(i) {
		if r.doc.Tokens[c].Dep == label {
			found = int(c)
		}
	}
	return found
}

// withParticle is the lemma of a verb joined with its particle, or with the
// preposition behind it, as in "call off" and "call for".
func (r *reading) withParticle(verb int) []string {
	lemma := r.lemma(verb)
	var lemmas []string
	passive := r.passive(verb)
	for _, c := range r.doc.Children(verb) {
		switch r.doc.Tokens[c].Dep {
		case "prt", "prep", "advmod":
			where := passive && (r.word(int(c)) == "at" || r.word(int(c)) == "in" || r.word(int(c)) == "on")
			o := r.child(int(c), "pobj")
			if o >= 0 && len(r.behind(o, func(p string) bool { return p == "of" })) > 0 { // "voted in favour of"
				lemmas = append(lemmas, lemma+"_"+r.word(int(c))+"_"+r.lemma(o))
			}
			if o < 0 || !where && r.doc.Tokens[o].Tag != "CD" && !r.lexicon.is("time", r.lemma(o)) { // "agreed on Monday", "was shot at the gate"
				lemmas = append(lemmas, lemma+"_"+r.word(int(c)))
			}
		case "dobj", "nsubjpass":
			lemmas = append(lemmas, lemma+"_"+r.lemma(int(c)))
		case "advcl", "ccomp", "xcomp":
			if m := r.child(int(c), "mark"); m >= 0 && r.word(m) == "for" && r.infinitive(int(c)) { // "called for Mali to wait"
				lemmas = append(lemmas, lemma+"_for")
			}
		}
	}
	return append(lemmas, lemma)
}

// behind gives the objects of prepositions among the children of a token.
func (r *reading) behind(i int, wants func(prep string) bool) []int {
	var objects []int
	for _, c := range r.doc.Children(i) {
		t, word := r.doc.Tokens[c], r.word(int(c))
		if t.Dep != "prep" && t.Dep != "dative" && t.Dep != "agent" {
			continue
		}
		prep := int(c)
		if of := r.child(prep, "prep"); of >= 0 && r.child(prep, "pobj") < 0 { // "out of"
			prep, word = of, word+"_"+r.word(of)
		}
		if o := r.child(prep, "pobj"); o >= 0 && wants(word) {
			objects = append(objects, o)
		}
	}
	return objects
}

// entities gives who a noun phrase names: the entities that its head and those
// coordinated with it mean, else those of the names that modify the head
// ("Turkish forces", "the police of Hong Kong").
func (r *reading) entities(head int) []int {
	return r.entitiesOf(head, func(int) bool { return true })
}

// entitiesOf gives these; of nouns that do not count it leaves countries out.
func (r *reading) entitiesOf(head int, counts func(noun int) bool) []int {
	if head < 0 {
		return nil
	}
	var list []int
	for _, h := range append(r.coref.Conjuncts(r.doc, head), r.alongside(head)...) {
		if e := r.meant(h); e >= 0 {
			list = append(list, e)
			continue
		}
		for _, e := range r.modifiers(h) {
			if counts(h) || r.coref.Entities[e].Kind != graph.Country {
				list = append(list, e)
			}
		}
	}
	return list
}

// alongside are those who are named with a noun, or with what it does, as doing
// the same: "Oxfam, along with Amnesty, sued".
func (r *reading) alongside(noun int) []int {
	var list []int
	for _, c := range r.doc.Children(noun) {
		with := r.child(int(c), "prep")
		if w := r.word(int(c)); (w == "along" || w == "together") && with >= 0 && r.word(with) == "with" {
			if o := r.child(with, "pobj"); o >= 0 {
				list = append(list, r.coref.Conjuncts(r.doc, o)...)
			}
		}
	}
	return list
}

// doers gives who a noun phrase names as doing something. A thing does nothing
// for the country that it is of: "the roof of a church in Paris", "German shops".
func (r *reading) doers(head int) []int {
	return r.entitiesOf(head, func(noun int) bool { return !r.lexicon.is("thing", r.lemma(noun)) })
}

// meant is the entity of the mention that a token heads. A place stands for
// the country in which it lies; groups for none.
func (r *reading) meant(token int) int {
	pronoun := r.doc.Tokens[token].POS == "PRON"
	if w := r.word(token); pronoun && r.doc.Tokens[token].Text != "US" && (w == "i" || w == "we" || w == "me" || w == "us") {
		return r.speaker(token)
	}
	m := r.coref.HeadedBy(token)
	switch {
	case m >= 0 && r.ethnic(r.coref.Mentions[m].Tokens.First):
		return -1
	case m >= 0 && r.coref.Mentions[m].Kind == name.Place:
		return r.country(r.coref.Mentions[m].Land)
	case m >= 0 && r.coref.Mentions[m].Entity >= 0:
		return r.coref.Mentions[m].Entity
	case pronoun:
		return r.sayer(token)
	}
	return -1
}

// ethnic tells whether a people is called one of another country ("ethnic
// Turks in Greece").
func (r *reading) ethnic(first int) bool { return first > 0 && r.word(first-1) == "ethnic" }

// country is the entity of a country by its code, -1 if the text names neither
// it nor a place of it.
func (r *reading) country(iso3 string) int {
	if i, ok := r.countries[iso3]; ok {
		return i
	}
	return -1
}

// sayer is the speaker whom a pronoun means that is the subject of what he or
// she says ("the navy said it would …"), -1 if it means nobody for sure.
func (r *reading) sayer(pronoun int) int {
	t := r.doc.Tokens[pronoun]
	verb := r.doc.Tokens[t.Head]
	if t.Dep != "nsubj" || verb.Dep != "ccomp" || verb.Head == t.Head {
		return -1
	}
	s := r.child(verb.Head, "nsubj")
	if s < 0 || s >= pronoun || r.doc.Tokens[s].POS == "PRON" {
		return -1
	}
	who := r.entities(s)
	if len(who) == 0 {
		return -1
	}
	person := r.coref.Entities[who[0]].Kind == graph.Person
	switch r.word(pronoun) {
	case "he", "she":
		if person && len(who) == 1 {
			return who[0]
		}
	case "it", "they":
		if !person && len(who) == 1 {
			return who[0]
		}
	}
	return -1
}

// modifiers are the entities before a noun, and behind "of", "in", "from" and "(such) as";
// where an apposition says who it is ("Kenya's envoy Mary Otieno"), only that.
func (r *reading) modifiers(head int) []int {
	list := r.modifying(head)
	if r.lexicon.is("kin", r.lemma(head)) { // what befalls her son befalls not her
		list = slices.DeleteFunc(list, func(e int) bool { return r.coref.Entities[e].Kind == graph.Person && r.child(head, "appos") < 0 })
	}
	return list
}

// modifying are those whom a noun phrase names besides its head, kin included.
func (r *reading) modifying(head int) []int {
	if a := r.child(head, "appos"); a >= 0 {
		if list := r.known(a); len(list) > 0 {
			return list
		}
	}
	for _, o := range r.behind(head, func(p string) bool { return p == "of" }) {
		if a := r.child(o, "appos"); a >= 0 && r.coref.Person(a) { // "the mayor of Nairobi, Mary Otieno"
			return r.known(a)
		}
	}
	if list := r.before(head); len(list) > 0 {
		return list
	}
	var list []int
	for _, o := range r.behind(head, func(p string) bool {
		return p == "of" || p == "in" || p == "from" || p == "by" || p == "including" || p == "as"
	}) {
		named := r.known(o)
		if len(named) == 0 {
			named = r.before(o)
		}
		list = append(list, named...)
	}
	return list
}

// before gives the entities that stand before a noun as its modifiers, or as
// the modifiers of these ("Maltese navy officers").
func (r *reading) before(noun int) []int {
	var list []int
	for _, c := range r.doc.Children(noun) {
		switch r.doc.Tokens[c].Dep {
		case "amod", "compound", "poss", "nmod":
			named := r.known(int(c))
			if len(named) == 0 && int(c) < noun {
				named = r.before(int(c))
			}
			if l := r.child(int(c), "npadvmod"); l >= 0 && r.lemma(int(c)) == "lead" { // "a U.S.-led coalition"
				named = append(named, r.known(l)...)
			}
			list = append(list, named...)
		}
	}
	return list
}

// known gives the entities that a token and those coordinated with it mean.
func (r *reading) known(token int) []int {
	var list []int
	for _, k := range r.coref.Conjuncts(r.doc, token) {
		if e := r.meant(k); e >= 0 {
			list = append(list, e)
		}
	}
	return list
}
