package graph

import (
	"slices"
	"strings"
)

// A Cut is a page as a range of keys: from after a key in reading order, so
// many, possibly read backwards. Stores read one row more than Limit, so that
// it shows whether there are more.
type Cut struct {
	// List names the kind of list, for its cursors.
	List string
	// After and Before are keys; empty leaves the side open.
	After, Before string
	Limit         int
	Backward      bool
}

// NewCut reads the cursors of a page of a kind of list; BadRequest if one is
// malformed or of another list.
func NewCut(list string, page Page) (c Cut, err error) {
	c.List = list
	if c.After, err = ParseCursor(list, page.After); err != nil {
		return c, err
	}
	if c.Before, err = ParseCursor(list, page.Before); err != nil {
		return c, err
	}
	c.Limit, c.Backward = page.Limit()
	return c, nil
}

// Descending tells whether rows are to be read from the greatest key down.
func (c Cut) Descending(order Order) bool { return (order == Desc) != c.Backward }

// Bounds are the keys between which the rows lie, both exclusive; empty where
// a side is open.
func (c Cut) Bounds(order Order) (low, high string) {
	if order == Desc {
		return c.Before, c.After
	}
	return c.After, c.Before
}

// A Keyed row has the key by which its list is ordered.
type Keyed[T any] struct {
	Key  string
	Node T
}

// Connect makes a page of rows that were read in the cut's order, one more
// than asked if there are more.
func Connect[T any](c Cut, rows []Keyed[T]) Connection[T] {
	more := len(rows) > c.Limit
	if more {
		rows = rows[:c.Limit]
	}
	if c.Backward {
		slices.Reverse(rows)
	}
	conn := Connection[T]{HasNext: more && !c.Backward || c.Backward && c.Before != "",
		HasPrior: more && c.Backward || !c.Backward && c.After != ""}
	for _, r := range rows {
		conn.Edges = append(conn.Edges, Edge[T]{Cursor: Cursor(c.List, r.Key), Node: r.Node})
	}
	return conn
}

// ConnectAll makes a page of a whole list, which comes by ascending keys.
func ConnectAll[T any](c Cut, order Order, rows []Keyed[T]) Connection[T] {
	low, high := c.Bounds(order)
	var kept []Keyed[T]
	for _, r := range rows {
		if r.Key > low && (high == "" || r.Key < high) {
			kept = append(kept, r)
		}
	}
	if c.Descending(order) {
		slices.Reverse(kept)
	}
	return Connect(c, kept[:min(len(kept), c.Limit+1)])
}

// MergeKeyed joins rows of several sources in the order of reading, without
// those that come twice.
func MergeKeyed[T any](parts [][]Keyed[T], descending bool) []Keyed[T] {
	if len(parts) == 1 {
		return parts[0]
	}
	all := slices.Concat(parts...)
	slices.SortFunc(all, func(a, b Keyed[T]) int {
		if descending {
			a, b = b, a
		}
		return strings.Compare(a.Key, b.Key)
	})
	return slices.CompactFunc(all, func(a, b Keyed[T]) bool { return a.Key == b.Key })
}
