package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Fold makes the item that reports show; ok is false if there are none, or if
// they are of a role. It is a pure function of the set of reports and of the
// roles of those who take part: what it shows is chosen by fixed rules, so the
// order of either does not matter.
//
//   - Words, form and summary come from the report with the highest
//     confidence, then the earliest publication, then the least article and place.
//   - The date is the most precise that a text gives; without one, the
//     earliest publication day.
//   - Participants are those of all reports, and the countries and bodies for
//     which speakers and actors hold a role on the item's day.
func Fold(reports []Report, roles []Role) (item Item, ok bool) {
	if len(reports) == 0 || reports[0].Role != nil {
		return Item{}, false
	}
	reports = slices.Clone(reports)
	slices.SortFunc(reports, CompareEvidence)
	best := reports[0]
	item = Item{ID: best.Fact, Summary: best.Summary, Date: foldDate(reports),
		Confidence: best.Evidence.Confidence, Corroboration: corroborate(reports), Evidence: foldEvidence(reports)}
	switch {
	case best.Statement != nil:
		item.Kind, item.Statement = KindStatement, foldStatement(reports)
	case best.Event != nil:
		item.Kind, item.Event = KindEvent, foldEvent(reports)
	case best.Stage != nil:
		item.Kind, item.Stage = KindPolicyStage, foldStage(reports)
	}
	item.Participants = participants(item, reports, roles)
	return item, true
}

func foldEvidence(reports []Report) []Evidence {
	list := make([]Evidence, min(len(reports), EvidenceKept))
	for i := range list {
		list[i] = reports[i].Evidence
	}
	return list
}

// ComparePublication puts the earlier publication first and the unknown last.
func ComparePublication(a, b *FuzzyDate) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

func foldDate(reports []Report) *FuzzyDate {
	var best *FuzzyDate
	for _, r := range reports {
		if r.Date != nil && (best == nil || compareDates(*r.Date, *best) < 0) {
			best = r.Date
		}
	}
	return best
}

// compareDates puts first the date that a merged item shows.
func compareDates(a, b FuzzyDate) int {
	bounded := func(f FuzzyDate) int {
		if f.Basis == BasisPublication {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(bounded(a), bounded(b)),
		cmp.Compare(a.End-a.Start, b.End-b.Start),
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.Value, b.Value),
		cmp.Compare(a.Basis, b.Basis),
		cmp.Compare(a.Text, b.Text),
	)
}

func foldStatement(reports []Report) *Statement {
	s := *reports[0].Statement
	for _, r := range reports[1:] {
		s.Addressees = append(slices.Clip(s.Addressees), r.Statement.Addressees...)
		s.About = append(slices.Clip(s.About), r.Statement.About...)
		if s.Policy == "" || s.Policy == r.Statement.Policy && s.Stance == UnknownStance {
			s.Policy, s.Stance = r.Statement.Policy, r.Statement.Stance
		}
		if s.Reports == "" {
			s.Reports = r.Statement.Reports
		}
	}
	s.Addressees, s.About = Unique(s.Addressees), Unique(s.About)
	if s.Stance == "" {
		s.Stance = UnknownStance
	}
	return &s
}

func foldEvent(reports []Report) *Event {
	e := *reports[0].Event
	for _, r := range reports[1:] {
		e.Actors = append(slices.Clip(e.Actors), r.Event.Actors...)
		e.Targets = append(slices.Clip(e.Targets), r.Event.Targets...)
		e.Contexts = append(slices.Clip(e.Contexts), r.Event.Contexts...)
		e.Mode, e.Policy = cmp.Or(e.Mode, r.Event.Mode), cmp.Or(e.Policy, r.Event.Policy)
	}
	e.Actors, e.Targets, e.Contexts = Unique(e.Actors), Unique(e.Targets), Unique(e.Contexts)
	return &e
}

func foldStage(reports []Report) *PolicyStage {
	s := *reports[0].Stage
	for _, r := range reports[1:] {
		s.Actors = append(slices.Clip(s.Actors), r.Stage.Actors...)
	}
	s.Actors = Unique(s.Actors)
	return &s
}

// corroborate counts articles, and publishers after copies of one text are
// counted once: a group of copies counts for the publisher that had it first.
func corroborate(reports []Report) Corroboration {
	var c Corroboration
	first := map[ID]Report{} // by group of copies
	seen := map[ID]bool{}
	for _, r := range reports {
		if !seen[r.Article] {
			seen[r.Article] = true
			c.Articles++
		}
		if old, ok := first[r.Group]; !ok || cmp.Or(ComparePublication(r.Published, old.Published), cmp.Compare(r.Article, old.Article)) < 0 {
			first[r.Group] = r
		}
		if r.Published == nil {
			continue
		}
		if c.First == nil || ComparePublication(r.Published, c.First) < 0 {
			c.First = r.Published
		}
		if c.Last == nil || ComparePublication(r.Published, c.Last) > 0 {
			c.Last = r.Published
		}
	}
	publishers := map[string]bool{}
	for group, r := range first {
		publishers[cmp.Or(strings.ToLower(r.Publisher), string(group))] = true
	}
	c.Sources = len(publishers)
	return c
}

// Unique sorts and removes what stands twice; nil if nothing is left.
func Unique[T cmp.Ordered](values []T) []T {
	if len(values) == 0 {
		return nil
	}
	values = slices.Clone(values)
	slices.Sort(values)
	return slices.Compact(values)
}
