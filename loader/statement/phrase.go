package statement

import (
	"slices"

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

// fromPhrases attributes sentences with "according to …": the clause around
// the phrase, without it.
func (r *reading) fromPhrases() []draft {
	var drafts []draft
	for i := range r.doc.Tokens {
		end := r.phraseAt(i)
		if end == 0 || r.inside[i] >= 0 || !r.readable(i) || r.spoken[i] {
			continue
		}
		s := r.phraseSource(end)
		if s.none() {
			continue
		}
		top := i
		for r.token(top).Head >= i && r.token(top).Head < end && r.token(top).Head != top {
			top = r.token(top).Head
		}
		h := r.token(top).Head
		if h == top {
			continue
		}
		content := r.whole(r.around(h, top), i)
		content = slices.DeleteFunc(content, func(t int) bool { return t >= i && t < s.tokens.End })
		if len(content) < 2 {
			continue
		}
		drafts = append(drafts, draft{cue: i, cues: run(language.Range{First: i, End: end}), entry: entry{class: speech, act: "ASSERT"},
			rule: "phrase.according", source: s, content: r.trim(content), posted: -1, confidence: 0.85})
	}
	return drafts
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
	return r.subtree(c, phrase)
}
