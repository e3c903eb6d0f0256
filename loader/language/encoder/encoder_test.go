package encoder

import (
	"slices"
	"testing"

	"dateline/graph"
	"dateline/loader/language/model"
)

func english(t *testing.T) *model.Model {
	m, err := model.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// some are n tokens of which few are alike.
func some(n int) []Token {
	tokens := make([]Token, n)
	for i := range tokens {
		id := uint64(i * i % 1013)
		tokens[i] = Token{Norm: id, Prefix: id % 7, Suffix: id % 101, Shape: id % 13, Blank: i%3 == 0, Space: i%17 == 0}
	}
	return tokens
}

// However a text is cut, whatever is remembered, its vectors are the same to the
// last bit.
func TestBlocksDoNotMatter(t *testing.T) {
	m := english(t)
	for _, weights := range []model.Encoder{m.Shared, m.Names} {
		e, err := New(weights)
		if err != nil {
			t.Fatal(err)
		}
		tokens := some(300)
		var s Scratch
		whole := slices.Clone(e.Encode(tokens, 0, len(tokens), &s))
		for _, size := range []int{1, 2, 3, 7, 128} {
			for first := 0; first < len(tokens); first += size {
				end := min(first+size, len(tokens))
				if !slices.Equal(e.Encode(tokens, first, end, &s), whole[first*model.Width:end*model.Width]) {
					t.Fatalf("blocks of %d: tokens %d to %d differ", size, first, end)
				}
			}
		}
	}
}

func TestEmbeddingIsBounded(t *testing.T) {
	e, err := newEmbedding(english(t).Names)
	if err != nil {
		t.Fatal(err)
	}
	tokens := make([]Token, 3*cacheSize/2)
	for i := range tokens {
		tokens[i].Norm = uint64(i)
	}
	var s Scratch
	dst := make([]float32, len(tokens)*model.Width)
	e.embed(dst, tokens, &s)
	again := make([]float32, 100*model.Width)
	e.embed(again, tokens[:100], &s)
	if !slices.Equal(again, dst[:len(again)]) {
		t.Error("a vector differs when it is made again")
	}
	if len(e.rows) > cacheSize || len(e.stored) > cacheSize*model.Width {
		t.Errorf("%d vectors are remembered", len(e.rows))
	}
}

func TestUnknownFeature(t *testing.T) {
	weights := english(t).Names
	weights.Embedding.Features = []string{"NORM", "PREFIX", "SUFFIX", "LENGTH"}
	if _, err := New(weights); graph.KindOf(err) != graph.Incompatible {
		t.Errorf("%v", err)
	}
}
