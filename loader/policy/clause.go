package policy

import (
	"dateline/loader/language"
	"dateline/loader/trace"
)

// clause tells whether a verb makes a policy without naming it: somebody
// offers or proposes to do something, or bans or sanctions something.
func (r *reading) clause(i int) (phrase, bool) {
	t := r.doc.Tokens[i]
	a, ok := r.acts[r.lemma(i)]
	if !ok || t.POS != "VERB" || a.kind == "against" {
		return phrase{}, false
	}
	p := phrase{head: i, instrument: instrument{a.instrument, weak}, clause: true, policy: -1}
	switch a.kind {
	case "do":
		if !r.proposed(i) {
			return phrase{}, false
		}
		p.name = "plan"
		p.tokens = r.line(i, r.doc.SubtreeRange(i))
		p.proposers = r.subjects(t.Head)
		r.content(&p, i)
	case "impose":
		p.strength = strong
		object := r.doc.Child(i, "dobj", "nsubjpass")
		if object < 0 || t.Tag == "VBG" || r.mode(i) != fact {
			r.log.Drop(i, trace.NotFact, -1, a.instrument)
			return phrase{}, false
		}
		p.tokens = language.Range{First: min(i, r.chunk(object).First), End: max(i, object) + 1}
		if p.tokens.End-p.tokens.First > 20 {
			p.tokens = language.Range{First: i, End: i + 1}
		}
		p.proposers = r.actors(i)
		r.object(&p, "on", object)
		if len(p.proposers) == 0 && (!r.passive(i) || r.personal(i)) {
			r.log.Drop(i, trace.NoProposer, -1, a.instrument)
			return phrase{}, false
		}
	}
	return p, true
}

// personal tells that somebody is kept from doing something ("was banned from driving").
func (r *reading) personal(verb int) bool {
	for _, c := range r.doc.Children(verb) {
		if r.doc.Tokens[c].Dep == "prep" && r.lower[c] == "from" {
			return true
		}
	}
	return false
}

// proposed tells whether a verb stands below one that proposes, be it as its
// complement or, as the parser has it, as its purpose.
func (r *reading) proposed(i int) bool {
	t := r.doc.Tokens[i]
	if !r.is("proposing", r.lemma(t.Head)) || r.doc.Tokens[t.Head].POS != "VERB" {
		return false
	}
	switch t.Dep {
	case "xcomp", "ccomp", "pcomp":
		return true
	case "advcl":
		return t.Tag == "VB" && i > t.Head && i-t.Head < 6 && r.doc.Child(t.Head, "dobj") < 0
	}
	return false
}

// line is the part of a run of tokens around one that stands on its line.
func (r *reading) line(i int, run language.Range) language.Range {
	first, end := i, i+1
	for first > run.First && r.doc.Tokens[first-1].POS != "SPACE" && i-first < 4 {
		first--
	}
	for end < run.End && r.doc.Tokens[end].POS != "SPACE" && end-i < 18 {
		end++
	}
	for end > i+1 && r.doc.Tokens[end-1].POS == "PUNCT" {
		end--
	}
	return language.Range{First: first, End: end}
}
