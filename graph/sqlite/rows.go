package sqlite

import (
	"bytes"
	"compress/flate"
	"context"
	"database/sql"
	"encoding/json"
	"io"

	fast "github.com/segmentio/encoding/json"

	"dateline/graph"
)

// A queryer asks: the readers, or the writer within a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// each runs a query and hands every row to scan.
func each(ctx context.Context, q queryer, query string, args []any, scan func(*sql.Rows) error) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// column gives the only column of a query.
func column[T any](ctx context.Context, q queryer, query string, args ...any) (list []T, err error) {
	err = each(ctx, q, query, args, func(r *sql.Rows) error {
		var v T
		if err := r.Scan(&v); err != nil {
			return err
		}
		list = append(list, v)
		return nil
	})
	return list, err
}

// objects gives the only column of a query, which holds JSON.
func objects[T any](ctx context.Context, q queryer, query string, args ...any) (list []T, err error) {
	err = each(ctx, q, query, args, func(r *sql.Rows) error {
		var b sql.RawBytes
		if err := r.Scan(&b); err != nil {
			return err
		}
		var v T
		if err := decode(b, &v); err != nil {
			return err
		}
		list = append(list, v)
		return nil
	})
	return list, err
}

// in is the condition that a column holds one of a list, which is passed as
// one JSON array: one statement whatever its length.
func in(column string) string { return column + " IN (SELECT value FROM json_each(?))" }

// array is the argument of in.
func array[T ~string](values []T) string {
	if values == nil {
		return "[]"
	}
	b, _ := json.Marshal(values) // strings always encode
	return string(b)
}

// unmarshalIDs reads what array wrote; none are nil.
func unmarshalIDs(b []byte, ids *[]graph.ID) error {
	if string(b) == "[]" {
		return nil
	}
	return decode(b, ids)
}

func encode(v any) string {
	b, _ := json.Marshal(v) // the domain's values always encode
	return string(b)
}

// decode reads what json.Marshal wrote, several times as fast as its own package.
func decode(b []byte, v any) error { return fast.Unmarshal(b, v) }

func inflate(b []byte, v any) error {
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	if err != nil {
		return err
	}
	return decode(text, v)
}

// timeKey is the time key of something with a date.
func timeKey(d *graph.FuzzyDate, id graph.ID) string {
	if d == nil {
		return graph.TimeKey(nil, nil, id)
	}
	return graph.TimeKey(&d.Start, &d.End, id)
}

func days(d *graph.FuzzyDate) (first, last sql.NullInt64) {
	if d == nil {
		return first, last
	}
	return sql.NullInt64{Int64: int64(d.Start), Valid: true}, sql.NullInt64{Int64: int64(d.End), Valid: true}
}
