package dating

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/timex"
)

// backward is how many tokens before a predicate an occasion is sought in.
const backward = 1500

// SameOccasion is the day of an occasion that the text told of before, if the
// predicate at a token tells of the same: of what happened in or at it ("three
// died in the attack"), or of itself ("the vote was close"). It is -1 where the
// text gives no day of it, or two.
func SameOccasion(doc *language.Document, dates []timex.Expression, token int) int {
	noun := occasion(doc, token)
	if noun < 0 {
		return -1
	}
	name, found := strings.ToLower(doc.Tokens[noun].Lemma), -1
	for i := noun - 1; i >= max(0, noun-backward); i-- {
		if !mentions(doc, i, name) {
			continue
		}
		k := within(doc, dates, i)
		if k < 0 {
			continue
		}
		switch d := dates[k].Date; {
		case d.Start != d.End || dates[k].Limit || dates[k].Future:
			return -1
		case found < 0:
			found = k
		case d.Start != dates[found].Date.Start:
			return -1
		}
	}
	return found
}

// occasion is the noun of the occasion that a verb in the past tense tells of,
// as of one that is known; -1 if there is none.
func occasion(doc *language.Document, verb int) int {
	if !predicate(doc, verb) || !narrates(doc, verb) {
		return -1
	}
	for _, c := range doc.Children(verb) {
		noun := int(c)
		switch t := doc.Tokens[c]; t.Dep {
		case "nsubj", "nsubjpass":
		case "prep":
			if !is(t.Text, "within") {
				continue
			}
			if noun = doc.Child(noun, "pobj"); noun < 0 {
				continue
			}
		default:
			continue
		}
		if is(doc.Tokens[noun].Lemma, "occasion") && known(doc, noun) {
			return noun
		}
	}
	return -1
}

// known tells whether a noun means one thing that was told of: it has "the" or
// "that", and nothing says which.
func known(doc *language.Document, noun int) bool {
	definite := false
	for _, c := range doc.Children(noun) {
		switch t := doc.Tokens[c]; t.Dep {
		case "det":
			definite = strings.EqualFold(t.Text, "the") || strings.EqualFold(t.Text, "that")
		case "punct", "compound":
		default:
			return false
		}
	}
	return definite && doc.Tokens[noun].Tag == "NN"
}

// mentions tells whether a token is a noun, or a verb that tells of the same
// deed: "vote" and "voted", "explosion" and "exploded".
func mentions(doc *language.Document, i int, noun string) bool {
	t := doc.Tokens[i]
	lemma := strings.ToLower(t.Lemma)
	switch t.POS {
	case "NOUN":
		return lemma == noun
	case "VERB":
		return lemma == noun || lemma != "" && deed(lemma, noun)
	}
	return false
}

// deed tells whether a noun is formed from a verb.
func deed(verb, noun string) bool {
	stem := strings.TrimSuffix(verb, "e")
	for _, form := range []string{stem + "ing", verb + verb[len(verb)-1:] + "ing", verb + "ment", verb + "ion", stem + "ion",
		strings.TrimSuffix(stem, "d") + "sion"} {
		if noun == form {
			return true
		}
	}
	return false
}
