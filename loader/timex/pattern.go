package timex

import "strings"

// A pattern is a sequence of elements, written with spaces between them: a
// class in capitals (DAY, or DAY2 for a second one), or words with | between
// alternatives, perhaps with a name before a colon ("end:early|late"). A ? at
// its end makes an element optional. Elements in parentheses at either end are
// context: they must stand there but are not part of the expression.
type pattern []element

type element struct {
	name     string
	class    class
	words    []string
	optional bool
	context  bool
}

// A match is where a pattern fits: the terms that its elements took, by name.
type match struct {
	terms    []term
	from, to int
	got      [12]int8
	elements pattern
}

func parsePattern(s string) pattern {
	var p pattern
	for _, f := range strings.Fields(s) {
		var e element
		if inner := strings.Trim(f, "()"); inner != f {
			f, e.context = inner, true
		}
		f, e.optional = strings.CutSuffix(f, "?")
		if name, words, ok := strings.Cut(f, ":"); ok {
			e.name, f = name, words
		}
		if c, ok := classes[strings.TrimRight(f, "23")]; ok {
			e.name, e.class = f, c
		} else {
			e.words = strings.Split(f, "|")
		}
		p = append(p, e)
	}
	return p
}

func (e *element) fits(t *term) bool {
	if e.class != 0 {
		return t.is(e.class)
	}
	for _, w := range e.words {
		if t.word == w {
			return true
		}
	}
	return false
}

// matchAt fits the pattern at term i, taking optional elements where it can. A
// match never runs over a line break.
func (p pattern) matchAt(terms []term, i int) (match, bool) {
	m := match{terms: terms, from: i, elements: p}
	to, ok := p.step(&m, 0, i)
	m.to = to
	return m, ok && to > i
}

// span is the run of terms without the context at both ends.
func (m *match) span() (from, to int) {
	from, to = m.from, m.to
	for k := 0; k < len(m.elements) && m.elements[k].context; k++ {
		from++
	}
	for k := len(m.elements) - 1; k >= 0 && m.elements[k].context; k-- {
		to--
	}
	return from, to
}

func (p pattern) step(m *match, k, i int) (int, bool) {
	if k == len(p) {
		return i, true
	}
	if i < len(m.terms) && p[k].fits(&m.terms[i]) && (i == m.from || !m.terms[i].line) {
		m.got[k] = int8(i - m.from + 1)
		if to, ok := p.step(m, k+1, i+1); ok {
			return to, true
		}
	}
	m.got[k] = 0
	if p[k].optional {
		return p.step(m, k+1, i)
	}
	return 0, false
}

// get is the term that the named element took, nil if it took none.
func (m *match) get(name string) *term {
	for k := range m.elements {
		if m.elements[k].name == name && m.got[k] > 0 {
			return &m.terms[m.from+int(m.got[k])-1]
		}
	}
	return nil
}

// n is the number of the named element's term, 0 if it took none.
func (m *match) n(name string) int {
	if t := m.get(name); t != nil {
		return t.n
	}
	return 0
}

// code is the code of the named element's term.
func (m *match) code(name string) string {
	if t := m.get(name); t != nil {
		return t.code
	}
	return ""
}

// word is the word that the named element took.
func (m *match) word(name string) string {
	if t := m.get(name); t != nil {
		return t.word
	}
	return ""
}

// before is the word k places before the match, in the same line; empty if
// there is none.
func (m *match) before(k int) string { return wordBefore(m.terms, m.from, k) }

// after is the word k places behind the match, 1 for the next, in the same line.
func (m *match) after(k int) string { return wordAfter(m.terms, m.to, k) }

func wordBefore(terms []term, from, k int) string {
	for j := from; j > from-k; j-- {
		if j <= 0 || j < len(terms) && terms[j].line {
			return ""
		}
	}
	return terms[from-k].word
}

func wordAfter(terms []term, to, k int) string {
	for j := to; j < to+k; j++ {
		if j >= len(terms) || terms[j].line {
			return ""
		}
	}
	return terms[to+k-1].word
}

func oneOf(word string, list ...string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}
