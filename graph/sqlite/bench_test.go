package sqlite_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// stuff is what article n of a benchmark brings: an item of two countries and
// of one person of many.
func stuff(n int) (graph.Reading, graph.Report, graph.Item) {
	day := graphtest.Day("2020-01-01") + graph.Day(n%2000)
	sentence := fmt.Sprintf("Minister number %d spoke to both governments about the river.", n%1000)
	a := graphtest.Article(n, fmt.Sprintf("Paper %d", n%50), day.String(), sentence)
	id := graph.HashID("event", a.Key)
	date := graph.OnDay(day)
	span := graph.Span{Start: 0, End: len(sentence)}
	r := graph.Report{Fact: id, Article: a.ID, Local: "v1", Summary: sentence, Date: &date,
		Evidence: graph.Evidence{Article: a.ID, Span: span, Sentence: span, Extractor: "bench", Rule: "bench", Confidence: 0.8},
		Event: &graph.Event{Type: graph.EventConsult, Status: graph.Occurred, Text: sentence,
			Actors: []graph.ID{graphtest.Mexico, graph.ID(fmt.Sprintf("person:%d", n%1000))}, Targets: []graph.ID{graphtest.States}}}
	read := r
	read.Publisher, read.Group, read.Published, read.Loaded = a.Publisher, a.ID, a.Published, a.Loaded
	item, _ := graph.Fold([]graph.Report{read}, nil)
	return graph.Reading{Article: a, Extraction: graph.Extraction{Extractor: "bench", Sentences: []graph.Span{span}},
		Members: []graph.Member{{Block: fmt.Sprintf("0/person/%d", n%1000), Article: a.ID, Local: "e1"}}}, r, item
}

const batch = 100

// fill puts the articles from..to with their items, in batches.
func fill(tb testing.TB, s *sqlite.Store, from, to int) {
	tb.Helper()
	ctx := context.Background()
	for ; from < to; from += batch {
		var readings []graph.Reading
		var reports []graph.Report
		var items []graph.Item
		for n := from; n < min(from+batch, to); n++ {
			reading, report, item := stuff(n)
			readings, reports, items = append(readings, reading), append(reports, report), append(items, item)
		}
		if _, err := s.Put(ctx, readings); err != nil {
			tb.Fatal(err)
		}
		err := s.Resolve(ctx, func(r graph.Resolution) error {
			for _, report := range reports {
				if _, err := r.ReplaceReports(ctx, report.Article, []graph.Report{report}); err != nil {
					return err
				}
				uses := []graph.Use{{Entity: graphtest.Mexico, Names: []graph.NameCount{{Name: "Mexico", Count: 1}}}, {Entity: graphtest.States}}
				if _, err := r.ReplaceUses(ctx, report.Article, uses); err != nil {
					return err
				}
			}
			return r.PutItems(ctx, items)
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
}

func openBench(b *testing.B) (s *sqlite.Store, path string) {
	b.Helper()
	path = filepath.Join(b.TempDir(), "graph.db")
	s, err := sqlite.Open(b.Context(), sqlite.Config{Path: path})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s, path
}

// BenchmarkWrite measures the write path, per article, against BenchmarkBareInserts.
func BenchmarkWrite(b *testing.B) {
	s, _ := openBench(b)
	b.ResetTimer()
	fill(b, s, 0, b.N)
}

// BenchmarkBareInserts copies the very rows that the write path made into an
// empty file of the same schema, in batches, by plain inserts: what no store on
// SQLite can be faster than.
func BenchmarkBareInserts(b *testing.B) {
	s, path := openBench(b)
	fill(b, s, 0, b.N)
	_, empty := openBench(b)
	from, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close()
	to, err := sql.Open("sqlite", "file:"+empty+"?_pragma=synchronous(normal)&_pragma=cache_size(-65536)&_pragma=temp_store(2)")
	if err != nil {
		b.Fatal(err)
	}
	defer to.Close()
	to.SetMaxOpenConns(1)
	tables := map[string][][]any{}
	for _, table := range []string{"article", "member", "mark", "report", "usage", "tally", "reach", "reached", "item", "edge", "pair", "change"} {
		tables[table] = rowsOf(b, from, table)
	}
	words := [][2]any{}
	for n := range b.N {
		_, _, item := stuff(n)
		words = append(words, [2]any{n + 1, item.Text()})
	}
	b.ResetTimer()
	for at := 0; at < b.N; at += batch {
		insertShare(b, to, tables, words, at, min(at+batch, b.N))
	}
}

func rowsOf(b *testing.B, db *sql.DB, table string) (list [][]any) {
	b.Helper()
	rows, err := db.Query("SELECT * FROM " + table)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		b.Fatal(err)
	}
	for rows.Next() {
		row := make([]any, len(columns))
		into := make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			b.Fatal(err)
		}
		list = append(list, row)
	}
	return list
}

// insertShare inserts the rows of every table that stand for articles from..to of all.
func insertShare(b *testing.B, db *sql.DB, tables map[string][][]any, words [][2]any, from, to int) {
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	insert := func(table, columns string, rows func(yield func([]any) bool), width int) {
		marks := "?"
		for range width - 1 {
			marks += ", ?"
		}
		statement, err := tx.Prepare("INSERT INTO " + table + columns + " VALUES (" + marks + ")")
		if err != nil {
			b.Fatal(err)
		}
		defer statement.Close()
		for row := range rows {
			if _, err := statement.Exec(row...); err != nil {
				b.Fatal(err)
			}
		}
	}
	for table, all := range tables {
		if len(all) == 0 {
			continue
		}
		share := all[len(all)*from/len(words) : len(all)*to/len(words)]
		insert(table, "", func(yield func([]any) bool) {
			for _, row := range share {
				if !yield(row) {
					return
				}
			}
		}, len(all[0]))
	}
	for table, columns := range map[string]string{"item_words": "(rowid, words)", "article_words": "(rowid, words)"} {
		insert(table, columns, func(yield func([]any) bool) {
			for _, w := range words[from:to] {
				if !yield(w[:]) {
					return
				}
			}
		}, 2)
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkPage measures a page of 50 from the middle of a timeline of one
// entity and of a pair, each of which takes part in every item: flat in the
// size of the store and in the degree.
func BenchmarkPage(b *testing.B) {
	s, _ := openBench(b)
	have := 0
	for _, size := range []int{1000, 10000, 100000} {
		if size > 10000 && testing.Short() {
			continue
		}
		fill(b, s, have, size)
		have = size
		middle := graphtest.Day("2022-09-01")
		for name, ids := range map[string][]graph.ID{"entity": {graphtest.Mexico}, "pair": {graphtest.Mexico, graphtest.States}} {
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				f := graph.Filter{Entities: ids, EventStatuses: graph.DefaultStatuses, To: &middle}
				for b.Loop() {
					c, err := s.Timeline(b.Context(), f, graph.Desc, graph.Page{First: 50})
					if err != nil || len(c.Edges) != 50 {
						b.Fatal(len(c.Edges), err)
					}
				}
			})
		}
	}
}
