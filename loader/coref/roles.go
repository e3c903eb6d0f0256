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
	of       int
	definite bool
	holder   int
}

// findRoles finds titles, gives those that the text ties to a person to that
// person, and resolves the others ("the president") by them.
func (a *article) findRoles() {
	var phrases []phrase
	for i := 0; i < len(a.lower); i++ {
		n := a.titleAt(i)
		if n == 0 {
			continue
		}
		phrases = append(phrases, a.phrase(language.Range{First: i, End: i + n}))
		i += n - 1
	}
	for i := range phrases {
		p := &phrases[i]
		if p.holder = a.holder(*p); p.holder >= 0 {
			a.role(*p)
		}
	}
	for _, p := range phrases {
		if p.holder < 0 && p.definite && p.kind != gazetteer.Job && p.kind != gazetteer.Address {
			a.resolveRole(p)
		}
	}
}

// titleAt gives the number of tokens of a title that begins at token i and is
// no part of a name.
func (a *article) titleAt(i int) int {
	if a.at[i] >= 0 {
		return 0
	}
	end := i
	for end < len(a.lower) && end < i+gazetteer.LongestTitle && a.at[end] < 0 && a.doc.Tokens[end].Sentence == a.doc.Tokens[i].Sentence {
		end++
	}
	n := a.gazetteer.TitleLength(a.lower[i:end])
	if n == 0 {
		return 0
	}
	switch a.doc.Tokens[i+n-1].POS {
	case "VERB", "AUX", "ADV", "ADP":
		return 0
	}
	return n
}

// phrase reads what stands around a title.
func (a *article) phrase(title language.Range) phrase {
	p := phrase{title: title, whole: title, of: -1, holder: -1}
	p.text, p.former = a.titleText(title)
	first, last := a.lower[title.First:title.End], a.lower[title.End-1]
	if t, ok := a.gazetteer.Title(gazetteer.JoinTitle(first)); ok {
		p.kind = t.Kind
	} else if t, ok := a.gazetteer.Title(last); ok {
		p.kind = t.Kind
	}
	a.before(&p)
	a.after(&p)
	return p
}

// before reads the country or body in front of a title, and what stands
// before that: "former", an article.
func (a *article) before(p *phrase) {
	i := p.whole.First - 1
	if i >= 0 && a.doc.Tokens[i].Tag == "POS" {
		i--
	}
	if m := a.mention(i); m >= 0 && (a.mentions[m].Entity >= 0 || a.mentions[m].Kind == name.Place) && a.mentions[m].Kind != name.Person && a.sameSentence(i, p.title.First) {
		p.of = a.mentions[m].Entity
		p.whole.First = a.mentions[m].Tokens.First
		p.definite = true
	}
	for i = p.whole.First - 1; i >= 0 && a.sameSentence(i, p.title.First); i-- {
		switch a.lower[i] {
		case "former", "ex", "late", "then", "-", "current", "incumbent", "acting", "outgoing", "new", "first", "own":
			p.former = p.former || a.lower[i] == "former" || a.lower[i] == "ex"
			p.whole.First = i
			continue
		case "the", "his", "her", "its", "their", "this", "our":
			p.definite = true
			p.whole.First = i
		case "a", "an":
			p.whole.First = i
		}
		break
	}
}

// after reads "of X" and the like behind a title.
func (a *article) after(p *phrase) {
	i := p.title.End
	if i >= len(a.lower) || !a.sameSentence(i, p.title.First) {
		return
	}
	switch a.lower[i] {
	case "of", "for", "at", "in":
	default:
		return
	}
	if i++; i < len(a.lower) && a.lower[i] == "the" {
		i++
	}
	if i >= len(a.lower) || !a.sameSentence(i, p.title.First) {
		return
	}
	m := a.mention(i)
	if m < 0 || a.mentions[m].Tokens.First != i || a.mentions[m].Kind == name.Person {
		return
	}
	if e := a.mentions[m].Entity; p.of < 0 || e >= 0 && a.entities[e].Kind == graph.Organization {
		p.of = e
	}
	p.whole.End = a.mentions[m].Tokens.End
	if a.lower[p.title.End] == "of" {
		p.definite = p.definite || a.mentions[m].Kind != name.Place
	}
}

// mention is the mention that holds a token, -1 if there is none.
func (a *article) mention(i int) int {
	if i < 0 || i >= len(a.at) {
		return -1
	}
	return a.at[i]
}

func (a *article) sameSentence(i, j int) bool {
	return a.doc.Tokens[i].Sentence == a.doc.Tokens[j].Sentence
}

// titleText writes a title in lower case without short forms and words that
// tell only of the moment; former tells whether it says that it is over.
func (a *article) titleText(title language.Range) (text string, former bool) {
	words := slices.Clone(a.lower[title.First:title.End])
	for len(words) > 1 {
		switch words[0] {
		case "former", "ex", "onetime", "retired", "ousted", "deposed":
			former = true
		case "then", "late", "current", "incumbent", "new", "outgoing", "incoming", "longtime", "-", "embattled", "prominent", "leading", "top", "newly":
		default:
			return a.gazetteer.LongTitle(gazetteer.JoinTitle(words)), former
		}
		words = words[1:]
	}
	return a.gazetteer.LongTitle(gazetteer.JoinTitle(words)), former
}

// role records that a holder has the role of a phrase.
func (a *article) role(p phrase) {
	if p.kind != gazetteer.Office && p.kind != gazetteer.Rank {
		return
	}
	title := p.text
	if p.former && !strings.HasPrefix(title, "former ") {
		title = "former " + title
	}
	a.roles = append(a.roles, Role{Holder: p.holder, Title: title, Of: p.of, Tokens: p.whole})
}
