package policy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language"
)

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
	if r.another(p) {
		return false
	}
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

// another tells whether a phrase says itself that it means none of those before:
// "a similar levy", "another bill".
func (r *reading) another(p *phrase) bool {
	for i := p.chunk.First; i < p.head && !p.clause; i++ {
		switch r.lower[i] {
		case "similar", "another", "comparable", "separate", "different", "rival", "competing":
			return !p.definite
		}
	}
	return false
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
