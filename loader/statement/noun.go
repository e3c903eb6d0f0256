package statement

import (
	"slices"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/trace"
)

// fromNouns finds statements that nouns attribute: "her claim that …", "the
// bank's warning of …", "a promise to …".
func (r *reading) fromNouns() []draft {
	var drafts []draft
	for n := range r.doc.Tokens {
		t := r.token(n)
		if t.POS != "NOUN" || r.inside[n] >= 0 || !r.readable(n) {
			continue
		}
		for _, e := range r.nouns[r.lemma(n)] {
			if e.class == document || e.class == vehicle {
				continue
			}
			if d, ok := r.fromNoun(n, e); ok {
				drafts = append(drafts, d)
				break
			}
		}
	}
	return drafts
}

func (r *reading) fromNoun(n int, e entry) (draft, bool) {
	c, frame := r.child(n, "acl", "ccomp"), ""
	if rel := r.child(n, "relcl"); c < 0 && rel >= 0 && r.infinitive(rel) {
		c = rel
	}
	switch {
	case c < 0 || c < n:
		return r.drop(n, trace.NoContent, e)
	case r.marked(c, "that"):
		frame = that
	case r.infinitive(c) && (e.class == commissive || e.class == directive || e.class == plan || e.class == desire):
		frame = to
	default:
		return r.drop(n, trace.NoContent, e)
	}
	content := r.whole(r.subtree(c), n)
	if len(content) == 0 {
		return r.drop(n, trace.NoContent, e)
	}
	cues := []int{n}
	source := r.ownerOf(n)
	if source.none() {
		if v := r.token(n).Head; r.token(n).Dep == "dobj" && r.verb(v) {
			source = r.sourceOf(v) // "made a promise to …"
			cues = append(r.cueGroup(v, -1), n)
			switch { // of what others said
			case r.turnsDown(v) && frame == that:
				e.act = graph.Deny
			case r.turnsDown(v):
				e.act = graph.Reject
			case receiving[r.lemma(v)]:
				return r.drop(n, trace.NoSource, e)
			}
		}
	}
	if frame == to && source.none() {
		return r.drop(n, trace.NoSource, e)
	}
	return draft{cue: n, cues: cues, entry: e, rule: "noun." + frame, source: source, content: content, posted: -1, confidence: 0.6}, true
}

// turnsDown tells whether a verb refuses or denies what its object says.
func (r *reading) turnsDown(v int) bool {
	return slices.ContainsFunc(r.entries(v), func(e entry) bool {
		return e.act == graph.Reject || e.act == graph.Deny || e.act == graph.Criticize
	})
}

// receiving are verbs whose objects others say to their subjects: "faces calls
// to resign".
var receiving = map[string]bool{"face": true, "get": true, "hear": true, "heed": true, "ignore": true, "receive": true, "draw": true,
	"meet": true, "answer": true, "counter": true, "prompt": true, "attract": true, "spark": true, "fuel": true, "investigate": true}

// ownerOf is whose a noun is: its possessor, or what stands after "by", "from" or "of".
func (r *reading) ownerOf(n int) source {
	if p := r.child(n, "poss"); p >= 0 {
		s := r.phrase(p, n)
		for s.tokens.End-1 > s.head && r.token(s.tokens.End-1).Tag == "POS" {
			s.tokens.End--
		}
		return s
	}
	for _, c := range r.doc.Children(n) {
		i := int(c)
		if r.token(i).Dep != "prep" || i < n {
			continue
		}
		switch r.lower[i] {
		case "by", "from", "of":
			if o := r.child(i, "pobj"); o >= 0 && r.token(o).Tag != "VBG" {
				return r.phrase(o, n)
			}
		}
	}
	return nobody
}

// fromAdjectives finds attitudes that adjectives attribute to their subjects:
// "was sure that …", "is willing to …".
func (r *reading) fromAdjectives() []draft {
	var drafts []draft
	for a := range r.doc.Tokens {
		t := r.token(a)
		if t.POS != "ADJ" && t.Tag != "VBN" || t.Dep != "acomp" && t.Dep != "ROOT" && t.Dep != "conj" || r.inside[a] >= 0 || !r.readable(a) {
			continue
		}
		for _, e := range r.adjectives[r.lower[a]] {
			c := r.child(a, "ccomp", "xcomp")
			if c < a {
				continue
			}
			frame := that
			if r.token(c).Dep == "xcomp" {
				frame = to
			}
			s, content := r.sourceOf(r.clause(t.Head)), r.whole(r.subtree(c), a)
			if s.none() || len(content) == 0 || slices.Contains(content, s.head) || !r.somebody(s.head) {
				continue
			}
			cues := r.copula(a)
			drafts = append(drafts, draft{cue: a, cues: cues, entry: e, rule: "adjective." + frame, source: s, content: content, posted: -1, confidence: 0.5})
			break
		}
	}
	return drafts
}

// copula is a form of "be" with its adjective.
func (r *reading) copula(a int) []int {
	v := r.token(a).Head
	if !r.verb(v) || v > a || a-v > 4 {
		return []int{a}
	}
	return run(language.Range{First: r.cueGroup(v, -1)[0], End: a + 1})
}
