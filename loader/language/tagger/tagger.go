package tagger

import (
	"dateline/loader/language/kernel"
	"dateline/loader/language/model"
)

// A Tagger holds the weights and the tags. It is safe for concurrent use.
type Tagger struct {
	scores *kernel.Matrix
	tags   []string
}

// New makes a tagger of a layer with one output a tag.
func New(m model.Layer, tags []string) *Tagger {
	return &Tagger{kernel.New(m.Weight.Data, m.Bias.Data, len(tags), model.Width), tags}
}

// Tag writes a tag for each vector of model.Width numbers: the one with the
// highest score, the first of equals. buffer is memory to be used again.
func (t *Tagger) Tag(tags []string, vectors []float32, buffer *[]float32) {
	width := t.scores.Width()
	if n := len(tags) * width; cap(*buffer) < n {
		*buffer = make([]float32, n)
	}
	scores := (*buffer)[:len(tags)*width]
	t.scores.Product(scores, vectors, len(tags), model.Width)
	for i := range tags {
		row, best := scores[i*width:][:len(t.tags)], 0
		for k, s := range row {
			if s > row[best] {
				best = k
			}
		}
		tags[i] = t.tags[best]
	}
}
