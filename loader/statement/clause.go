package statement

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/trace"
)

// entries are the lexicon's lines for a verb, with its particle if it has one.
func (r *reading) entries(v int) []entry {
	lemma := r.lemma(v)
	if p := r.child(v, "prt"); p >= 0 {
		if e := r.verbs[lemma+"_"+r.lower[p]]; e != nil {
			return e
		}
	}
	return r.verbs[lemma]
}

// fromVerbs finds the statements that verbs attribute to their subjects.
func (r *reading) fromVerbs() []draft {
	var drafts []draft
	for v := range r.doc.Tokens {
		if !r.verb(v) || r.inside[v] >= 0 || r.spoken[v] || !r.readable(v) {
			continue
		}
		for _, e := range r.entries(v) {
			if d, ok := r.fromVerb(v, e); ok {
				drafts = append(drafts, d)
				break
			}
		}
	}
	return drafts
}

// fromVerb reads a verb by one line of the lexicon.
func (r *reading) fromVerb(v int, e entry) (draft, bool) {
	if r.supposed(v) && (e.class == speech || e.class == directive || e.class == commissive) {
		return r.drop(v, trace.OnlyPossible, e)
	}
	if t := r.token(v); r.infinitive(v) && (t.Dep == "advcl" || t.Dep == "relcl") {
		return r.drop(v, trace.OnlyAim, e)
	}
	frame, content, preposition := r.complement(v, e)
	content, vehicle := r.conveyed(r.whole(content, v))
	if len(content) == 0 {
		return r.drop(v, trace.NoContent, e)
	}
	source := r.sourceOf(v)
	passive := r.child(v, "auxpass") >= 0
	if !source.none() && (r.paragraph[source.head] != r.paragraph[v] || r.lower[source.head] == "you") {
		return r.drop(v, trace.NoSpeaker, e)
	}
	if source.none() && (frame != that || e.class != speech && e.class != belief || e.has(hearer)) {
		return r.drop(v, trace.NoSource, e)
	}
	if source.none() && !passive || !source.none() && slices.Contains(content, source.head) {
		return r.drop(v, trace.NoSource, e)
	}
	hearers := r.hearers(v, e)
	if vehicle > 0 {
		hearers = append(hearers, r.reachedIn(vehicle)...)
	}
	if passive {
		if frame == object && !e.has(onPolicy) || e.class == desire && frame != that {
			return r.drop(v, trace.NotAttributed, e)
		}
		if s := r.subject(v); s >= 0 && e.has(hearer) {
			hearers = append(hearers, s) // "was told that"
		} else if s >= 0 && frame != that && frame != object {
			content = r.trim(slices.Sorted(slices.Values(append(r.subtree(s), content...))))
		}
	}
	d := draft{cue: v, cues: r.cueGroup(v, preposition), entry: e, rule: string(e.class) + "." + frame, source: source,
		content: content, hearers: hearers, vehicle: vehicle, posted: -1, confidence: confidences[e.class]}
	if frame == object {
		d.confidence -= 0.1
	}
	return d, true
}

// supposed tells whether a verb is only thought possible: "might say".
func (r *reading) supposed(v int) bool {
	for _, c := range r.doc.Children(v) {
		if r.token(int(c)).Dep == "aux" {
			switch r.lower[c] {
			case "might", "may", "could", "should":
				return true
			}
		}
	}
	return false
}

// complement finds what a verb attributes: the frame by which it does, the
// tokens, and the preposition before them or -1.
func (r *reading) complement(v int, e entry) (frame string, content []int, preposition int) {
	t := r.token(v)
	if e.has(that) || e.has(hearer) {
		if c := r.clauseOf(v); c > v || c >= 0 && (e.class == speech || e.class == belief || e.class == show) {
			return that, r.subtree(c), -1
		}
		if t.Dep == "parataxis" || t.Dep == "advcl" && r.marked(v, "as") && r.child(v, "dobj", "xcomp") < 0 {
			if r.subject(v) >= 0 && t.Head != v && r.verb(t.Head) && e.has(that) && e.class != desire && e.class != feeling {
				return that, r.subtree(t.Head, v), -1
			}
		}
	}
	if e.has(hearerTo) {
		if c := r.asked(v); c != nil {
			return hearerTo, c, -1
		}
	}
	if e.has(onFrame) {
		if x := r.child(v, "xcomp", "advcl"); x >= 0 && r.infinitive(x) && r.child(v, "prep") >= 0 {
			return onFrame, r.subtree(x), -1
		}
		return "", nil, -1
	}
	if slices.Contains(e.frames, "for") {
		if c := r.wanted(v); c != nil {
			return "for", c, -1
		}
	}
	if x := r.child(v, "xcomp"); x >= 0 {
		if e.has(to) && r.infinitive(x) {
			return to, r.subtree(x), -1
		}
		if e.has(ing) && r.token(x).Tag == "VBG" {
			return ing, r.subtree(x), -1
		}
	}
	if c := r.unmarked(v); c != nil && (e.has(that) || e.has(hearer)) {
		return that, c, -1
	}
	return r.nominalComplement(v, e)
}

