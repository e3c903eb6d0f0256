package neo4j

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j/neo4jtest"
)

// written is how many items a transaction of BenchmarkWrite writes.
const written = 1000

// BenchmarkWrite measures a thousand new items through the store beside the
// same rows, ready made, in batches of UNWIND over the bare driver. "part" is
// the median of the bare time over that of the store: what the store reaches
// of the bare speed.
func BenchmarkWrite(b *testing.B) {
	if os.Getenv("DATELINE_BENCH_ITEMS") == "" {
		b.Skip("set DATELINE_BENCH_ITEMS, such as 200000")
	}
	a := neo4jtest.Server(b)
	s, err := Open(b.Context(), Config{URL: a.URL, User: a.User, Password: a.Password})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	people := []graph.Entity{{ID: graphtest.Mexico, Kind: graph.Country, Name: "Mexico"}, {ID: graphtest.States, Kind: graph.Country, Name: "United States"}}
	for i := range 100 {
		people = append(people, graph.Entity{ID: graph.ID(fmt.Sprintf("person:%d", i)), Kind: graph.Person, Name: fmt.Sprintf("Speaker %d", i)})
	}
	if err := s.Resolve(b.Context(), func(r graph.Resolution) error { return r.PutEntities(b.Context(), people) }); err != nil {
		b.Fatal(err)
	}
	var times [2][]time.Duration
	measure := func(side int, fn func() error) {
		start := time.Now()
		if err := fn(); err != nil {
			b.Fatal(err)
		}
		times[side] = append(times[side], time.Since(start))
	}
	for turn := 0; b.Loop(); turn++ {
		items, rows := newItems("store", turn), batches(newItems("hand", turn), turn)
		measure(0, func() error {
			return s.Resolve(b.Context(), func(r graph.Resolution) error { return r.PutItems(b.Context(), items) })
		})
		measure(1, func() error { return s.bare(b, rows) })
	}
	median := neo4jtest.Medians(times)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median[0], "store-ms")
	b.ReportMetric(median[1], "bare-ms")
	b.ReportMetric(median[1]/median[0], "part")
}

// handSeq is beyond the changes that the store counts.
const handSeq = 1 << 40

// newItems are statements that no other turn or side has written.
func newItems(side string, turn int) []graph.Item {
	items := make([]graph.Item, written)
	for i := range items {
		date := graph.OnDay(graphtest.Day("2015-01-01") + graph.Day(i%3650))
		who := graph.ID(fmt.Sprintf("person:%d", i%100))
		items[i] = graph.Item{ID: graph.ID(fmt.Sprintf("statement:%s-%d-%d", side, turn, i)), Kind: graph.KindStatement, Summary: "said", Date: &date, Confidence: 0.9,
			Participants: []graph.Participant{{Entity: who, Role: graph.Speaker}, {Entity: graphtest.Mexico, Role: graph.About}, {Entity: graphtest.States, Role: graph.OnBehalf}},
			Statement:    &graph.Statement{Text: fmt.Sprintf("The border is safe at gate %d", i), Act: graph.Assert, Form: graph.Direct, Speaker: who, About: []graph.ID{graphtest.Mexico}}}
	}
	return items
}

// batches are the rows of items that a store writes, by statement.
func batches(items []graph.Item, turn int) []*batch {
	r := &resolution{&transaction{seq: handSeq + int64(turn)*written, touched: map[string]bool{}, sums: map[string]params{}}}
	for _, item := range items {
		r.later(query("put items", "LABEL", itemLabels[item.Kind]), itemRow(item))
		r.seq++
		r.later(query("record changes"), params{"seq": r.seq, "item": string(item.ID)})
	}
	for _, item := range items {
		r.involve(item)
		r.tie(item)
	}
	return r.pending
}

// bare writes rows in one transaction over the driver alone.
func (s *Store) bare(b *testing.B, list []*batch) error {
	session := s.driver.NewSession(b.Context(), driver.SessionConfig{AccessMode: driver.AccessModeWrite})
	defer session.Close(b.Context())
	_, err := session.ExecuteWrite(b.Context(), func(tx driver.ManagedTransaction) (any, error) {
		for _, l := range list {
			for rows := range slices.Chunk(l.rows, batchRows) {
				result, err := tx.Run(b.Context(), l.query, map[string]any{"rows": rows})
				if err != nil {
					return nil, err
				}
				if _, err := result.Consume(b.Context()); err != nil {
					return nil, err
				}
			}
		}
		return nil, nil
	})
	return err
}
