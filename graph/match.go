package graph

import "slices"

// Matches tells whether an item passes the filter, AsOf aside: the item is
// taken as it is. Stores answer by their indexes what this says of one item.
func (f Filter) Matches(i Item) bool {
	return f.matchesParticipants(i) && f.matchesDate(i.Date) && f.matchesKind(i) &&
		i.Confidence >= f.MinConfidence && i.Corroboration.Sources >= f.MinSources &&
		f.matchesText(i)
}

func (f Filter) matchesParticipants(i Item) bool {
	takesPart := func(id ID) bool {
		return slices.ContainsFunc(i.Participants, func(p Participant) bool {
			return p.Entity == id && !(f.DirectOnly && p.Role == OnBehalf)
		})
	}
	if len(f.Entities) > 0 {
		matched := 0
		for _, id := range f.Entities {
			if takesPart(id) {
				matched++
			}
		}
		if matched == 0 || !f.Any && matched < len(f.Entities) {
			return false
		}
	}
	for _, m := range f.In {
		if !slices.ContainsFunc(i.Participants, func(p Participant) bool {
			return slices.Contains(m.Entities, p.Entity) &&
				(m.Role == "" && !(f.DirectOnly && p.Role == OnBehalf) || slices.Contains(m.Roles(), p.Role))
		}) {
			return false
		}
	}
	return true
}

func (f Filter) matchesDate(d *FuzzyDate) bool {
	if f.From == nil && f.To == nil && len(f.Bases) == 0 && f.MinPrecision == "" {
		return true
	}
	if d == nil {
		return false
	}
	from, to := f.Range()
	if f.CertainOnly && !d.Certain(from, to) || !d.Possible(from, to) {
		return false
	}
	return among(f.Bases, d.Basis) && (f.MinPrecision == "" || d.AtLeast(f.MinPrecision))
}

// Range is the filter's range of days, open sides at MinDay and MaxDay.
func (f Filter) Range() (from, to Day) {
	from, to = MinDay, MaxDay
	if f.From != nil {
		from = *f.From
	}
	if f.To != nil {
		to = *f.To
	}
	return from, to
}

// matchesKind holds that a condition on a field keeps only items that have
// the field, except EventStatuses, which speaks of events only.
func (f Filter) matchesKind(i Item) bool {
	if !among(f.Kinds, i.Kind) {
		return false
	}
	if e := i.Event; e != nil && !among(f.EventStatuses, e.Status) {
		return false
	}
	if len(f.EventTypes) > 0 && (i.Event == nil || !among(f.EventTypes, i.Event.Type)) {
		return false
	}
	if s := i.Statement; len(f.Forms)+len(f.Acts)+len(f.Stances) > 0 &&
		(s == nil || !among(f.Forms, s.Form) || !among(f.Acts, s.Act) || !among(f.Stances, s.Stance)) {
		return false
	}
	return true
}

func (f Filter) matchesText(i Item) bool {
	if f.Text == "" {
		return true
	}
	terms, err := ParseTerms(f.Text)
	return err == nil && terms.Match(i.Text())
}

func among[T comparable](allowed []T, value T) bool {
	return len(allowed) == 0 || slices.Contains(allowed, value)
}
