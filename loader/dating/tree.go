package dating

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/timex"
)

// reach tells how a date hangs together with the predicate at a token.
func reach(doc *language.Document, date timex.Expression, token int) tie {
	if explains(doc, date.Tokens, token) {
		return attached
	}
	verb := governor(doc, date.Tokens, token)
	if verb < 0 {
		return separated
	}
	if verb != token && (Opens(doc, date.Tokens) || verb < date.Tokens.First && doc.Tokens[verb].Dep == "advcl" && setOff(doc, date.Tokens)) {
		verb = max(verb, mainVerb(doc, date.Tokens))
	}
	switch {
	case verb == token:
		return attached
	case doc.Tokens[verb].Head == token && elliptic(doc, verb):
		return clausal
	case doc.Above(verb, token):
		return below(doc, verb, token, date.Tokens.First, date.Date.Precision == graph.PrecisionYear)
	case predicate(doc, token) && doc.Above(token, verb):
		return above(doc, token, verb)
	}
	return separated
}

// elliptic tells whether a participle shares the auxiliary of the passive that it
// is coordinated with: "two were killed and five wounded on Sunday".
func elliptic(doc *language.Document, verb int) bool {
	t := doc.Tokens[verb]
	return t.Dep == "conj" && t.Tag == "VBN" && doc.Child(verb, "aux", "auxpass") < 0 && doc.Child(t.Head, "auxpass") >= 0
}

// explains tells whether the predicate heads a clause that says what was then:
// "in June, when the council resigned".
func explains(doc *language.Document, date language.Range, token int) bool {
	t := doc.Tokens[token]
	if t.Dep != "relcl" && t.Dep != "advcl" || t.Head < date.First || t.Head >= date.End {
		return false
	}
	when := doc.Child(token, "advmod")
	return when >= 0 && strings.EqualFold(doc.Tokens[when].Text, "when")
}

