package dating

import (
	"strings"

	"dateline/loader/language"
)

// reach tells how a date hangs together with the predicate at a token.
func reach(doc *language.Document, date language.Range, token int) tie {
	if t := doc.Tokens[token]; t.Dep == "relcl" && date.First <= t.Head && t.Head < date.End {
		return attached // "in June, when she resigned"
	}
	verb := governor(doc, date, token)
	switch {
	case verb < 0:
		return separated
	case verb == token:
		return attached
	case doc.Above(verb, token):
		return below(doc, verb, token, date.First)
	case predicate(doc, token) && doc.Above(token, verb):
		return above(doc, token, verb)
	}
	return separated
}

// governor is the verb on which a date depends, or the token itself if that
// stands on the way. It is -1 where the date belongs to another noun ("the
// 2015 law"), unless that noun tells when ("in Monday's vote").
func governor(doc *language.Document, date language.Range, token int) int {
	for i := date.First; ; i = doc.Tokens[i].Head {
		t := doc.Tokens[i]
		switch {
		case i == token, predicate(doc, i), t.Head == i:
			return i
		case t.Head == token || date.First <= t.Head && t.Head < date.End:
			continue
		}
		switch t.Dep {
		case "poss", "compound", "nmod", "amod", "nummod":
			if !tellsWhen(doc, t.Head) {
				return -1
			}
		case "prep":
			if strings.EqualFold(t.Text, "of") && !tellsWhen(doc, t.Head) {
				return -1
			}
		}
	}
}

// tellsWhen tells whether a noun stands behind "in", "at", "during" or "on".
func tellsWhen(doc *language.Document, noun int) bool {
	if doc.Tokens[noun].Dep != "pobj" {
		return false
	}
	switch strings.ToLower(doc.Tokens[doc.Tokens[noun].Head].Text) {
	case "in", "at", "during", "on":
		return true
	}
	return false
}

func predicate(doc *language.Document, i int) bool {
	t := doc.Tokens[i]
	return t.POS == "VERB" || t.POS == "AUX" && t.Dep != "aux" && t.Dep != "auxpass"
}

// below judges the way from a predicate up to the verb on which the date
// depends.
func below(doc *language.Document, verb, token, date int) tie {
	best := clausal
	for i := token; i != verb; i = doc.Tokens[i].Head {
		t := doc.Tokens[i]
		switch t.Dep {
		case "ccomp", "relcl", "acl", "parataxis", "dep", "csubj":
			return separated
		case "advcl":
			if sequence(doc, i) {
				return separated
			}
			best = max(best, shared)
		case "xcomp":
			if t.POS == "VERB" && i == token && date < verb {
				best = max(best, shared)
			}
		case "prep":
			if order(t.Text) {
				return separated
			}
		case "conj":
			if !predicate(doc, i) {
				continue
			}
			switch subject := doc.Child(i, "nsubj", "nsubjpass"); {
			case date < verb && subject < 0:
				best = max(best, shared)
			case date < verb || subject < 0:
				best = max(best, carried)
			default:
				return separated
			}
		}
	}
	return best
}

// above judges the way from the verb on which the date depends up to the
// predicate: only verbs of one subject share a date.
func above(doc *language.Document, token, verb int) tie {
	best := shared
	for i := verb; i != token; i = doc.Tokens[i].Head {
		switch t := doc.Tokens[i]; {
		case t.Dep == "conj" && doc.Child(i, "nsubj", "nsubjpass") < 0:
			best = carried
		case t.Dep == "pcomp" && strings.EqualFold(doc.Tokens[t.Head].Text, "by"), t.Dep == "prep":
		case t.Dep == "advcl" && t.Tag == "VBG" && doc.Child(i, "mark", "nsubj", "aux") < 0:
			best = carried
		default:
			return separated
		}
	}
	return best
}

// sequence tells whether an adverbial clause stands at another time than the
// clause that it modifies.
func sequence(doc *language.Document, clause int) bool {
	for _, c := range doc.Children(clause) {
		switch t := doc.Tokens[c]; t.Dep {
		case "mark", "advmod":
			if order(t.Text) {
				return true
			}
		case "aux":
			if strings.EqualFold(t.Text, "to") || strings.EqualFold(t.Text, "having") {
				return true
			}
		}
	}
	return false
}

// order tells whether a word puts what follows before or after something.
func order(word string) bool {
	switch strings.ToLower(word) {
	case "after", "before", "since", "until", "till", "following", "because", "if", "unless", "once", "despite", "although", "though", "over", "against":
		return true
	}
	return false
}
