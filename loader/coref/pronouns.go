package coref

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/name/gazetteer"
	"dateline/loader/trace"
)

// A reference is what a pronoun says of whom it means.
type reference struct {
	female, male bool
	// body tells that it means an organization or country, not a person.
	body bool
}

// pronouns are those of the third person singular. "They" is left alone: it
// means too many.
var pronouns = map[string]reference{
	"he": {male: true}, "him": {male: true}, "his": {male: true}, "himself": {male: true},
	"she": {female: true}, "her": {female: true}, "hers": {female: true}, "herself": {female: true},
	"it": {body: true}, "its": {body: true}, "itself": {body: true},
}

// How many sentences before its own whom a pronoun means is looked for.
const (
	personReach = 3
	bodyReach   = 1
	// mostSentences bounds it when sentences of a long quotation lie between,
	// which do not count.
	mostSentences = 12
)

// mostNear is the number of mentions of a sentence that are looked at, the last ones.
const mostNear = 40

// findPronouns resolves pronouns of the third person singular.
func (a *article) findPronouns() {
	a.quotations = a.findQuotations()
	a.quoted = a.quotedSentences()
	near := make([][]int, len(a.doc.Sentences)) // mentions by sentence
	for i, m := range a.mentions {
		if m.Entity >= 0 {
			s := a.doc.Tokens[m.Head].Sentence
			near[s] = append(near[s], i)
		}
	}
	for i := range a.lower {
		p, ok := pronouns[a.lower[i]]
		if !ok || a.doc.Tokens[i].POS != "PRON" || p.body && a.expletive(i) {
			continue
		}
		start, end := a.doc.Tokens[i].Start, a.doc.Tokens[i].End
		m := Mention{Mention: name.Mention{Tokens: language.Range{First: i, End: i + 1}, Start: start, End: end, Text: a.doc.Tokens[i].Text,
			Kind: name.Person, Form: name.Pronoun, Female: p.female, Male: p.male, Confidence: 0.6}, Head: i, Entity: -1}
		if p.body {
			m.Kind = name.Organization
		}
		if a.lower[i] == "its" {
			m.Entity = a.ownSubject(i)
			a.log.Take(i, trace.OwnSubject, -1, "")
		} else {
			m.Entity, m.Candidates = a.antecedent(m, p.body, near)
		}
		if p.body && m.Entity < 0 {
			continue // most mean no organization at all
		}
		a.mentions = append(a.mentions, m)
		a.pronoun[i] = len(a.mentions)
		if m.Entity >= 0 {
			e := &a.entities[m.Entity]
			e.Female, e.Male = e.Female || p.female, e.Male || p.male
			if e.Kind == graph.Country {
				a.mentions[len(a.mentions)-1].Kind = name.Country
			}
			s := a.doc.Tokens[i].Sentence
			near[s] = append(near[s], len(a.mentions)-1)
		}
	}
}

// ownSubject is the organization or country that is the subject of the clause
// in which a possessive stands, -1 if the subject is something else.
func (a *article) ownSubject(i int) int {
	for n := 0; n < 12 && a.doc.Tokens[i].Head != i; n++ {
		i = a.doc.Tokens[i].Head
		if t := a.doc.Tokens[i]; t.POS != "VERB" && t.POS != "AUX" {
			continue
		}
		s := a.doc.Child(i, "nsubj", "nsubjpass")
		if s < 0 {
			continue
		}
		if m := a.mention(s); m >= 0 && a.mentions[m].Entity >= 0 && a.mentions[m].Form == name.Named && a.entities[a.mentions[m].Entity].Kind != graph.Person {
			return a.mentions[m].Entity
		}
		return -1
	}
	return -1
}

// expletive tells whether "it" is the subject of a verb that says something of
// a clause ("it is likely that", "it rained") rather than of a body.
func (a *article) expletive(i int) bool {
	t := a.doc.Tokens[i]
	if a.lower[i] != "it" {
		return false
	}
	if t.Dep != "nsubj" && t.Dep != "nsubjpass" {
		return true
	}
	return a.gazetteer.Act(a.doc.Tokens[t.Head].Lemma)&gazetteer.ActVerb == 0 || t.Dep == "nsubjpass"
}

// antecedent gives whom a pronoun means, or the candidates if two fit alike:
// the likeliest must lead by more than a margin.
func (a *article) antecedent(p Mention, body bool, bySentence [][]int) (entity int, candidates []int) {
	margin := 1
	if body {
		margin = 3
	}
	entity = -1
	best, second := 0, 0
	for e, score := range a.scores(p, body, bySentence) {
		switch {
		case score > best || score == best && e < entity:
			best, second, entity = score, max(best, second), e
		case score > second:
			second = score
		}
		candidates = append(candidates, e)
	}
	if entity >= 0 && best > second+margin {
		a.log.Take(p.Head, trace.Leads, -1, "")
		return entity, nil
	}
	if len(candidates) > 0 {
		a.log.Drop(p.Head, trace.NoneLeads, -1, "")
	}
	candidates = sorted(candidates)
	return -1, candidates[:min(len(candidates), mostCandidates)]
}

