package statement

import (
	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/name"
	"dateline/loader/trace"
)

// speaker gives the entity that a source means, -1 if it is not known, and
// whom it may mean then.
func (r *reading) speaker(s source) (entity int, candidates []int) {
	if s.none() || s.head < 0 {
		return -1, nil
	}
	if e, c := r.meant(s.head); e >= 0 || len(c) > 0 {
		if e >= 0 && r.coref.Entities[e].Kind != graph.Person {
			if n := r.named(s); n >= 0 {
				r.log.Take(s.head, trace.NameInSource, -1, "")
				return n, nil // "the bank's director, John Smith"
			}
		}
		return e, c
	}
	if a := r.antecedent(s.head); a >= 0 {
		r.log.Take(s.head, trace.StandsForNoun, a, "")
		return r.meant(a)
	}
	if e := r.named(s); e >= 0 {
		r.log.Take(s.head, trace.NameInSource, -1, "")
		return e, nil
	}
	if r.isDocument(s.head) {
		r.log.Take(s.head, trace.AuthorOf, -1, "")
		return r.author(s.head)
	}
	return -1, nil
}

// author is whoever wrote or said the document that a noun means: its owner,
// the body that is named in front of it, or the subject of the verb by which
// it is issued ("released a statement saying …").
func (r *reading) author(n int) (entity int, candidates []int) {
	if o := r.ownerOf(n); !o.none() && o.head != n {
		if r.isDocument(o.head) && o.head > n {
			if o = r.ownerOf(o.head); o.none() {
				return -1, nil
			}
		}
		return r.meant(o.head)
	}
	for _, c := range r.doc.Children(n) {
		if r.token(int(c)).Dep == "compound" {
			if e, _ := r.meant(int(c)); e >= 0 {
				return e, nil
			}
		}
	}
	if v := r.token(n).Head; r.token(n).Dep == "dobj" && r.verb(v) {
		if s := r.sourceOf(v); !s.none() && s.head != n && !r.isDocument(s.head) {
			return r.speaker(s)
		}
	}
	return -1, nil
}

// meant is the entity of the mention that a token heads or, if it heads none,
// of a name or role of which it is a part.
func (r *reading) meant(i int) (entity int, candidates []int) {
	m := r.coref.HeadedBy(i)
	if m < 0 {
		if m = r.coref.At(i); m < 0 || r.coref.Mentions[m].Form == name.Demonym {
			return -1, nil
		}
	}
	return r.coref.Mentions[m].Entity, r.coref.Mentions[m].Candidates
}

// antecedent is what a relative pronoun stands for, -1 if the token is none.
func (r *reading) antecedent(i int) int {
	switch r.lower[i] {
	case "who", "which", "that", "whom":
	default:
		return -1
	}
	for range steps {
		t := r.token(i)
		if t.Dep == "relcl" {
			return t.Head
		}
		if t.Head == i {
			break
		}
		i = t.Head
	}
	return -1
}

// named is the person whose name ends the words that name a source before a
// comma, where the tree heads them otherwise ("ambassador to Chile John
// Smith"), or stands between commas behind them; -1 if there is none.
func (r *reading) named(s source) int {
	from := s.tokens.First
	for part := 0; part < 2 && from < s.tokens.End; part++ {
		end := from
		for end < s.tokens.End && r.lower[end] != "," {
			end++
		}
		if m := r.coref.At(end - 1); end > from && m >= 0 {
			m := r.coref.Mentions[m]
			first := min(m.Tokens.First, titleStart(m))
			if m.Kind == name.Person && m.Form == name.Named && (first <= from || part == 0 && r.introduces(first-1)) {
				return m.Entity
			}
		}
		from = end + 1
	}
	return -1
}

// titleStart is where a mention with its title begins.
func titleStart(m coref.Mention) int {
	if m.Title.First < m.Title.End {
		return m.Title.First
	}
	return m.Tokens.First
}

// introduces tells whether a token before a name is part of what describes its bearer.
func (r *reading) introduces(i int) bool {
	switch r.token(i).POS {
	case "NOUN", "PROPN", "ADJ":
		return true
	}
	return r.lower[i] == ")" || r.lower[i] == "named"
}

// isDocument tells whether a noun means something written or said.
func (r *reading) isDocument(i int) bool {
	for _, e := range r.nouns[r.lemma(i)] {
		if e.class == document {
			return true
		}
	}
	return false
}

// somebody tells whether a token can mean a person or body: it heads a
// mention, is a name, or a pronoun for people.
func (r *reading) somebody(i int) bool {
	if r.coref.At(i) >= 0 || r.token(i).POS == "PROPN" {
		return true
	}
	switch r.lower[i] {
	case "he", "she", "they", "we", "i", "who", "you", "many", "some", "others", "both", "everyone", "someone", "people":
		return true
	}
	return r.token(i).Tag == "NNS"
}
