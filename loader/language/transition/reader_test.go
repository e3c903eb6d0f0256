package transition

import (
	"slices"
	"testing"

	"dateline/loader/language/model"
)

// A reader that has forgotten a block computes it again to the same scores.
func TestForgottenBlocks(t *testing.T) {
	m, err := model.Load("")
	if err != nil {
		t.Fatal(err)
	}
	const length = 40 * blockSize
	vectors := make([]float32, length*model.Width)
	for i := range vectors {
		vectors[i] = float32(i%911)/455 - 1
	}
	calls := 0
	encode := func(first, end int) []float32 {
		calls++
		return vectors[first*model.Width : end*model.Width]
	}
	scorer := New(m.Parser)
	r := scorer.NewReader()
	states := [][]int{
		{0, 1, -1, -1, -1, -1, -1, -1},
		{length - 1, -1, 0, 5, 900, -1, 3, 4},
		{2000, 2001, 1, 300, 700, 1100, 1500, 4000},
	}
	var want [][]float32
	r.Open(length, encode)
	for _, s := range states {
		want = append(want, slices.Clone(r.Scores(s)))
	}
	for token := range length { // pass over all blocks, so that the first are forgotten
		r.Scores([]int{token, -1, -1, -1, -1, -1, -1, -1})
	}
	before := calls
	for i, s := range states {
		if !slices.Equal(r.Scores(s), want[i]) {
			t.Errorf("state %v has other scores the second time", s)
		}
	}
	if calls == before || len(r.slots) != blocks {
		t.Errorf("%d blocks are remembered", len(r.slots))
	}
	r.Open(10, encode) // the memory of a long text does not reach into a short one
	if got := r.Scores(states[0]); !slices.Equal(got, want[0]) {
		t.Error("another text changes the scores")
	}
}
