package graphtest

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"dateline/graph"
)

// judgements asks that they are kept once, listed by ID, seen by identity, and
// that making and revoking them marks what they touch.
func judgements(t *testing.T, s graph.Store) {
	fixture := Sample()
	fixture.Load(t, s)
	at := time.Date(2025, time.July, 2, 10, 30, 0, 0, time.UTC)
	judge := func(same bool, a, b graph.ID) graph.Judgement {
		return must(graph.NewJudgement(same, a, b, "“quoted”, it's why", "Eva", at))(t)
	}
	one, two := judge(true, Reyes, "person:reyes"), judge(false, Hale, Vega)
	again := one
	again.Why = "another reason"
	for range 2 {
		if err := s.Judge(t.Context(), []graph.Judgement{one, again, two}); err != nil {
			t.Fatal(err)
		}
		fixture.Settle(t, s)
	}
	want := []graph.Judgement{one, two}
	slices.SortFunc(want, func(a, b graph.Judgement) int { return cmp.Compare(a.ID, b.ID) })
	same(t, "Judgements", must(s.Judgements(t.Context()))(t), want)
	if there := must(s.Revoke(t.Context(), two.ID))(t); !there {
		t.Error("Revoke: it was there")
	}
	var marks []graph.Mark
	if err := s.Resolve(t.Context(), func(r graph.Resolution) error {
		same(t, "Judgements within Resolve", must(r.Judgements(t.Context()))(t), []graph.Judgement{one})
		var err error
		marks, err = r.Take(t.Context(), 100)
		if err == nil {
			err = r.Mark(t.Context(), marks)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(marks, graph.MarkBlock("0/person/hale")) {
		t.Errorf("Revoke marked %v, without the block of whom it touches", marks)
	}
	fixture.Settle(t, s)
	merged := judge(true, Hale, Reyes) // the fixture's identities do not heed it, which Check is to find
	if err := s.Judge(t.Context(), []graph.Judgement{merged}); err != nil {
		t.Fatal(err)
	}
	fixture.Settle(t, s)
	var lines []string
	for line, err := range s.Check(t.Context()) {
		lines = append(lines, must(line, err)(t))
	}
	same(t, "Check", lines, []string{"entity for which another stands by judgement: " + string(Hale)})
	if there := must(s.Revoke(t.Context(), two.ID))(t); there {
		t.Error("Revoke: it was revoked before")
	}
}
