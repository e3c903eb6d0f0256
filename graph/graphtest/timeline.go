package graphtest

import (
	"fmt"
	"testing"

	"dateline/graph"
)

// filters vary every condition, alone and together.
func filters() []graph.Filter {
	day := func(s string) *graph.Day { d := Day(s); return &d }
	role := func(r graph.ParticipantRole, ids ...graph.ID) graph.RoleMatch {
		return graph.RoleMatch{Role: r, Entities: ids}
	}
	list := []graph.Filter{
		{},
		{Entities: []graph.ID{Mexico}},
		{Entities: []graph.ID{Mexico}, DirectOnly: true},
		{Entities: []graph.ID{Reyes, Reyes}},
		{Entities: []graph.ID{States, Mexico}},
		{Entities: []graph.ID{Mexico, States}, DirectOnly: true},
		{Entities: []graph.ID{Reyes, Hale, Patrol}},
		{Entities: []graph.ID{Union, Hale}, Any: true},
		{Entities: []graph.ID{Union, Mexico, Vega}, Any: true, DirectOnly: true},
		{Entities: []graph.ID{"person:nobody"}},
		{Entities: []graph.ID{"person:nobody", Reyes}, Any: true},
		{In: []graph.RoleMatch{role(graph.Speaker, Reyes, Hale)}},
		{In: []graph.RoleMatch{role(graph.Speaker, Reyes), role(graph.PolicyObject, Patrol)}},
		{In: []graph.RoleMatch{role(graph.OnBehalf, States)}, Entities: []graph.ID{Hale}},
		{In: []graph.RoleMatch{role(graph.Speaker, "person:nobody")}},
		{In: []graph.RoleMatch{role(graph.Speaker)}},
		{In: []graph.RoleMatch{role(graph.Speaker, States, Mexico)}},
		{In: []graph.RoleMatch{role("", States, Reyes)}},
		{In: []graph.RoleMatch{role("", States, Mexico)}, DirectOnly: true},
		{In: []graph.RoleMatch{role("", Union, Hale, Patrol)}, Entities: []graph.ID{Mexico}},
		{In: []graph.RoleMatch{role("", Union, States)}, Entities: []graph.ID{Mexico}, DirectOnly: true},
		{From: day("2025-05-02")}, {To: day("2025-05-02")},
		{From: day("2025-05-02"), To: day("2025-05-02")},
		{From: day("2025-06-01"), To: day("2025-06-30"), CertainOnly: true},
		{From: day("2025-06-05"), To: day("2025-06-09"), CertainOnly: true},
		{From: day("2025-06-05"), To: day("2025-06-09")},
		{From: day("2026-01-01")},
		{CertainOnly: true},
		{Bases: []graph.Basis{graph.BasisExplicit}}, {Bases: []graph.Basis{graph.BasisPublication, graph.BasisRelative}},
		{EventTypes: []graph.EventType{graph.EventConsult, graph.EventProtest}},
		{EventStatuses: graph.DefaultStatuses}, {EventStatuses: []graph.EventStatus{graph.Planned}},
		{Forms: []graph.Form{graph.Direct}}, {Acts: []graph.Act{graph.Reject, graph.Accept}},
		{Stances: []graph.Stance{graph.Oppose}}, {Stances: []graph.Stance{graph.UnknownStance}},
		{MinConfidence: 0.75}, {MinSources: 2},
		{Text: "never"}, {Text: "SOIL never"}, {Text: `"our soil"`}, {Text: `"soil our"`}, {Text: "patr*"}, {Text: "luis"}, {Text: "and OR not"},
		{Text: "patrol*", Entities: []graph.ID{Reyes}, EventStatuses: graph.DefaultStatuses, From: day("2025-05-01")},
		{Entities: []graph.ID{Mexico}, EventStatuses: graph.DefaultStatuses, To: day("2025-05-31"), MinConfidence: 0.7},
	}
	for _, k := range graph.ItemKinds {
		list = append(list, graph.Filter{Kinds: []graph.ItemKind{k}}, graph.Filter{Kinds: []graph.ItemKind{k, graph.KindEvent}, Entities: []graph.ID{Reyes}})
	}
	for _, p := range []graph.Precision{graph.PrecisionCentury, graph.PrecisionYear, graph.PrecisionSeason, graph.PrecisionMonth, graph.PrecisionDay, graph.PrecisionTime, graph.PrecisionInterval} {
		list = append(list, graph.Filter{MinPrecision: p})
	}
	return list
}

