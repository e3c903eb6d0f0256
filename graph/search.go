package graph

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
