package identity_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/identity"
)

func judgement(t *testing.T, same bool, a, b graph.ID) graph.Judgement {
	t.Helper()
	j, err := graph.NewJudgement(same, a, b, "I asked them", "Eva", time.Date(2025, 7, 1, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func settle(t *testing.T, s graph.Store) {
	t.Helper()
	if err := identity.Resolve(t.Context(), s); err != nil {
		t.Fatal(err)
	}
}

func judge(t *testing.T, s graph.Store, list ...graph.Judgement) {
	t.Helper()
	if err := s.Judge(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	settle(t, s)
}

func revoke(t *testing.T, s graph.Store, j graph.Judgement) {
	t.Helper()
	if there, err := s.Revoke(t.Context(), j.ID); err != nil || !there {
		t.Fatalf("revoke %s: %v, %v", j.ID, there, err)
	}
	settle(t, s)
}

func readings(t *testing.T) (all []graph.Reading) {
	for _, p := range pieces() {
		all = append(all, p.reading(t))
	}
	return all
}

// speakers gives who says what each article holds.
func speakers(t *testing.T, s graph.Store) map[string]graph.ID {
	t.Helper()
	found := map[string]graph.ID{}
	for _, p := range pieces() {
		page, err := s.ArticleTimeline(t.Context(), graph.HashID("article", p.id), graph.Filter{}, graph.Asc, graph.Page{First: 10})
		if err != nil || len(page.Edges) != 1 {
			t.Fatalf("%s: %d items, %v", p.id, len(page.Edges), err)
		}
		found[p.id] = page.Edges[0].Node.Statement.Speaker
	}
	return found
}

// TestJudgementsDecide makes each kind of judgement, looks at what it changes,
// and takes it back.
func TestJudgementsDecide(t *testing.T) {
	s := open(t)
	load(t, s, readings(t))
	before, plain := exported(t, s), speakers(t, s)
	for _, test := range []struct {
		name string
		made []graph.Judgement
		want map[string]graph.ID
	}{
		{"two of one surname are one", []graph.Judgement{judgement(t, true, "person:per-aas", "person:ola-aas")},
			map[string]graph.ID{"b2": "person:ola-aas", "c2": "person:ola-aas"}},
		{"three are one", []graph.Judgement{judgement(t, true, "person:george-holm-w", "person:per-aas"), judgement(t, true, "person:george-holm-h", "person:george-holm-w")},
			map[string]graph.ID{"d1": "person:george-holm-h", "b2": "person:george-holm-h"}},
		{"the surname alone is somebody else", []graph.Judgement{judgement(t, false, "person:lund", "person:ana-lund")},
			map[string]graph.ID{"a2": "person:lund"}},
		{"the surname alone is not the one of two", []graph.Judgement{judgement(t, false, "person:aas", "person:per-aas")},
			map[string]graph.ID{"c2": "person:ola-aas"}},
		{"the office alone is not her", []graph.Judgement{judgement(t, false, "person:president-nor", "person:ana-lund")},
			map[string]graph.ID{"b1": "person:per-aas", "b3": "person:per-aas"}},
		{"different prevails", []graph.Judgement{judgement(t, true, "person:per-aas", "person:ola-aas"), judgement(t, false, "person:ola-aas", "person:per-aas")}, nil},
		{"countries", []graph.Judgement{judgement(t, true, "country:NOR", "country:SWE")}, map[string]graph.ID{"c3": "person:ola-aas"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			judge(t, s, test.made...)
			text := exported(t, s)
			for _, j := range test.made {
				if gone := fmt.Sprintf(`{"type":%q,"id":%q`, strings.ToLower(string(graph.KindOfID(j.B))), j.B); j.Same && test.want != nil && strings.Contains(text, gone) {
					t.Errorf("%s is still there", j.B)
				}
			}
			found := speakers(t, s)
			for id, speaker := range test.want {
				if found[id] != speaker {
					t.Errorf("%s: said by %q, want %q", id, found[id], speaker)
				}
			}
			if test.want == nil && fmt.Sprint(found) != fmt.Sprint(plain) {
				t.Errorf("speakers %v, want %v", found, plain)
			}
			for _, j := range test.made {
				revoke(t, s, j)
			}
			if after := exported(t, s); after != before {
				t.Errorf("revoking does not restore:\n%s", difference(before, after))
			}
		})
	}
}

// TestOrderOfJudging loads and judges in many orders; some judgements are
// taken back.
func TestOrderOfJudging(t *testing.T) {
	all := readings(t)
	made := []graph.Judgement{
		judgement(t, true, "person:per-aas", "person:ola-aas"), judgement(t, true, "person:ola-aas", "person:ana-lund"),
		judgement(t, false, "person:lund", "person:ana-lund"), judgement(t, true, "country:NOR", "country:DNK"),
		judgement(t, false, "person:per-aas", "person:ana-lund"), judgement(t, true, "person:george-holm-h", "person:george-holm-w"),
	}
	passing := []graph.Judgement{judgement(t, true, "person:lund", "person:aas"), judgement(t, false, "person:aas", "person:ola-aas"), judgement(t, true, "country:NOR", "country:SWE")}
	first := open(t)
	load(t, first, all)
	judge(t, first, made...)
	want := exported(t, first)
	random := rand.New(rand.NewPCG(3, 4))
	for range 12 {
		s := open(t)
		var steps []func()
		for _, r := range all {
			steps = append(steps, func() { load(t, s, []graph.Reading{r}) })
		}
		for _, j := range made {
			steps = append(steps, func() { judge(t, s, j) })
		}
		for _, j := range passing {
			steps = append(steps, func() { judge(t, s, j) })
		}
		random.Shuffle(len(steps), func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
		for _, step := range steps {
			step()
		}
		for _, j := range passing {
			revoke(t, s, j)
		}
		if got := exported(t, s); got != want {
			t.Fatalf("another order gives another graph:\n%s", difference(want, got))
		}
	}
	copied := open(t)
	if _, err := loader.Copy(t.Context(), first, copied, func(int) {}); err != nil {
		t.Fatal(err)
	}
	if got := exported(t, copied); got != want {
		t.Errorf("the copy differs:\n%s", difference(want, got))
	}
}