// compareTimeline compares lists in both orders, and counts.
func compareTimeline(t *testing.T, s graph.Store, f Fixture, filter graph.Filter) {
	t.Helper()
	what := text(t, filter)
	for _, order := range []graph.Order{graph.Asc, graph.Desc} {
		got := must(s.Timeline(t.Context(), filter, order, everything))(t)
		same(t, fmt.Sprintf("timeline of %s %s", what, order), nodes(got), f.matching(filter, order))
		if got.HasNext || got.HasPrior {
			t.Errorf("timeline of %s claims that there is more than everything", what)
		}
	}
	same(t, "count of "+what, must(s.CountItems(t.Context(), filter))(t), len(f.matching(filter, graph.Asc)))
}

func timelines(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	for _, filter := range filters() {
		compareTimeline(t, s, f, filter)
	}
	_, err := s.Timeline(t.Context(), graph.Filter{Text: "?!"}, graph.Asc, everything)
	isKind(t, "a filter's text without words", err, graph.BadRequest)
	_, err = s.CountItems(t.Context(), graph.Filter{Text: "?!"})
	isKind(t, "the count under a filter's text without words", err, graph.BadRequest)
}

// clocks turn back publication, loading, and both.
func clocks() []*graph.AsOf {
	may, june := Day("2025-05-02"), Day("2025-06-11")
	early, late := LoadedAt(3), LoadedAt(5)
	return []*graph.AsOf{{}, {Published: &may}, {Published: &june}, {Recorded: &early}, {Published: &june, Recorded: &late}}
}

func asOf(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	for _, clock := range clocks() {
		for _, filter := range filters() {
			filter.AsOf = clock
			compareTimeline(t, s, f, filter)
		}
	}
	_, err := s.Timeline(t.Context(), graph.Filter{Text: "?!", AsOf: clocks()[0]}, graph.Asc, everything)
	isKind(t, "a filter's text without words on an earlier clock", err, graph.BadRequest)
}

func timelinePages(t *testing.T, s graph.Store) {
	Sample().Load(t, s)
	for _, filter := range []graph.Filter{{}, {Entities: []graph.ID{Mexico}}, {Entities: []graph.ID{Mexico, States}},
		{Entities: []graph.ID{Mexico, Hale, Union}, Any: true}, {In: []graph.RoleMatch{{Role: graph.Speaker, Entities: []graph.ID{Reyes, Hale}}}}, {AsOf: &graph.AsOf{}}} {
		for _, order := range []graph.Order{graph.Asc, graph.Desc} {
			for size := 1; size <= 4; size++ {
				walk(t, fmt.Sprintf("%s %s by %d", text(t, filter), order, size), size, func(p graph.Page) (graph.Connection[graph.Item], error) {
					return s.Timeline(t.Context(), filter, order, p)
				})
			}
		}
	}
}

// stableUnderInserts holds that a cursor keeps its place while items come in
// before and after it.
func stableUnderInserts(t *testing.T, s graph.Store) {
	f := Sample()
	early := f.Without("article:1", "article:5", "article:6")
	early.Load(t, s)
	filter := graph.Filter{Entities: []graph.ID{Mexico}}
	first := must(s.Timeline(t.Context(), filter, graph.Asc, graph.Page{First: 1}))(t)
	f.Load(t, s)
	at := first.Edges[0]
	var want []graph.ID
	for _, i := range f.matching(filter, graph.Asc) {
		if graph.CompareTime(i, at.Node) > 0 {
			want = append(want, i.ID)
		}
	}
	rest := must(s.Timeline(t.Context(), filter, graph.Asc, graph.Page{First: 100, After: at.Cursor}))(t)
	same(t, "what follows a cursor after inserts", ids(nodes(rest)), want)
}

func cursors(t *testing.T, s graph.Store) {
	Sample().Load(t, s)
	good := must(s.Timeline(t.Context(), graph.Filter{}, graph.Asc, graph.Page{First: 1}))(t).Edges[0].Cursor
	other := must(s.ListArticles(t.Context(), graph.ArticleFilter{}, graph.Asc, graph.Page{First: 1}))(t).Edges[0].Cursor
	for _, bad := range []string{"x", "!", other, good + "x", good[1:]} {
		_, err := s.Timeline(t.Context(), graph.Filter{}, graph.Asc, graph.Page{First: 1, After: bad})
		isKind(t, "cursor "+bad, err, graph.BadRequest)
		_, err = s.Timeline(t.Context(), graph.Filter{AsOf: &graph.AsOf{}}, graph.Asc, graph.Page{Last: 1, Before: bad})
		isKind(t, "cursor before "+bad, err, graph.BadRequest)
	}
	_, err := s.ListEntities(t.Context(), nil, "", graph.Page{First: 1, After: good})
	isKind(t, "a timeline's cursor among entities", err, graph.BadRequest)
}
