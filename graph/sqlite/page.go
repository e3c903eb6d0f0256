package sqlite

import (
	"context"
	"database/sql"

	"dateline/graph"
)

// ordered adds the conditions of a cut on a column of keys, and gives the
// order in which rows are to be read.
func ordered(c graph.Cut, w *where, column string, order graph.Order) string {
	low, high := c.Bounds(order)
	if low != "" {
		w.add(column+" > ?", low)
	}
	if high != "" {
		w.add(column+" < ?", high)
	}
	if c.Descending(order) {
		return column + " DESC"
	}
	return column
}

// readKeyed reads rows of a key and an object in JSON.
func readKeyed[T any](ctx context.Context, q queryer, query string, args ...any) (rows []graph.Keyed[T], err error) {
	err = each(ctx, q, query, args, func(r *sql.Rows) error {
		var row graph.Keyed[T]
		var content sql.RawBytes
		if err := r.Scan(&row.Key, &content); err != nil {
			return err
		}
		err := decode(content, &row.Node)
		rows = append(rows, row)
		return err
	})
	return rows, err
}
