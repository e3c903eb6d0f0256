package dating

import (
	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/timex"
	"dateline/loader/trace"
)

// ties says how each tie lets a date be taken.
var ties = map[tie]trace.Reason{attached: trace.Attached, clausal: trace.OfClause, shared: trace.SharedDate, carried: trace.SharedSubject}

// Why gives of each date of a predicate's sentence, and of one before it that
// dates it, why it dates the predicate or does not. A note's By is the
// first token of the date.
func Why(doc *language.Document, dates []timex.Expression, token int) []trace.Note {
	sentence := doc.Sentences[doc.Tokens[token].Sentence]
	if sentence.End-sentence.First > longest {
		return []trace.Note{{Tokens: trace.Word(token), Dropped: true, Reason: trace.TooLong, By: -1}}
	}
	taken, closest := Of(doc, dates, token), separated
	for k := range in(dates, sentence) {
		if dismissed(doc, dates[k], token) == "" {
			closest = min(closest, reach(doc, dates[k], token))
		}
	}
	var notes []trace.Note
	if taken >= 0 && dates[taken].Tokens.First < sentence.First {
		reason := trace.GoesOn
		if taken != carriedOver(doc, dates, token) {
			reason = trace.SameOccasion
		}
		notes = append(notes, trace.Note{Tokens: trace.Word(token), Reason: reason, By: dates[taken].Tokens.First})
	}
	for k := range in(dates, sentence) {
		n := trace.Note{Tokens: trace.Word(token), Dropped: k != taken, By: dates[k].Tokens.First, Reason: dismissed(doc, dates[k], token)}
		if n.Reason == "" {
			n.Reason = standing(reach(doc, dates[k], token), closest, k == taken)
		}
		notes = append(notes, n)
	}
	return notes
}

// dismissed tells why a date cannot date the predicate at all; empty if it may.
func dismissed(doc *language.Document, e timex.Expression, token int) trace.Reason {
	switch {
	case e.Date == nil:
		return trace.NoDay
	case e.Date.Basis == graph.BasisDateline:
		return trace.IsDateline
	case e.Tokens.First <= token && token < e.Tokens.End, parted(doc, e.Tokens.First, token):
		return trace.OtherVoice
	}
	return ""
}

// standing tells why a date of a tie is taken or left, given the closest tie
// of any.
func standing(t, closest tie, taken bool) trace.Reason {
	switch {
	case taken:
		return ties[t]
	case t == separated:
		return trace.OtherClause
	case t == closest && t >= shared:
		return trace.Doubtful
	}
	return trace.Farther
}
