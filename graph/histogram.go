package graph

import (
	"cmp"
	"slices"
	"time"
)

// BucketStart is the first day of the bucket that holds a day.
func (i Interval) BucketStart(d Day) Day {
	t := d.Time()
	switch i {
	case ByWeek:
		return d - Day((int(t.Weekday())+6)%7)
	case ByMonth:
		return MakeDay(t.Year(), t.Month(), 1)
	case ByQuarter:
		return MakeDay(t.Year(), (t.Month()-1)/3*3+1, 1)
	case ByYear:
		return MakeDay(t.Year(), time.January, 1)
	}
	return d
}

// Next is the first day of the bucket after the one that starts on a day.
func (i Interval) Next(d Day) Day {
	t := d.Time()
	switch i {
	case ByWeek:
		return d + 7
	case ByMonth:
		return MakeDay(t.Year(), t.Month()+1, 1)
	case ByQuarter:
		return MakeDay(t.Year(), t.Month()+3, 1)
	case ByYear:
		return MakeDay(t.Year()+1, time.January, 1)
	}
	return d + 1
}

// A Counted is what a histogram counts of dated items that are alike in it.
type Counted struct {
	Items       int // how many they are
	First, Last Day
	Series      string
	// Score is nil for what is no event.
	Score *float64
}

// CountBuckets counts items by bucket and series, empty buckets included, from
// the range's first bucket to its last; without a range, from the first item's
// to the last item's. More than MaxBuckets buckets or MaxSeries series are an
// error. Without items and range there are no buckets.
func CountBuckets(q Histogram, items []Counted) ([]Bucket, error) {
	from, to, ok := bucketRange(q, items)
	if !ok {
		return nil, nil
	}
	starts, err := q.Starts(from, to)
	if err != nil {
		return nil, err
	}
	names := seriesOf(items)
	if len(names) > MaxSeries {
		return nil, Errorf(TooLarge, "the items fall into %d series, more than %d: narrow the filter", len(names), MaxSeries)
	}
	return fill(starts, names, items), nil
}

// Starts are the first days of the buckets from one day to another. More than
// MaxBuckets are an error of kind TooLarge.
func (q Histogram) Starts(from, to Day) (starts []Day, err error) {
	for d := q.Interval.BucketStart(from); d <= to; d = q.Interval.Next(d) {
		if starts = append(starts, d); len(starts) > MaxBuckets {
			return nil, Errorf(TooLarge, "from %s to %s are more than %d buckets of a %s: ask for wider ones or a shorter range", from, to, MaxBuckets, cmp.Or(q.Interval, ByDay))
		}
	}
	return starts, nil
}

func bucketRange(q Histogram, items []Counted) (from, to Day, ok bool) {
	from, to = MaxDay, MinDay
	for _, i := range items {
		from, to = min(from, i.First), max(to, i.Last)
	}
	if q.Filter.From != nil {
		from = *q.Filter.From
	}
	if q.Filter.To != nil {
		to = *q.Filter.To
	}
	return from, to, from <= to
}

// AllSeries is the one series of a histogram that is not split.
const AllSeries = "all"

func seriesOf(items []Counted) []string {
	names := make([]string, len(items))
	for k, i := range items {
		names[k] = i.Series
	}
	if len(names) == 0 {
		return []string{AllSeries}
	}
	return Unique(names)
}

func fill(starts []Day, names []string, items []Counted) []Bucket {
	buckets := make([]Bucket, 0, len(starts)*len(names))
	for _, d := range starts {
		for _, n := range names {
			buckets = append(buckets, Bucket{Start: d, Series: n})
		}
	}
	sums := make([]float64, len(buckets))
	events := make([]int, len(buckets))
	at := func(d Day) int { // the bucket that holds a day, -1 before the first
		i, exact := slices.BinarySearch(starts, d)
		if exact {
			return i
		}
		return i - 1
	}
	for _, item := range items {
		series, _ := slices.BinarySearch(names, item.Series)
		first, last := at(item.First), at(item.Last)
		for b := max(first, 0); b <= last; b++ {
			k := b*len(names) + series
			buckets[k].Possible += item.Items
			if first == last {
				buckets[k].Count += item.Items
			}
			if item.Score != nil {
				sums[k] += float64(item.Items) * *item.Score
				events[k] += item.Items
			}
		}
	}
	for k, n := range events {
		if n > 0 {
			mean := sums[k] / float64(n)
			buckets[k].MeanScore = &mean
		}
	}
	return buckets
}

// CountedItems gives what a histogram counts of items, once for each series
// that an item is in.
func CountedItems(q Histogram, items []Item) []Counted {
	var list []Counted
	for _, i := range items {
		if i.Date == nil {
			continue
		}
		c := Counted{Items: 1, First: i.Date.Start, Last: i.Date.End}
		if i.Event != nil {
			score := i.Event.Type.Score()
			c.Score = &score
		}
		for _, c.Series = range seriesOfItem(q, i) {
			if c.Series != "" {
				list = append(list, c)
			}
		}
	}
	return list
}

func seriesOfItem(q Histogram, i Item) []string {
	switch q.Split {
	case SplitKind:
		return []string{string(i.Kind)}
	case SplitBasis:
		return []string{string(i.Date.Basis)}
	case SplitStance:
		if i.Statement != nil {
			return []string{string(i.Statement.Stance)}
		}
		return nil
	case SplitEventType:
		if i.Event != nil {
			return []string{string(i.Event.Type)}
		}
		return nil
	case SplitEntity:
		var names []string
		for _, p := range i.Participants {
			if len(q.Filter.Entities) == 0 || slices.Contains(q.Filter.Entities, p.Entity) {
				names = append(names, string(p.Entity))
			}
		}
		return Unique(names)
	}
	return []string{AllSeries}
}
