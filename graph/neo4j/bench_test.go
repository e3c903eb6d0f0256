package neo4j

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j/neo4jtest"
)

// benchItems is how many items the country of the benchmarks has; the figures
// of design are for 200000, which take minutes to write.
func benchItems(b *testing.B) int {
	n, err := strconv.Atoi(os.Getenv("DATELINE_BENCH_ITEMS"))
	if err != nil {
		b.Skip("set DATELINE_BENCH_ITEMS, such as 200000")
	}
	return n
}

// full is a store with so many items of one pair of countries, over ten years,
// each with one of a thousand speakers; it is filled once.
func full(b *testing.B) *Store {
	b.Helper()
	n := benchItems(b)
	if filled.store != nil {
		return filled.store
	}
	a := neo4jtest.Server(b)
	s, err := Open(b.Context(), Config{URL: a.URL, User: a.User, Password: a.Password})
	if err != nil {
		b.Fatal(err)
	}
	start := graphtest.Day("2015-01-01")
	for at := 0; at < n; at += 1000 {
		var items []graph.Item
		for i := at; i < min(at+1000, n); i++ {
			date := graph.OnDay(start + graph.Day(i%3650))
			speaker := graph.ID(fmt.Sprintf("person:%d", i%1000))
			items = append(items, graph.Item{ID: graph.ID(fmt.Sprintf("statement:%07d", i)), Kind: graph.KindStatement, Summary: "said", Date: &date, Confidence: 0.9,
				Participants: []graph.Participant{{Entity: speaker, Role: graph.Speaker}, {Entity: graphtest.Mexico, Role: graph.About}, {Entity: graphtest.States, Role: graph.OnBehalf}},
				Statement:    &graph.Statement{Text: fmt.Sprintf("The border is safe on day %d of the count", i), Act: graph.Assert, Form: graph.Direct, Speaker: speaker, About: []graph.ID{graphtest.Mexico}}})
		}
		if err := s.Resolve(b.Context(), func(r graph.Resolution) error { return r.PutItems(b.Context(), items) }); err != nil {
			b.Fatal(err)
		}
	}
	filled.store = s
	return s
}

var filled struct{ store *Store }

// bare runs a statement over the driver alone, and reads the JSON in its answer.
func bare(b *testing.B, s *Store, statement string, p params) {
	session := s.driver.NewSession(b.Context(), driver.SessionConfig{AccessMode: driver.AccessModeRead, DatabaseName: s.config.Database, FetchSize: driver.FetchAll})
	result, err := session.Run(b.Context(), statement, p)
	var rows []record
	if err == nil {
		rows, err = result.Collect(b.Context())
	}
	if err != nil {
		b.Fatal(err)
	}
	for _, r := range rows {
		for _, v := range r.Values {
			var item graph.Item
			if text, ok := v.(string); ok && strings.HasPrefix(text, "{") {
				if err := decode(text, &item); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	if err := session.Close(b.Context()); err != nil {
		b.Fatal(err)
	}
}

// versus measures a call of the store beside the statement it is made of.
func versus(b *testing.B, s *Store, statement string, p params, call func() error) {
	b.Run("store", func(b *testing.B) {
		for b.Loop() {
			if err := call(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		for b.Loop() {
			bare(b, s, statement, p)
		}
	})
}

func BenchmarkPage(b *testing.B) {
	s := full(b)
	for name, f := range map[string]graph.Filter{
		"country": {Entities: []graph.ID{graphtest.Mexico}}, "pair": {Entities: []graph.ID{graphtest.Mexico, graphtest.States}},
		"person": {Entities: []graph.ID{"person:7"}},
	} {
		b.Run(name, func(b *testing.B) {
			list, err := sources(f)
			if err != nil {
				b.Fatal(err)
			}
			text, p := list[0].page(graph.Cut{Limit: 50}, graph.Desc)
			versus(b, s, text, p, func() error {
				_, err := s.Timeline(b.Context(), f, graph.Desc, graph.Page{First: 50})
				return err
			})
		})
	}
}

func BenchmarkRelationship(b *testing.B) {
	s := full(b)
	src := ofPair([]graph.ID{graphtest.Mexico, graphtest.States}, graph.Filter{})
	versus(b, s, src.statement("links"), src.where.params, func() error {
		_, err := s.Links(b.Context(), graphtest.Mexico, graphtest.States, graph.Filter{})
		return err
	})
}

func BenchmarkHistogramOfAYear(b *testing.B) {
	s := full(b)
	from, to := graphtest.Day("2020-01-01"), graphtest.Day("2020-12-31")
	q := graph.Histogram{Filter: graph.Filter{Entities: []graph.ID{graphtest.Mexico}, From: &from, To: &to, CertainOnly: true}, Interval: graph.ByMonth, Split: graph.SplitKind}
	list, err := sources(q.Filter)
	if err != nil {
		b.Fatal(err)
	}
	versus(b, s, list[0].statement("histogram", "SERIES", series[q.Split]), list[0].where.params, func() error {
		_, err := s.Histogram(b.Context(), q)
		return err
	})
}

func BenchmarkSearch(b *testing.B) {
	s := full(b)
	terms, err := graph.ParseTerms("border 77")
	if err != nil {
		b.Fatal(err)
	}
	versus(b, s, query("search items"), params{"query": lucene(terms, "words"), "kinds": []string{"STATEMENT"}, "limit": maxHits}, func() error {
		_, err := s.Search(b.Context(), graph.Search{Terms: terms, Kinds: []string{"Statement"}}, graph.Page{First: 20})
		return err
	})
}
