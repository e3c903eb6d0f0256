package name

import (
	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
)

// located tells whether what the recogniser takes for a person or, without an
// article, for an organization stands where a place does: "in X", "X province".
func (r *reading) located(c candidate) bool {
	if c.kind == Organization && c.size() == 1 && !r.acronym(c.tokens.First) && r.gazetteer.Sector(r.keys[c.tokens.First]) == "" {
		return r.locative(c.tokens.First - 1)
	}
	if c.kind != Person || c.title.End > 0 || r.isGiven(c.tokens.First) || r.gazetteer.Surname(r.keys[c.tokens.End-1]) {
		return false
	}
	if i := c.tokens.First - 1; i >= 0 && (r.lower[i] == "in" || r.lower[i] == "near" || r.lower[i] == "outside") {
		return true
	}
	if c.size() > 1 && r.gazetteer.Head(r.keys[c.tokens.First])&gazetteer.FirstOfPlace != 0 && r.gazetteer.Sector(r.keys[c.tokens.End-1]) == "" {
		return true
	}
	return r.gazetteer.Uses(r.next(c.tokens.End), gazetteer.Setting)
}

func (r *reading) next(i int) string {
	if i < len(r.lower) && r.adjacent(i) {
		return r.lower[i]
	}
	return ""
}

// relative tells whether "who" follows, or a title between commas, so that
// what precedes is a person.
func (r *reading) relative(i int) bool {
	if r.next(i) == "," {
		i++
	}
	if r.next(i) == "who" || r.next(i) == "whose" {
		return true
	}
	if i == 0 || r.lower[i-1] != "," {
		return false
	}
	for j := i; j < i+6 && r.next(j) != ""; j++ {
		switch t := r.doc.Tokens[j]; {
		case r.titleFrom(j) > j:
			end := r.titleFrom(j)
			return r.next(end) != "of" || !r.capital[min(end+1, len(r.capital)-1)] || !r.isGiven(min(end+1, len(r.keys)-1))
		case t.POS != "DET" && t.POS != "ADJ" && t.POS != "PRON" && t.POS != "NOUN" && t.POS != "PROPN" && t.Tag != "POS":
			return false
		}
	}
	return false
}

// widen extends the recogniser's span of a person over proper nouns beside it
// that nothing is known of.
func (r *reading) widen(s language.Range) language.Range {
	s.End = max(s.End, r.person(s.First))
	for i := s.First - 1; i >= 0 && s.End-i < 5 && r.adjacent(i+1); i-- {
		if r.unknown(i) && !r.endsListed(i) {
			s.First = i
		} else if !r.gazetteer.Uses(r.lower[i], gazetteer.Particle) || r.capital[i] || i == 0 || !r.unknown(i-1) || !r.adjacent(i) {
			break
		}
	}
	return s
}

// endsListed tells whether a token ends a listed name of several words.
func (r *reading) endsListed(i int) bool {
	for first := max(0, i-3); first < i; first++ {
		if end, _ := r.listed(first); end == i+1 {
			return true
		}
	}
	return false
}

// unknown tells whether a token is a proper noun, not all in capitals, that is
// no title and that no gazetteer lists.
func (r *reading) unknown(i int) bool {
	if !r.capital[i] || !r.proper(i) || r.headline[i] || r.starts(i) && r.doc.Tokens[i].Tag != "NNP" || r.acronym(i) || len(r.keys[i]) < 3 {
		return false
	}
	if _, entries := r.listed(i); entries != nil || r.titleFrom(i) > i || r.gazetteer.Modifier(r.lower[i]) {
		return false
	}
	return r.gazetteer.Sector(r.keys[i]) == "" && r.gazetteer.Head(r.keys[i]) == 0 && r.trim(language.Range{First: i, End: min(i+2, len(r.keys))}).First == i
}

// titleWord tells whether a token alone is an office or rank and no name: Sultan.
func (r *reading) titleWord(i int) bool {
	t, ok := r.gazetteer.Title(r.lower[i])
	return ok && t.Kind <= gazetteer.Rank && !r.isGiven(i) && !r.gazetteer.Surname(r.keys[i])
}

// anyProper tells whether a run has a proper noun.
func (r *reading) anyProper(s language.Range) bool {
	for i := s.First; i < s.End; i++ {
		if r.proper(i) {
			return true
		}
	}
	return false
}

// personGender reads a person's gender from the title, else from the first name.
func (r *reading) personGender(c candidate) gazetteer.Gender {
	if g := r.titleGender(c.title); g != gazetteer.Unknown || c.size() == 1 && c.title.End > 0 {
		return g
	}
	g, _ := r.gazetteer.Given(r.keys[c.tokens.First])
	return g
}
