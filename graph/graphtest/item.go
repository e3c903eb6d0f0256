package graphtest

import (
	"cmp"
	"slices"
	"testing"

	"dateline/graph"
)

// empty holds that an empty store answers every question with nothing.
func empty(t *testing.T, s graph.Store) {
	ctx := t.Context()
	same(t, "timeline", must(s.Timeline(ctx, graph.Filter{}, graph.Desc, everything))(t).Edges, nil)
	same(t, "timeline as of", must(s.Timeline(ctx, graph.Filter{AsOf: &graph.AsOf{}}, graph.Desc, everything))(t).Edges, nil)
	same(t, "count", must(s.CountItems(ctx, graph.Filter{}))(t), 0)
	same(t, "histogram", must(s.Histogram(ctx, graph.Histogram{Interval: graph.ByDay, Split: graph.SplitNone}))(t), nil)
	same(t, "entities", len(must(s.Entities(ctx, []graph.ID{Mexico}))(t)), 0)
	same(t, "items", len(must(s.Items(ctx, []graph.ID{Call}))(t)), 0)
	same(t, "found", must(s.FindEntities(ctx, "Mexico", ""))(t), nil)
	same(t, "paths", must(s.Paths(ctx, graph.PathQuery{From: Vega, To: Hale, MaxLength: 4, Limit: 3}))(t), nil)
	same(t, "links", must(s.Links(ctx, Mexico, States, graph.Filter{}))(t), nil)
	same(t, "last change", must(s.LastChange(ctx))(t), 0)
	same(t, "stats", must(s.Stats(ctx))(t), graph.Stats{})
	if a := must(s.FindArticle(ctx, "key-1"))(t); a != nil {
		t.Errorf("found article %v in an empty store", a.ID)
	}
	if x := must(s.Extraction(ctx, "article:1"))(t); x != nil {
		t.Errorf("found an extraction in an empty store")
	}
	same(t, "deleted", must(s.Delete(ctx, []string{"key-1"}))(t), nil)
	sound(t, s)
}

func items(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	all := f.Items(nil)
	got := must(s.Items(t.Context(), append(ids(all), "event:unknown")))(t)
	if len(got) != len(all) {
		t.Errorf("got %d items, want %d", len(got), len(all))
	}
	for _, want := range all {
		same(t, string(want.ID), got[want.ID], want)
	}
}

func evidence(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	change := f.matching(graph.Filter{Kinds: []graph.ItemKind{graph.KindPositionChange}}, graph.Asc)[0]
	facts := []graph.ID{Refusal, Call, Thanks, ReyesRole, change.ID, "event:unknown"}
	for _, clock := range append(clocks(), nil) {
		for _, limit := range []int{1, 2, 100} {
			got := must(s.Evidence(t.Context(), facts, limit, clock))(t)
			for _, id := range facts {
				from := []graph.ID{id}
				if id == change.ID {
					from = []graph.ID{change.Change.Before, change.Change.After}
				}
				same(t, "evidence of "+string(id), got[id], f.evidence(from, limit, clock))
			}
		}
	}
}

func (f Fixture) evidence(facts []graph.ID, limit int, asOf *graph.AsOf) (list []graph.Evidence) {
	reports := slices.DeleteFunc(f.reports(asOf), func(r graph.Report) bool { return !slices.Contains(facts, r.Fact) })
	slices.SortStableFunc(reports, func(a, b graph.Report) int {
		return cmp.Or(cmp.Compare(b.Evidence.Confidence, a.Evidence.Confidence), graph.ComparePublication(a.Published, b.Published),
			cmp.Compare(a.Article, b.Article), cmp.Compare(a.Evidence.Start, b.Evidence.Start))
	})
	for _, r := range reports[:min(limit, len(reports))] {
		list = append(list, r.Evidence)
	}
	return list
}