// nominalComplement finds noun phrases that a verb attributes.
func (r *reading) nominalComplement(v int, e entry) (frame string, content []int, preposition int) {
	o := r.child(v, "dobj")
	if e.has(asFrame) {
		if c := r.predicated(v, o); c != nil {
			return asFrame, c, -1
		}
	}
	if p := r.child(v, "prep"); e.has(to) && p > v && r.lower[p] == "to" {
		if n := r.child(p, "pcomp"); n >= 0 {
			return to, r.subtree(n), p // "admitted to taking"
		}
	}
	prepositions := e.prepositions()
	if len(prepositions) > 0 {
		for _, c := range r.doc.Children(v) {
			p := int(c)
			if r.token(p).Dep != "prep" || !slices.Contains(prepositions, r.lower[p]) || p < v {
				continue
			}
			n := r.child(p, "pobj", "pcomp")
			switch {
			case n < 0:
			case e.act == graph.Accuse && o > v: // "accused them of …": who and of what
				return r.lower[p], slices.Sorted(slices.Values(append(r.subtree(o), r.subtree(p)...))), -1
			default:
				return r.lower[p], r.subtree(n), p
			}
		}
	}
	if s := r.child(v, "nsubjpass"); s >= 0 && e.has(onPolicy) && r.isPolicy(s) && r.child(v, "agent") >= 0 {
		return object, r.subtree(s, r.aside(s)...), -1
	}
	if (e.has(object) || e.has(quoted) && r.holdsQuotation(o) || e.has(onPolicy) && r.isPolicy(o)) && o > v && r.token(o).POS != "PRON" && !r.reflexive(o) && r.token(v).Dep != "amod" && !r.infinitive(v) {
		return object, r.withRole(v, o, r.subtree(o, r.aside(o)...)), -1
	}
	return "", nil, -1
}

// withRole adds to an object the "as" behind it: "announced Ann Lee as its choice".
func (r *reading) withRole(v, o int, content []int) []int {
	if len(content) == 0 {
		return content
	}
	next := content[len(content)-1] + 1
	if next < len(r.lower) && r.lower[next] == "as" && r.token(next).Dep == "prep" && r.token(next).Head == v {
		return append(content, r.subtree(next)...)
	}
	return content
}

// isPolicy tells whether a token heads a policy's mention.
func (r *reading) isPolicy(i int) bool {
	_, ok := r.policyAt[i]
	return ok
}

// holdsQuotation tells whether a noun phrase has words in quotation marks.
func (r *reading) holdsQuotation(o int) bool {
	return o >= 0 && slices.ContainsFunc(r.subtree(o), func(i int) bool { return r.inside[i] >= 0 })
}

// aside are the relative clauses that only add to a noun: those behind a comma.
func (r *reading) aside(n int) []int {
	var list []int
	for _, c := range r.doc.Children(n) {
		i := int(c)
		if r.token(i).Dep != "relcl" {
			continue
		}
		if first := r.doc.SubtreeRange(i).First; first > 0 && r.lower[first-1] == "," {
			list = append(list, i)
		}
	}
	return list
}

// clauseOf is the head of the clause that a verb takes, -1 if it takes none.
func (r *reading) clauseOf(v int) int {
	before := -1
	for _, c := range r.doc.Children(v) {
		i := int(c)
		switch {
		case r.token(i).Dep != "ccomp" || r.inside[i] >= 0 && r.allQuoted(i) && i < v:
		case i > v:
			return i
		case before < 0:
			before = i
		}
	}
	return before
}

// allQuoted tells whether the subtree of a token begins and ends in one quotation.
func (r *reading) allQuoted(i int) bool {
	tokens := r.subtree(i)
	return len(tokens) > 0 && r.inside[tokens[0]] == r.inside[i] && r.inside[tokens[len(tokens)-1]] == r.inside[i]
}

// marked tells whether a clause is introduced by a word such as "as".
func (r *reading) marked(v int, word string) bool {
	m := r.child(v, "mark")
	return m >= 0 && r.lower[m] == word
}

// infinitive tells whether a verb, or a predicate's verb, stands with "to".
func (r *reading) infinitive(x int) bool {
	for _, c := range r.doc.Children(x) {
		if r.lower[c] == "to" && r.token(int(c)).Dep == "aux" {
			return true
		}
	}
	return false
}

