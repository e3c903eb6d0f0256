package statement

import (
	"slices"

	"dateline/loader/language"
)

// steps is the number of verbs through which a subject is looked for.
const steps = 6

// sourceOf gives whom a verb makes say something: its agent in the passive,
// else its subject, or that of the verb on which it depends.
func (r *reading) sourceOf(v int) source {
	if r.child(v, "auxpass") >= 0 {
		return r.agent(v)
	}
	for range steps {
		if s := r.subject(v); s >= 0 {
			return r.stretch(r.phrase(s, v), v)
		}
		t := r.token(v)
		h := t.Head
		if h == v || r.inside[h] != r.inside[v] {
			return nobody
		}
		switch t.Dep {
		case "conj", "xcomp", "advcl", "ccomp", "dep", "prep":
			if t.Dep == "ccomp" && t.Tag != "VBG" && t.Tag != "VBN" {
				return nobody
			}
			if c := r.reporter(h); c >= 0 && r.goesOn(v) {
				h = c // "said it was over, adding that …"
			}
			if c := r.handedBack(v); c >= 0 {
				h = c
			}
			if o := r.child(h, "dobj"); t.Dep == "xcomp" && o >= 0 && o < v {
				return r.phrase(o, v) // "urged him to say"
			}
			v = h
		case "pcomp", "acomp":
			if s := r.quotedAs(h); s >= 0 {
				return r.phrase(s, v)
			}
			v = r.clause(h)
			if v == h && !r.verb(v) {
				return nobody
			}
		case "acl":
			if t.Tag == "VBN" {
				return r.agent(v)
			}
			h = r.carrier(h)
			if o := r.ownerOf(h); !o.none() && r.nouns[r.lemma(h)] != nil && !r.isDocument(h) {
				return o // "calls by officials asking"
			}
			if r.infinitive(v) {
				return nobody // "an effort to explain"
			}
			return r.phrase(h, v) // "a letter urging"
		default:
			return nobody
		}
		if !r.verb(v) {
			v = r.clause(v)
		}
	}
	return nobody
}

// carrier is the document that a noun carries: "a post on Facebook blaming …",
// "a letter to the court urging …"; else the noun itself.
func (r *reading) carrier(noun int) int {
	if t := r.token(noun); t.Dep == "pobj" {
		if d := r.token(t.Head).Head; r.isDocument(d) {
			return d
		}
	}
	return noun
}

// quotedAs is whom a verb quotes, if a token is its "as": "cites her as
// saying", "was quoted as saying"; -1 if it is not.
func (r *reading) quotedAs(as int) int {
	v := r.token(as).Head
	if r.lower[as] != "as" || !r.verb(v) {
		return -1
	}
	switch r.lemma(v) {
	case "quote", "cite", "report", "describe":
		return r.child(v, "dobj", "nsubjpass")
	}
	return -1
}

// reporter is the cue whose content is the clause of a verb, -1 if there is none.
func (r *reading) reporter(v int) int {
	t := r.token(v)
	if t.Dep != "ccomp" || t.Head > v {
		return -1
	}
	for _, e := range r.entries(t.Head) {
		if e.has(that) {
			return t.Head
		}
	}
	return -1
}

// subject is the subject of a verb, -1 if it has none of its own. Where a place
// stands before the sentence ("LIMA – The court said"), it is the nearer one.
func (r *reading) subject(v int) int {
	s := r.child(v, "nsubj", "nsubjpass")
	for _, c := range r.doc.Children(v) {
		if i := int(c); i > s && i < v && s >= 0 && s < v && r.token(i).Dep == r.token(s).Dep {
			s = i
		}
	}
	if s >= 0 && (r.lower[s] == "it" && r.child(v, "auxpass") >= 0 || r.doc.Misplaced(s, v)) {
		return -1
	}
	return s
}

// agent is the noun phrase after "by" of a verb in the passive.
func (r *reading) agent(v int) source {
	by := r.child(v, "agent")
	if by < 0 {
		return nobody
	}
	o := r.child(by, "pobj")
	if o < 0 {
		return nobody
	}
	return r.phrase(o, v)
}

// phrase gives the noun phrase that a token heads, as far as it is one run of
// words outside of the cue and, if the head is, of quotations.
func (r *reading) phrase(head, cue int) source {
	if !r.readable(head) {
		return source{language.Range{First: head, End: head + 1}, head}
	}
	tokens := r.subtree(head)
	at := slices.Index(tokens, head)
	if at < 0 {
		return source{language.Range{First: head, End: head + 1}, head}
	}
	fits := func(i int) bool { return i != cue && r.inside[i] == r.inside[head] }
	first, last := at, at
	for first > 0 && fits(tokens[first-1]) && r.adjacent(tokens[first-1], tokens[first]) {
		first--
	}
	for last+1 < len(tokens) && fits(tokens[last+1]) && r.adjacent(tokens[last], tokens[last+1]) {
		last++
	}
	tokens = r.trim(tokens[first : last+1])
	if len(tokens) == 0 || head < tokens[0] || head > tokens[len(tokens)-1] {
		return source{language.Range{First: head, End: head + 1}, head}
	}
	return source{language.Range{First: tokens[0], End: tokens[len(tokens)-1] + 1}, head}
}

// stretch lets a source go on over nouns up to the cue ("Early opponent John
// Smith said", with the name read apart).
func (r *reading) stretch(s source, cue int) source {
	end := s.tokens.End
	for end < cue && r.inside[end] < 0 && (r.token(end).POS == "PROPN" || r.token(end).POS == "NOUN" || r.lower[end] == ")") {
		end++
	}
	if end == cue && end > s.tokens.End {
		s.tokens.End = end
	}
	return s
}

// adjacent tells whether no word stands between two tokens.
func (r *reading) adjacent(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if r.word(i) {
			return false
		}
	}
	return true
}

// nominal reads the noun phrase at one end of a run where the tree shows none:
// the words from its beginning up to the first mark, or all of them.
func (r *reading) nominal(run language.Range) source {
	for run.First < run.End && !r.word(run.First) {
		run.First++
	}
	end := run.First
	for end < run.End && (r.word(end) || r.lower[end] == "-") && !r.verb(end) {
		end++
	}
	run.End = end
	head := -1
	for i := run.First; i < run.End; i++ {
		if t := r.token(i); r.noun(i) && (t.Head < run.First || t.Head >= run.End || t.Head == i) {
			head = i
		}
		if r.token(i).POS == "ADP" && head >= 0 {
			break
		}
	}
	if head < 0 {
		return nobody
	}
	return source{run, head}
}
