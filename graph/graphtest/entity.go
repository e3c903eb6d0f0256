package graphtest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"testing"

	"dateline/graph"
)

func entities(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	var asked []graph.ID
	for _, e := range f.Entities {
		asked = append(asked, e.ID)
	}
	got := must(s.Entities(t.Context(), append(asked, "person:nobody")))(t)
	if len(got) != len(asked) {
		t.Errorf("got %d entities, want %d", len(got), len(asked))
	}
	for _, e := range f.mentioned() {
		same(t, string(e.ID), got[e.ID], e)
	}
}

func findEntities(t *testing.T, s graph.Store) {
	Sample().Load(t, s)
	for _, c := range []struct {
		key  string
		kind graph.EntityKind
		want []graph.ID
	}{
		{string(Reyes), "", []graph.ID{Reyes}}, {"MX", "", []graph.ID{Mexico}}, {"MEX", "", []graph.ID{Mexico}},
		{"Mexico", "", []graph.ID{Mexico}}, {"MÉXICO", "", []graph.ID{Mexico}}, {"ana  reyes", "", []graph.ID{Reyes}}, {"Reyes", "", []graph.ID{Reyes}},
		{"luis vega", graph.Person, []graph.ID{Vega}}, {"luis vega", graph.Country, nil}, {"USA", graph.Person, nil},
		{"Rey", "", nil}, {"", "", nil}, {"?!", "", nil}, {"nobody", "", nil}, {`" OR 1=1 --`, "", nil},
	} {
		var got []graph.ID
		for _, e := range must(s.FindEntities(t.Context(), c.key, c.kind))(t) {
			got = append(got, e.ID)
		}
		same(t, fmt.Sprintf("found by %q of kind %q", c.key, c.kind), got, c.want)
	}
}

func listEntities(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	all := f.mentioned()
	slices.SortStableFunc(all, func(a, b graph.Entity) int { return cmp.Compare(b.ArticleCount, a.ArticleCount) })
	for _, c := range []struct {
		kinds  []graph.EntityKind
		prefix string
		keep   func(graph.Entity) bool
	}{
		{nil, "", func(graph.Entity) bool { return true }},
		{[]graph.EntityKind{graph.Person, graph.Policy}, "", func(e graph.Entity) bool { return e.Kind == graph.Person || e.Kind == graph.Policy }},
		{nil, "REY", func(e graph.Entity) bool { return e.ID == Reyes }},
		{[]graph.EntityKind{graph.Person}, "lu", func(e graph.Entity) bool { return e.ID == Vega }},
		{nil, "border u", func(e graph.Entity) bool { return e.ID == Union }},
		{nil, "?!", func(graph.Entity) bool { return false }},
	} {
		var want []graph.Entity
		for _, e := range all {
			if c.keep(e) {
				want = append(want, e)
			}
		}
		what := fmt.Sprintf("list of %v with prefix %q", c.kinds, c.prefix)
		list := func(p graph.Page) (graph.Connection[graph.Entity], error) {
			return s.ListEntities(t.Context(), c.kinds, c.prefix, p)
		}
		same(t, what, nodes(must(list(everything))(t)), want)
		same(t, "count of "+what, must(s.CountEntities(t.Context(), c.kinds, c.prefix))(t), len(want))
		walk(t, what, 2, list)
	}
}

func roles(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	all := f.Roles()
	slices.SortFunc(all, graph.CompareRoles)
	for _, asked := range [][]graph.ID{{Reyes}, {Mexico}, {Reyes, Mexico, States}, {Vega}} {
		var want []graph.Role
		for _, r := range all {
			if slices.Contains(asked, r.Holder) || slices.Contains(asked, r.Of) {
				want = append(want, r)
			}
		}
		same(t, fmt.Sprint("roles of ", asked), must(s.RolesOf(t.Context(), asked))(t), want)
	}
}

func positions(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	may, early := Day("2025-05-31"), Day("2025-01-01")
	statements := f.matching(graph.Filter{Kinds: []graph.ItemKind{graph.KindStatement}}, graph.Asc)
	for _, q := range []graph.PositionQuery{{Policy: Patrol}, {Actor: Reyes}, {Actor: Reyes, Policy: Patrol, On: &may}, {Policy: Patrol, On: &early},
		{Policy: Patrol, Stances: []graph.Stance{graph.Support}}, {Policy: Patrol, On: &may, Stances: []graph.Stance{graph.Oppose}}, {Actor: Vega}} {
		var want []graph.Position
		for _, p := range graph.Positions(statements, q.On) {
			if (q.Actor == "" || p.Actor == q.Actor) && (q.Policy == "" || p.Policy == q.Policy) && (len(q.Stances) == 0 || slices.Contains(q.Stances, p.Stance)) {
				want = append(want, p)
			}
		}
		list := func(p graph.Page) (graph.Connection[graph.Position], error) { return s.Positions(t.Context(), q, p) }
		same(t, "positions "+text(t, q), nodes(must(list(everything))(t)), want)
		walk(t, "positions "+text(t, q), 1, list)
	}
}

