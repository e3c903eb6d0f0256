package lexeme

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lower is the string in lower case as Python's str.lower has it. It differs from
// Go's in two letters: İ becomes two characters, and Σ at the end of a word ς.
func Lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return lower(s)
		}
	}
	return s
}

func lower(s string) string {
	if !strings.ContainsAny(s, "Σİ") {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == 'İ':
			b.WriteString("i̇")
		case r == 'Σ' && endsWord(s, i):
			b.WriteRune('ς')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// endsWord is Unicode's Final_Sigma for the Σ at byte i: a letter with case stands
// before it and none behind it, whatever ignorable characters lie between.
func endsWord(s string, i int) bool {
	before, after := s[:i], s[i+len("Σ"):]
	for {
		r, n := utf8.DecodeLastRuneInString(before)
		if n == 0 {
			return false
		}
		if !ignorable(r) {
			if !cased(r) {
				return false
			}
			break
		}
		before = before[:len(before)-n]
	}
	for _, r := range after {
		if !ignorable(r) {
			return !cased(r)
		}
	}
	return true
}

func cased(r rune) bool {
	return unicode.In(r, unicode.Lu, unicode.Ll, unicode.Lt, unicode.Other_Uppercase, unicode.Other_Lowercase)
}

// ignorable is the property Case_Ignorable.
func ignorable(r rune) bool {
	return strings.ContainsRune("'.:^`¨­·͵·՟״‘’․‧︓﹒﹕＇．：", r) ||
		unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}
