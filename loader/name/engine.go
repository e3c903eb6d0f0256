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
	case t.Tag == "_SP" || t.Text == "/" || t.Text == "(" || t.Text == "[" || r.gazetteer.Uses(t.Text, gazetteer.Break):
		return true
	case t.Text == ",":
		return kind != Organization || !r.adjacent(i)
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
	case "the", "t]he", "a", "an", "this", "that", "these", "his", "her", "its", "their", "our", "my":
		return false
	}
	if r.gazetteer.Uses(r.lower[i], gazetteer.Opener) {
		return i+1 >= end || !r.capital[i+1] || r.loud[i]
	}
	return r.capital[i] || r.gazetteer.Uses(r.lower[i], gazetteer.Particle) || unicode.IsDigit(firstRune(r.keys[i])) || strings.ContainsFunc(r.keys[i], unicode.IsUpper)
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
	if title := r.titleFrom(c.tokens.First); title == c.tokens.End && c.title.End == 0 && (c.size() > 1 || r.titleWord(c.tokens.First)) {
		return c, false
	}
	if end, entries := r.listed(c.tokens.First); end == c.tokens.End && entries != nil {
		c = r.listedAs(c, entries)
		return c, !r.oneOfMany(c)
	}
	if r.loud[c.tokens.First] && !(c.kind == Person && c.size() == 2 && r.isGiven(c.tokens.First)) {
		return c, false // capitals tell the recogniser nothing
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
	if r.oneOfMany(c) || c.kind == Person && r.namesake(c.tokens) {
		c.kind = none
	}
	if c.kind == Person {
		c.tokens = r.widen(c.tokens)
		c.gender = r.personGender(c)
	}
	return c, true
}
