package event

import (
	"slices"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/timex"
)

// once leaves out an event that another one tells more clearly: the same type
// and status, participants that the other has too, and no other date. A
// MOBILIZE by the actors of an ASSAULT in the same sentence is part of it.
func once(doc *language.Document, events []Event) []Event {
	var kept []Event
	for i, e := range events {
		told := false
		for k, other := range events {
			if k == i || e.Type != other.Type || e.Status != other.Status || !within(e, other) {
				continue
			}
			if !within(other, e) && doc.Tokens[e.Trigger.First].Lemma != doc.Tokens[other.Trigger.First].Lemma {
				continue
			}
			if e.Date >= 0 && other.Date != e.Date {
				continue
			}
			// Of two that tell the same, the earlier stays.
			if !within(other, e) || other.Date != e.Date || k < i {
				told = true
				break
			}
		}
		if !told {
			kept = append(kept, e)
		}
	}
	return slices.DeleteFunc(kept, func(e Event) bool {
		return e.Type == graph.EventMobilize && slices.ContainsFunc(kept, func(a Event) bool {
			return a.Type == graph.EventAssault && a.Tokens.First < e.Tokens.End && e.Tokens.First < a.Tokens.End && within(Event{Actors: e.Actors}, a)
		})
	})
}

// within tells whether everybody who takes part in a takes part so in b.
func within(a, b Event) bool {
	all := func(x, y []int) bool {
		for _, v := range x {
			if !slices.Contains(y, v) {
				return false
			}
		}
		return true
	}
	return all(a.Actors, b.Actors) && all(a.Targets, b.Targets)
}

// MainDate is the day of the event that the article is about: of the first
// event with a day of its own that took place, else of the first expression of
// a single day, else nil.
func MainDate(events []Event, dates []timex.Expression, published *graph.FuzzyDate) *graph.Day {
	oneDay := func(d *graph.FuzzyDate) bool { return d != nil && d.Start == d.End }
	for _, e := range events {
		if e.Date >= 0 && e.Status == graph.Occurred && oneDay(dates[e.Date].Date) {
			return &dates[e.Date].Date.Start
		}
	}
	for _, d := range dates {
		if oneDay(d.Date) && (published == nil || d.Date.End <= published.End) {
			return &d.Date.Start
		}
	}
	if oneDay(published) {
		return &published.Start
	}
	return nil
}
