package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words folds a text and splits it into words: compatibility forms decomposed,
// marks removed, in lower case, letters and digits only. Stores index what it
// gives, so that all of them find alike.
func Words(text string) []string {
	return strings.FieldsFunc(FoldText(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// FoldText folds a text as Words does, without splitting it.
func FoldText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}

// The bounds of a text to search for, beyond which an index works for long:
// its bytes and its words.
const (
	maxTermsText  = 2000
	maxTermsWords = 64
)

// ParseTerms reads the syntax of search: words, phrases in double quotes, and
// prefixes that end in `*`.
func ParseTerms(text string) (Terms, error) {
	if len(text) > maxTermsText {
		return Terms{}, Errorf(BadRequest, "the text to search for has %d bytes; at most %d are accepted", len(text), maxTermsText)
	}
	var terms Terms
	for i, part := range strings.Split(text, `"`) {
		if i%2 == 1 {
			if words := Words(part); len(words) > 0 {
				terms.All = append(terms.All, Term{Words: words})
			}
			continue
		}
		for _, field := range strings.Fields(part) {
			if words := Words(field); len(words) > 0 {
				terms.All = append(terms.All, Term{Words: words, Prefix: strings.HasSuffix(field, "*")})
			}
		}
	}
	if n := len(Words(text)); n > maxTermsWords {
		return Terms{}, Errorf(BadRequest, "the text to search for has %d words; at most %d are accepted", n, maxTermsWords)
	}
	if len(terms.All) == 0 {
		return Terms{}, Errorf(BadRequest, "%q holds no word to search for", text)
	}
	return terms, nil
}

// Match tells whether a text contains every term.
func (t Terms) Match(text string) bool {
	words := Words(text)
	for _, term := range t.All {
		if !term.in(words) {
			return false
		}
	}
	return true
}

func (t Term) in(words []string) bool {
	for i := 0; i+len(t.Words) <= len(words); i++ {
		if t.at(words[i : i+len(t.Words)]) {
			return true
		}
	}
	return false
}

func (t Term) at(words []string) bool {
	last := len(t.Words) - 1
	for i, w := range t.Words {
		if words[i] != w && !(i == last && t.Prefix && strings.HasPrefix(words[i], w)) {
			return false
		}
	}
	return true
}
