package graph

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// CountLimit is the number above which counts are not exact.
const CountLimit = 10000

// A Related is an entity that shares items with another.
type Related struct {
	Entity Entity
	Items  int
	// First and Last are the dates of the earliest and latest dated shared item.
	First, Last *FuzzyDate
}

// An Interval is the width of a histogram's buckets.
type Interval string

// The intervals. A week starts on Monday.
const (
	ByDay     Interval = "DAY"
	ByWeek    Interval = "WEEK"
	ByMonth   Interval = "MONTH"
	ByQuarter Interval = "QUARTER"
	ByYear    Interval = "YEAR"
)

// A Split is what a histogram's series are.
type Split string

// The splits. Split by entity, an item counts for each of the filter's
// entities that takes part in it; without entities in the filter, for each of
// the most frequent ones, at most MaxSeries.
const (
	SplitNone      Split = "NONE"
	SplitKind      Split = "KIND"
	SplitEntity    Split = "ENTITY"
	SplitStance    Split = "STANCE"
	SplitEventType Split = "EVENT_TYPE"
	SplitBasis     Split = "BASIS"
)

// MaxBuckets and MaxSeries bound a histogram; beyond them it is an error of
// kind TooLarge.
const (
	MaxBuckets = 5000
	MaxSeries  = 50
)

// A Histogram asks for flat counts over time, empty buckets included. Without
// From and To in the filter it runs from the first to the last matching item.
type Histogram struct {
	Filter   Filter
	Interval Interval
	Split    Split
}

// A Bucket is the count of one interval and one series.
type Bucket struct {
	Start  Day
	Series string
	// Count are items that certainly fall in the bucket; Possible those that
	// may, the certain ones included.
	Count, Possible int
	// MeanScore is the mean of the scores of its possible events; nil without events.
	MeanScore *float64
}

// A LinkSummary counts the items of one kind, type and direction between two
// entities.
type LinkSummary struct {
	Kind ItemKind
	// Type is the event type, the statement's act or the stage.
	Type     string
	From, To ID
	Count    int
	First    *FuzzyDate
	Last     *FuzzyDate
	// Best is the item with the highest confidence, then the most sources, then the least ID.
	Best ID
}

// A PathQuery asks for the shortest chains of shared items between two
// entities. A hub (a country, or an entity with more than HubItems items) is
// no step unless it is an end.
type PathQuery struct {
	From, To  ID
	MaxLength int
	Limit     int
	Filter    Filter
}

// HubItems is the number of items above which an entity is no step of a path.
const HubItems = 2000

// A PathStep leads from one entity to another by an item in which both take part.
type PathStep struct {
	From, To ID
	Via      ID
}

// A PositionQuery asks for the latest stance of actors on policies. At least
// one of Actor and Policy is set.
type PositionQuery struct {
	Actor, Policy ID
	// On leaves out statements that are not before or on the day for certain.
	On      *Day
	Stances []Stance
}

// A Search asks for entities, statements, events and articles by words.
type Search struct {
	Terms Terms
	// Kinds are `Person`, `Country`, `Organization`, `Policy`, `Statement`,
	// `Event`, `Article`; none means all.
	Kinds []string
}

// A Hit is a search result: exactly one of the pointers is set.
type Hit struct {
	Entity  *Entity
	Item    *Item
	Article *Article
	Score   float64
	// Text is what matched; Highlight marks the words in it.
	Text string
}

// Stats counts what the graph holds. Articles includes copies.
type Stats struct {
	Articles, People, Countries, Organizations, Policies, Statements, Events int
	// FirstDay and LastDay bound the dated items; nil without any.
	FirstDay, LastDay *Day
	Updated           *time.Time
}

// A Change is an item that was added, in the order of commits.
type Change struct {
	Seq  int64
	Item ID
}

// ComparePaths puts the shorter first, then orders by the IDs on them.
func ComparePaths(a, b []PathStep) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), slices.CompareFunc(a, b, func(x, y PathStep) int {
		return cmp.Or(cmp.Compare(x.To, y.To), cmp.Compare(x.Via, y.Via))
	}))
}

// KindOfID is the kind of an entity, which its ID tells.
func KindOfID(id ID) EntityKind {
	kind, _, _ := strings.Cut(string(id), ":")
	return EntityKind(strings.ToUpper(kind))
}

// ID is the ID of what was found.
func (h Hit) ID() ID {
	switch {
	case h.Entity != nil:
		return h.Entity.ID
	case h.Item != nil:
		return h.Item.ID
	}
	return h.Article.ID
}
