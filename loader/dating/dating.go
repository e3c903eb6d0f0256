package dating

import (
	"iter"
	"slices"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/timex"
)

// longest is the number of tokens beyond which a sentence is a list or a
// broken page, whose tree says nothing.
const longest = 400

// A tie is how a date hangs together with a predicate; the lower the closer.
type tie int

const (
	attached  tie = iota // depends on the predicate
	clausal              // depends on the verb whose subject, object or complement the predicate is
	shared               // depends on a verb that the predicate goes along with
	carried              // stands beside a verb that shares the subject
	separated            // says nothing of the predicate
)

// Of gives the index of the time expression that dates the predicate (a verb
// or a noun such as "vote") at a token, -1 if none does beyond doubt. dates
// are those of the text, in its order. The cost is linear in the sentence.
func Of(doc *language.Document, dates []timex.Expression, token int) int {
	sentence := doc.Sentences[doc.Tokens[token].Sentence]
	if sentence.End-sentence.First > longest {
		return -1
	}
	if k := within(doc, dates, token); k >= 0 {
		return k
	}
	if k := carriedOver(doc, dates, token); k >= 0 {
		return k
	}
	return SameOccasion(doc, dates, token)
}

// within is the date of the predicate's own sentence that dates it, or -1.
func within(doc *language.Document, dates []timex.Expression, token int) int {
	best, closest, doubt := -1, separated, false
	for k := range in(dates, doc.Sentences[doc.Tokens[token].Sentence]) {
		e := dates[k]
		if e.Date == nil || e.Date.Basis == graph.BasisDateline || e.Tokens.First <= token && token < e.Tokens.End || parted(doc, e.Tokens.First, token) {
			continue
		}
		switch t := reach(doc, e, token); {
		case t < closest, t == closest && t < shared && better(e, dates[best], token):
			best, closest, doubt = k, t, false
		case t == closest && t >= shared:
			doubt = true
		}
	}
	if doubt {
		return -1
	}
	return best
}

// in iterates over the indexes of the dates that begin in a run of tokens.
func in(dates []timex.Expression, s language.Range) iter.Seq[int] {
	first, _ := slices.BinarySearchFunc(dates, s.First, func(e timex.Expression, t int) int { return e.Tokens.First - t })
	return func(yield func(int) bool) {
		for k := first; k < len(dates) && dates[k].Tokens.First < s.End; k++ {
			if !yield(k) {
				return
			}
		}
	}
}

// better tells which of two dates that hang together with a predicate alike is
// taken: the one that lies within the other, else the nearer one.
func better(a, b timex.Expression, token int) bool {
	switch {
	case lies(a.Date, b.Date):
		return true
	case lies(b.Date, a.Date):
		return false
	}
	return distance(a.Tokens, token) < distance(b.Tokens, token)
}

// lies tells whether a date lies within a longer one.
func lies(in, out *graph.FuzzyDate) bool {
	return in.Start >= out.Start && in.End <= out.End && in.End-in.Start < out.End-out.Start
}

func distance(r language.Range, token int) int {
	return max(r.First-token, token-r.End+1)
}

// parted tells whether one of two tokens is inside a quotation and the other
// is not, an odd number of quotation marks lying between, or an empty line
// keeps them apart (a heading runs on into the sentence below it).
func parted(doc *language.Document, a, b int) bool {
	if a > b {
		a, b = b, a
	}
	odd := false
	for i := a; i < b; i++ {
		switch doc.Tokens[i].Text {
		case `"`, "“", "”", "``", "''", "«", "»":
			odd = !odd
		}
		if doc.EmptyLine(i) {
			return true
		}
	}
	return odd
}
