package lexeme

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language/cache"
)

// A Lexeme is what the model sees of a word, whatever its sentence.
type Lexeme struct {
	// Lower is the word in lower case.
	Lower string
	// Norm, Prefix, Suffix and Shape are the ids of the word's normal form, its
	// first character, its last three, and its pattern of cases and digits.
	Norm, Prefix, Suffix, Shape ID
	// Space tells a run of white space.
	Space bool
}

// cacheSize bounds the words that a Table remembers.
const cacheSize = 1 << 14

// A Table makes lexemes and remembers them. It is safe for concurrent use.
type Table struct {
	symbols map[string]ID
	norms   map[ID]string
	known   *cache.Cache[string, *Lexeme]
}

// NewTable makes a table. Symbols are the strings with an id of their own, norms
// the normal forms, by the id of the word, that are not just its lower case.
func NewTable(symbols map[string]ID, norms map[ID]string) *Table {
	return &Table{symbols, norms, cache.New[string, *Lexeme](cacheSize)}
}

// ID is the id of a string.
func (t *Table) ID(s string) ID {
	if s == "" {
		return 0
	}
	if id, ok := t.symbols[s]; ok {
		return id
	}
	return hash(s)
}

// Get gives the lexeme of a word.
func (t *Table) Get(word string) *Lexeme {
	lex, ok := t.known.Get(word)
	if !ok {
		word = strings.Clone(word) // a part of the text would keep all of it in memory
		lex = t.make(word)
		t.known.Put(word, lex)
	}
	return lex
}

func (t *Table) make(word string) *Lexeme {
	lower := Lower(word)
	norm, ok := t.norms[t.ID(word)]
	if !ok {
		norm = lower
	}
	_, first := utf8.DecodeRuneInString(word)
	return &Lexeme{
		Lower:  lower,
		Norm:   t.ID(norm),
		Prefix: t.ID(word[:first]),
		Suffix: t.ID(lastRunes(word, 3)),
		Shape:  t.ID(shape(word)),
		Space:  AllSpace(word),
	}
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// shape writes X for capitals, x for other letters, d for digits, and any other
// character as it is; runs are cut at four.
func shape(word string) string {
	if utf8.RuneCountInString(word) >= 100 {
		return "LONG"
	}
	var b strings.Builder
	var last rune = -1
	run := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case IsDigit(r):
			r = 'd'
		}
		if r == last {
			run++
		} else {
			run, last = 0, r
		}
		if run < 4 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
