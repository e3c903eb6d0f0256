package tokenizer

import (
	"unicode/utf8"

	"dateline/loader/language/lexeme"
	"dateline/loader/language/model"
)

// A Token is a word, a punctuation mark or a run of white space.
type Token struct {
	// Start and End are bytes of the text, half open.
	Start, End int
	// Norm is the normal form that a special case gives the token, or empty.
	Norm string
	// Blank tells that one blank follows, which is no token.
	Blank bool
}

// A Tokenizer holds the rules. It is safe for concurrent use.
type Tokenizer struct {
	affixes
	special map[string][]model.SpecialToken
	// longest is the length in bytes of the longest special case.
	longest int
	phrases phrases
}

// New makes a tokenizer from the tables of a model.
func New(tables model.Tokenizer) *Tokenizer {
	t := &Tokenizer{affixes: newAffixes(tables)}
	var texts []string
	for _, s := range tables.Special {
		texts = append(texts, s.Text)
	}
	// Phrases are what the rules alone, without special cases, make of the
	// special cases that they would cut.
	t.phrases = newPhrases(t, texts)
	t.special = make(map[string][]model.SpecialToken, len(tables.Special))
	for _, s := range tables.Special {
		t.special[s.Text] = s.Tokens
		t.longest = max(t.longest, len(s.Text))
	}
	return t
}

// Tokenize gives the tokens of a text. With the blanks that Blank marks they cover
// it exactly.
func (t *Tokenizer) Tokenize(text string) []Token {
	return t.phrases.replace(t, text, t.split(text))
}

// split applies all rules but the phrases.
func (t *Tokenizer) split(text string) []Token {
	tokens := make([]Token, 0, len(text)/5+4)
	if text == "" {
		return tokens
	}
	first, _ := utf8.DecodeRuneInString(text)
	start, inSpace := 0, lexeme.IsSpace(first)
	for i, r := range text {
		if lexeme.IsSpace(r) == inSpace {
			continue
		}
		if start < i {
			tokens = t.piece(tokens, text, start, i)
		}
		start, inSpace = i, !inSpace
		if r == ' ' {
			tokens[len(tokens)-1].Blank = true
			start = i + 1
		}
	}
	if start < len(text) {
		tokens = t.piece(tokens, text, start, len(text))
	}
	return tokens
}

// piece appends the tokens of text[lo:hi], a run of white space or of anything
// else.
func (t *Tokenizer) piece(tokens []Token, text string, lo, hi int) []Token {
	var suffixes []Token
	for lo < hi && !t.isSpecial(text[lo:hi]) {
		pre := t.prefix(text[lo:hi])
		if pre > 0 && t.isSpecial(text[lo+pre:hi]) {
			tokens = append(tokens, Token{Start: lo, End: lo + pre})
			lo += pre
			break
		}
		suf := t.suffix(text[lo+pre : hi])
		if suf > 0 && t.isSpecial(text[lo:hi-suf]) {
			suffixes = append(suffixes, Token{Start: hi - suf, End: hi})
			hi -= suf
			break
		}
		if pre == 0 && suf == 0 {
			break
		}
		if pre > 0 {
			tokens = append(tokens, Token{Start: lo, End: lo + pre})
		}
		if suf > 0 {
			suffixes = append(suffixes, Token{Start: hi - suf, End: hi})
		}
		lo, hi = lo+pre, hi-suf
	}
	tokens = t.core(tokens, text, lo, hi)
	for i := len(suffixes) - 1; i >= 0; i-- {
		tokens = append(tokens, suffixes[i])
	}
	return tokens
}

// core appends the tokens of what affixes leave over.
func (t *Tokenizer) core(tokens []Token, text string, lo, hi int) []Token {
	word := text[lo:hi]
	switch {
	case word == "":
		return tokens
	case t.isSpecial(word):
		return appendSpecial(tokens, t.special[word], lo)
	case isURL(word, t.domain):
		return append(tokens, Token{Start: lo, End: hi})
	}
	start := lo
	for i := 0; i < len(word); {
		n := t.infix(word, i)
		if n == 0 {
			_, size := utf8.DecodeRuneInString(word[i:])
			i += size
			continue
		}
		if i > 0 { // an infix at the front cuts nothing
			if lo+i > start {
				tokens = append(tokens, Token{Start: start, End: lo + i})
			}
			start = lo + i + n
			tokens = append(tokens, Token{Start: lo + i, End: start})
		}
		i += n
	}
	if start < hi {
		tokens = append(tokens, Token{Start: start, End: hi})
	}
	return tokens
}

func (t *Tokenizer) isSpecial(s string) bool {
	if len(s) > t.longest {
		return false // spares hashing long pieces over and over
	}
	_, ok := t.special[s]
	return ok
}

func appendSpecial(tokens []Token, parts []model.SpecialToken, at int) []Token {
	for _, p := range parts {
		tokens = append(tokens, Token{Start: at, End: at + len(p.Text), Norm: p.Norm})
		at += len(p.Text)
	}
	return tokens
}
