package statement

import (
	"strings"

	"dateline/loader/name"
)

// speaker gives the entity that a source means, -1 if it is not known, and
// whom it may mean then.
func (r *reading) speaker(s source) (entity int, candidates []int) {
	if s.none() || s.head < 0 {
		return -1, nil
	}
	if e, c := r.meant(s.head); e >= 0 || len(c) > 0 {
		return e, c
	}
	if a := r.antecedent(s.head); a >= 0 {
		return r.meant(a)
	}
	if a := r.child(s.head, "appos"); a >= 0 && a < s.tokens.End {
		if e, _ := r.meant(a); e >= 0 {
			return e, nil
		}
	}
	if r.isDocument(s.head) {
		if o := r.ownerOf(s.head); !o.none() && o.head != s.head {
			return r.meant(o.head)
		}
		return -1, nil
	}
	return r.named(s), nil
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

// named is the person whose name ends a source that the tree reads otherwise
// ("party spokesman" headed before "John Smith"); -1 if there is none.
func (r *reading) named(s source) int {
	for i := s.head + 1; i < s.tokens.End; i++ {
		if r.lower[i] == "," || r.token(i).POS == "ADP" || r.token(i).POS == "SCONJ" || r.verb(i) {
			break
		}
		if m := r.coref.At(i); m >= 0 && r.coref.Mentions[m].Kind == name.Person && r.coref.Mentions[m].Form == name.Named {
			return r.coref.Mentions[m].Entity
		}
	}
	return -1
}

// isDocument tells whether a noun means something written or said.
func (r *reading) isDocument(i int) bool {
	for _, e := range r.nouns[strings.ToLower(r.token(i).Lemma)] {
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
