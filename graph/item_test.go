package graph

import "testing"

func TestEvidenceWithin(t *testing.T) {
	for _, c := range []struct {
		carried, limit, want int // -1: ask the store
	}{
		{-1, 1, -1}, {1, 1, 1}, {2, 1, 1}, {2, 3, 2}, {2, 20, 2}, {3, 0, 0}, {3, 3, 3}, {3, 4, -1},
	} {
		var i Item
		if c.carried >= 0 {
			i.Evidence = make([]Evidence, c.carried)
		}
		list, ok := i.EvidenceWithin(c.limit)
		if ok != (c.want >= 0) || ok && len(list) != c.want {
			t.Errorf("%d of %d: %d, %v", c.limit, c.carried, len(list), ok)
		}
	}
}
