package tagger

import (
	"slices"
	"testing"

	"dateline/loader/language/model"
)

func TestTag(t *testing.T) {
	weights := model.Tensor{Shape: []int{3, model.Width}, Data: make([]float32, 3*model.Width)}
	weights.Data[0], weights.Data[model.Width+1] = 1, 1 // A likes the first number, B the second, C none
	m := model.Layer{Weight: weights, Bias: model.Tensor{Shape: []int{3}, Data: []float32{0, 0, 0.5}}}
	vectors := make([]float32, 5*model.Width)
	vectors[0], vectors[model.Width+1], vectors[3*model.Width], vectors[3*model.Width+1] = 1, 1, 2, 2
	vectors[4*model.Width] = 0.5
	tags := make([]string, 5)
	var buffer []float32
	New(m, []string{"A", "B", "C"}).Tag(tags, vectors, &buffer)
	if want := []string{"A", "B", "C", "A", "A"}; !slices.Equal(tags, want) { // the first of equals
		t.Errorf("%v, want %v", tags, want)
	}
}
