package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"dateline/graph"
)

// A cut is a page as a range of keys: from after a key in reading order, so
// many, possibly read backwards.
type cut struct {
	list          string
	after, before string
	limit         int
	backward      bool
}

func cutOf(list string, page graph.Page) (c cut, err error) {
	c.list = list
	if c.after, err = graph.ParseCursor(list, page.After); err != nil {
		return c, err
	}
	if c.before, err = graph.ParseCursor(list, page.Before); err != nil {
		return c, err
	}
	c.limit, c.backward = page.Limit()
	return c, nil
}

// keys adds the conditions of the cut on a column of keys, and gives the order
// in which rows are to be read.
func (c cut) keys(w *where, column string, order graph.Order) string {
	after, before := " > ?", " < ?"
	if order == graph.Desc {
		after, before = before, after
	}
	if c.after != "" {
		w.add(column+after, c.after)
	}
	if c.before != "" {
		w.add(column+before, c.before)
	}
	if (order == graph.Desc) != c.backward {
		return column + " DESC"
	}
	return column
}

// A keyed row has the key by which its list is ordered.
type keyed[T any] struct {
	key  string
	node T
}

// connection makes a page of rows that were read in the cut's order, one more
// than asked if there are more.
func connection[T any](c cut, rows []keyed[T]) graph.Connection[T] {
	more := len(rows) > c.limit
	if more {
		rows = rows[:c.limit]
	}
	if c.backward {
		slices.Reverse(rows)
	}
	conn := graph.Connection[T]{HasNext: more && !c.backward || c.backward && c.before != "",
		HasPrior: more && c.backward || !c.backward && c.after != ""}
	for _, r := range rows {
		conn.Edges = append(conn.Edges, graph.Edge[T]{Cursor: graph.Cursor(c.list, r.key), Node: r.node})
	}
	return conn
}

// readKeyed reads rows of a key and an object in JSON.
func readKeyed[T any](ctx context.Context, q queryer, query string, args ...any) (rows []keyed[T], err error) {
	err = each(ctx, q, query, args, func(r *sql.Rows) error {
		var row keyed[T]
		var content sql.RawBytes
		if err := r.Scan(&row.key, &content); err != nil {
			return err
		}
		err := json.Unmarshal(content, &row.node)
		rows = append(rows, row)
		return err
	})
	return rows, err
}

// merge joins rows of several sources in the order of reading, without those
// that come twice.
func merge[T any](parts [][]keyed[T], descending bool) []keyed[T] {
	if len(parts) == 1 {
		return parts[0]
	}
	all := slices.Concat(parts...)
	slices.SortFunc(all, func(a, b keyed[T]) int {
		if descending {
			a, b = b, a
		}
		return strings.Compare(a.key, b.key)
	})
	return slices.CompactFunc(all, func(a, b keyed[T]) bool { return a.key == b.key })
}