// Opens tells whether a date begins its sentence, but for words such as "late
// on": there it dates what the sentence tells, whatever stands next to it.
func Opens(doc *language.Document, date language.Range) bool {
	s := doc.Sentences[doc.Tokens[date.First].Sentence]
	for i := date.First - 1; i >= s.First; i-- {
		switch t := doc.Tokens[i]; t.POS {
		case "SPACE":
			return true
		case "ADP", "ADV", "ADJ", "DET", "SCONJ", "CCONJ":
			if is(t.Text, "sequel") {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// setOff tells whether commas part a date from what stands on both sides, as in
// "to pay its debts, in 2018, the bank sold …".
func setOff(doc *language.Document, date language.Range) bool {
	before := date.First - 1
	for before > 0 && doc.Tokens[before].POS == "ADP" {
		before--
	}
	return before > 0 && date.End < len(doc.Tokens) && doc.Tokens[before].Text == "," && doc.Tokens[date.End].Text == ","
}

// mainVerb is the verb that heads what stands behind an opening date in its
// paragraph, -1 if there is none. A heading without a full stop makes one
// sentence with what stands below it; its verb does not count.
func mainVerb(doc *language.Document, date language.Range) int {
	for i := date.End; i < doc.Sentences[doc.Tokens[date.First].Sentence].End; i++ {
		switch head := doc.Tokens[i].Head; {
		case doc.EmptyLine(i):
			return -1
		case predicate(doc, i) && (head == i || head < date.First && parted(doc, head, date.First)):
			return i
		}
	}
	return -1
}

// governor is the verb on which a date depends, or the token itself if that
// stands on the way. It is -1 where the date belongs to another noun ("the
// 2015 law"), unless that noun tells when ("in Monday's vote").
func governor(doc *language.Document, date language.Range, token int) int {
	for i := date.First; ; i = doc.Tokens[i].Head {
		t := doc.Tokens[i]
		switch {
		case i == token, predicate(doc, i) && !(t.Dep == "acl" && passes(doc, i)), t.Head == i:
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
			if word := strings.ToLower(t.Text); word == "including" || word == "of" && !tellsWhen(doc, t.Head) {
				return -1
			}
		}
	}
}

// passes tells whether a participle behind a noun hands a date on to the verb
// above: it gives the noun a name ("a drill dubbed Blue Wave in 2018"), or says
// when words were put out ("in a letter published on Monday, he said …").
func passes(doc *language.Document, participle int) bool {
	t := doc.Tokens[participle]
	return is(t.Lemma, "naming") || is(t.Lemma, "issuing") && tellsWhen(doc, t.Head)
}

// tellsWhen tells whether a noun stands behind "in", "at", "during" or "on".
func tellsWhen(doc *language.Document, noun int) bool {
	t := doc.Tokens[noun]
	return t.Dep == "pobj" && is(doc.Tokens[t.Head].Text, "within")
}

func predicate(doc *language.Document, i int) bool {
	t := doc.Tokens[i]
	return t.POS == "VERB" || t.POS == "AUX" && t.Dep != "aux" && t.Dep != "auxpass"
}

// below judges the way from a predicate up to the verb on which the date
// depends. A year holds what came about just before, too.
func below(doc *language.Document, verb, token, date int, year bool) tie {
	best := clausal
	for i := token; i != verb; i = doc.Tokens[i].Head {
		t := doc.Tokens[i]
		switch t.Dep {
		case "relcl", "parataxis", "dep", "csubj":
			return separated
		case "acl":
			if !participle(doc, i) {
				return separated
			}
			best = max(best, shared)
		case "ccomp":
			switch {
			case participle(doc, i):
				best = max(best, shared)
			case disclosed(doc, i):
				best = max(best, carried)
			default:
				return separated
			}
		case "advcl":
			if sequence(doc, i, year) && !hoursApart(doc, i) {
				return separated
			}
			best = max(best, shared)
		case "xcomp":
			if t.POS == "VERB" && i == token && date < verb {
				best = max(best, shared)
			}
		case "prep":
			if is(t.Text, "order") && !(year && is(t.Text, "sequel")) {
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
// predicate: only verbs of one subject share a date, and what lies hours apart.
func above(doc *language.Document, token, verb int) tie {
	best := shared
	for i := verb; i != token; i = doc.Tokens[i].Head {
		switch t := doc.Tokens[i]; {
		case t.Dep == "conj" && doc.Child(i, "nsubj", "nsubjpass") < 0:
			best = carried
		case t.Dep == "pcomp" && strings.EqualFold(doc.Tokens[t.Head].Text, "by"), t.Dep == "prep":
		case t.Dep == "advcl" && (t.Tag == "VBG" && doc.Child(i, "mark", "nsubj", "aux") < 0 || hoursApart(doc, i)):
			best = carried
		default:
			return separated
		}
	}
	return best
}

// participle tells whether a clause is one of a participle without a subject
// ("…, being elected by the council"), which goes along with its verb.
func participle(doc *language.Document, clause int) bool {
	if doc.Child(clause, "mark", "nsubj", "nsubjpass") >= 0 {
		return false
	}
	aux := doc.Child(clause, "aux", "auxpass")
	return doc.Tokens[clause].Tag == "VBG" && aux < 0 || aux >= 0 && doc.Tokens[aux].Tag == "VBG"
}

// disclosed tells whether a clause is what its verb makes known: a plan, or
// what the speaker had done ("announced that it had reached a deal").
func disclosed(doc *language.Document, clause int) bool {
	if !is(doc.Tokens[doc.Tokens[clause].Head].Lemma, "disclosing") {
		return false
	}
	subject := doc.Child(clause, "nsubj", "nsubjpass")
	own := subject >= 0 && doc.Tokens[subject].Tag == "PRP"
	for _, c := range doc.Children(clause) {
		if t := doc.Tokens[c]; t.Dep == "aux" && (t.Tag == "MD" || own && strings.EqualFold(t.Text, "had")) {
			return true
		}
	}
	return false
}

// sequence tells whether an adverbial clause stands at another time than the
// clause that it modifies.
func sequence(doc *language.Document, clause int, year bool) bool {
	for _, c := range doc.Children(clause) {
		switch t := doc.Tokens[c]; t.Dep {
		case "mark", "advmod":
			if is(t.Text, "order") && !(year && is(t.Text, "sequel")) {
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

// hoursApart tells whether a clause lies hours or minutes before or after the
// one that it modifies: "hours after he resigned".
func hoursApart(doc *language.Document, clause int) bool {
	for _, c := range doc.Children(clause) {
		if t := doc.Tokens[c]; t.Dep == "mark" && is(t.Text, "order") {
			for _, n := range []int{doc.Child(clause, "npadvmod"), doc.Child(int(c), "npadvmod")} {
				if n >= 0 && (doc.Tokens[n].Lemma == "hour" || doc.Tokens[n].Lemma == "minute") {
					return true
				}
			}
		}
	}
	return false
}
