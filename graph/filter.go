package graph

import "time"

// A Filter selects timeline items; all given conditions hold. The zero value
// of a condition leaves it out; DefaultStatuses fills what the contract
// defaults to. Lists, counts, histograms and relationships share it.
type Filter struct {
	Entities []ID
	// Any keeps items in which at least one of Entities takes part, instead of all.
	Any bool
	// In asks that at least one of the entities takes part in the role; all
	// entries hold.
	In    []RoleMatch
	Kinds []ItemKind
	// From and To are inclusive; nil leaves the side open.
	From, To *Day
	// CertainOnly keeps items that lie in the range whatever their uncertainty.
	CertainOnly bool
	Bases       []Basis
	// DirectOnly leaves out participants that take part only ON_BEHALF.
	DirectOnly   bool
	MinPrecision Precision
	EventTypes   []EventType
	// EventStatuses speaks of events only; items of other kinds pass.
	EventStatuses []EventStatus
	Forms         []Form
	Acts          []Act
	Stances       []Stance
	MinConfidence float64
	MinSources    int
	// Text are words that the item's text must contain, in the syntax of search.
	Text string
	AsOf *AsOf
}

// DefaultStatuses are the event statuses that a filter keeps unless asked otherwise.
var DefaultStatuses = []EventStatus{Occurred, Ongoing}

// A RoleMatch asks that one of the entities takes part in the role; without a
// Role, in any, those of DirectOnly left out. Whoever is spoken for is a
// speaker too.
type RoleMatch struct {
	Role     ParticipantRole
	Entities []ID
}

// Roles are the roles in which an entity may take part; nil if any will do.
func (m RoleMatch) Roles() []ParticipantRole {
	switch m.Role {
	case "":
		return nil
	case Speaker:
		return []ParticipantRole{Speaker, OnBehalf}
	}
	return []ParticipantRole{m.Role}
}

// AsOf turns the clock back; each clock that is set hides what came later.
type AsOf struct {
	// Published hides what was published after this day, and what has no publication day.
	Published *Day
	// Recorded hides what was loaded after this instant.
	Recorded *time.Time
}

// Shows tells whether a report is visible on these clocks.
func (a *AsOf) Shows(r Report) bool {
	if a == nil {
		return true
	}
	if a.Published != nil && (r.Published == nil || r.Published.Start > *a.Published) {
		return false
	}
	return a.Recorded == nil || !r.Loaded.After(*a.Recorded)
}

// An ArticleFilter selects articles; all given conditions hold.
type ArticleFilter struct {
	// Mentions are entities that the article mentions, every one of them.
	Mentions   []ID
	Publishers []string
	From, To   *Day
	Languages  []string
	Text       string
}

// A Page asks for a part of an ordered list, as Relay's connections do:
// First after After, or Last before Before. The caller has checked the limits.
type Page struct {
	First, Last   int
	After, Before string
}

// Limit is how many are asked for, and whether from the end.
func (p Page) Limit() (n int, backward bool) {
	if p.Last > 0 {
		return p.Last, true
	}
	return p.First, false
}

// A Connection is a page of results, each with its cursor.
type Connection[T any] struct {
	Edges             []Edge[T]
	HasNext, HasPrior bool
}

// An Edge is a result with its cursor.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// An Order is the direction over time. Timelines are ordered by (start, end,
// id), items without a date first in Asc; Desc is exactly Asc reversed.
type Order string

// The orders.
const (
	Asc  Order = "ASC"
	Desc Order = "DESC"
)
