package parser

import (
	"slices"

	"dateline/graph"
	"dateline/loader/language/model"
	"dateline/loader/language/transition"
)

// A Parser holds the weights and the moves. It is safe for concurrent use; each
// caller brings a Scratch of its own.
type Parser struct {
	scorer *transition.Scorer
	moves  []move
}

// New makes a parser. A move that is not known is an Incompatible error, and so is
// the lack of one without which a text cannot be parsed to its end.
func New(m model.Mover, moves []string) (*Parser, error) {
	p := &Parser{scorer: transition.New(m)}
	for _, name := range moves {
		move, err := newMove(name)
		if err != nil {
			return nil, err
		}
		p.moves = append(p.moves, move)
	}
	for _, k := range []kind{shift, reduce} {
		if !slices.ContainsFunc(p.moves, func(m move) bool { return m.kind == k }) {
			return nil, graph.Errorf(graph.Incompatible, "the model's parser cannot both shift and reduce: its moves are %v", moves)
		}
	}
	return p, nil
}

// A Scratch holds the memory of one call of Parse, to be used again.
type Scratch struct {
	reader *transition.Reader
	state  state
}

// NewScratch makes a scratch.
func (p *Parser) NewScratch() *Scratch { return &Scratch{reader: p.scorer.NewReader()} }

// A Tree holds the head and the label of each token, and whether a sentence starts
// there. A root is its own head. There are no cycles.
type Tree struct {
	Heads  []int32
	Labels []string
	Starts []bool
}

// Parse finds the trees of a text of n tokens. encode gives the vectors of some of
// its tokens, and is called at least once for each; isSpace tells which tokens are
// white space.
func (p *Parser) Parse(n int, encode func(first, end int) []float32, isSpace func(token int) bool, scratch *Scratch) Tree {
	s, r := &scratch.state, scratch.reader
	s.reset(n)
	r.Open(n, encode)
	var features [model.ParserFeatures]int
	for !s.done() {
		s.features(features[:])
		best := p.best(r.Scores(features[:]), s.valid())
		s.do(p.moves[best].kind, best)
	}
	t := Tree{Heads: s.heads, Labels: make([]string, n)}
	for i, h := range t.Heads {
		if h < 0 {
			t.Heads[i], t.Labels[i] = int32(i), "ROOT"
		} else {
			t.Labels[i] = p.moves[s.labels[i]].label
		}
	}
	e := newEdges(t.Heads)
	deprojectivize(&t, e, isSpace)
	t.Starts = newEdges(t.Heads).starts(t.Heads)
	return t
}

// best is the valid move with the highest score, the first of equals. In every
// state that is not done, shift or reduce is valid.
func (p *Parser) best(scores []float32, valid [kinds]bool) int {
	best := -1
	for i, m := range p.moves {
		if valid[m.kind] && (best < 0 || scores[i] > scores[best]) {
			best = i
		}
	}
	return best
}
