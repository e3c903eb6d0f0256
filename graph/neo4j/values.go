package neo4j

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"io"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	fast "github.com/segmentio/encoding/json"

	"dateline/graph"
)

func encode(v any) string {
	b, _ := json.Marshal(v) // the domain's values always encode
	return string(b)
}

// decode reads what encode wrote, several times as fast as the standard package.
func decode(text any, v any) error {
	s, _ := text.(string) // null is no JSON and gives an error
	return fast.Unmarshal([]byte(s), v)
}

func deflate(v any) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestSpeed) // the level is valid
	_ = json.NewEncoder(w).Encode(v)             // into memory
	_ = w.Close()
	return b.Bytes()
}

func inflate(b any, v any) error {
	packed, _ := b.([]byte) // null gives an error
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		return err
	}
	return fast.Unmarshal(text, v)
}

func words(text string) string { return strings.Join(graph.Words(text), " ") }

// date is a day as Cypher has it.
func date(d graph.Day) driver.Date { return driver.DateOf(d.Time()) }

func dayOf(v any) *graph.Day {
	d, ok := v.(driver.Date)
	if !ok {
		return nil
	}
	day := graph.DayOf(d.Time())
	return &day
}

// bounds are the first and the last day of a date, null without one.
func bounds(d *graph.FuzzyDate) (first, last any) {
	if d == nil {
		return nil, nil
	}
	return date(d.Start), date(d.End)
}

// timeKey is the time key of something with a date.
func timeKey(d *graph.FuzzyDate, id graph.ID) string {
	if d == nil {
		return graph.TimeKey(nil, nil, id)
	}
	return graph.TimeKey(&d.Start, &d.End, id)
}

func instant(micros any) time.Time {
	n, _ := micros.(int64) // every article has it
	return time.UnixMicro(n).UTC()
}

// column gives the only column of an answer of strings.
func column[T ~string](rows []record, err error) ([]T, error) {
	if err != nil {
		return nil, err
	}
	var list []T
	for _, r := range rows {
		s, _ := r.Values[0].(string) // identifiers are never null
		list = append(list, T(s))
	}
	return list, nil
}

// keyed reads rows of a key and an object in JSON.
func keyed[T any](rows []record, err error) ([]graph.Keyed[T], error) {
	if err != nil {
		return nil, err
	}
	list := make([]graph.Keyed[T], len(rows))
	for i, r := range rows {
		list[i].Key, _ = r.Values[0].(string)
		if err := decode(r.Values[1], &list[i].Node); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// keyedItems reads the one row of a page: lists of keys, items and evidence.
func keyedItems(rows []record, err error) ([]graph.Keyed[graph.Item], error) {
	if err != nil {
		return nil, err
	}
	columns := lists(rows, 3)
	list := make([]graph.Keyed[graph.Item], len(columns[0]))
	for i := range list {
		list[i].Key, _ = columns[0][i].(string)
		if err := decodeItem(columns[1][i], columns[2][i], &list[i].Node); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// items reads rows of an ID, an item and its evidence.
func items(rows []record, err error) ([]graph.Item, error) {
	if err != nil {
		return nil, err
	}
	list := make([]graph.Item, len(rows))
	for i, r := range rows {
		if err := decodeItem(r.Values[1], r.Values[2], &list[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// decodeItem reads an item and the evidence that it carries, if any.
func decodeItem(content, evidence any, i *graph.Item) error {
	if err := decode(content, i); err != nil || evidence == nil || evidence == "" {
		return err
	}
	return decode(evidence, &i.Evidence)
}

// lists are the lists of an only row, all as long as the first; collect leaves
// nulls out, which only a damaged database has.
func lists(rows []record, n int) [][]any {
	columns := make([][]any, n)
	if len(rows) == 1 {
		for k := range columns {
			columns[k], _ = rows[0].Values[k].([]any)
			columns[0] = columns[0][:min(len(columns[0]), len(columns[k]))]
		}
	}
	return columns
}

// objects reads rows as keyed does, without their keys.
func objects[T any](rows []record, err error) ([]T, error) {
	list, err := keyed[T](rows, err)
	if err != nil {
		return nil, err
	}
	var nodes []T
	for _, k := range list {
		nodes = append(nodes, k.Node)
	}
	return nodes, nil
}

// find runs a statement and gives the objects of its rows.
func find[T any](ctx context.Context, r runner, query string, p params) ([]T, error) {
	rows, err := r.run(ctx, query, p)
	return objects[T](rows, err)
}

// number gives the only value of an answer that counts.
func number(rows []record, err error) (int, error) {
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	n, _ := rows[0].Values[0].(int64) // null counts nothing
	return int(n), nil
}
