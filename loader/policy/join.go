package policy

import (
	"slices"
	"strconv"
	"strings"

	"dateline/loader/trace"
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
	// object is the last group that was the object of a verb, and at its head.
	object, at int
	// heads are one more than the group of the phrase that a token heads.
	heads map[int]int
}

// join puts the phrases that mean one policy together, in the order of the
// text: by title, by what they are about, and definite short forms with the
// policy that was spoken of last.
func (r *reading) join() {
	x := index{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, -1, map[string]int{}, map[string]int{}, map[string]int{}, -1, 0, -1, 0, map[int]int{}}
	for i := range r.phrases {
		p := &r.phrases[i]
		g, why := r.antecedent(&x, p)
		switch {
		case g < 0 && p.strength == short:
			p.policy = -1
			r.log.Drop(p.head, trace.NothingBefore, -1, p.name)
			continue
		case g < 0:
			g = len(r.groups)
			r.groups = append(r.groups, group{name: p.name, words: map[string]bool{}})
			r.log.Take(p.head, trace.StartsOne, -1, p.name)
		default:
			before := r.groups[g].phrases
			r.log.Take(p.head, why, r.phrases[before[len(before)-1]].head, p.name)
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
	if r.doc.Tokens[p.head].Dep == "dobj" {
		x.object, x.at = g, p.head
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

// goesOn tells whether a pronoun stands in a clause that is coordinated with the
// one of an object: "approved a bill, but it was vetoed", "drafted a bill and
// passed it".
func (r *reading) goesOn(object, pronoun int) bool {
	clause, verb := r.doc.Tokens[pronoun].Head, r.doc.Tokens[object].Head
	t := r.doc.Tokens[clause]
	return (t.Dep == "conj" || t.Dep == "ccomp" || t.Dep == "parataxis") && t.Head == verb && clause > verb ||
		r.doc.Tokens[verb].Dep == "ccomp" && r.doc.Tokens[verb].Head == clause && clause > verb // joined by a semicolon
}

// antecedent is the group that a phrase takes up, and why; -1 if it starts one.
func (r *reading) antecedent(x *index, p *phrase) (int, trace.Reason) {
	if p.pronoun {
		if x.object >= 0 && r.goesOn(x.at, p.head) {
			return x.object, trace.ObjectBefore
		}
		if x.subject >= 0 && r.doc.Tokens[p.head].Sentence-x.seen <= 1 {
			return x.subject, trace.SubjectBefore
		}
		return -1, ""
	}
	if title := r.foldedTitle(p.title); title != "" {
		if g, ok := x.titles[title]; ok {
			return g, trace.SameTitle
		}
	}
	if t := r.doc.Tokens[p.head]; t.Dep == "attr" {
		if s := r.doc.Child(t.Head, "nsubj"); s >= 0 && x.heads[s] > 0 {
			return x.heads[s] - 1, trace.PredicateOf
		}
	}
	if g, ok := x.wholes[r.whole(p)]; ok && r.compatible(g, p) {
		return g, trace.SameWords
	}
	if len(p.before)+len(p.after) > 0 {
		if g := r.byWords(x, p); g >= 0 {
			return g, trace.SharedWords
		}
	}
	if targeted[p.name] {
		for _, e := range p.targets {
			if g, ok := x.targets[p.name+" "+strconv.Itoa(e)]; ok && r.compatible(g, p) {
				return g, trace.SameTarget
			}
		}
	}
	switch {
	case p.title.End > 0 && p.strength != short:
		return -1, ""
	case len(p.before) > 0 && !p.clause:
		return r.bare(x, p), trace.SameInstrument
	case p.definite:
		return r.shortForm(x, p), trace.ShortForm
	case p.strength == strong && len(p.after) == 0:
		return r.bare(x, p), trace.SameInstrument
	}
	return -1, ""
}

// targeted are the instruments that their target tells apart.
var targeted = map[string]bool{"sanction": true, "ban": true, "tariff": true, "strike": true, "inquiry": true, "subpoena": true, "ruling": true,
	"operation": true}
