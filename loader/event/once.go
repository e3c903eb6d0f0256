package event

import (
	"slices"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/timex"
	"dateline/loader/trace"
)

// nearby is the number of events of one type and status among which one that
// tells the same is looked for, to either side.
const nearby = 40

// once leaves out an event that another one tells more clearly: the same type
// and status, participants that the other has too, and no other date. A
// MOBILIZE by the actors of an ASSAULT in the same sentence is part of it.
func (r *reading) once(events []Event) []Event {
	type kind struct {
		event  graph.EventType
		status graph.EventStatus
	}
	alike := map[kind][]int{}
	for i, e := range events {
		k := kind{e.Type, e.Status}
		alike[k] = append(alike[k], i)
	}
	told := make([]bool, len(events))
	for _, list := range alike {
		for at, i := range list {
			for _, k := range list[max(0, at-nearby):min(len(list), at+nearby)] {
				if k != i && tells(r.doc, events[k], events[i], k < i) {
					told[i] = true
					r.log.Drop(events[i].Trigger.First, trace.ToldElsewhere, events[k].Trigger.First, string(events[i].Type))
					break
				}
			}
		}
	}
	var kept []Event
	for i, e := range events {
		switch {
		case told[i]:
		case inCourse(events, i):
			r.log.Drop(e.Trigger.First, trace.InCourseOf, -1, string(e.Type))
		default:
			kept = append(kept, e)
		}
	}
	return kept
}

// tells tells whether one event says all that another says; of two that say
// the same, the earlier stays.
func tells(doc *language.Document, a, b Event, earlier bool) bool {
	if !within(b, a) || b.Date >= 0 && a.Date != b.Date {
		return false
	}
	if within(a, b) {
		return a.Date != b.Date || earlier
	}
	if a.Date >= 0 && b.Date < 0 && !slices.Contains(verbal, a.Type) { // words may be of many things
		return true
	}
	return doc.Tokens[a.Trigger.First].Lemma == doc.Tokens[b.Trigger.First].Lemma
}

// inCourse tells whether an event is a MOBILIZE in the course of an ASSAULT.
func inCourse(events []Event, i int) bool {
	e := events[i]
	if e.Type != graph.EventMobilize {
		return false
	}
	return slices.ContainsFunc(events[max(0, i-nearby):min(len(events), i+nearby)], func(a Event) bool {
		return a.Type == graph.EventAssault && a.Tokens.First < e.Tokens.End && e.Tokens.First < a.Tokens.End && within(Event{Actors: e.Actors}, a)
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
