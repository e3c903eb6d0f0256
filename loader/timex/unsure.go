package timex

import "dateline/loader/language"

// beforeDate are the words after which a month, season or year is one.
var beforeDate = set("in", "since", "of", "by", "until", "till", "from", "to", "between", "and", "or", "through", "during", "every", "each",
	"before", "after", "for", "early", "mid", "late", "on", "-", "last", "past", "previous", "this", "next", "coming", "following", "around", "about", "back", "over", "throughout", "(")

// newspapers follow a weekday in their names.
var newspapers = set("times", "telegraph", "mirror", "herald", "mail", "post", "express", "independent", "star", "sun", "world", "people")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// settle takes the classes of time away from words that are something else
// where they stand: May the verb and the person, 1500 the number, the fall of
// a city.
func settle(doc *language.Document, terms []term) {
	persons := make([]bool, len(doc.Tokens))
	for _, n := range doc.Names {
		for i := n.First; n.Label == "PERSON" && i < n.End; i++ {
			persons[i] = true
		}
	}
	for i := range terms {
		t := &terms[i]
		w := window{terms, i}
		switch {
		case t.is(clMonth) && !w.month(persons[t.first]),
			t.is(clHoliday) && (persons[t.first] || !w.holiday()),
			t.is(clSetWord) && w.name(1),
			t.is(clWeekday) && !w.weekday(),
			t.is(clSeason) && !w.season():
			t.classes = 0
		case t.is(clYear) && !w.year():
			t.classes &^= clYear
		case t.word == "second" && !oneOf(w.word(-1), "a", "per", "every", "-"):
			t.classes &^= clUnit
		case t.is(clZone) && t.capital && t.tag != "NNP":
			t.classes = 0
		}
		if oneOf(w.word(1), "bc", "bce") || w.word(1) == "b" && w.word(3) == "c" {
			t.classes = 0
		}
	}
}

// A window looks at the terms beside one of them, in the same line.
type window struct {
	terms []term
	i     int
}

func (w window) at(k int) *term {
	if k < 0 && wordBefore(w.terms, w.i, -k) != "" || k > 0 && wordAfter(w.terms, w.i+1, k) != "" {
		return &w.terms[w.i+k]
	}
	return &term{}
}

func (w window) word(k int) string { return w.at(k).word }

// name tells whether the term k places away looks like part of a name.
func (w window) name(k int) bool {
	t := w.at(k)
	return t.capital && len(t.tag) > 2 && t.tag[:3] == "NNP" && t.classes == 0
}

func (w window) month(person bool) bool {
	t, prev, next := w.terms[w.i], w.at(-1), w.at(1)
	numbered := next.is(clDay|clYear|clShortYear) && !next.glued || prev.is(clDay) && !prev.is(clOrd&^clDay) ||
		(next.word == "of" || next.word == "," || next.word == "-" || next.word == "/" || next.word == "the") && w.at(2).is(clYear|clOrd|clDay) ||
		oneOf(prev.word, "of", "-", "/") && w.at(-2).is(clDay)
	if numbered {
		return t.capital || t.tag != "MD"
	}
	if t.capital && prev.is(clDir) {
		return true
	}
	led := beforeDate[prev.word] || prev.is(clMonth|clYear|clDay)
	switch {
	case t.word == "may" && next.word == "'" && !oneOf(prev.word, "in", "since", "by"), person, t.word == "may" && oneOf(t.tag, "MD", "VB", "VBP"), t.word == "march" && (!t.capital || next.word == "on" && prev.word == "the"):
		return false
	case !t.capital:
		return led && !(t.unsure && t.word != "mar" && t.word != "dec")
	case w.name(1) && !led && prev.word != "the":
		return false
	case t.unsure:
		return led
	}
	return !w.name(-1)
}

// holiday refuses what Christmas only describes ("Christmas sales").
func (w window) holiday() bool {
	t, next := w.terms[w.i], w.at(1)
	return t.word != "christmas" || next.tag != "NN" && next.tag != "NNS" || next.classes != 0
}

func (w window) weekday() bool {
	t, next := w.terms[w.i], w.at(1)
	if t.unsure {
		dated := next.is(clMonth|clDay) || next.word == "," && w.at(2).is(clMonth|clDay)
		return t.capital && (dated || oneOf(w.word(-1), "on", "last", "next", "this", "until", "from") && !w.name(1)) && t.tag != "VBD"
	}
	return !(t.capital && next.capital && newspapers[next.word]) && !(w.word(-1) == "on" && w.word(-2) == "mail")
}

func (w window) season() bool {
	t, prev, next := w.terms[w.i], w.at(-1), w.at(1)
	if next.is(clYear) || next.word == "of" && (w.at(2).is(clYear) || w.at(2).is(clDir)) {
		return t.tag == "" || t.tag[0] == 'N'
	}
	if t.capital && (w.name(1) || w.name(-1)) || t.tag != "" && t.tag[0] != 'N' && !prev.is(clDir) {
		return false
	}
	if prev.word == "the" && oneOf(next.word, "of", "in") && oneOf(t.word, "fall", "spring") && !w.at(2).is(clYear) {
		return false
	}
	return beforeDate[prev.word] && prev.word != "and" && prev.word != "for" && prev.word != "of" || prev.word == "the" && beforeDate[w.word(-2)] && w.word(-2) != "of" || prev.word == "that"
}

func (w window) year() bool {
	t, prev, next := w.terms[w.i], w.at(-1), w.at(1)
	dated := prev.is(clMonth|clSeason|clDay) || prev.word == "," && w.at(-2).is(clMonth|clDay)
	led := oneOf(prev.word, "in", "since", "year", "during", "early", "mid", "late", "circa", "until", "between", "from", "fiscal")
	switch {
	case dated:
		return true
	case prev.word == "/" && prev.glued && w.at(-2).n > 12:
		return false // the file number 1430/2019
	case next.word == "-" && next.glued && w.at(2).glued && w.at(2).word != "" && w.at(2).classes == 0 && !oneOf(w.word(2), "era", "present"):
		return false // the name 2019-nCoV
	case oneOf(next.word, "million", "billion", "trillion", "percent", "per", "and-a-half", "km", "miles", "metres", "meters", "feet", "dollars", "euros"),
		oneOf(prev.word, "no", "number", "flight", "highway", "route", "page", "about", "nearly", "than", "over", "roughly", "approximately"),
		prev.word == "-" && prev.glued && w.at(-2).word != "" && w.at(-2).classes == 0 && !oneOf(w.word(-2), "mid", "early", "late", "pre", "post", "than"),
		next.is(clUnits), next.word == "," && next.glued && w.at(2).glued && w.at(2).is(clNum):
		return false
	case t.n < 1900 || t.n > 2049:
		return led || oneOf(prev.word, "-", "to", "and") && (w.at(-2).is(clYear) || w.at(-2).is(clDecade)) || next.word == "-" && w.at(2).is(clYear) && next.glued
	}
	counted := next.tag == "NNS" && !next.capital
	return !counted || led || oneOf(prev.word, "the", "its", "their", "his", "her", "s", "of", "by", "before", "after", "this", "that")
}
