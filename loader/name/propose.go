package name

import (
	"strings"
	"unicode"

	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
)

// engineKinds maps the recogniser's labels; those of products, events and the
// like stand for no kind and keep other sources from seeing names there.
var engineKinds = map[string]Kind{"PERSON": Person, "ORG": Organization, "GPE": Place, "LOC": Place, "FAC": Place, "NORP": Group,
	"PRODUCT": none, "EVENT": none, "WORK_OF_ART": none, "LAW": none}

// none is the kind of what is written like a name and is not looked for.
const none Kind = ""

// fromEngine takes over the recogniser's spans, cut to the name itself.
func (r *reading) fromEngine() []candidate {
	var found []candidate
	for _, n := range r.doc.Names {
		kind, ok := engineKinds[n.Label]
		if !ok {
			continue
		}
		for _, part := range r.split(n.Range, kind) {
			if c, ok := r.weigh(part); ok {
				found = append(found, c)
			}
		}
	}
	return found
}

// split cuts a span where a name cannot go on: at line ends, possessives, an
// article in the middle, and titles, behind which a person's name begins.
func (r *reading) split(span language.Range, kind Kind) []candidate {
	var parts []candidate
	first, title := span.First, language.Range{}
	cut := func(end, next int, titled language.Range) {
		c := candidate{tokens: r.trim(language.Range{First: first, End: end}), kind: kind, title: title}
		if title.End > title.First {
			c.kind = Person
		}
		if c.size() > 0 {
			parts = append(parts, c)
		}
		first, title = next, titled
	}
	for i := span.First; i < span.End; i++ {
		switch {
		case r.cuts(i, language.Range{First: first, End: span.End}, kind):
			cut(i, i+1, language.Range{})
		case r.capital[i]:
			end := r.titleFrom(i)
			if to, entries := r.listed(i); i == first && to > i && to < span.End && kind != none && entries[0].Class != gazetteer.Thing && entries[0].Class != gazetteer.Group && r.isGiven(to) && !r.isGiven(i) {
				cut(to, to, language.Range{First: to, End: to})
				parts[len(parts)-1].kind = Place
				kind = Person
				i = to - 1
				continue
			}
			if end == i || kind == none {
				continue
			}
			if of := r.officeOf(end); of > end && of < span.End && r.capital[of] {
				cut(i, of, language.Range{First: i, End: end})
				i = of - 1
			} else if of == span.End && of > end && i == first {
				cut(i, end+1, language.Range{})
				kind = Place
			} else if end < span.End && r.capital[end] && r.personAfter(end, span.End, kind, i > first) {
				cut(i, end, language.Range{First: i, End: end})
				i = end - 1
			} else if end == span.End && (i > first && r.capital[i-1] || kind == Person && i == first && end-i > 1) {
				cut(i, end, language.Range{})
				return parts
			}
		}
	}
	cut(span.End, span.End, language.Range{})
	return parts
}

// officeOf gives the end of "of X" behind a title if X is listed, the title's
// own end if not.
func (r *reading) officeOf(end int) int {
	if end+1 < len(r.keys) && r.lower[end] == "of" {
		if of, entries := r.listed(end + 1); entries != nil {
			return of
		}
	}
	return end
}

// personAfter tells whether what follows a title inside a span of the
// recogniser is a person's name rather than the rest of an organization's.
func (r *reading) personAfter(first, end int, kind Kind, inside bool) bool {
	if kind == Person || r.isGiven(first) {
		return true
	}
	if r.gazetteer.Sector(r.keys[end-1]) != "" || r.gazetteer.Head(r.keys[end-1]) != 0 || r.doc.Tokens[first].POS == "ADP" {
		return false
	}
	to, entries := r.listed(first)
	return inside && (to < end || entries[0].Class > gazetteer.Organization) && r.person(first) == end
}

// cuts tells whether token i parts the run before it from the run behind it.
func (r *reading) cuts(i int, span language.Range, kind Kind) bool {
	t := r.doc.Tokens[i]
	switch {
	case t.Tag == "_SP" || t.Text == "/" || t.Text == "(" || t.Text == "[" || breaks[t.Text]:
		return true
	case t.Text == ",":
		return kind != Organization || r.doc.Tokens[i-1].Sentence != t.Sentence
	case t.Tag == "POS" && i+1 < span.End:
		_, entries := r.listed(span.First)
		return kind == Person || !r.nameWord(i+1) || entries != nil && entries[0].Class < gazetteer.Group
	case i > span.First && r.keys[i-1] == "-" && !r.capital[i] && !r.proper(i) && i+1 < span.End && r.capital[i+1] && !r.touching(i+1):
		return true
	case r.keys[i] == "-":
		end, _ := r.listed(span.First)
		return end == i && kind != none
	case r.keys[i] == "the" && i > span.First:
		return r.doc.Tokens[i-1].POS != "ADP" && r.keys[i-1] != "and"
	}
	return false
}

// breaks are words that never stand in a name that is looked for: weekdays and
// the captions of pictures.
var breaks = map[string]bool{"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
	"Image": true, "Photo": true, "File": true}

// trim takes articles, punctuation, possessives, function words and words in
// lower case off both ends.
func (r *reading) trim(s language.Range) language.Range {
	for s.First < s.End && !r.opens(s.First, s.End) {
		s.First++
	}
	for s.First < s.End && !r.closes(s.End-1) {
		s.End--
	}
	return s
}