// scores says of everyone named or meant before a pronoun how likely it means
// them. Subjects are likelier than objects, the near than the far; whoever
// spoke last is likeliest to speak.
func (a *article) scores(p Mention, body bool, bySentence [][]int) map[int]int {
	scores := map[int]int{}
	speaker, last, spoke := -1, -1, -1
	reach, away, off := personReach, 0, 0
	if body {
		reach = bodyReach
	}
	own, self := a.doc.Tokens[p.Head].Sentence, a.quotations.speaker[a.quotations.inside[p.Head]]
	for s := own; s >= 0 && s >= own-mostSentences && away <= reach; s-- {
		if s < own && !a.quoted[s] {
			away++
		}
		if s < own && a.opensParagraph(s+1) {
			off = otherParagraph
		}
		near, ahead := bySentence[s], -1
		for _, i := range near[max(0, len(near)-mostNear):] {
			m := a.mentions[i]
			switch why := a.excludes(p, m, body, self); {
			case why == trace.OtherKind:
			case why != "":
				a.log.Drop(p.Head, why, m.Head, "")
			case m.Start < p.Start:
				score := 10 - 3*away - off + a.prominence(m)
				scores[m.Entity] = max(scores[m.Entity], score)
				a.log.Add(trace.Note{Tokens: trace.Word(p.Head), Reason: trace.MayBeMeant, By: m.Head, Score: score})
				if m.Start > last && a.speaks(m.Head) {
					speaker, last, spoke = m.Entity, m.Start, m.Head
				}
			case ahead < 0 && a.anticipates(p, m):
				ahead = i
			}
		}
		if s == own && ahead >= 0 && len(scores) == 0 {
			scores[a.mentions[ahead].Entity] = anticipated
			a.log.Add(trace.Note{Tokens: trace.Word(p.Head), Reason: trace.MayBeMeant, By: a.mentions[ahead].Head, Score: anticipated})
		}
	}
	if speaker >= 0 && a.speaks(p.Head) {
		scores[speaker] += speakerBonus
		a.log.Add(trace.Note{Tokens: trace.Word(p.Head), Reason: trace.SpokeLast, By: spoke, Score: speakerBonus})
	}
	return scores
}

// otherParagraph is what whoever is named in another paragraph is behind.
const otherParagraph = 2

// anticipated is the score of the subject of a clause for a pronoun in what
// opens it, if nobody is named before in the sentence.
const anticipated = 17

// opensParagraph tells whether a line ends right before a sentence.
func (a *article) opensParagraph(s int) bool {
	first := a.doc.Sentences[s].First
	return first > 0 && strings.Contains(a.doc.Tokens[first-1].Text+a.doc.Tokens[first].Text, "\n")
}

// anticipates tells whether a pronoun stands in a clause or phrase that opens
// the one whose subject is named behind it ("Before she left, Lee ate").
func (a *article) anticipates(p, m Mention) bool {
	if m.Form != name.Named || !a.subject(m.Head) || a.quotations.inside[p.Head] != a.quotations.inside[m.Head] {
		return false
	}
	for i, n := p.Head, 0; n < 8; n++ {
		t := a.doc.Tokens[i]
		if t.Head == a.doc.Tokens[m.Head].Head {
			return t.Dep == "advcl" || t.Dep == "prep"
		}
		i = t.Head
	}
	return false
}

// excludes tells what speaks against a pronoun meaning whom another mention
// means; empty if nothing does. self is who speaks where the pronoun stands, or -1.
func (a *article) excludes(p, m Mention, body bool, self int) trace.Reason {
	switch {
	case (a.entities[m.Entity].Kind != graph.Person) != body, body && m.Form == name.Demonym:
		return trace.OtherKind
	case !body && m.Entity == self:
		return trace.OwnWords
	case !a.agrees(m.Entity, p):
		return trace.WrongGender
	case a.binds(m, p):
		return trace.BoundByTree
	}
	return ""
}

// prominence scores a mention's place in its clause.
func (a *article) prominence(m Mention) int {
	score := 0
	switch a.doc.Tokens[m.Head].Dep {
	case "nsubj", "nsubjpass":
		score = 5
	case "dobj", "ROOT":
		score = 2
	}
	if m.Form == name.Pronoun {
		score += 2
	}
	return score
}

// speakerBonus is what whoever spoke last has ahead of others where a pronoun speaks.
const speakerBonus = 4

// speaks tells whether a token is the subject of a verb of saying or deciding.
func (a *article) speaks(i int) bool {
	return a.subject(i) && a.gazetteer.Act(a.doc.Tokens[a.doc.Tokens[i].Head].Lemma)&gazetteer.ActVerb != 0
}

// agrees tells whether nothing that is known of a person's gender speaks
// against a pronoun.
func (a *article) agrees(entity int, p Mention) bool {
	e := a.entities[entity]
	return !(p.Female && e.Male && !e.Female) && !(p.Male && e.Female && !e.Male)
}

// binds tells whether a pronoun cannot mean a name by its place in the tree:
// both are arguments of one verb, or the pronoun stands in a phrase that says
// who is named ("Ann Lee, his wife").
func (a *article) binds(m, p Mention) bool {
	t := a.doc.Tokens[p.Head]
	if (t.Dep == "dobj" || t.Dep == "dative") && t.Text[len(t.Text)-1] != 'f' && a.doc.Tokens[m.Head].Head == t.Head {
		return true
	}
	for i, n := p.Head, 0; n < 8; n++ {
		switch a.doc.Tokens[i].Dep {
		case "poss", "appos", "conj", "prep", "pobj", "nmod", "amod", "compound":
			i = a.doc.Tokens[i].Head
		default:
			return false
		}
		if i == m.Head {
			return true
		}
	}
	return false
}
