package event

import (
	"slices"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/dating"
	"dateline/loader/language"
	"dateline/loader/policy"
	"dateline/loader/statement"
	"dateline/loader/timex"
	"dateline/loader/trace"
)

// A Finder finds events. It is safe for concurrent use.
type Finder struct {
	lexicon *lexicon
	log     *trace.Log
}

// New reads the lexicons.
func New() (*Finder, error) {
	l, err := readLexicon()
	return &Finder{lexicon: l}, err
}

// Tracing is a finder that takes down in a log what it does on one text.
func (f *Finder) Tracing(log *trace.Log) *Finder { return &Finder{f.lexicon, log} }

// Find gives the events of a text in the order of their triggers, each once:
// what is reported again with the same type, participants and no other date is
// left out. In what somebody says, "I" and "we" are the speaker.
func (f *Finder) Find(doc *language.Document, c *coref.Result, dates []timex.Expression, p *policy.Result, said []statement.Statement) []Event {
	r := f.lexicon.reading(doc, c, said)
	r.log = f.log
	events := r.joinAims(r.found(dates))
	slices.SortStableFunc(events, func(a, b Event) int { return a.Trigger.First - b.Trigger.First })
	r.blame(events)
	r.answer(events)
	for k := range events {
		e := &events[k]
		if e.Date = r.dated(dates, *e); e.Date >= 0 && e.Status == graph.Occurred && dates[e.Date].Future && !r.past(e.Trigger.First) {
			e.Status = graph.Planned
		}
		e.Policy = -1
		if p != nil {
			e.Policy = policyOf(doc, p, e.Trigger.First)
		}
	}
	r.recall(events)
	return r.once(events)
}

// longest is the number of tokens beyond which a sentence is a list or a
// broken page, whose tree says nothing.
const longest = 400

// found reads the events of verbs, of nouns that no verb includes, and of
// other verbs that are dated or make news.
func (r *reading) found(dates []timex.Expression) []Event {
	var events []Event
	read := func(of func(i int) (Event, bool)) {
		for _, s := range r.doc.Sentences {
			for i := s.First; i < s.End && s.End-s.First <= longest; i++ {
				if e, ok := of(i); ok {
					events = append(events, e)
				}
			}
		}
	}
	read(func(i int) (Event, bool) {
		if e, ok := r.verb(i); ok {
			return e, true
		}
		return r.duty(i)
	})
	r.menace(events)
	events = r.withoutGoverned(events)
	read(func(i int) (Event, bool) {
		if r.taken[i] {
			return r.drop(i, trace.PartOfVerb, r.doc.Tokens[i].Head, "")
		}
		return r.noun(i)
	})
	told, carries := map[int]bool{}, map[int]bool{}
	for _, e := range events {
		told[r.doc.Tokens[e.Trigger.First].Sentence], carries[e.Trigger.First] = true, true
	}
	read(func(i int) (Event, bool) {
		if carries[i] {
			return Event{}, false
		}
		return r.other(i, dates, told[r.doc.Tokens[i].Sentence])
	})
	return events
}

// dated is the date of an event: its own, or for what is planned that of the
// announcement that tells of it.
func (r *reading) dated(dates []timex.Expression, e Event) int {
	trigger := e.Trigger.First
	if date := dating.Of(r.doc, dates, trigger); date >= 0 {
		return date
	}
	if date := r.saidThen(e); date >= 0 {
		r.log.Take(trigger, trace.DoneInSaying, dates[date].Tokens.First, "")
		return date
	}
	if t := r.doc.Tokens[trigger]; e.Status == graph.Planned && t.Dep == "ccomp" && announces(r.lemma(t.Head)) {
		r.log.Take(trigger, trace.AnnouncedThen, t.Head, "")
		return dating.Of(r.doc, dates, t.Head)
	}
	return -1
}

// past tells whether a verb is in a past tense: with it, "the next morning" is past.
func (r *reading) past(verb int) bool {
	if r.doc.Tokens[verb].Tag == "VBD" {
		return true
	}
	aux := r.child(verb, "aux", "auxpass")
	return aux >= 0 && r.doc.Tokens[aux].Tag == "VBD"
}

func announces(lemma string) bool {
	switch lemma {
	case "announce", "declare", "confirm", "reveal", "decide":
		return true
	}
	return false
}

// policyOf is the policy that the object or complement of a trigger names.
func policyOf(doc *language.Document, p *policy.Result, trigger int) int {
	for _, c := range doc.Children(trigger) {
		switch doc.Tokens[c].Dep {
		case "dobj", "nsubjpass":
			if at := p.At(int(c)); at >= 0 {
				return at
			}
		case "prep":
			if o := doc.Child(int(c), "pobj"); o >= 0 {
				if at := p.At(o); at >= 0 {
					return at
				}
			}
		}
	}
	return -1
}

// event puts an event together. Who is an actor is no target.
func (r *reading) event(f frame, i int, actors, targets []int) Event {
	e := Event{Type: f.kind, Mode: f.mode, Status: r.status(i), Actors: distinct(actors),
		Trigger: language.Range{First: i, End: i + 1}, Tokens: r.clause(i), Rule: "verb", Confidence: 0.8}
	if r.doc.Tokens[i].POS == "NOUN" {
		e.Rule, e.Confidence = "noun", 0.6
	}
	for _, t := range distinct(targets) {
		if !slices.Contains(e.Actors, t) {
			e.Targets = append(e.Targets, t)
		}
	}
	return e
}

func distinct(list []int) []int {
	var kept []int
	for _, v := range list {
		if v >= 0 && !slices.Contains(kept, v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// clause is the run of words that supports an event: the trigger with its
// subject and what depends on it, at most the sentence.
func (r *reading) clause(i int) language.Range {
	span := r.doc.SubtreeRange(i)
	if s := r.subject(i); s >= 0 && r.doc.Tokens[s].Sentence == r.doc.Tokens[i].Sentence {
		span.First, span.End = min(span.First, s), max(span.End, s+1)
	}
	for k := span.First; k < span.End; k++ { // the tree may run on over a heading or dateline
		if !r.doc.EmptyLine(k) {
			continue
		}
		if k > i {
			span.End = k
			break
		}
		span.First = k + 1
	}
	for span.First < span.End && r.doc.Tokens[span.First].POS == "SPACE" {
		span.First++
	}
	for span.End > span.First+1 && (r.doc.Tokens[span.End-1].POS == "SPACE" || r.doc.Tokens[span.End-1].POS == "PUNCT") {
		span.End--
	}
	return span
}