// relations are filters under which two entities are looked at together.
func relations() []graph.Filter {
	june := Day("2025-06-01")
	return []graph.Filter{{}, {EventStatuses: graph.DefaultStatuses}, {DirectOnly: true}, {Kinds: []graph.ItemKind{graph.KindStatement}}, {From: &june},
		{Entities: []graph.ID{Patrol}}, {Entities: []graph.ID{Patrol, Union}, Any: true}, {In: []graph.RoleMatch{{Entities: []graph.ID{Patrol, Union}}}}, {AsOf: &graph.AsOf{}}, {AsOf: clocks()[1]},
		{AsOf: &graph.AsOf{}, Entities: []graph.ID{Patrol, Union}, Any: true}, {Text: "never"}}
}

// shared keeps the items that match and in which all the entities take part.
func (f Fixture) shared(filter graph.Filter, all ...graph.ID) []graph.Item {
	both := graph.Filter{Entities: all, DirectOnly: filter.DirectOnly}
	return slices.DeleteFunc(f.matching(filter, graph.Asc), func(i graph.Item) bool { return !both.Matches(i) })
}

func related(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	entity := map[graph.ID]graph.Entity{}
	for _, e := range f.mentioned() {
		entity[e.ID] = e
	}
	for _, filter := range relations() {
		for _, id := range []graph.ID{Mexico, Reyes, Vega, "person:nobody"} {
			for _, kinds := range [][]graph.EntityKind{nil, {graph.Person}} {
				var want []graph.Related
				for _, r := range graph.SumRelated(id, f.shared(filter, id), filter.DirectOnly) {
					r.Entity = entity[r.Entity.ID]
					if kinds == nil || r.Entity.Kind == graph.Person {
						want = append(want, r)
					}
				}
				list := func(p graph.Page) (graph.Connection[graph.Related], error) {
					return s.Related(t.Context(), id, kinds, filter, p)
				}
				what := fmt.Sprintf("related to %s %v under %s", id, kinds, text(t, filter))
				same(t, what, nodes(must(list(everything))(t)), want)
				walk(t, what, 2, list)
			}
		}
	}
}

func links(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	for _, filter := range relations() {
		for _, pair := range [][2]graph.ID{{Mexico, States}, {States, Mexico}, {Hale, Reyes}, {Union, Vega}, {Vega, Hale}} {
			a, b := min(pair[0], pair[1]), max(pair[0], pair[1])
			want := graph.SumLinks(a, b, f.shared(filter, a, b))
			same(t, fmt.Sprintf("links of %v under %s", pair, text(t, filter)), must(s.Links(t.Context(), pair[0], pair[1], filter))(t), want)
		}
	}
	same(t, "links of one with itself", must(s.Links(t.Context(), Mexico, Mexico, graph.Filter{}))(t), nil)
}

// undatedLinks holds that what has no date counts beside what has one, and is
// neither first nor last.
func undatedLinks(t *testing.T, s graph.Store) {
	talk := func(id graph.ID, confidence float64, date *graph.FuzzyDate) graph.Item {
		return graph.Item{ID: id, Kind: graph.KindEvent, Summary: "talked", Date: date, Confidence: confidence,
			Participants: []graph.Participant{{Entity: Mexico, Role: graph.Actor}, {Entity: States, Role: graph.Actor}},
			Event:        &graph.Event{Type: graph.EventConsult, Status: graph.Occurred, Text: "talked", Actors: []graph.ID{Mexico, States}}}
	}
	items := []graph.Item{talk("event:a", 0.9, nil), talk("event:b", 0.5, On("2025-05-02")), talk("event:c", 0.6, On("2025-05-04"))}
	err := s.Resolve(t.Context(), func(r graph.Resolution) error {
		both := []graph.Entity{{ID: Mexico, Kind: graph.Country, Name: "Mexico"}, {ID: States, Kind: graph.Country, Name: "United States"}}
		return errors.Join(r.PutEntities(t.Context(), both), r.PutItems(t.Context(), items))
	})
	if err != nil {
		t.Fatal(err)
	}
	want := graph.SumLinks(Mexico, States, items)
	if len(want) != 1 || want[0].Count != 3 || want[0].Best != "event:a" {
		t.Fatalf("the links are to be %+v", want)
	}
	same(t, "links", must(s.Links(t.Context(), Mexico, States, graph.Filter{}))(t), want)
}

