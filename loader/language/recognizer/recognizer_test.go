package recognizer

import (
	"slices"
	"strings"
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

func TestMovesThatDoNotFit(t *testing.T) {
	m := english(t)
	for told, moves := range map[string][]string{
		"X-ORG":  {"B-ORG", "X-ORG", "L-ORG", "O"},
		"move O": {"B-ORG", "L-ORG"},
		"L-GPE":  {"B-GPE", "L-ORG", "O"},
	} {
		if _, err := New(m.Recognizer, moves); graph.KindOf(err) != graph.Incompatible || !strings.Contains(err.Error(), told) {
			t.Errorf("%v: %v", moves, err)
		}
	}
}

// Whatever the vectors say, entities stay within sentences and do not start with
// white space.
func TestValidMoves(t *testing.T) {
	m := english(t)
	r, err := New(m.Recognizer, m.RecognizerMoves)
	if err != nil {
		t.Fatal(err)
	}
	const n = 400
	vectors := make([]float32, n*model.Width)
	for i := range vectors {
		vectors[i] = float32(i*i%1009)/100 - 5
	}
	encode := func(first, end int) []float32 { return vectors[first*model.Width : end*model.Width] }
	starts := make([]bool, n)
	for i := 0; i < n; i += 3 {
		starts[i] = true
	}
	isSpace := func(token int) bool { return token%4 == 1 }
	found := r.Find(n, encode, starts, isSpace, r.NewReader())
	if len(found) < 10 {
		t.Fatalf("only %d entities", len(found))
	}
	at := 0
	for _, e := range found {
		if e.First < at || e.End <= e.First || isSpace(e.First) || slices.Contains(starts[e.First+1:e.End], true) {
			t.Errorf("%+v behind %d", e, at)
		}
		at = e.End
	}
}
