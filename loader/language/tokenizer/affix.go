package tokenizer

import (
	"strings"
	"unicode/utf8"

	"dateline/loader/language/model"
)

// affixes find what is cut off a word's ends and where a word is cut inside.
type affixes struct {
	prefixes map[rune][]string
	suffixes map[string]affixKind
	// longestSuffix is in code points.
	longestSuffix int
	hyphens       []string

	icon, alpha, alphaOrDigit, upper, beforeFinalPeriod, beforePeriod, afterPeriod, domain *class
}

// affixKind tells where a literal suffix is one.
type affixKind int

const (
	anywhere affixKind = 1 + iota
	behindDigit
)

func newAffixes(tables model.Tokenizer) affixes {
	named := func(name string) *class { return newClass(tables.Classes[name]) }
	a := affixes{
		prefixes: map[rune][]string{}, suffixes: map[string]affixKind{}, hyphens: tables.Hyphens,
		icon: named("icon"), alpha: named("alpha"), alphaOrDigit: named("alphaOrDigit"), upper: named("upper"),
		beforeFinalPeriod: named("beforeFinalPeriod"), beforePeriod: named("beforePeriod"),
		afterPeriod: named("afterPeriod"), domain: named("domain"),
	}
	for _, p := range tables.Prefixes {
		first, _ := utf8.DecodeRuneInString(p)
		a.prefixes[first] = append(a.prefixes[first], p)
	}
	for _, s := range tables.Units {
		a.suffixes[s] = behindDigit
	}
	for _, s := range tables.Suffixes {
		a.suffixes[s] = anywhere
	}
	for s := range a.suffixes {
		a.longestSuffix = max(a.longestSuffix, utf8.RuneCountInString(s))
	}
	return a
}

// prefix is the length in bytes of the prefix of s; 0 if there is none.
func (a *affixes) prefix(s string) int {
	first, size := utf8.DecodeRuneInString(s)
	if isLower(first) || '0' <= first && first <= '9' {
		return 0
	}
	for _, p := range a.prefixes[first] {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	switch {
	case first == '.':
		return dots(s)
	case first == '+' && !startsWithDigit(s[1:]), a.icon.has(first):
		return size
	}
	return 0
}

// suffix is the length in bytes of the longest suffix of s; 0 if there is none.
func (a *affixes) suffix(s string) int {
	longest := 0
	for i, n := len(s), 0; n < a.longestSuffix && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		switch a.suffixes[s[i:]] {
		case anywhere:
			longest = len(s) - i
		case behindDigit:
			if endsInDigit(s[:i]) {
				longest = len(s) - i
			}
		}
	}
	last, size := utf8.DecodeLastRuneInString(s)
	switch {
	case last == '.':
		longest = max(longest, a.period(s))
	case last == '+' && endsInDigit(s[:len(s)-size]), size > 0 && a.icon.has(last):
		longest = max(longest, size)
	}
	return longest
}

// period is the length of the full stop or the dots that end s, if they are a suffix.
func (a *affixes) period(s string) int {
	rest := strings.TrimRight(s, ".")
	if n := len(s) - len(rest); n > 1 {
		return n
	}
	r1, n := utf8.DecodeLastRuneInString(rest)
	r2, n2 := utf8.DecodeLastRuneInString(rest[:len(rest)-n])
	degrees := r2 == '°' && strings.ContainsRune("FfCcKk", r1)
	initials := n2 > 0 && a.upper.has(r1) && a.upper.has(r2)
	if n > 0 && (a.beforeFinalPeriod.has(r1) || initials || degrees) {
		return 1
	}
	return 0
}

// infix is the length in bytes of the infix of s at byte i; 0 if none starts there.
func (a *affixes) infix(s string, i int) int {
	r, size := utf8.DecodeRuneInString(s[i:])
	if isLower(r) || '0' <= r && r <= '9' {
		return 0
	}
	if r == '.' {
		if n := dots(s[i:]); n > 0 {
			return n
		}
	}
	if r == '…' || a.icon.has(r) {
		return size
	}
	before, n1 := utf8.DecodeLastRuneInString(s[:i])
	after, n2 := utf8.DecodeRuneInString(s[i+size:])
	if n1 == 0 {
		return 0
	}
	if n2 > 0 && a.splits(before, r, after) {
		return size
	}
	if a.alphaOrDigit.has(before) {
		for _, h := range a.hyphens {
			if rest, ok := strings.CutPrefix(s[i:], h); ok {
				if next, n := utf8.DecodeRuneInString(rest); n > 0 && a.alpha.has(next) {
					return len(h)
				}
			}
		}
	}
	return 0
}

// splits tells whether a single character cuts the word between its neighbours.
func (a *affixes) splits(before, r, after rune) bool {
	switch r {
	case '+', '-', '*', '^':
		return '0' <= before && before <= '9' && ('0' <= after && after <= '9' || after == '-')
	case '.':
		return a.beforePeriod.has(before) && a.afterPeriod.has(after)
	case ',':
		return a.alpha.has(before) && a.alpha.has(after)
	case ':', '<', '>', '=', '/':
		return a.alphaOrDigit.has(before) && a.alpha.has(after)
	}
	return false
}

// dots is the length of the two or more dots that s starts with.
func dots(s string) int {
	if n := len(s) - len(strings.TrimLeft(s, ".")); n > 1 {
		return n
	}
	return 0
}

func isLower(r rune) bool { return 'a' <= r && r <= 'z' }

func startsWithDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

func endsInDigit(s string) bool { return s != "" && '0' <= s[len(s)-1] && s[len(s)-1] <= '9' }
