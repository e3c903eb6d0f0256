package neo4j_test

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
)

// The benchmarks measure each call of the store beside a client that is
// written by hand: the same question in one Cypher statement over the bare
// driver, the answer read into the same Go values. Both are asked in turn, so
// that what else the machine does hits both alike.
//
// "times" is the median of the store's time over the median of the other's.

// benchItems is how many items the countries of the benchmarks share; the
// figures of design are for 200000, which take minutes to write.
func benchItems(b *testing.B) int {
	n, err := strconv.Atoi(os.Getenv("DATELINE_BENCH_ITEMS"))
	if err != nil {
		b.Skip("set DATELINE_BENCH_ITEMS, such as 200000")
	}
	return n
}

const (
	speakers = 1000 // who say what countries share, in turn
	meetings = 5    // each speaker meets that many of the next
	fillSize = 1000 // items of a transaction
)

// pairs are the pairs of countries of the benchmarks by the number of items
// that they share.
func pairs(n int) map[int][]graph.ID {
	return map[int][]graph.ID{1000: {"country:CHL", "country:PER"}, n: {graphtest.Mexico, graphtest.States}}
}

func speaker(i int) graph.ID { return graph.ID(fmt.Sprintf("person:%d", i%speakers)) }

// everyone are the countries and speakers.
func everyone(n int) (list []graph.Entity) {
	for _, pair := range pairs(n) {
		for _, id := range pair {
			list = append(list, graph.Entity{ID: id, Kind: graph.Country, Name: string(id[len("country:"):])})
		}
	}
	for i := range speakers {
		list = append(list, graph.Entity{ID: speaker(i), Kind: graph.Person, Name: fmt.Sprintf("Speaker %d", i)})
	}
	return list
}

// said is the ith item of a pair of countries, on one of the days of ten years.
func said(pair []graph.ID, i int) graph.Item {
	date := graph.OnDay(graphtest.Day("2015-01-01") + graph.Day(i%3650))
	return graph.Item{ID: graph.ID(fmt.Sprintf("statement:%s-%07d", pair[0][len("country:"):], i)), Kind: graph.KindStatement, Summary: "said", Date: &date, Confidence: 0.9,
		Participants: []graph.Participant{{Entity: speaker(i), Role: graph.Speaker}, {Entity: pair[0], Role: graph.About}, {Entity: pair[1], Role: graph.OnBehalf}},
		Statement:    &graph.Statement{Text: fmt.Sprintf("The border is safe at gate %d, and has been", i%5000), Act: graph.Assert, Form: graph.Direct, Speaker: speaker(i), About: pair[:1]}}
}

// met is the ith meeting, of two speakers.
func met(i int) graph.Item {
	a, b := speaker(i/meetings), speaker(i/meetings+i%meetings+1)
	date := graph.OnDay(graphtest.Day("2020-01-01") + graph.Day(i))
	return graph.Item{ID: graph.ID(fmt.Sprintf("event:%05d", i)), Kind: graph.KindEvent, Summary: "met", Date: &date, Confidence: 0.8,
		Participants: []graph.Participant{{Entity: a, Role: graph.Actor}, {Entity: b, Role: graph.Target}},
		Event:        &graph.Event{Type: graph.EventConsult, Status: graph.Occurred, Text: "They met", Actors: []graph.ID{a}, Targets: []graph.ID{b}}}
}

// A bench is a store with the items of benchmarks, beside a client by hand.
type bench struct {
	*neo4j.Store
	hand
}

// full gives the store with the items of all pairs and the meetings. A
// database that has that many is taken to hold them.
func full(b *testing.B) bench {
	b.Helper()
	n := benchItems(b)
	a := neo4jtest.Kept(b)
	want := speakers * meetings
	for size := range pairs(n) {
		want += size
	}
	if rows := neo4jtest.Run(b, a, "MATCH (i:Item) RETURN count(i)", nil); rows[0].Values[0] != int64(want) {
		neo4jtest.Wipe(b, a)
		fill(b, a, n)
	}
	s := connect(b, a)
	b.Cleanup(func() { s.Close() })
	return bench{s, byHand(b, a)}
}

func fill(b *testing.B, a neo4jtest.Address, n int) {
	s := connect(b, a)
	defer s.Close()
	if err := s.Resolve(b.Context(), func(r graph.Resolution) error { return r.PutEntities(b.Context(), everyone(n)) }); err != nil {
		b.Fatal(err)
	}
	put := func(n int, item func(i int) graph.Item) {
		for at := 0; at < n; at += fillSize {
			var items []graph.Item
			for i := at; i < min(at+fillSize, n); i++ {
				items = append(items, item(i))
			}
			if err := s.Resolve(b.Context(), func(r graph.Resolution) error { return r.PutItems(b.Context(), items) }); err != nil {
				b.Fatal(err)
			}
		}
	}
	for size, pair := range pairs(n) {
		put(size, func(i int) graph.Item { return said(pair, i) })
	}
	put(speakers*meetings, met)
}

// A hand asks over the bare driver.
type hand struct{ driver.DriverWithContext }

func byHand(b *testing.B, a neo4jtest.Address) hand {
	b.Helper()
	token := driver.NoAuth()
	if a.User != "" {
		token = driver.BasicAuth(a.User, a.Password, "")
	}
	d, err := driver.NewDriverWithContext(a.URL, token)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { d.Close(context.Background()) })
	return hand{d}
}

func (h hand) ask(ctx context.Context, statement string, params map[string]any) ([]*driver.Record, error) {
	session := h.NewSession(ctx, driver.SessionConfig{AccessMode: driver.AccessModeRead, FetchSize: driver.FetchAll})
	defer session.Close(ctx)
	result, err := session.Run(ctx, statement, params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// versus asks the store and by hand in turn; both must give the same.
func versus[T any](b *testing.B, store, hand func() (T, error)) {
	b.Helper()
	asked := []func() (T, error){store, hand}
	var answers [2]T
	for range 5 { // the plans are made, the pages read
		for k, ask := range asked {
			answer, err := ask()
			if err != nil {
				b.Fatal(err)
			}
			answers[k] = answer
		}
	}
	if !reflect.DeepEqual(answers[0], answers[1]) {
		b.Fatalf("the store answers\n%+v\nby hand it is\n%+v", answers[0], answers[1])
	}
	inTurn(b, func(k int) (err error) { _, err = asked[k](); return err })
}

// inTurn measures two calls, 0 and 1, and reports the median times of both.
func inTurn(b *testing.B, call func(k int) error) {
	b.Helper()
	var times [2][]time.Duration
	for turn := 0; b.Loop(); turn++ {
		for k := range 2 {
			k = (k + turn) % 2
			start := time.Now()
			if err := call(k); err != nil {
				b.Fatal(err)
			}
			times[k] = append(times[k], time.Since(start))
		}
	}
	median := neo4jtest.Medians(times)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median[0], "store-ms")
	b.ReportMetric(median[1], "hand-ms")
	b.ReportMetric(median[0]/median[1], "times")
}
