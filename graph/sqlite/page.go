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

// readItems reads rows of a key, an item and its evidence.
func readItems(ctx context.Context, q queryer, query string, args ...any) (rows []graph.Keyed[graph.Item], err error) {
	err = each(ctx, q, query, args, func(r *sql.Rows) error {
		var row graph.Keyed[graph.Item]
		var content, evidence sql.RawBytes
		if err := r.Scan(&row.Key, &content, &evidence); err != nil {
			return err
		}
		err := decode(content, &row.Node)
		if err == nil && evidence != nil {
			err = decode(evidence, &row.Node.Evidence)
		}
		rows = append(rows, row)
		return err
	})
	return rows, err
}

// items reads those that a condition keeps.
func items(ctx context.Context, q queryer, condition string, args ...any) ([]graph.Item, error) {
	rows, err := readItems(ctx, q, "SELECT id, content, evidence FROM item WHERE "+condition, args...)
	list := make([]graph.Item, len(rows))
	for i, row := range rows {
		list[i] = row.Node
	}
	return list, err
}

// evidenceOf is what an item carries, in JSON.
func evidenceOf(i graph.Item) sql.NullString {
	if i.Evidence == nil {
		return sql.NullString{}
	}
	return sql.NullString{String: encode(i.Evidence), Valid: true}
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
