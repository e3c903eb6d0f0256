package encoder

import "dateline/loader/language/model"

// An Encoder holds the weights. It is safe for concurrent use; each caller brings
// a Scratch of its own.
type Encoder struct {
	embedding *embedding
	windows   []layer
}

// reach is how many tokens on each side a vector depends on: one a layer.
const reach = model.Depth

// New makes an encoder. A feature that is not known is an Incompatible error.
func New(m model.Encoder) (*Encoder, error) {
	e := &Encoder{}
	var err error
	if e.embedding, err = newEmbedding(m); err != nil {
		return nil, err
	}
	for _, l := range m.Layers[1:] {
		e.windows = append(e.windows, newLayer(l))
	}
	return e, nil
}

// A Scratch holds the memory of one call of Encode, to be used again. The zero
// value is ready.
type Scratch struct {
	rows, next      []float32
	features, mixed []float32
	missing         []int
}

// Encode gives the vectors of tokens[first:end], model.Width numbers each. They
// are part of the scratch and hold until its next use.
//
// The text is thought to stand between reach empty tokens on each side, which are
// zero at first but which the layers do change. So a buffer of end-first+2·reach
// rows is filled, of which each layer leaves one less on each side: rows inside
// the text hold its tokens, rows outside are those empty ones.
func (e *Encoder) Encode(tokens []Token, first, end int, s *Scratch) []float32 {
	const w = model.Width
	n := end - first + 2*reach
	rows, next := grow(&s.rows, n*w), grow(&s.next, n*w)
	clear(rows)
	from, to := max(first-reach, 0), min(end+reach, len(tokens))
	e.embedding.embed(rows[(from-first+reach)*w:], tokens[from:to], s)
	for depth, l := range e.windows {
		// Rows depth+1 … n-depth-2 have both neighbours.
		inner := n - 2*depth - 2
		l.apply(next[(depth+1)*w:], rows[depth*w:], inner, w)
		for i := (depth + 1) * w; i < (depth+1+inner)*w; i++ {
			next[i] += rows[i]
		}
		rows, next = next, rows
	}
	return rows[reach*w : (reach+end-first)*w]
}

// grow gives n numbers of *buffer, of any value.
func grow(buffer *[]float32, n int) []float32 {
	if cap(*buffer) < n {
		*buffer = make([]float32, n+n/4)
	}
	return (*buffer)[:n]
}