// paths are the shortest chains, found by trying all.
func (f Fixture) paths(q graph.PathQuery) (found [][]graph.PathStep) {
	items := f.matching(q.Filter, graph.Asc)
	slices.SortFunc(items, func(a, b graph.Item) int { return cmp.Compare(a.ID, b.ID) })
	least := map[graph.ID]map[graph.ID]graph.ID{}
	for _, i := range items {
		for _, from := range takingPart(i, q.Filter.DirectOnly) {
			for _, to := range takingPart(i, q.Filter.DirectOnly) {
				if from == q.From && to == q.To {
					found = append(found, []graph.PathStep{{From: from, To: to, Via: i.ID}})
				}
				if least[from] == nil {
					least[from] = map[graph.ID]graph.ID{}
				}
				if _, ok := least[from][to]; !ok {
					least[from][to] = i.ID
				}
			}
		}
	}
	chains := [][]graph.PathStep{{{To: q.From}}} // each begins with a step to its start
	for length := 1; length <= q.MaxLength && len(found) == 0; length++ {
		var longer [][]graph.PathStep
		for _, c := range chains {
			at := c[len(c)-1].To
			for to, via := range least[at] {
				long := append(slices.Clone(c), graph.PathStep{From: at, To: to, Via: via})
				switch {
				case to == q.To:
					found = append(found, long[1:])
				case graph.KindOfID(to) != graph.Country && !slices.ContainsFunc(c, func(s graph.PathStep) bool { return s.To == to }):
					longer = append(longer, long)
				}
			}
		}
		chains = longer
	}
	slices.SortFunc(found, graph.ComparePaths)
	return found[:min(len(found), q.Limit)]
}

// takingPart are the participants of an item, those by their role left out if
// directOnly.
func takingPart(i graph.Item, directOnly bool) (ids []graph.ID) {
	for _, p := range i.Participants {
		if !(directOnly && p.Role == graph.OnBehalf) {
			ids = append(ids, p.Entity)
		}
	}
	return graph.Unique(ids)
}

// pathsAsOf compares under filters and clocks.
func pathsAsOf(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	for _, clock := range append(clocks()[1:4], nil) {
		for _, filter := range relations() {
			filter.AsOf = clock
			for _, from := range []graph.ID{Vega, Union, Mexico} {
				for _, to := range []graph.ID{Hale, Reyes, Mexico, Patrol} {
					if from == to {
						continue
					}
					q := graph.PathQuery{From: from, To: to, MaxLength: 4, Limit: 3, Filter: filter}
					same(t, "paths "+text(t, q), must(s.Paths(t.Context(), q))(t), f.paths(q))
				}
			}
		}
	}
}

func paths(t *testing.T, s graph.Store) {
	Sample().Load(t, s)
	step := func(from, via, to graph.ID) graph.PathStep { return graph.PathStep{From: from, To: to, Via: via} }
	for _, c := range []struct {
		q    graph.PathQuery
		want [][]graph.PathStep
	}{
		{graph.PathQuery{From: Union, To: Mexico, MaxLength: 4, Limit: 1}, [][]graph.PathStep{{step(Union, Protests, Mexico)}}},
		{graph.PathQuery{From: Union, To: Mexico, MaxLength: 4, Limit: 9}, [][]graph.PathStep{{step(Union, Protests, Mexico)}, {step(Union, Thanks, Mexico)}}},
		{graph.PathQuery{From: Vega, To: Hale, MaxLength: 4, Limit: 3}, [][]graph.PathStep{{step(Vega, Complaint, Reyes), step(Reyes, Call, Hale)}}},
		{graph.PathQuery{From: Vega, To: Hale, MaxLength: 1, Limit: 3}, nil},
		{graph.PathQuery{From: Vega, To: Vega, MaxLength: 4, Limit: 3}, nil},
		{graph.PathQuery{From: Vega, To: "person:nobody", MaxLength: 4, Limit: 3}, nil},
		{graph.PathQuery{From: Vega, To: Hale, MaxLength: 4, Limit: 3, Filter: graph.Filter{Kinds: []graph.ItemKind{graph.KindStatement}}},
			[][]graph.PathStep{{step(Vega, Complaint, Reyes), step(Reyes, Proposal, Hale)}}},
	} {
		same(t, "paths "+text(t, c.q), must(s.Paths(t.Context(), c.q))(t), c.want)
	}
}

// hubs holds that a country is no step of a path, though it would shorten it.
func hubs(t *testing.T, s graph.Store) {
	f := Sample()
	f.Texts[4].Reports[1].Statement.About = []graph.ID{Reyes} // the Union no longer speaks of Vega
	f.Load(t, s)
	got := must(s.Paths(t.Context(), graph.PathQuery{From: Vega, To: States, MaxLength: 2, Limit: 3}))(t)
	same(t, "a path through Mexico", got, nil)
	got = must(s.Paths(t.Context(), graph.PathQuery{From: Vega, To: States, MaxLength: 4, Limit: 3}))(t)
	if len(got) == 0 {
		t.Fatal("no path round Mexico")
	}
	for _, path := range got {
		if len(path) != 3 || path[0].To != Union || path[1].To != Reyes || path[2].To != States {
			t.Errorf("path %v does not go by the Union and Reyes", path)
		}
	}
}
