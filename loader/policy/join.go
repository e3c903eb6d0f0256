package policy

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language"
)

// A group is the phrases that mean one policy.
type group struct {
	name               string
	phrases            []int
	title              string
	words              map[string]bool
	proposers, targets []int
}

// reach is the number of sentences over which a short form takes up a policy
// of another instrument.
const reach = 4

// An index finds the group that a phrase may take up.
type index struct {
	titles map[string]int
	// words are by instrument and word, any by word alone; latest is the last
	// group of an instrument that was spoken of, last the last of any.
	words  map[string]int
	any    map[string]int
	latest map[string]int
	last   int
	// wholes are by all words before the head, targets by instrument and
	// target, nouns the last group by the very noun.
	wholes, targets, nouns map[string]int
	// subject is the last group that was the subject of a clause, and seen the
	// sentence in which it was.
	subject, seen int
	// heads are one more than the group of the phrase that a token heads.
	heads map[int]int
}

// join puts the phrases that mean one policy together, in the order of the
// text: by title, by what they are about, and definite short forms with the
// policy that was spoken of last.
func (r *reading) join() {
	x := index{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, -1, map[string]int{}, map[string]int{}, map[string]int{}, -1, 0, map[int]int{}}
	for i := range r.phrases {
		p := &r.phrases[i]
		g := r.antecedent(&x, p)
		if g < 0 && p.strength == short {
			p.policy = -1
			continue
		}
		if g < 0 {
			g = len(r.groups)
			r.groups = append(r.groups, group{name: p.name, words: map[string]bool{}})
		}
		r.add(&x, g, i)
	}
}

func (r *reading) add(x *index, g, i int) {
	p, group := &r.phrases[i], &r.groups[g]
	p.policy = g
	group.phrases = append(group.phrases, i)
	if dep := r.doc.Tokens[p.head].Dep; dep == "nsubj" || dep == "nsubjpass" {
		x.subject, x.seen = g, r.doc.Tokens[p.head].Sentence
	}
	x.heads[p.head] = g + 1
	if p.pronoun {
		return
	}
	if group.name == "plan" && p.name != "plan" && len(group.words) == 0 && len(p.before) > 0 {
		group.name = p.name
	}
	if title := r.foldedTitle(p.title); title != "" {
		x.titles[title] = g
		if group.title == "" {
			group.title = title
		}
	}
	for _, w := range append(slices.Clip(p.before), p.after...) {
		group.words[w] = true
		x.words[p.name+" "+w], x.any[w] = g, g
	}
	group.proposers, group.targets = addAll(group.proposers, p.proposers), addAll(group.targets, p.targets)
	for _, e := range p.targets {
		x.targets[p.name+" "+strconv.Itoa(e)] = g
	}
	if whole := r.whole(p); whole != "" {
		x.wholes[whole] = g
	}
	x.latest[p.name], x.last = g, g
	x.nouns[r.lemma(p.head)] = g
}

// parties is the number of proposers, or targets, that are kept of a policy.
const parties = 8

func addAll(list, more []int) []int {
	for _, e := range more {
		if len(list) < parties {
			list = addOnce(list, e)
		}
	}
	return list
}

// whole are the words before the head and the head.
func (r *reading) whole(p *phrase) string {
	var words []string
	for i := p.chunk.First; i <= p.head && i < p.chunk.End; i++ {
		if t := r.doc.Tokens[i]; t.POS == "NOUN" || t.POS == "PROPN" || t.POS == "ADJ" {
			words = append(words, r.lemma(i))
		}
	}
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words, " ")
}

// antecedent is the group that a phrase takes up, -1 if it starts one.
func (r *reading) antecedent(x *index, p *phrase) int {
	if p.pronoun {
		if x.subject >= 0 && r.doc.Tokens[p.head].Sentence-x.seen <= 1 {
			return x.subject
		}
		return -1
	}
	if title := r.foldedTitle(p.title); title != "" {
		if g, ok := x.titles[title]; ok {
			return g
		}
	}
	if t := r.doc.Tokens[p.head]; t.Dep == "attr" {
		if s := r.doc.Child(t.Head, "nsubj"); s >= 0 && x.heads[s] > 0 {
			return x.heads[s] - 1
		}
	}
	if g, ok := x.wholes[r.whole(p)]; ok && r.compatible(g, p) {
		return g
	}
	if len(p.before)+len(p.after) > 0 {
		if g := r.byWords(x, p); g >= 0 {
			return g
		}
	}
	if targeted[p.name] {
		for _, e := range p.targets {
			if g, ok := x.targets[p.name+" "+strconv.Itoa(e)]; ok && r.compatible(g, p) {
				return g
			}
		}
	}
	switch {
	case p.title.End > 0 && p.strength != short:
		return -1
	case len(p.before) > 0 && !p.clause:
		return r.bare(x, p)
	case p.definite:
		return r.shortForm(x, p)
	case p.strength == strong && len(p.after) == 0:
		return r.bare(x, p)
	}
	return -1
}

