package graph

import "strings"

// Terms are the words of a search or of a filter's text, folded and split.
type Terms struct {
	// All must occur.
	All []Term
}

// A Term is a word, a prefix of one, or a phrase of several words.
type Term struct {
	Words  []string
	Prefix bool // of the last word
}

// NameOf is the name of an entity that the terms match, else all of its names,
// joined.
func (t Terms) NameOf(e Entity) string {
	names := append([]string{e.Name}, e.Aliases...)
	for _, n := range names {
		if t.Match(n) {
			return n
		}
	}
	return strings.Join(names, ", ")
}
