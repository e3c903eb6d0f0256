package graphtest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"dateline/graph"
)

// resolve runs a step of identity that must succeed.
func resolve(t testing.TB, s graph.Store, fn func(graph.Resolution) error) {
	t.Helper()
	if err := s.Resolve(t.Context(), fn); err != nil {
		t.Fatal(err)
	}
}

// take empties the store of marks, a level at a time.
func take(t testing.TB, s graph.Store, limit int) (all []graph.Mark) {
	t.Helper()
	for {
		var got []graph.Mark
		resolve(t, s, func(r graph.Resolution) (err error) {
			got, err = r.Take(t.Context(), limit)
			return err
		})
		if len(got) == 0 {
			return all
		}
		for _, m := range got {
			if m.Level() != got[0].Level() {
				t.Errorf("marks of two levels at once: %v", got)
			}
		}
		if len(got) > limit {
			t.Errorf("took %d marks, more than %d", len(got), limit)
		}
		all = append(all, got...)
	}
}

func marks(t *testing.T, s graph.Store) {
	f := Sample()
	must(s.Put(t.Context(), []graph.Reading{f.Texts[1].reading(), f.Texts[0].reading()}))(t)
	resolve(t, s, func(r graph.Resolution) error {
		return r.Mark(t.Context(), []graph.Mark{graph.MarkFact(ReyesRole), graph.MarkFact(Call), graph.MarkEntity(Reyes), graph.MarkFact(Call)})
	})
	want := []graph.Mark{"0/person/hale", "0/person/reyes", "1/role/president/USA", "3/article:1", "3/article:2", "4/role:reyes-president-mex", "5/event:call", "6/person:ana-reyes"}
	same(t, "marks", take(t, s, 2), want)

	fault := errors.New("fault")
	resolve(t, s, func(r graph.Resolution) error { return r.Mark(t.Context(), want[:2]) })
	err := s.Resolve(t.Context(), func(r graph.Resolution) error {
		must(r.Take(t.Context(), 10))(t)
		return fault
	})
	if !errors.Is(err, fault) {
		t.Errorf("Resolve gives %v, not the step's fault", err)
	}
	same(t, "marks after a fault", take(t, s, 10), want[:2])

	must(s.Delete(t.Context(), []string{"key-1"}))(t)
	if got := take(t, s, 10); !slices.Contains(got, "0/person/hale") || slices.Contains(got, "0/person/reyes") {
		t.Errorf("deleting an article marks %v", got)
	}
}

func members(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	resolve(t, s, func(r graph.Resolution) error {
		got := must(r.Members(t.Context(), []string{"0/person/reyes", "0/person/hale", "none"}))(t)
		var want []graph.Member
		for _, n := range []int{0, 1, 2, 3} {
			m := f.Texts[n].reading().Members[0]
			want = append(want, m)
		}
		same(t, "members", got, want)
		same(t, "readings", len(must(r.Readings(t.Context(), []graph.ID{"article:2", "article:1", "article:unknown"}))(t)), 2)
		same(t, "assignments", must(r.Assignments(t.Context(), []graph.ID{"article:1"}))(t), f.Texts[0].assignments())
		same(t, "facts", must(r.FactsOf(t.Context(), []graph.ID{"article:2", "article:3"}))(t), []graph.ID{Call, HaleRole, ReyesRole, Refusal})
		same(t, "items", ids(must(r.Items(t.Context(), []graph.ID{Refusal, Call, "event:none"}))(t)), []graph.ID{Call, Refusal})
		same(t, "dated", sorted(must(r.Dated(t.Context(), Reyes, Day("2025-05-03"), graph.MaxDay))(t)), f.dated(Reyes, Day("2025-05-03"), graph.MaxDay))
		same(t, "dated to a day", sorted(must(r.Dated(t.Context(), Hale, graph.MinDay, Day("2025-05-02")))(t)), f.dated(Hale, graph.MinDay, Day("2025-05-02")))
		return nil
	})
}

func sorted(ids []graph.ID) []graph.ID {
	slices.Sort(ids)
	return ids
}

// dated are the items in which an entity takes part directly and that may lie
// between two days.
func (f Fixture) dated(entity graph.ID, from, to graph.Day) []graph.ID {
	return sorted(ids(f.matching(graph.Filter{Entities: []graph.ID{entity}, DirectOnly: true, From: &from, To: &to}, graph.Asc)))
}

