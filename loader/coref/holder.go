package coref

import (
	"slices"

	"dateline/graph"
	"dateline/loader/name"
	"dateline/loader/name/gazetteer"
	"dateline/loader/trace"
)

// holder is the person to whom the text ties a title by its place: before the
// name, beside it between commas, or as predicate; -1 if there is none.
func (a *article) holder(p *phrase) int {
	for _, end := range []int{p.title.End, p.whole.End} {
		if e := a.personAt(end); e >= 0 {
			p.before = true
			return e
		}
	}
	end := p.whole.End
	if end < len(a.lower) && a.lower[end] == "," && (p.definite || p.of >= 0) && a.sameSentence(end, p.title.First) {
		if e := a.personAt(end + 1); e >= 0 && a.closed(end+1) && (!p.indefinite || a.setApart(end+1)) {
			return e
		}
	}
	i := p.whole.First - 1
	for i > 0 && a.sameSentence(i, p.title.First) && (a.doc.Tokens[i].POS == "ADJ" || a.doc.Tokens[i].POS == "DET") {
		i--
	}
	if i > 0 && (a.lower[i] == "," || a.lower[i] == "(" || a.lower[i] == "–" || a.lower[i] == "—") && a.sameSentence(i, p.title.First) {
		if e := a.personEnding(i); e >= 0 {
			return e
		}
	}
	return -1
}

// personAt is the person whose name begins at token i, -1 if none does.
func (a *article) personAt(i int) int {
	if m := a.mention(i); m >= 0 && a.mentions[m].Kind == name.Person && a.mentions[m].Tokens.First == i {
		return a.mentions[m].Entity
	}
	return -1
}

// personEnding is the person whose name ends before token i, -1 if none does.
func (a *article) personEnding(i int) int {
	if m := a.mention(i - 1); m >= 0 && a.mentions[m].Kind == name.Person {
		return a.mentions[m].Entity
	}
	return -1
}

// closed tells whether the name that begins at token i is followed by a comma
// or a verb, so that it stands beside what precedes it and opens no list.
func (a *article) closed(i int) bool {
	end := a.mentions[a.at[i]].Tokens.End
	if end >= len(a.lower) {
		return true
	}
	return a.lower[end] != "and" && a.doc.Tokens[end].Tag != "POS"
}

// setApart tells whether a comma closes the name that begins at token i: "a
// ministry spokesman, Karl Lind, said".
func (a *article) setApart(i int) bool {
	end := a.mentions[a.at[i]].Tokens.End
	return end < len(a.lower) && a.lower[end] == ","
}

// predicate is the person of whom the tree says that they are, become or were
// made what a title says; -1 if it says so of nobody.
func (a *article) predicate(p phrase) int {
	head := p.title.End - 1
	t := a.doc.Tokens[head]
	verb := t.Head
	switch {
	case t.Dep == "appos":
		return a.personAround(t.Head)
	case t.Dep == "conj" && a.doc.Tokens[t.Head].Dep == "appos":
		return a.personAround(a.doc.Tokens[t.Head].Head)
	case t.Dep == "pobj" && a.lower[t.Head] == "as":
		if verb = a.doc.Tokens[t.Head].Head; proposes(a.doc.Tokens[verb].Lemma) {
			return -1
		}
	case t.Dep == "conj" && (a.doc.Tokens[t.Head].Dep == "attr" || a.doc.Tokens[t.Head].Dep == "oprd"):
		verb = a.doc.Tokens[t.Head].Head
	case t.Dep != "attr" && t.Dep != "oprd" && !(t.Dep == "dobj" && a.doc.Tokens[t.Head].Lemma == "become"):
		return -1
	}
	if a.doc.Child(verb, "neg") >= 0 || a.best(head) {
		return -1
	}
	for n := 0; n < 4; n++ {
		for _, label := range []string{"dobj", "nsubjpass", "nsubj"} {
			s := a.doc.Child(verb, label)
			if s < 0 || s == head || label == "dobj" && (t.Dep == "attr" || n > 0) {
				continue
			}
			if a.lower[s] == "who" && a.doc.Tokens[verb].Dep == "relcl" {
				s = a.doc.Tokens[verb].Head
			}
			return a.personAround(s)
		}
		switch a.doc.Tokens[verb].Dep {
		case "advcl", "xcomp", "conj", "ccomp":
			verb = a.doc.Tokens[verb].Head
		case "acl", "relcl":
			return a.personAround(a.doc.Tokens[verb].Head)
		default:
			return -1
		}
	}
	return -1
}

