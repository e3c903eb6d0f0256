package coref

import (
	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
)

// pronoun tells what a pronoun says of whom it means.
var pronouns = map[string]struct{ female, male bool }{
	"he": {male: true}, "him": {male: true}, "his": {male: true}, "himself": {male: true},
	"she": {female: true}, "her": {female: true}, "hers": {female: true}, "herself": {female: true},
}

// reach is the number of sentences before its own in which the person that a
// pronoun means is looked for.
const reach = 3

// mostNear is the number of people of a sentence that are looked at, the last ones.
const mostNear = 40

// findPronouns resolves pronouns of the third person to people.
func (a *article) findPronouns() {
	byToken := make([][]int, len(a.doc.Sentences)) // mentions of people by sentence
	for i, m := range a.mentions {
		if m.Entity >= 0 && a.entities[m.Entity].Kind == graph.Person {
			s := a.doc.Tokens[m.Head].Sentence
			byToken[s] = append(byToken[s], i)
		}
	}
	for i := range a.lower {
		p, ok := pronouns[a.lower[i]]
		if !ok || a.doc.Tokens[i].POS != "PRON" {
			continue
		}
		start, end := a.doc.Tokens[i].Start, a.doc.Tokens[i].End
		m := Mention{Mention: name.Mention{Tokens: language.Range{First: i, End: i + 1}, Start: start, End: end, Text: a.doc.Tokens[i].Text,
			Kind: name.Person, Form: name.Pronoun, Female: p.female, Male: p.male, Confidence: 0.6}, Head: i, Entity: -1}
		m.Entity, m.Candidates = a.antecedent(m, byToken)
		a.mentions = append(a.mentions, m)
		a.pronoun[i] = len(a.mentions)
		if m.Entity >= 0 {
			e := &a.entities[m.Entity]
			e.Female, e.Male = e.Female || p.female, e.Male || p.male
			s := a.doc.Tokens[i].Sentence
			byToken[s] = append(byToken[s], len(a.mentions)-1)
		}
	}
}

// antecedent gives the person whom a pronoun means, or the candidates if two
// fit alike. Subjects are likelier than objects, the near than the far; the
// subject of the pronoun's own verb is excluded for objects.
func (a *article) antecedent(p Mention, bySentence [][]int) (entity int, candidates []int) {
	own := a.doc.Tokens[p.Head].Sentence
	best, second := 0, 0
	entity = -1
	scores := map[int]int{}
	for s := own; s >= 0 && s >= own-reach; s-- {
		near := bySentence[s]
		for _, i := range near[max(0, len(near)-mostNear):] {
			m := a.mentions[i]
			if m.Start >= p.Start || !a.agrees(m.Entity, p) || a.binds(m, p) {
				continue
			}
			score := 10 - 3*(own-s)
			switch a.doc.Tokens[m.Head].Dep {
			case "nsubj", "nsubjpass":
				score += 5
			case "dobj", "ROOT":
				score += 2
			case "poss", "compound", "pobj":
			}
			if m.Form == name.Pronoun {
				score += 2
			}
			scores[m.Entity] = max(scores[m.Entity], score)
		}
	}
	for e, score := range scores {
		switch {
		case score > best || score == best && e < entity:
			best, second, entity = score, max(best, second), e
		case score > second:
			second = score
		}
		candidates = append(candidates, e)
	}
	if entity >= 0 && best > second+1 {
		return entity, nil
	}
	if len(candidates) == 0 {
		return -1, nil
	}
	candidates = sorted(candidates)
	return -1, candidates[:min(len(candidates), mostCandidates)]
}

// agrees tells whether nothing that is known of a person's gender speaks
// against a pronoun.
func (a *article) agrees(entity int, p Mention) bool {
	e := a.entities[entity]
	return !(p.Female && e.Male && !e.Female) && !(p.Male && e.Female && !e.Male)
}

// binds tells whether a name and an object pronoun are arguments of one verb,
// so that the pronoun cannot mean it.
func (a *article) binds(m, p Mention) bool {
	t := a.doc.Tokens[p.Head]
	return (t.Dep == "dobj" || t.Dep == "dative") && t.Text[len(t.Text)-1] != 'f' && a.doc.Tokens[m.Head].Head == t.Head
}
