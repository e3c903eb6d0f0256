package timex

import (
	"regexp"
	"strconv"
	"strings"

	"dateline/loader/language"
)

// A shape is a compact form that starts with a digit, or with the apostrophe
// of a shortened year, and the term that it makes; read may refuse.
type shape struct {
	re   *regexp.Regexp
	read func(m []string, t *term) bool
}

// shapes are tried in order on the text that starts at an atom.
var shapes = []shape{
	{regexp.MustCompile(`^(\d{4})-(\d\d?)-(\d\d?)(?:T(\d\d):(\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?\b`), readISO},
	{regexp.MustCompile(`^(\d{4})([/.])(\d\d?)[/.](\d\d?)\b`), func(m []string, t *term) bool { return t.setDate(m[1], m[3], m[4]) }},
	{regexp.MustCompile(`^(\d\d?)(/|-)(\d\d?)[/-](\d{4}|\d\d)\b`), readMonthFirst},
	{regexp.MustCompile(`^(\d\d?)\.(\d\d?)\.(\d{4})\b`), func(m []string, t *term) bool { return t.setDate(m[3], m[2], m[1]) }},
	{regexp.MustCompile(`^(9)/(11)\b`), func(_ []string, t *term) bool { return t.setDate("2001", "09", "11") }},
	{regexp.MustCompile(`^(\d\d?)(?:[:.](\d\d))?(?::(\d\d))?[ \x{a0}]?([ap])(?:m\b|\.[ ]?m\.)`), readClock},
	{regexp.MustCompile(`^(\d\d?):(\d\d)()()\b`), readClock},
	{regexp.MustCompile(`^(\d\d\d0)['’]?s\b`), func(m []string, t *term) bool { return t.set(clDecade, m[1]) && t.n >= 1000 && t.n < 2100 }},
	{regexp.MustCompile(`^['’‘]?(\d0)['’]?s\b`), func(m []string, t *term) bool { return t.set(clDecade, "19"+m[1]) && t.n >= 1920 }},
	{regexp.MustCompile(`^(\d\d?)(?:st|nd|rd|th)\b`), func(m []string, t *term) bool { return t.set(clOrd, m[1]) && t.n > 0 }},
	{regexp.MustCompile(`^['’‘](\d\d)\b`), func(m []string, t *term) bool { return t.set(clShortYear, m[1]) }},
	{regexp.MustCompile(`^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?`), readNumber},
}

// numericTerm reads the longest numeric form that starts at atoms[0]; n is how
// many atoms it takes, 0 if there is none. inWord tells that a letter or digit
// stands right before.
func numericTerm(doc *language.Document, atoms []term, inWord bool) (t term, n int) {
	t = atoms[0]
	if c := t.word[0]; c != '\'' && (c < '0' || c > '9') || inWord && c == '\'' {
		return term{}, 0
	}
	text := doc.Text[doc.Byte(t.start):]
	text = text[:min(len(text), 40)]
	for _, s := range shapes {
		m := s.re.FindStringSubmatch(text)
		if m == nil || !s.read(m, &t) {
			continue
		}
		t.end = t.start + len([]rune(m[0]))
		for n = 0; n < len(atoms) && atoms[n].start < t.end; n++ {
			t.last = atoms[n].last
		}
		if t.is(clOrd|clNum) && t.n >= 1 && t.n <= 31 && (t.is(clOrd) || len(m[0]) <= 2) {
			t.classes |= clDay
		}
		if inWord {
			t.classes = 0
		}
		t.word = strings.ToLower(m[0])
		return t, n
	}
	return term{}, 0
}

func (t *term) set(c class, digits string) bool {
	n, err := strconv.Atoi(digits)
	t.classes, t.n = c, n
	return err == nil
}

// setDate takes a day that the calendar has.
func (t *term) setDate(year, month, day string) bool {
	t.classes = clDate
	t.date.year, _ = strconv.Atoi(year)
	t.date.month, _ = strconv.Atoi(month)
	t.date.day, _ = strconv.Atoi(day)
	return t.date.valid()
}

func readISO(m []string, t *term) bool {
	if m[4] != "" {
		t.clock = m[4] + ":" + m[5]
	}
	return (m[4] == "" || m[4] < "25" && m[5] < "60") && t.setDate(m[1], m[2], m[3])
}

// readMonthFirst reads 5/23/2025 and, where that is no day, 23/5/2025; years
// of two digits are those from 1951 to 2050.
func readMonthFirst(m []string, t *term) bool {
	year := m[4]
	if len(year) == 2 {
		if m[2] == "-" {
			return false
		}
		year = fullYear(year)
	}
	return t.setDate(year, m[1], m[3]) || t.setDate(year, m[3], m[1])
}

func fullYear(twoDigits string) string {
	if twoDigits > "50" {
		return "19" + twoDigits
	}
	return "20" + twoDigits
}

func readClock(m []string, t *term) bool {
	h, _ := strconv.Atoi(m[1])
	if m[4] != "" {
		if h < 1 || h > 12 {
			return false
		}
		h %= 12
		if m[4] == "p" {
			h += 12
		}
	}
	minutes := m[2]
	if minutes == "" {
		minutes = "00"
	}
	if h > 24 || minutes > "59" || m[3] > "59" {
		return false
	}
	t.classes = clClock
	t.clock = pad(h, 2) + ":" + minutes
	if m[3] != "" {
		t.clock += ":" + m[3]
	}
	return true
}

func readNumber(m []string, t *term) bool {
	if len(m[1]) > 9 {
		t.classes = 0
		return true
	}
	t.set(clNum, strings.ReplaceAll(m[1], ",", ""))
	switch {
	case m[2] != "":
		t.classes, t.code = clNum, m[1]+m[2]
	case len(m[1]) == 4 && t.n >= 1000 && t.n < 2100:
		t.classes |= clYear
	}
	return true
}