// rollback holds that a step that fails leaves nothing behind.
func rollback(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	before := dump(t, s)
	change := must(s.LastChange(t.Context()))(t)
	err := s.Resolve(t.Context(), func(r graph.Resolution) error {
		ctx := t.Context()
		item, _ := graph.Fold(f.reports(nil)[:1], nil)
		item.ID = "event:new"
		return errors.Join(r.PutItems(ctx, []graph.Item{item}), r.DeleteItems(ctx, []graph.ID{Call}), r.DeleteEntities(ctx, []graph.ID{Reyes}),
			r.Mark(ctx, []graph.Mark{graph.MarkEntity(Reyes)}), errors.New("fault"))
	})
	if err == nil {
		t.Error("a failed step succeeded")
	}
	same(t, "store after a failed step", dump(t, s), before)
	same(t, "last change after a failed step", must(s.LastChange(t.Context()))(t), change)
	sound(t, s)
}

func tallies(t *testing.T, s graph.Store) {
	f := Sample()
	f.Texts[0].Uses[0].Names[0].Count = 3
	f.Texts[0].Uses[0].Details = []graph.DetailCount{{Field: graph.DetailName, Value: "Thomas Hale", Count: 1}, {Field: graph.DetailWikidata, Value: "Q1", Count: 1}}
	f.Texts[4].Uses[3].Details = []graph.DetailCount{{Field: graph.DetailWikidata, Value: "Q1", Count: 1}}
	f.Load(t, s)
	got := func() (tally graph.Tally) {
		resolve(t, s, func(r graph.Resolution) error {
			all, err := r.Tallies(t.Context(), []graph.ID{Hale, "person:nobody"})
			if len(all) > 1 {
				t.Errorf("tallies of %d entities", len(all))
			}
			tally = all[Hale]
			return err
		})
		return tally
	}
	same(t, "tally", got(), graph.Tally{Articles: 3, Names: []graph.NameCount{{Name: "Tom Hale", Count: 5}, {Name: "Hale", Count: 1}},
		Details: []graph.DetailCount{{Field: graph.DetailWikidata, Value: "Q1", Count: 2}, {Field: graph.DetailName, Value: "Thomas Hale", Count: 1}}})
	resolve(t, s, func(r graph.Resolution) error {
		changed, err := r.ReplaceUses(t.Context(), "article:1", f.Texts[0].Uses)
		same(t, "changed by the same uses", changed, nil)
		return err
	})
	resolve(t, s, func(r graph.Resolution) error {
		changed, err := r.ReplaceUses(t.Context(), "article:1", f.Texts[0].Uses[1:])
		same(t, "changed by one use less", changed, []graph.ID{Hale})
		return err
	})
	same(t, "tally without article 1", got(), graph.Tally{Articles: 2, Names: []graph.NameCount{{Name: "Tom Hale", Count: 2}},
		Details: []graph.DetailCount{{Field: graph.DetailWikidata, Value: "Q1", Count: 1}}})
	found := must(s.FindEntities(t.Context(), "Q1", ""))(t)
	_ = found // identity writes the identifier to the entity; what the tally alone says is no answer
}

func copies(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	list := must(s.Copies(t.Context(), "article:2", 10))(t)
	same(t, "copies", list, []graph.Article{f.Texts[2].Article})
	same(t, "copies of what has none", must(s.Copies(t.Context(), "article:1", 10))(t), nil)
	resolve(t, s, func(r graph.Resolution) error {
		if err := r.LinkCopies(t.Context(), [][2]graph.ID{{"article:3", "article:2"}, {"article:4", "article:5"}}); err != nil {
			return err
		}
		for _, pair := range must(r.CopiesOf(t.Context(), []graph.ID{"article:3"}))(t) {
			if pair != [2]graph.ID{"article:2", "article:3"} && pair != [2]graph.ID{"article:3", "article:2"} {
				t.Errorf("pair %v touches article:3", pair)
			}
		}
		changed, err := r.SetGroups(t.Context(), map[graph.ID]graph.ID{"article:2": "article:2", "article:3": "article:3"})
		same(t, "articles in another group", changed, []graph.ID{"article:3"})
		same(t, "articles after parting", must(r.Tallies(t.Context(), []graph.ID{Reyes}))(t)[Reyes].Articles, 5)
		return err
	})
	must(s.Delete(t.Context(), []string{"article:3"}))(t)
	if got := take(t, s, 100); !slices.Contains(got, graph.MarkBlock(graph.CopiesBlock("article:2"))) {
		t.Errorf("deleting a copy marks %v", got)
	}
	resolve(t, s, func(r graph.Resolution) error {
		same(t, "pairs after deleting", must(r.CopiesOf(t.Context(), []graph.ID{"article:2"}))(t), nil)
		return nil
	})
}

