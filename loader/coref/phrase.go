package coref

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/name/gazetteer"
)

// A phrase is a title in the text with the country or body that its own words
// give: "the former German foreign minister", "president of Mexico".
type phrase struct {
	// title are the words of the title, whole all words that belong to it.
	title, whole language.Range
	text         string
	kind         gazetteer.TitleKind
	former       bool
	// of is the entity of the country or organization, -1 if none is named.
	of int
	// patron is the person whose spokesman or minister it is, -1 if none.
	patron int
	// definite tells that "the" or a possessive stands before it, indefinite that "a" does.
	definite, indefinite bool
	holder               int
	// before tells that the holder's name follows directly.
	before bool
}

// findPhrases finds the titles of the text.
func (a *article) findPhrases() []phrase {
	var phrases []phrase
	for i := 0; i < len(a.lower); i++ {
		n := a.titleAt(i)
		if n == 0 {
			continue
		}
		p := a.phrase(language.Range{First: i, End: i + n})
		if a.plural(i + n - 1) {
			a.shared(p)
		} else {
			phrases = append(phrases, p)
		}
		i += n - 1
	}
	return phrases
}

// plural tells whether the last word of a title is a plural.
func (a *article) plural(i int) bool {
	return a.doc.Tokens[i].Tag == "NNS" || a.doc.Tokens[i].Tag == "NNPS"
}

// titleAt gives the number of tokens of the title that begins at token i and
// is no part of a name.
func (a *article) titleAt(i int) int {
	if a.at[i] >= 0 {
		return 0
	}
	end := i
	for end < len(a.lower) && end < i+gazetteer.LongestTitle && a.at[end] < 0 && a.sameSentence(end, i) {
		end++
	}
	n := a.gazetteer.OneTitle(a.lower[i:end])
	if n == 0 {
		n = a.pluralTitle(i, end)
	}
	if n == 0 {
		return 0
	}
	switch a.doc.Tokens[i+n-1].POS {
	case "VERB", "AUX", "ADV", "ADP":
		return 0
	}
	for j := i; j < i+n; j++ {
		if t := a.doc.Tokens[j]; t.POS == "VERB" && t.Dep != "amod" && t.Dep != "compound" {
			return 0 // "the army ousted president …"
		}
	}
	return n
}

// pluralTitle is titleAt for a title in the plural, such as "foreign ministers".
func (a *article) pluralTitle(i, end int) int {
	for j := i; j < min(end, i+4); j++ {
		if !a.plural(j) {
			continue
		}
		title := append(slices.Clone(a.lower[i:j]), gazetteer.Singular(a.lower[j]))
		if n := a.gazetteer.OneTitle(title); n == len(title) {
			return n
		}
		return 0
	}
	return 0
}

// phrase reads what stands around a title.
func (a *article) phrase(title language.Range) phrase {
	p := phrase{title: title, whole: title, of: -1, patron: -1, holder: -1}
	p.text, p.former = a.titleText(title)
	first := slices.Clone(a.lower[title.First:title.End])
	last := first[len(first)-1]
	if a.plural(title.End - 1) {
		last = gazetteer.Singular(last)
		first[len(first)-1] = last
	}
	if t, ok := a.gazetteer.Title(gazetteer.JoinTitle(first)); ok {
		p.kind = t.Kind
	} else if t, ok := a.gazetteer.Title(last); ok {
		p.kind = t.Kind
	}
	a.before(&p)
	a.after(&p)
	return p
}

// before reads what stands in front of a title: nouns that belong to it, the
// country or body of which it is, "former", an article.
func (a *article) before(p *phrase) {
	i := a.modifiers(p, p.whole.First-1)
	possessive := i >= 0 && a.doc.Tokens[i].Tag == "POS"
	if possessive {
		i--
		p.definite = true
	}
	if i > 1 && a.lower[i] == ")" && a.mention(i-1) >= 0 && a.lower[i-2] == "(" {
		i--
	}
	if m := a.mention(i); m >= 0 && a.sameSentence(i, p.title.First) {
		switch b := a.mentions[m]; {
		case b.Kind == name.Person && possessive:
			p.patron, p.whole.First, p.definite = b.Entity, b.Tokens.First, true
		case b.Kind == name.Group && b.ISO3 == "" || b.Sector == "PTY" && !possessive && b.Kind == name.Group:
			p.whole.First = b.Tokens.First
		case b.Kind != name.Person:
			p.of, p.whole.First, p.definite = b.Entity, b.Tokens.First, possessive
		}
		i = a.modifiers(p, p.whole.First-1)
	}
	for ; i >= 0 && a.sameSentence(i, p.title.First); i-- {
		switch a.lower[i] {
		case "former", "formerly", "ex", "late", "then", "current", "incumbent", "outgoing", "new", "first", "own", "sitting", "-":
			if a.lower[i] == "-" && (i == 0 || a.lower[i-1] != "ex" && a.lower[i-1] != "then") {
				return
			}
			p.former = p.former || a.lower[i] == "former" || a.lower[i] == "ex" || a.lower[i] == "formerly"
			p.whole.First = i
			continue
		case "the", "his", "her", "its", "their", "this", "our":
			p.definite, p.whole.First = true, i
			a.adverb(p, i-1)
		case "a", "an":
			p.definite, p.indefinite, p.whole.First = false, true, i
			a.adverb(p, i-1)
		}
		return
	}
}

