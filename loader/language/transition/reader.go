package transition

import "dateline/loader/language/model"

const (
	// blockSize is how many tokens are encoded at once.
	blockSize = 128
	// blocks is how many blocks a reader remembers: one more than the eight that
	// the tokens of a state can lie in.
	blocks = 9
)

// A Reader gives the scores for one text after the other. What it knows of the
// tokens is computed block by block when a state first shows one, and forgotten
// when other blocks are needed, so its memory does not grow with the text.
type Reader struct {
	scorer   *Scorer
	encode   func(first, end int) []float32
	length   int
	slots    []slot
	slotOf   []int8 // by block; -1: not computed
	clock    int
	squeezed []float32
	sum      [rivals]float32
	hidden   [model.Hidden]float32
	scores   []float32
}

// A slot holds the features of one block: for each token and feature the numbers
// that a state with that token adds.
type slot struct {
	block, used int
	rows        []float32
}

// NewReader makes a reader.
func (s *Scorer) NewReader() *Reader {
	return &Reader{scorer: s, scores: make([]float32, s.upper.Width())}
}

// Open starts a text of length tokens. encode gives the vectors of some of its
// tokens, model.Width numbers each; it may be asked for the same tokens again.
func (r *Reader) Open(length int, encode func(first, end int) []float32) {
	r.encode, r.length, r.clock = encode, length, 0
	r.slots = r.slots[:0]
	r.slotOf = r.slotOf[:0]
	for range (length + blockSize - 1) / blockSize {
		r.slotOf = append(r.slotOf, -1)
	}
}

// Scores gives the score of every move in a state that shows the given tokens (-1:
// none), one a feature. The slice holds until the next call.
func (r *Reader) Scores(tokens []int) []float32 {
	s := r.scorer
	r.sum = [rivals]float32{}
	for f, t := range tokens {
		row := s.missing[f*rivals:]
		if t >= 0 {
			row = r.row(t)[f*rivals:]
		}
		for i, v := range row[:rivals] {
			r.sum[i] += v
		}
	}
	for i := range r.hidden {
		r.hidden[i] = max(r.sum[i]+s.bias[i], r.sum[i+model.Hidden]+s.bias[i+model.Hidden])
	}
	s.upper.Product(r.scores, r.hidden[:], 1, model.Hidden)
	return r.scores[:s.moves]
}

// row is what the token adds, one run of rivals a feature.
func (r *Reader) row(token int) []float32 {
	block := token / blockSize
	if r.slotOf[block] < 0 {
		r.fill(block)
	}
	s := &r.slots[r.slotOf[block]]
	r.clock++
	s.used = r.clock
	return s.rows[token%blockSize*r.scorer.lower.Width():]
}

// fill computes a block in a free slot or in that of the block longest unused.
func (r *Reader) fill(block int) {
	at := len(r.slots)
	if at < blocks {
		if cap(r.slots) > at {
			r.slots = r.slots[:at+1]
		} else {
			r.slots = append(r.slots, slot{})
		}
	} else {
		at = 0
		for i, s := range r.slots {
			if s.used < r.slots[at].used {
				at = i
			}
		}
		r.slotOf[r.slots[at].block] = -1
	}
	s, n := &r.slots[at], min(blockSize, r.length-block*blockSize)
	s.block = block
	r.slotOf[block] = int8(at)
	vectors := r.encode(block*blockSize, block*blockSize+n)
	squeezed := grow(&r.squeezed, n*r.scorer.squeeze.Width())
	r.scorer.squeeze.Product(squeezed, vectors, n, model.Width)
	r.scorer.lower.Product(grow(&s.rows, n*r.scorer.lower.Width()), squeezed, n, r.scorer.squeeze.Width())
}

// grow gives n numbers of *buffer, of any value.
func grow(buffer *[]float32, n int) []float32 {
	if cap(*buffer) < n {
		*buffer = make([]float32, n)
	}
	return (*buffer)[:n]
}
