package encoder

import (
	"sync"

	"dateline/graph"
	"dateline/loader/language/lexeme"
	"dateline/loader/language/model"
)

// An embedding gives each token a vector that does not depend on its neighbours.
// It remembers those it has made; when it is full it starts anew.
type embedding struct {
	tables []table
	// flags tells whether a table looks at Blank or Space.
	flags  bool
	mix    layer
	mu     sync.RWMutex
	rows   map[Token]int // where the token's vector stands in stored
	stored []float32
}

// cacheSize bounds the vectors that an embedding remembers: 3 MB.
const cacheSize = 1 << 13

type table struct {
	feature feature
	seed    uint32
	vectors []float32
	rows    uint32
}

func newEmbedding(m model.Encoder) (*embedding, error) {
	e := &embedding{mix: newLayer(m.Layers[0]), rows: map[Token]int{}}
	for i, name := range m.Embedding.Features {
		f, ok := features[name]
		if !ok {
			return nil, graph.Errorf(graph.Incompatible, "the model embeds the feature %s, which dateline does not know", name)
		}
		e.flags = e.flags || name == "SPACY" || name == "IS_SPACE"
		e.tables = append(e.tables, table{f, m.Embedding.Seeds[i], m.Tables[i].Data, uint32(m.Tables[i].Shape[0])})
	}
	return e, nil
}

// embed writes the vectors of tokens to dst, one after the other.
func (e *embedding) embed(dst []float32, tokens []Token, s *Scratch) {
	missing := s.missing[:0]
	e.mu.RLock()
	for i, t := range tokens {
		if row, ok := e.rows[e.key(t)]; ok {
			copy(dst[i*model.Width:][:model.Width], e.stored[row*model.Width:])
		} else {
			missing = append(missing, i)
		}
	}
	e.mu.RUnlock()
	s.missing = missing
	if len(missing) == 0 {
		return
	}
	width := len(e.tables) * model.Width
	in := grow(&s.features, len(missing)*width)
	out := grow(&s.mixed, len(missing)*model.Width)
	for k, i := range missing {
		e.lookup(in[k*width:][:width], &tokens[i])
	}
	e.mix.apply(out, in, len(missing), width)
	for k, i := range missing {
		copy(dst[i*model.Width:], out[k*model.Width:][:model.Width])
	}
	e.remember(tokens, missing, out)
}

// key leaves out what no table looks at, so that fewer vectors are made.
func (e *embedding) key(t Token) Token {
	if !e.flags {
		t.Blank, t.Space = false, false
	}
	return t
}

// lookup writes the vectors of a token's features side by side. Each is the sum of
// four rows that the hash of the feature chooses.
func (e *embedding) lookup(dst []float32, t *Token) {
	for f, table := range e.tables {
		sum := dst[f*model.Width:][:model.Width]
		for k, key := range lexeme.Keys(table.feature(t), table.seed) {
			row := table.vectors[int(key%table.rows)*model.Width:][:model.Width]
			if k == 0 {
				copy(sum, row)
				continue
			}
			for i, v := range row {
				sum[i] += v
			}
		}
	}
}

func (e *embedding) remember(tokens []Token, missing []int, vectors []float32) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.stored == nil {
		e.stored = make([]float32, 0, cacheSize*model.Width)
	}
	for k, i := range missing {
		key := e.key(tokens[i])
		if _, ok := e.rows[key]; ok {
			continue
		}
		if len(e.rows) >= cacheSize {
			clear(e.rows)
			e.stored = e.stored[:0]
		}
		e.rows[key] = len(e.rows)
		e.stored = append(e.stored, vectors[k*model.Width:][:model.Width]...)
	}
}