// adverb reads "then", "formerly" and the like in front of the article.
func (a *article) adverb(p *phrase, i int) {
	if i < 0 || !a.sameSentence(i, p.title.First) {
		return
	}
	switch a.lower[i] {
	case "formerly", "previously", "once":
		p.former, p.whole.First = true, i
	case "then", "currently", "now", "also", "himself", "herself":
		p.whole.First = i
	}
}

// modifiers passes over adjectives and nouns in lower case in front of a
// title; nouns right before it belong to it ("government commissioner").
func (a *article) modifiers(p *phrase, i int) int {
	for n := 0; i >= 0 && n < 4 && a.sameSentence(i, p.title.First) && a.at[i] < 0; i, n = i-1, n+1 {
		t := a.doc.Tokens[i]
		switch {
		case t.POS == "NOUN" && t.Dep == "compound" && t.Text == a.lower[i] && p.title.First == i+1:
			p.title.First = i
			p.text = t.Text + " " + p.text
		case t.POS == "ADJ" && !a.momentary(i), t.Tag == "HYPH", t.Dep == "amod" && t.POS == "VERB", t.Dep == "advmod":
		default:
			return i
		}
		p.whole.First = i
	}
	return i
}

// momentary tells whether a word tells only when a title was held.
func (a *article) momentary(i int) bool {
	switch a.lower[i] {
	case "former", "late", "then", "current", "incumbent", "outgoing", "new", "first", "own", "ex":
		return true
	}
	return false
}

// matter gives the end of the common nouns that say with what an office deals:
// "head of the armed forces".
func (a *article) matter(i int) int {
	end := i
	for j := i; j < len(a.lower) && j < i+5 && a.at[j] < 0 && a.sameSentence(j, i) && a.doc.Tokens[j].Text == a.lower[j]; j++ {
		switch t := a.doc.Tokens[j]; t.POS {
		case "NOUN":
			end = j + 1
		case "ADJ", "CCONJ":
		default:
			return end
		}
	}
	return end
}

// after reads "of X" and the like behind a title.
func (a *article) after(p *phrase) { a.afterFrom(p, p.title.End) }

// afterFrom is after for what follows token i0.
func (a *article) afterFrom(p *phrase, i0 int) {
	i := i0
	if i >= len(a.lower) || !a.sameSentence(i, p.title.First) {
		return
	}
	preposition := a.lower[i]
	switch preposition {
	case "of", "for", "at", "in", "to":
	default:
		return
	}
	if i++; i < len(a.lower) && a.lower[i] == "the" {
		i++
	}
	m := a.mention(i)
	if m < 0 && preposition == "of" && p.title.End == i0 {
		if end := a.matter(i); end > i {
			p.text += " " + strings.Join(a.lower[i0:end], " ")
			p.whole.End = end
			a.afterFrom(p, end)
		}
		return
	}
	if m < 0 || !a.sameSentence(i, p.title.First) || a.mentions[m].Tokens.First != i || a.mentions[m].Kind == name.Person {
		return
	}
	if preposition == "to" {
		if a.mentions[m].Kind == name.Country {
			p.text += " to " + strings.ToLower(a.mentions[m].Text)
			p.whole.End = a.mentions[m].Tokens.End
		}
		return
	}
	if end := a.mentions[m].Tokens.End; end+1 < len(a.lower) && a.doc.Tokens[end].Tag == "POS" && a.mention(end+1) >= 0 {
		m = a.mention(end + 1)
	}
	b := a.mentions[m]
	if b.Entity >= 0 && (p.of < 0 || a.entities[b.Entity].Kind == graph.Organization) {
		p.of = b.Entity
	}
	p.whole.End = b.Tokens.End
	p.definite = p.definite || preposition == "of" && p.whole.First == p.title.First && b.Entity >= 0 && a.subject(p.title.End-1)
}

// titleText writes a title in lower case without short forms and words that
// tell only of the moment; former tells whether it says that it is over.
func (a *article) titleText(title language.Range) (text string, former bool) {
	words := slices.Clone(a.lower[title.First:title.End])
	if a.plural(title.End - 1) {
		words[len(words)-1] = gazetteer.Singular(words[len(words)-1])
	}
	for len(words) > 1 {
		switch words[0] {
		case "former", "ex", "onetime", "ousted", "deposed":
			former = true
		case "then", "late", "current", "incumbent", "new", "outgoing", "incoming", "longtime", "-", "embattled", "prominent", "leading", "top", "newly":
		default:
			return a.gazetteer.LongTitle(gazetteer.JoinTitle(words)), former
		}
		words = words[1:]
	}
	return a.gazetteer.LongTitle(gazetteer.JoinTitle(words)), former
}