// formerEntities holds that an ID that is no more leads to where most of it went.
func formerEntities(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	resolve(t, s, func(r graph.Resolution) error {
		move := func(article graph.ID, local graph.Local, to graph.ID) graph.Assignment {
			return graph.Assignment{Article: article, Local: local, Entity: to}
		}
		// Reyes is e2 of 1, e1 of 2, 3 and 4, e3 of 5: three go to Hale, two to Vega.
		return errors.Join(r.Assign(t.Context(), []graph.Assignment{move("article:1", "e2", Vega), move("article:2", "e1", Hale), move("article:3", "e1", Hale),
			move("article:4", "e1", Hale), move("article:5", "e3", Vega)}))
	})
	same(t, "while it is live", must(s.Entities(t.Context(), []graph.ID{Reyes}))(t)[Reyes].ID, Reyes)
	resolve(t, s, func(r graph.Resolution) error { return r.DeleteEntities(t.Context(), []graph.ID{Reyes}) })
	same(t, "most of it", must(s.Entities(t.Context(), []graph.ID{Reyes}))(t)[Reyes].ID, Hale)
	must(s.Delete(t.Context(), []string{"article:2", "article:3"}))(t)
	same(t, "most of it after deleting", must(s.Entities(t.Context(), []graph.ID{Reyes}))(t)[Reyes].ID, Vega)
	must(s.Delete(t.Context(), []string{"article:1", "article:4", "article:5"}))(t)
	same(t, "nothing of it", len(must(s.Entities(t.Context(), []graph.ID{Reyes}))(t)), 0)
}

func formerItems(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	const merged = graph.ID("event:merged")
	for i := range f.Texts {
		for k := range f.Texts[i].Reports {
			if r := &f.Texts[i].Reports[k]; r.Fact == Call {
				r.Fact = merged
			}
		}
	}
	resolve(t, s, func(r graph.Resolution) error {
		for _, text := range f.Texts {
			facts, err := r.ReplaceReports(t.Context(), text.Article.ID, text.Reports)
			if err != nil {
				return err
			}
			for _, id := range facts {
				if err := r.Mark(t.Context(), []graph.Mark{graph.MarkFact(id)}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	f.Settle(t, s)
	same(t, "a former item", must(s.Items(t.Context(), []graph.ID{Call}))(t)[Call].ID, merged)
	holds(t, s, f)
}

// exclusion holds that steps from several sides exclude each other.
func exclusion(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	var inside int
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				err := s.Resolve(t.Context(), func(graph.Resolution) error {
					inside++ // a race, unless steps exclude each other
					return nil
				})
				if err != nil {
					t.Error(err)
				}
				if _, err := s.Timeline(t.Context(), graph.Filter{Entities: []graph.ID{Mexico}}, graph.Desc, everything); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	same(t, "steps", inside, 40)
}

// deadlines holds that no call goes on after its deadline.
func deadlines(t *testing.T, s graph.Store) {
	Sample().Load(t, s)
	past, cancel := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancel()
	_, err := s.Timeline(past, graph.Filter{}, graph.Desc, everything)
	isKind(t, "a timeline after the deadline", err, graph.Timeout)
	_, err = s.Put(past, nil)
	isKind(t, "writing after the deadline", err, graph.Timeout)

	// A second step waits for the first no longer than its own deadline.
	resolve(t, s, func(graph.Resolution) error {
		short, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		isKind(t, "a step within another", s.Resolve(short, func(graph.Resolution) error { return nil }), graph.Timeout)
		return nil
	})
}