// carriedEvidence holds that an item carries the evidence that the store tells
// of it, on every clock, and none from the moment that its reports change until
// it is folded anew.
func carriedEvidence(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	for _, clock := range append(clocks(), nil) {
		for _, e := range must(s.Timeline(t.Context(), graph.Filter{AsOf: clock}, graph.Desc, everything))(t).Edges {
			carries(t, s, e.Node, clock)
		}
	}
	for _, i := range must(s.Items(t.Context(), ids(f.Items(nil))))(t) {
		carries(t, s, i, nil)
	}
	before := must(s.Items(t.Context(), []graph.ID{Call}))(t)[Call]
	if len(before.Evidence) < 2 {
		t.Fatalf("the call has little evidence: %v", before.Evidence)
	}
	must(s.Delete(t.Context(), []string{string(before.Evidence[0].Article)}))(t)
	if stale := must(s.Items(t.Context(), []graph.ID{Call}))(t)[Call]; stale.Evidence != nil {
		t.Errorf("it carries %v though an article is gone", stale.Evidence)
	}
	for k, text := range f.Texts {
		if text.Article.ID == before.Evidence[0].Article {
			f.Texts = slices.Delete(f.Texts, k, k+1)
			break
		}
	}
	f.Settle(t, s)
	now := must(s.Items(t.Context(), []graph.ID{Call}))(t)[Call]
	carries(t, s, now, nil)
	same(t, "what is left", now.Evidence, before.Evidence[1:])
}

func carries(t *testing.T, s graph.Store, i graph.Item, clock *graph.AsOf) {
	t.Helper()
	got, ok := i.EvidenceWithin(graph.EvidenceKept)
	if i.Kind == graph.KindPositionChange {
		if ok {
			t.Errorf("a change of position carries evidence of its own: %v", got)
		}
		return
	}
	if !ok {
		t.Errorf("%s carries no evidence", i.ID)
		return
	}
	same(t, "evidence that "+string(i.ID)+" carries", got, must(s.Evidence(t.Context(), []graph.ID{i.ID}, graph.EvidenceKept, clock))(t)[i.ID])
}

func histograms(t *testing.T, s graph.Store) {
	f := Sample()
	f.Load(t, s)
	from, to := Day("2025-04-30"), Day("2025-06-15")
	both := []graph.ID{Mexico, States, Reyes}
	for _, filter := range []graph.Filter{{}, {From: &from, To: &to}, {Entities: both, Any: true}, {Entities: both[:1], EventStatuses: graph.DefaultStatuses},
		{Entities: both[:2]}, {Text: "patrol*"}, {From: &from, To: &to, Entities: both, Any: true, AsOf: &graph.AsOf{}}} {
		for _, interval := range []graph.Interval{graph.ByDay, graph.ByWeek, graph.ByMonth, graph.ByQuarter, graph.ByYear} {
			for _, split := range []graph.Split{graph.SplitNone, graph.SplitKind, graph.SplitStance, graph.SplitEventType, graph.SplitBasis, graph.SplitEntity} {
				q := graph.Histogram{Filter: filter, Interval: interval, Split: split}
				want := must(graph.CountBuckets(q, graph.CountedItems(q, f.matching(filter, graph.Asc))))(t)
				same(t, "histogram "+text(t, q), must(s.Histogram(t.Context(), q))(t), want)
			}
		}
	}
	old := Day("1900-01-01")
	_, err := s.Histogram(t.Context(), graph.Histogram{Filter: graph.Filter{From: &old, To: &to}, Interval: graph.ByDay, Split: graph.SplitNone})
	isKind(t, "a histogram of 45,000 days", err, graph.TooLarge)
}

func stats(t *testing.T, s graph.Store) {
	Sample().Load(t, s)
	first, last, updated := Day("2025-03-01"), Day("2025-06-30"), LoadedAt(6)
	same(t, "stats", must(s.Stats(t.Context()))(t), graph.Stats{Articles: 6, People: 3, Countries: 2, Organizations: 1, Policies: 1,
		Statements: 5, Events: 4, FirstDay: &first, LastDay: &last, Updated: &updated})
}

func changes(t *testing.T, s graph.Store) {
	f := Sample()
	f.Without("article:6").Load(t, s)
	before := must(s.LastChange(t.Context()))(t)
	seen := map[graph.ID]bool{}
	for since := int64(0); ; {
		list := must(s.Changes(t.Context(), since, 3))(t)
		if len(list) == 0 {
			break
		}
		for _, c := range list {
			if c.Seq <= since {
				t.Fatalf("change %d comes after %d", c.Seq, since)
			}
			since, seen[c.Item] = c.Seq, true
		}
	}
	for _, i := range f.Without("article:6").Items(nil) {
		if !seen[i.ID] {
			t.Errorf("item %s is no change", i.ID)
		}
	}
	f.Load(t, s)
	same(t, "later changes", must(s.Changes(t.Context(), before, 10))(t), []graph.Change{{Seq: must(s.LastChange(t.Context()))(t), Item: Thanks}})
}
