package event

import (
	"slices"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/dating"
	"dateline/loader/language"
	"dateline/loader/policy"
	"dateline/loader/timex"
)

// A Finder finds events. It is safe for concurrent use.
type Finder struct{ lexicon *lexicon }

// New reads the lexicons.
func New() (*Finder, error) {
	l, err := readLexicon()
	return &Finder{l}, err
}

// Find gives the events of a text in the order of their triggers, each once:
// what is reported again with the same type, participants and no other date is
// left out.
func (f *Finder) Find(doc *language.Document, c *coref.Result, dates []timex.Expression, p *policy.Result, published *graph.FuzzyDate) []Event {
	r := &reading{doc, c, f.lexicon}
	taken := map[int]bool{} // nouns that a verb's event includes
	var events []Event
	for i := range doc.Tokens {
		e, ok := r.verb(i, taken)
		if ok {
			events = append(events, e)
		}
	}
	for i := range doc.Tokens {
		if e, ok := r.noun(i); ok && !taken[i] {
			events = append(events, e)
		}
	}
	slices.SortStableFunc(events, func(a, b Event) int { return a.Trigger.First - b.Trigger.First })
	for k := range events {
		e := &events[k]
		e.Date = dating.Of(doc, dates, e.Trigger.First)
		e.Policy = -1
		if p != nil {
			e.Policy = policyOf(doc, p, e.Trigger.First)
		}
	}
	return once(events)
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

// verb reads the event of a verb, if it carries one with a participant.
func (r *reading) verb(i int, taken map[int]bool) (Event, bool) {
	if t := r.doc.Tokens[i]; t.POS != "VERB" {
		return Event{}, false
	}
	for _, lemma := range r.withParticle(i) {
		for _, f := range r.lexicon.verbs[lemma] {
			if !r.fits(f, i, lemma) {
				continue
			}
			actors, targets := r.participants(f, i)
			if f.what != "" && f.what != "none" {
				if o := r.object(i); o >= 0 {
					taken[o] = true
					targets = append(targets, r.behindNoun(f, o)...)
				}
			}
			e := r.event(f, i, actors, targets)
			return e, len(e.Actors)+len(e.Targets) > 0
		}
	}
	return Event{}, false
}

// object is what a verb is done to, in the active or the passive.
func (r *reading) object(verb int) int {
	if r.passive(verb) {
		return r.passiveSubject(verb)
	}
	return r.child(verb, "dobj")
}

// fits tells whether a verb stands in a frame.
func (r *reading) fits(f frame, verb int, lemma string) bool {
	o := r.object(verb)
	switch {
	case f.what == "none":
		return o < 0
	case f.what != "":
		if o < 0 || !r.lexicon.classes[f.what][r.lemma(o)] {
			return false
		}
	}
	return !f.clause || o >= 0 || r.child(verb, "xcomp", "ccomp") >= 0 || len(r.behind(verb, f.takes)) > 0
}

// participants gives who does it and to whom.
func (r *reading) participants(f frame, verb int) (actors, targets []int) {
	var done int
	if r.passive(verb) {
		actors, done = r.entities(r.agent(verb)), r.passiveSubject(verb)
		if f.reciprocal && !f.object {
			actors, done = append(actors, r.entities(done)...), -1
		}
	} else {
		actors, done = r.entities(r.subject(verb)), r.child(verb, "dobj")
	}
	if f.object && f.what == "" {
		targets = append(targets, r.entities(done)...)
		if o := r.child(verb, "dative"); o >= 0 && r.doc.Tokens[o].POS != "ADP" {
			targets = append(targets, r.entities(o)...)
		}
	}
	if f.what != "" && f.object && done >= 0 {
		targets = append(targets, r.modifiers(done)...)
	}
	for _, o := range r.behind(verb, func(p string) bool { return f.takes(p) || f.reciprocal && p == "with" }) {
		targets = append(targets, r.entities(o)...)
	}
	return actors, targets
}

// behindNoun gives the targets that stand behind the object of a verb
// ("imposed sanctions on").
func (r *reading) behindNoun(f frame, noun int) []int {
	var targets []int
	for _, o := range r.behind(noun, func(p string) bool { return f.takes(p) || f.reciprocal && (p == "with" || p == "between") }) {
		targets = append(targets, r.entities(o)...)
	}
	return targets
}

// noun reads the event of a noun.
func (r *reading) noun(i int) (Event, bool) {
	if t := r.doc.Tokens[i]; t.POS != "NOUN" {
		return Event{}, false
	}
	lemma := r.lemma(i)
	frames := r.lexicon.nouns[lemma]
	if c := r.child(i, "compound"); c >= 0 {
		frames = append(slices.Clip(r.lexicon.nouns[r.lemma(c)+"_"+lemma]), frames...)
	}
	if len(frames) == 0 {
		return Event{}, false
	}
	f := frames[0]
	var actors, targets []int
	for _, o := range r.behind(i, func(p string) bool { return f.takes(p) || f.reciprocal && (p == "between" || p == "with") }) {
		targets = append(targets, r.entities(o)...)
	}
	for _, o := range r.behind(i, func(p string) bool { return p == "by" || p == "of" && !f.takes("of") }) {
		actors = append(actors, r.entities(o)...)
	}
	for _, c := range r.doc.Children(i) {
		switch r.doc.Tokens[c].Dep {
		case "poss", "amod", "compound", "nmod":
			if e := r.meant(int(c)); e >= 0 {
				actors = append(actors, e)
			}
		}
	}
	e := r.event(f, i, actors, targets)
	return e, len(e.Actors)+len(e.Targets) > 0
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
	for span.First < span.End && r.doc.Tokens[span.First].POS == "SPACE" {
		span.First++
	}
	for span.End > span.First+1 && (r.doc.Tokens[span.End-1].POS == "SPACE" || r.doc.Tokens[span.End-1].POS == "PUNCT") {
		span.End--
	}
	return span
}
