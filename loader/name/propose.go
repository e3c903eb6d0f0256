package name

import (
	"strings"
	"unicode"

	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
)

// engineKinds maps the recogniser's labels; other labels name nothing that is looked for.
var engineKinds = map[string]Kind{"PERSON": Person, "ORG": Organization, "GPE": Place, "LOC": Place, "FAC": Place, "NORP": Group}

// fromEngine takes over the recogniser's spans, cut to the name itself.
func (r *reading) fromEngine() []candidate {
	var found []candidate
	for _, n := range r.doc.Names {
		kind := engineKinds[n.Label]
		if kind == "" {
			continue
		}
		for _, part := range r.split(n.Range) {
			if c, ok := r.weigh(part, kind); ok {
				found = append(found, c)
			}
		}
	}
	return found
}

// split cuts a span at possessives and line ends and trims each part.
func (r *reading) split(span language.Range) []language.Range {
	var parts []language.Range
	first := span.First
	for i := span.First; i <= span.End; i++ {
		if i < span.End && r.doc.Tokens[i].Tag != "_SP" && !(r.doc.Tokens[i].Tag == "POS" && i+1 < span.End && !r.nameWord(i+1)) {
			continue
		}
		if part := r.trim(language.Range{First: first, End: i}); part.First < part.End {
			parts = append(parts, part)
		}
		first = i + 1
	}
	return parts
}

// trim takes articles, punctuation, possessives and words in lower case off both ends.
func (r *reading) trim(s language.Range) language.Range {
	for s.First < s.End && !r.opens(s.First) {
		s.First++
	}
	for s.First < s.End && !r.closes(s.End-1) {
		s.End--
	}
	return s
}

func (r *reading) opens(i int) bool {
	switch r.lower[i] {
	case "the", "a", "an", "this", "that", "these", "his", "her", "its", "their", "our", "my":
		return false
	case "al", "el", "de", "van", "von", "bin":
		return true
	}
	return r.capital[i] || unicode.IsDigit(firstRune(r.keys[i])) || strings.ContainsFunc(r.keys[i], unicode.IsUpper)
}

func (r *reading) closes(i int) bool {
	t := r.doc.Tokens[i]
	return t.Tag != "POS" && strings.ContainsFunc(t.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) &&
		t.Text != "'s" && t.Text != "’s"
}

// weigh decides what a trimmed span of the recogniser is, given its words.
func (r *reading) weigh(s language.Range, kind Kind) (candidate, bool) {
	c := candidate{tokens: s, kind: kind, weight: 50}
	if !strings.ContainsFunc(r.doc.RangeText(s), unicode.IsUpper) {
		return c, false
	}
	if kind == Person {
		title := r.titleFrom(s.First)
		if title > s.First && title < s.End {
			c.title = language.Range{First: s.First, End: title}
			c.tokens.First = title
			c.gender = r.titleGender(c.title)
		} else if title == s.End {
			return c, false
		}
	}
	if end, entries := r.listed(c.tokens.First); end == c.tokens.End && entries != nil {
		return r.listedAs(c, entries), true
	}
	last := r.keys[c.tokens.End-1]
	switch sector := r.gazetteer.Sector(last); {
	case c.size() > 1 && sector != "" && kind != Person:
		c.kind, c.sector, c.weight = Organization, sector, 60
	case r.isGiven(c.tokens.First) && c.size() > 1 && kind != Organization:
		c.kind, c.weight = Person, 60
	}
	if c.kind == Person {
		if g, ok := r.gazetteer.Given(r.keys[c.tokens.First]); ok && c.gender == gazetteer.Unknown {
			c.gender = g
		}
	}
	return c, true
}

// listedAs gives a candidate the best listed meaning, the recogniser's kind
// deciding between several.
func (r *reading) listedAs(c candidate, entries []gazetteer.Entry) candidate {
	best := entries[0]
	for _, e := range entries {
		if k, _ := classKind(e.Class); k == c.kind {
			best = e
			break
		}
	}
	if k, _ := classKind(best.Class); c.kind == Person && (k == Place || k == Organization) && c.size() == 1 {
		return c
	}
	c.kind, c.form = classKind(best.Class)
	c.entry, c.weight = &best, 75
	return c
}

func classKind(class gazetteer.Class) (Kind, Form) {
	switch class {
	case gazetteer.Country:
		return Country, Named
	case gazetteer.Demonym:
		return Group, Demonym
	case gazetteer.Organization:
		return Organization, Named
	case gazetteer.Group:
		return Group, Named
	}
	return Place, Named
}

// fromGazetteer looks up every run of words that begins with a capital.
func (r *reading) fromGazetteer() []candidate {
	var found []candidate
	for i := 0; i < len(r.keys); i++ {
		if !r.capital[i] && r.lower[i] != "al" {
			continue
		}
		end, entries := r.listed(i)
		if entries == nil {
			continue
		}
		c := candidate{tokens: language.Range{First: i, End: end}}
		e := entries[0]
		c.kind, c.form = classKind(e.Class)
		c.entry = &e
		c.weight = r.listedWeight(c, e)
		if c.weight > 0 {
			found = append(found, c)
		}
		i = end - 1
	}
	return found
}

// listedWeight says how sure a listed name means what is listed, 0 if it
// rather is a common word.
func (r *reading) listedWeight(c candidate, e gazetteer.Entry) int {
	if c.size() > 1 {
		return 75
	}
	i := c.tokens.First
	if !r.proper(i) && e.Class != gazetteer.Demonym && e.Class != gazetteer.Country && e.Class != gazetteer.Group {
		return 0
	}
	switch e.Class {
	case gazetteer.Country, gazetteer.Demonym:
		return 70
	case gazetteer.Organization:
		return 55
	case gazetteer.Group:
		return 45
	case gazetteer.City:
		if e.People < 100 {
			return 20
		}
		return 40
	}
	return 50
}