// targeted are the instruments that their target tells apart.
var targeted = map[string]bool{"sanction": true, "ban": true, "tariff": true, "strike": true, "inquiry": true, "subpoena": true, "ruling": true,
	"operation": true}

// byWords is the group with which a phrase shares most of what it is about.
func (r *reading) byWords(x *index, p *phrase) int {
	votes := map[int]int{}
	count := func(w string, n int) {
		if g, ok := x.words[p.name+" "+w]; ok {
			votes[g] += n
		} else if g, ok := x.any[w]; ok && (p.name == "plan" || r.groups[g].name == "plan") {
			votes[g] += n
		}
	}
	for _, w := range p.before {
		count(w, 2)
	}
	for _, w := range p.after {
		count(w, 1)
	}
	best, most := -1, 0
	for g, n := range votes {
		if (n > most || n == most && g > best) && r.compatible(g, p) {
			best, most = g, n
		}
	}
	if most >= 2 || most == 1 && r.groups[best].name == p.name && (p.definite || p.clause || len(p.before) == 0 && len(p.after) == 1) {
		return best
	}
	return -1
}

// bare is a group of the phrase's instrument of which nothing else is known
// yet, for a phrase that says what it is about.
func (r *reading) bare(x *index, p *phrase) int {
	g, ok := x.latest[p.name]
	if ok && (p.definite || len(p.before) == 0) && (len(r.groups[g].words) == 0 || len(p.before) == 0) && r.groups[g].title == "" && r.compatible(g, p) {
		return g
	}
	return -1
}

// shortForm is the group that "the bill" or "the move" takes up.
func (r *reading) shortForm(x *index, p *phrase) int {
	if g, ok := x.nouns[r.lemma(p.head)]; ok && r.compatible(g, p) {
		return g
	}
	if g, ok := x.latest[p.name]; ok && r.compatible(g, p) {
		return g
	}
	for _, name := range r.kin[p.name] {
		g, ok := x.latest[name]
		if name == "*" {
			g, ok = x.last, x.last >= 0
		}
		if ok && r.compatible(g, p) && r.near(g, p) {
			return g
		}
	}
	return -1
}

// near tells whether a group was spoken of within a few sentences before.
func (r *reading) near(g int, p *phrase) bool {
	phrases := r.groups[g].phrases
	last := r.phrases[phrases[len(phrases)-1]]
	return r.doc.Tokens[p.head].Sentence-r.doc.Tokens[last.head].Sentence <= reach
}

// compatible tells whether those who propose a phrase's policy, and those at
// whom it is aimed, may be those of a group.
func (r *reading) compatible(g int, p *phrase) bool {
	group := &r.groups[g]
	targets, proposers := r.apart(group.targets, p.targets), r.apart(group.proposers, p.proposers)
	if p.strength == short && len(p.targets) > 0 && (len(group.targets) == 0 || targets) {
		return false
	}
	switch p.name {
	case "sanction", "ban", "tariff", "strike", "subpoena":
		return !targets
	}
	return !(targets && (proposers || len(p.proposers) == 0)) && !(proposers && len(p.before)+len(p.after) == 0 && !p.definite)
}

// apart tells whether two lists are known and have no country or entity in common.
func (r *reading) apart(a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if x == y || r.country(x) != "" && r.country(x) == r.country(y) {
				return false
			}
		}
	}
	return true
}

// country is the code of the country that an entity is or for which it acts.
func (r *reading) country(entity int) string {
	e := &r.coref.Entities[entity]
	if e.ISO3 != "" {
		return e.ISO3
	}
	if e.Country != "" {
		return e.Country
	}
	return r.countries[entity]
}

// foldedTitle are the words of a title in lower case without its instrument,
// article and year.
func (r *reading) foldedTitle(title language.Range) string {
	var words []string
	for i := title.First; i < title.End; i++ {
		w := r.lower[i]
		_, is := r.instruments[r.lemma(i)]
		if is && len(words) > 1 && i == title.End-1 || joins[w] || !startsWithLetter(w) {
			continue
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}

func startsWithLetter(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(c)
}
