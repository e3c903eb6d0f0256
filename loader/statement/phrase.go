package statement

import (
	"slices"

	"dateline/graph"
	"dateline/loader/language"
)

// phraseAt gives the end of a phrase such as "according to" that begins at a
// token, 0 if none does.
func (r *reading) phraseAt(i int) int {
	for _, words := range r.phrases[r.lower[i]] {
		if i+len(words) <= len(r.lower) && slices.Equal(words, r.lower[i:i+len(words)]) {
			return i + len(words)
		}
	}
	return 0
}

// phraseSource is the noun phrase that the last word of a phrase governs.
func (r *reading) phraseSource(end int) source {
	last := end - 1
	o := r.child(last, "pobj", "dobj")
	if o < end {
		return nobody
	}
	return r.phrase(o, last)
}

// fromPhrases attributes sentences with "according to …" or "in …'s view": the
// clause around the phrase, without it.
func (r *reading) fromPhrases() []draft {
	var drafts []draft
	for i := range r.doc.Tokens {
		if r.inside[i] >= 0 || r.spoken[i] || !r.readable(i) {
			continue
		}
		var s source
		end := r.phraseAt(i)
		if end > 0 {
			s = r.phraseSource(end)
		} else {
			end, s = r.viewAt(i)
		}
		if s.none() {
			continue
		}
		if d, ok := r.fromPhrase(i, end, s); ok {
			drafts = append(drafts, d)
		}
	}
	return drafts
}

// fromPhrase attributes the clause around a phrase to a source.
func (r *reading) fromPhrase(i, end int, s source) (draft, bool) {
	top := i
	for range steps {
		h := r.token(top).Head
		if h < i || h >= end || h == top {
			break
		}
		top = h
	}
	h := r.token(top).Head
	if h == top {
		return draft{}, false
	}
	content := r.whole(r.around(h, top), i)
	content = slices.DeleteFunc(content, func(t int) bool { return t >= i && t < max(end, s.tokens.End) })
	if content = r.trim(content); len(content) < 2 {
		return draft{}, false
	}
	return draft{cue: i, cues: r.without(language.Range{First: i, End: end}, s), entry: entry{class: speech, act: graph.Assert},
		rule: "phrase.according", source: s, content: content, posted: -1, confidence: 0.85}, true
}

// without lists the tokens of a phrase that are not part of its source.
func (r *reading) without(phrase language.Range, s source) []int {
	return slices.DeleteFunc(run(phrase), func(i int) bool { return i >= s.tokens.First && i < s.tokens.End })
}

// viewAt reads "in the mayor's view" at a token: where it ends, and whose it is.
func (r *reading) viewAt(i int) (end int, s source) {
	if r.lower[i] != "in" {
		return 0, nobody
	}
	n := r.child(i, "pobj")
	if n < i {
		return 0, nobody
	}
	switch r.lower[n] {
	case "view", "opinion", "words", "judgment", "judgement", "eyes", "estimation", "telling", "assessment":
	default:
		return 0, nobody
	}
	if r.child(n, "poss") < 0 {
		return 0, nobody
	}
	return n + 1, r.ownerOf(n)
}

// around is the clause that a phrase qualifies: that of the main verb, unless
// the phrase stands inside another clause.
func (r *reading) around(h, phrase int) []int {
	c := r.clause(h)
	for {
		t := r.token(c)
		if t.Head == c {
			break
		}
		if t.Dep == "conj" || t.Dep == "ccomp" || t.Dep == "relcl" || t.Dep == "parataxis" {
			break
		}
		c = r.clause(t.Head)
	}
	return r.subtree(c, append(r.apart(c), phrase)...)
}

// apart are the clauses with a subject of their own that are joined to a verb
// by "but" or "while".
func (r *reading) apart(v int) []int {
	var list []int
	contrast := false
	for _, c := range r.doc.Children(v) {
		i := int(c)
		if r.lower[i] == "but" || r.lower[i] == "while" {
			contrast = true
		}
		if contrast && r.token(i).Dep == "conj" && r.subject(i) >= 0 {
			list = append(list, i)
		}
	}
	return list
}