// proposes tells whether a verb says what somebody is to become, not what he is.
func proposes(lemma string) bool {
	switch lemma {
	case "endorse", "nominate", "support", "back", "pick", "choose", "want", "propose", "recommend", "see", "favor", "favour":
		return true
	}
	return false
}

// best tells whether a title is said of one among all who held it: "the most
// dangerous president".
func (a *article) best(head int) bool {
	for _, c := range a.doc.Children(head) {
		if tag := a.doc.Tokens[c].Tag; tag == "JJS" || a.doc.Child(int(c), "advmod") >= 0 && a.doc.Tokens[a.doc.Child(int(c), "advmod")].Tag == "RBS" {
			return true
		}
	}
	return false
}

// personAround is the person whom the name or pronoun at a token means, -1 if
// it means none.
func (a *article) personAround(token int) int {
	m := a.mention(token)
	if m < 0 {
		m = a.pronoun[token] - 1
	}
	if m < 0 || a.mentions[m].Kind != name.Person {
		return -1
	}
	return a.mentions[m].Entity
}

// resolveRole adds the mention of a role that no name stands beside, and
// resolves it to its only holder in the article. A role of a known country or
// body that nobody named holds makes a person without a name.
func (a *article) resolveRole(p phrase) {
	m := Mention{Mention: name.Mention{Tokens: p.whole, Kind: name.Person, Form: name.Role, Confidence: 0.7}, Head: p.title.End - 1, Entity: -1}
	for m.Tokens.First < p.title.First && (a.lower[m.Tokens.First] == "the" || a.doc.Tokens[m.Tokens.First].Tag == "PRP$" || a.doc.Tokens[m.Tokens.First].Tag == "DT") {
		m.Tokens.First++
	}
	if t, ok := a.gazetteer.Title(p.text); ok {
		m.Female, m.Male = t.Gender == gazetteer.Female, t.Gender == gazetteer.Male
	}
	m.Start, m.End = a.doc.Span(m.Tokens)
	m.Text = a.doc.Slice(m.Start, m.End)
	if p.of < 0 && p.patron >= 0 {
		p.of = a.bodyOf(p.patron)
	}
	holders := a.holders(p)
	switch {
	case len(holders) == 1:
		m.Entity = holders[0]
		a.log.Take(m.Head, trace.OnlyHolder, -1, p.text)
	case len(holders) > 1:
		m.Candidates = holders
		a.log.Drop(m.Head, trace.SeveralFit, -1, p.text)
	case p.of >= 0 && a.gazetteer.Unique(p.text) && a.has(p.of, p.text):
		m.Entity = a.entity(graph.LocalEntity{Kind: graph.Person})
		p.holder = m.Entity
		a.role(p)
		a.log.Take(m.Head, trace.KnownByOffice, -1, p.text)
	default:
		a.log.Drop(m.Head, trace.NobodyFits, -1, p.text)
	}
	a.mentions = append(a.mentions, m)
}

// holders are those who hold a role of that title and of that country or body
// in the article; one without an "of" fits any.
func (a *article) holders(p phrase) []int {
	title := p.text
	if p.former {
		title = "former " + title
	}
	var found []int
	for _, r := range a.byTitle[title] {
		if (p.of < 0 || a.roles[r].Of < 0 || a.roles[r].Of == p.of) && !slices.Contains(found, a.roles[r].Holder) {
			found = append(found, a.roles[r].Holder)
			if len(found) == mostCandidates {
				break
			}
		}
	}
	return sorted(found)
}

// mostCandidates is the number of candidates that are kept at most.
const mostCandidates = 16
