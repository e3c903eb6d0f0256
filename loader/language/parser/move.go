package parser

import (
	"strings"

	"dateline/graph"
)

// A kind of move. While a text is parsed, a stack holds tokens that may still get
// children, and a buffer those that come next.
type kind uint8

const (
	// shift pushes the first token of the buffer.
	shift kind = iota
	// reduce pops the stack; a token without a head goes back to the buffer unless
	// it is the last.
	reduce
	// left makes the first of the buffer the head of the stack's top, which it pops.
	left
	// right makes the stack's top the head of the first of the buffer, which it
	// pushes.
	right
	// split lets a sentence start at the second of the buffer.
	split
	kinds
)

type move struct {
	kind  kind
	label string
}

// newMove reads a move's name: a letter, and the label of its arc if it makes one.
func newMove(name string) (move, error) {
	letter, label, _ := strings.Cut(name, "-")
	k := strings.Index("SDLRB", letter)
	if len(letter) != 1 || k < 0 || label == "subtok" {
		return move{}, graph.Errorf(graph.Incompatible, "the model's parser has the move %q, which dateline does not know", name)
	}
	return move{kind(k), label}, nil
}
