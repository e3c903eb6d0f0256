package recognizer

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language/model"
	"dateline/loader/language/transition"
)

// An Entity is a run of tokens, indexes half open, with its label.
type Entity struct {
	First, End int
	Label      string
}

// A Recognizer holds the weights and the moves. It is safe for concurrent use.
type Recognizer struct {
	scorer *transition.Scorer
	moves  []move
}

// A move gives the next token its place in an entity (B first, I inside, L last, U
// the only one), or none (O).
type move struct {
	place byte
	label string
}

// New makes a recogniser. A move that is not known is an Incompatible error, and so
// is the lack of one without which a text cannot be read to its end.
func New(m model.Mover, moves []string) (*Recognizer, error) {
	r := &Recognizer{scorer: transition.New(m)}
	for _, name := range moves {
		place, label, _ := strings.Cut(name, "-")
		if len(place) != 1 || !strings.Contains("BILUO", place) {
			return nil, graph.Errorf(graph.Incompatible, "the model's recogniser has the move %q, which dateline does not know", name)
		}
		r.moves = append(r.moves, move{place[0], label})
	}
	if !slices.Contains(moves, "O") {
		return nil, graph.Errorf(graph.Incompatible, "the model's recogniser lacks the move O")
	}
	for _, m := range r.moves {
		if m.place == 'B' && !slices.Contains(moves, "L-"+m.label) {
			return nil, graph.Errorf(graph.Incompatible, "the model's recogniser lacks the move L-%s", m.label)
		}
	}
	return r, nil
}

// NewReader makes the memory for one call of Find, to be used again.
func (r *Recognizer) NewReader() *transition.Reader { return r.scorer.NewReader() }

// Find gives the entities of a text of n tokens, in order, without overlaps.
// encode gives the vectors of some of its tokens, starts where sentences start
// (none may reach into an entity), isSpace the white space (no entity starts there).
func (r *Recognizer) Find(n int, encode func(first, end int) []float32, starts []bool, isSpace func(token int) bool, reader *transition.Reader) []Entity {
	reader.Open(n, encode)
	var found []Entity
	open, label := -1, ""
	for i := range n {
		more := i+1 < n && !starts[i+1] // the entity may go on with the next token
		if open < 0 && isSpace(i) {
			continue // O is the only valid move
		}
		place := byte('L')
		if open < 0 || more {
			m := r.best(reader.Scores(shown(i, open)), more, open >= 0, label)
			place, label = m.place, m.label
		}
		switch place {
		case 'B':
			open = i
		case 'U':
			found = append(found, Entity{i, i + 1, label})
		case 'L':
			found = append(found, Entity{open, i + 1, label})
			open = -1
		}
	}
	return found
}

// shown are the tokens that the model sees: the next one, and if an entity is
// open its first one and the one before the next.
func shown(next, open int) []int {
	if open < 0 {
		return []int{next, -1, -1}
	}
	return []int{next, open, next - 1}
}

// best is the valid move with the highest score, the first of equals. While an
// entity is open only its own label may go on.
func (r *Recognizer) best(scores []float32, more, open bool, label string) move {
	best := -1
	for i, m := range r.moves {
		var valid bool
		switch m.place {
		case 'B':
			valid = !open && more && m.label != ""
		case 'U':
			valid = !open && m.label != ""
		case 'O':
			valid = !open
		default:
			valid = open && m.label == label && (m.place == 'L' || more)
		}
		if valid && (best < 0 || scores[i] > scores[best]) {
			best = i
		}
	}
	return r.moves[best]
}
