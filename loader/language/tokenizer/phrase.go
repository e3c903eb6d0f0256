package tokenizer

import (
	"slices"
	"strings"
)

// phrases are the special cases that the rules cut; they are found again as runs
// of tokens, by the first of them.
type phrases map[string][][]string

// newPhrases makes the phrases of the special cases. t must have no special
// cases yet.
func newPhrases(t *Tokenizer, special []string) phrases {
	p := phrases{}
	for _, text := range special {
		if t.prefix(text) == 0 && t.suffix(text) == 0 && !t.hasInfix(text) && !strings.Contains(text, " ") {
			continue
		}
		var words []string
		for _, token := range t.split(text) {
			words = append(words, text[token.Start:token.End])
		}
		p[words[0]] = append(p[words[0]], words)
	}
	return p
}

func (a *affixes) hasInfix(s string) bool {
	for i := range s {
		if a.infix(s, i) > 0 {
			return true
		}
	}
	return false
}

// A match is a run of tokens: indexes, half open.
type match struct{ first, end int }

// replace puts special cases in place of the tokens that spell them.
func (p phrases) replace(t *Tokenizer, text string, tokens []Token) []Token {
	matches := p.find(text, tokens)
	if len(matches) == 0 {
		return tokens
	}
	replaced := make([]Token, 0, len(tokens)+len(matches))
	next := 0
	for _, m := range matches {
		first, last := tokens[m.first], tokens[m.end-1]
		parts, ok := t.special[text[first.Start:last.End]]
		if !ok { // the words of a special case, but with blanks between them
			continue
		}
		replaced = append(replaced, tokens[next:m.first]...)
		replaced = appendSpecial(replaced, parts, first.Start)
		replaced[len(replaced)-1].Blank = last.Blank
		next = m.end
	}
	return append(replaced, tokens[next:]...)
}

// find gives the matches in order, without overlaps: longer ones first, then
// earlier ones. A match that loses still blocks those behind it.
func (p phrases) find(text string, tokens []Token) []match {
	var all []match
	for i := range tokens {
		for _, words := range p[text[tokens[i].Start:tokens[i].End]] {
			if end := i + len(words); end <= len(tokens) && spell(text, tokens[i:end], words) {
				all = append(all, match{i, end})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int {
		if d := (b.end - b.first) - (a.end - a.first); d != 0 {
			return d
		}
		return a.first - b.first
	})
	var kept []match
	seen := map[int]bool{}
	for _, m := range all {
		if !seen[m.first] && !seen[m.end-1] {
			kept = append(kept, m)
		}
		for i := m.first; i < m.end; i++ {
			seen[i] = true
		}
	}
	slices.SortFunc(kept, func(a, b match) int { return a.first - b.first })
	return kept
}

func spell(text string, tokens []Token, words []string) bool {
	for i, t := range tokens {
		if text[t.Start:t.End] != words[i] {
			return false
		}
	}
	return true
}