// asked is what an object is asked to do ("urge them to leave").
func (r *reading) asked(v int) []int {
	for _, c := range r.doc.Children(v) {
		x := int(c)
		switch r.token(x).Dep {
		case "ccomp":
			if r.infinitive(x) {
				return r.subtree(x)
			}
		case "xcomp", "advcl":
			o := r.child(v, "dobj", "dative")
			if r.infinitive(x) && x > v && o >= 0 {
				return slices.Sorted(slices.Values(append(r.subtree(o, r.aside(o)...), r.subtree(x)...)))
			}
			if r.infinitive(x) && x > v && r.child(v, "nsubjpass") >= 0 {
				return r.subtree(x)
			}
		}
	}
	return nil
}

// wanted is what is asked for with a clause: "asked for the law to be dropped".
func (r *reading) wanted(v int) []int {
	for _, c := range r.doc.Children(v) {
		x := int(c)
		switch r.token(x).Dep {
		case "ccomp", "advcl", "xcomp":
			if m := r.child(x, "mark"); m >= 0 && r.lower[m] == "for" && r.infinitive(x) {
				return r.subtree(x, m)
			}
		}
	}
	return nil
}

// predicated is an object with what it is called or described as.
func (r *reading) predicated(v, o int) []int {
	p := r.child(v, "oprd")
	if p < 0 {
		for _, c := range r.doc.Children(v) {
			if i := int(c); r.lower[i] == "as" && r.token(i).Dep == "prep" && i > v {
				p = i
			}
		}
	}
	if p < 0 && o > v {
		for _, c := range r.doc.Children(o) {
			if i := int(c); i > o && r.token(i).Dep == "amod" && r.inside[i] >= 0 && r.inside[o] < 0 {
				return r.subtree(o) // "called the plan “reckless”", read as one phrase
			}
		}
	}
	if c := r.child(max(p, v), "pcomp"); p > v && c >= 0 && r.reports(c) {
		return nil // "cited him as saying": he says it
	}
	if p >= 0 && p > v {
		content := r.subtree(p)
		if o >= 0 {
			content = append(r.subtree(o), content...)
			slices.Sort(content)
			content = slices.Compact(content)
		}
		return content
	}
	if c := r.child(v, "ccomp"); c >= 0 && c > v && r.child(c, "mark", "aux") < 0 {
		return r.subtree(c) // a small clause: "deems the plan illegal"
	}
	return nil
}

func (r *reading) reflexive(i int) bool {
	return strings.HasSuffix(r.lower[i], "self") || strings.HasSuffix(r.lower[i], "selves")
}

// whole lets content that begins or ends inside a quotation run to the
// quotation's end, and drops it if it is nothing but the cue's own words.
func (r *reading) whole(content []int, cue int) []int {
	if len(content) == 0 {
		return nil
	}
	for k, i := range content {
		if q := r.inside[i]; q >= 0 && r.uttered[q] && r.inside[cue] < 0 && k > 0 {
			content = content[:k] // the quotation is a statement of its own
			break
		}
	}
	last := content[len(content)-1]
	if k := r.inside[last]; k >= 0 && r.quotations[k].closed {
		q := r.quotations[k]
		for i := last + 1; i < q.tokens.End; i++ {
			content = append(content, i)
		}
	}
	if slices.Contains(content, cue) {
		return nil
	}
	for k, i := range content {
		if k > 0 && (r.goesOn(i) || r.reportsAnew(i) || r.handedBack(i) == cue) {
			below := r.subtree(i)
			content = slices.DeleteFunc(content, func(t int) bool { return within(below, t) })
			break
		}
	}
	if content = r.trim(content); len(content) > 1 && r.lower[content[0]] == that && r.token(content[0]).Dep == "mark" {
		content = r.trim(content[1:])
	}
	return content
}

// reportsAnew tells whether a token is a verb of saying with a subject of its
// own that is only joined to the content: "… and others said that …".
func (r *reading) reportsAnew(i int) bool {
	return r.token(i).Dep == "conj" && r.verb(i) && r.inside[i] < 0 && r.subject(i) >= 0 && r.reports(i) && r.clauseOf(i) >= 0
}

// goesOn tells whether a token is a participle of saying behind a comma, by
// which the writer goes on to report: "…, adding that …".
func (r *reading) goesOn(i int) bool {
	t := r.token(i)
	if t.Tag != "VBG" || t.Dep != "advcl" || r.lower[i-1] != "," || r.inside[i] >= 0 {
		return false
	}
	for _, e := range r.entries(i) {
		if e.class == speech && e.has(that) {
			return true
		}
	}
	return false
}