func (r *reading) opens(i, end int) bool {
	switch r.lower[i] {
	case "the", "a", "an", "this", "that", "these", "his", "her", "its", "their", "our", "my":
		return false
	case "near", "in", "at", "on", "from", "for", "after", "before", "when", "while", "with", "by", "as", "but", "and", "since", "during", "if", "according", "inside", "outside", "both", "neither", "either", "nor", "only", "even", "also", "then", "now", "once", "because", "until", "under", "over", "meanwhile", "yesterday", "today", "image", "photo", "despite", "although", "like", "some", "many", "all", "most", "is", "are", "was", "were", "how", "why", "what", "who", "where", "to":
		return i+1 >= end || !r.capital[i+1] || r.loud[i]
	case "al", "el", "de", "van", "von", "bin":
		return true
	}
	return r.capital[i] || unicode.IsDigit(firstRune(r.keys[i])) || strings.ContainsFunc(r.keys[i], unicode.IsUpper)
}

func (r *reading) closes(i int) bool {
	t := r.doc.Tokens[i]
	if !r.capital[i] && (t.POS == "ADP" || t.POS == "DET" || t.POS == "CCONJ" || t.POS == "SCONJ") {
		return false
	}
	return t.Tag != "POS" && strings.ContainsFunc(t.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) &&
		t.Text != "'s" && t.Text != "’s"
}

// weigh decides what a part of a span of the recogniser is, given its words.
func (r *reading) weigh(c candidate) (candidate, bool) {
	c.weight = 50
	if !strings.ContainsFunc(r.doc.RangeText(c.tokens), unicode.IsUpper) {
		return c, false
	}
	if c.kind == none {
		c.weight = 40
		return c, true
	}
	if title := r.titleFrom(c.tokens.First); title == c.tokens.End && c.size() > 1 {
		return c, false
	}
	if end, entries := r.listed(c.tokens.First); end == c.tokens.End && entries != nil {
		return r.listedAs(c, entries), true
	}
	if end, entries := r.listed(c.tokens.First); entries != nil && end < c.tokens.End && entries[0].Sector == "PTY" && entries[0].Class == gazetteer.Group && r.gazetteer.Sector(r.keys[c.tokens.End-1]) == "LEG" {
		c.tokens.First = end
	}
	if !r.anyProper(c.tokens) && c.kind != Group && !r.acronym(c.tokens.First) {
		return c, false
	}
	first, last := r.keys[c.tokens.First], r.keys[c.tokens.End-1]
	sector := r.gazetteer.Sector(last)
	switch h := r.gazetteer.Head(last); {
	case c.size() > 1 && c.title.End == 0 && (r.gazetteer.Head(first)&gazetteer.FirstOfThing != 0 || h&gazetteer.LastOfThing != 0 && c.kind != Person && sector == ""):
		c.kind = none
	case c.size() > 1 && sector != "" && c.kind == Place && h&gazetteer.LastOfPlace != 0:
		c.weight = 55
	case c.size() > 1 && sector != "" && c.kind != Person && h&gazetteer.LastOfPlace == 0:
		c.kind, c.sector, c.weight = Organization, sector, 60
	case c.size() > 1 && h&gazetteer.LastOfPlace != 0 && (c.kind != Person || !r.isGiven(c.tokens.First) && c.title.End == 0):
		c.kind, c.weight = Place, 55
	case r.located(c):
		c.kind, c.weight = Place, 70
	case r.relative(c.tokens.End) && c.title.End == 0 && sector == "":
		c.kind, c.weight = Person, 60
	case r.isGiven(c.tokens.First) && c.size() > 1 && c.kind != Organization:
		c.kind, c.weight = Person, 60
	case c.kind == Person && c.size() == 1 && len(first) < 6 && r.acronym(c.tokens.First):
		c.kind = Organization
	}
	if c.kind == Person {
		c.tokens = r.widen(c.tokens)
		c.gender = r.personGender(c)
	}
	return c, true
}

// located tells whether what the recogniser takes for a person or, without an
// article, for an organization stands where a place does: "in X", "X province".
func (r *reading) located(c candidate) bool {
	if c.kind == Organization && c.size() == 1 && !r.acronym(c.tokens.First) && r.gazetteer.Sector(r.keys[c.tokens.First]) == "" {
		return r.locative(c.tokens.First-1) && r.lower[c.tokens.First-1] != "at"
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
	switch r.next(c.tokens.End) {
	case "province", "region", "district", "city", "town", "village", "island", "county", "peninsula", "valley", "river", "area", "airport", "neighbourhood", "neighborhood":
		return true
	}
	return false
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
		if r.unknown(i) {
			s.First = i
		} else if !particles[r.lower[i]] || r.capital[i] || i == 0 || !r.unknown(i-1) || !r.adjacent(i) {
			break
		}
	}
	return s
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

// listedAs gives a candidate the best listed meaning, the recogniser's kind
// deciding between several.
func (r *reading) listedAs(c candidate, entries []gazetteer.Entry) candidate {
	best := entries[0]
	for _, e := range entries {
		if k, _ := classKind(e.Class); k == c.kind || k == Country && c.kind == Place {
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
	case gazetteer.Thing:
		return none, Named
	}
	return Place, Named
}

// compass are words before the name of a place that make it a part of it.
var compass = map[string]bool{"North": true, "South": true, "East": true, "West": true, "Northern": true, "Southern": true, "Eastern": true,
	"Western": true, "Central": true, "Greater": true, "Upper": true, "Lower": true, "Inner": true, "Outer": true, "Downtown": true}

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
		if i > 0 && r.adjacent(i) && compass[r.keys[i-1]] && (e.Class == gazetteer.Region || e.Class == gazetteer.City) && r.proper(i-1) {
			c.tokens.First, c.entry, c.weight = i-1, nil, max(c.weight, 50)
		}
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
