package neo4j_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/graphtest"
)

func nodes[T any](c graph.Connection[T], err error) ([]T, error) {
	var list []T
	for _, e := range c.Edges {
		list = append(list, e.Node)
	}
	return list, err
}

func parse[T any](text any) (v T, err error) {
	s, _ := text.(string)
	err = json.Unmarshal([]byte(s), &v)
	return v, err
}

// BenchmarkPage measures the latest 50 items of a country and of a pair of
// countries, of which there are few and many.
func BenchmarkPage(b *testing.B) {
	s := full(b)
	const latest = ` AND x.time > '' AND x.time < '~'
RETURN i.time, i.content ORDER BY x.%[1]s DESC, x.time DESC LIMIT 51`
	const ofOne = `MATCH ()<-[x:INVOLVES]-(i) USING INDEX x:INVOLVES(entity, time) WHERE x.entity = $key` + latest
	const ofTwo = `MATCH ()<-[x:BETWEEN]-(i) USING INDEX x:BETWEEN(pair, time) WHERE x.pair = $key` + latest
	page := func(entities []graph.ID, statement, key string) func(b *testing.B) {
		return func(b *testing.B) {
			versus(b, func() ([]graph.Item, error) {
				return nodes(s.Timeline(b.Context(), graph.Filter{Entities: entities}, graph.Desc, graph.Page{First: 50}))
			}, func() ([]graph.Item, error) {
				rows, err := s.ask(b.Context(), statement, map[string]any{"key": key})
				var list []graph.Item
				for _, r := range rows[:min(len(rows), 50)] {
					item, err := parse[graph.Item](r.Values[1])
					if err != nil {
						return nil, err
					}
					list = append(list, item)
				}
				return list, err
			})
		}
	}
	for size, pair := range pairs(benchItems(b)) {
		b.Run(fmt.Sprintf("country/%d", size), page(pair[:1], fmt.Sprintf(ofOne, "entity"), string(pair[0])))
		b.Run(fmt.Sprintf("pair/%d", size), page(pair, fmt.Sprintf(ofTwo, "pair"), string(pair[0]+"|"+pair[1])))
	}
}

// BenchmarkRelationship measures the sums of all that two countries share.
func BenchmarkRelationship(b *testing.B) {
	s := full(b)
	const links = `MATCH ()<-[x:BETWEEN]-(i) USING INDEX x:BETWEEN(pair, time) WHERE x.pair = $pair AND x.time > '' AND x.time < '~'
WITH i.kind AS kind, i.type AS type, x.secondActs AND NOT x.firstActs AS back, count(*) AS n, min(i.time) AS first, max(i.time) AS last, min(i.best) AS best
MATCH (f:Item {time: first}) MATCH (l:Item {time: last})
RETURN kind, type, back, n, f.content, l.content, split(best, '|')[2] ORDER BY n DESC, kind, type, back`
	for size, pair := range pairs(benchItems(b)) {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			versus(b, func() ([]graph.LinkSummary, error) {
				return s.Links(b.Context(), pair[0], pair[1], graph.Filter{})
			}, func() ([]graph.LinkSummary, error) {
				rows, err := s.ask(b.Context(), links, map[string]any{"pair": string(pair[0] + "|" + pair[1])})
				var list []graph.LinkSummary
				for _, r := range rows {
					l := graph.LinkSummary{Kind: graph.ItemKind(r.Values[0].(string)), Type: r.Values[1].(string), From: pair[0], To: pair[1],
						Count: int(r.Values[3].(int64)), Best: graph.ID(r.Values[6].(string))}
					if r.Values[2].(bool) {
						l.From, l.To = l.To, l.From
					}
					first, err := parse[graph.Item](r.Values[4])
					if err != nil {
						return nil, err
					}
					last, err := parse[graph.Item](r.Values[5])
					if err != nil {
						return nil, err
					}
					l.First, l.Last = first.Date, last.Date
					list = append(list, l)
				}
				return list, err
			})
		})
	}
}

// BenchmarkPath measures the chains of four between two people, who met whom
// who met whom: beside the same statements by hand, and beside
// allShortestPaths, which tells no hubs apart and makes every chain there is.
func BenchmarkPath(b *testing.B) {
	s := full(b)
	q := graph.PathQuery{From: speaker(0), To: speaker(4*meetings - 2), MaxLength: 4, Limit: 3}
	store := func() ([][]graph.PathStep, error) { return s.Paths(b.Context(), q) }
	b.Run("steps", func(b *testing.B) {
		versus(b, store, func() ([][]graph.PathStep, error) { return graph.ShortestPaths(b.Context(), stepper{s.hand}, q) })
	})
	b.Run("allShortestPaths", func(b *testing.B) {
		versus(b, store, func() ([][]graph.PathStep, error) { return s.shortest(b.Context(), q) })
	})
}

func (h hand) shortest(ctx context.Context, q graph.PathQuery) (paths [][]graph.PathStep, err error) {
	const chains = `MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
MATCH p = allShortestPaths((a)-[:INVOLVES*..8]-(b)) WHERE none(n IN nodes(p) WHERE n:Country)
WITH [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT 3
RETURN ids`
	rows, err := h.ask(ctx, chains, map[string]any{"from": string(q.From), "to": string(q.To)})
	for _, r := range rows {
		ids := r.Values[0].([]any)
		id := func(k int) graph.ID { return graph.ID(ids[k].(string)) }
		var path []graph.PathStep
		for k := 0; k+2 < len(ids); k += 2 {
			path = append(path, graph.PathStep{From: id(k), Via: id(k + 1), To: id(k + 2)})
		}
		paths = append(paths, path)
	}
	slices.SortFunc(paths, graph.ComparePaths)
	return paths, err
}

// A stepper asks for each step by hand.
type stepper struct{ hand }

func (h stepper) Hops(ctx context.Context, frontier []graph.ID, _ graph.Filter) ([]graph.Hop, error) {
	const from = `UNWIND $frontier AS start
MATCH (e:Entity {id: start})<-[:INVOLVES]-(i)-[:INVOLVES]->(other) WHERE NOT other:Country AND other <> e
WITH start, other, min(i.id) AS via WHERE COUNT { (other)<-[:INVOLVES]-() } <= $hub
RETURN start, other.id, via`
	return h.hops(ctx, from, map[string]any{"frontier": frontier, "hub": graph.HubItems})
}

func (h stepper) HopsBetween(ctx context.Context, frontier, others []graph.ID, _ graph.Filter, _ int) ([]graph.Hop, error) {
	const between = `UNWIND $pairs AS ends
MATCH ()<-[x:BETWEEN]-(i) USING INDEX x:BETWEEN(pair, time) WHERE x.pair = ends.pair AND x.time > '' AND x.time < '~'
RETURN ends.a, ends.b, min(i.id)`
	var pairs []any
	for _, a := range frontier {
		for _, c := range others {
			pairs = append(pairs, map[string]any{"a": string(a), "b": string(c), "pair": string(min(a, c) + "|" + max(a, c))})
		}
	}
	return h.hops(ctx, between, map[string]any{"pairs": pairs})
}

func (h stepper) hops(ctx context.Context, statement string, params map[string]any) (hops []graph.Hop, err error) {
	rows, err := h.ask(ctx, statement, params)
	for _, r := range rows {
		hops = append(hops, graph.Hop{From: graph.ID(r.Values[0].(string)), To: graph.ID(r.Values[1].(string)), Via: graph.ID(r.Values[2].(string))})
	}
	return hops, err
}

func (h stepper) Passable(ctx context.Context, ids []graph.ID) (list []graph.ID, err error) {
	rows, err := h.ask(ctx, `MATCH (e:Entity) WHERE e.id IN $ids AND COUNT { (e)<-[:INVOLVES]-() } <= $hub RETURN e.id`,
		map[string]any{"ids": ids, "hub": graph.HubItems})
	for _, r := range rows {
		list = append(list, graph.ID(r.Values[0].(string)))
	}
	return list, err
}

// Timeline is of no use to a path of today.
func (stepper) Timeline(context.Context, graph.Filter, graph.Order, graph.Page) (none graph.Connection[graph.Item], err error) {
	return none, nil
}

// BenchmarkHistogram measures a country's year by month and kind.
func BenchmarkHistogram(b *testing.B) {
	s := full(b)
	from, to := graphtest.Day("2020-01-01"), graphtest.Day("2020-12-31")
	f := graph.Filter{Entities: []graph.ID{graphtest.Mexico}, From: &from, To: &to, CertainOnly: true}
	const byMonth = `MATCH ()<-[x:INVOLVES]-(i) USING INDEX x:INVOLVES(entity, time)
WHERE x.entity = $country AND x.time >= '2020-01-01' AND x.time < '2021' AND i.last <= date('2020-12-31')
RETURN i.first.month, i.last.month, i.kind, count(*), avg(i.score) ORDER BY i.kind`
	versus(b, func() ([]graph.Bucket, error) {
		return s.Histogram(b.Context(), graph.Histogram{Filter: f, Interval: graph.ByMonth, Split: graph.SplitKind})
	}, func() ([]graph.Bucket, error) {
		rows, err := s.ask(b.Context(), byMonth, map[string]any{"country": string(graphtest.Mexico)})
		var series []string
		for _, r := range rows {
			series = append(series, r.Values[2].(string))
		}
		series = slices.Compact(series)
		list := make([]graph.Bucket, 12*len(series))
		for k := range list {
			list[k] = graph.Bucket{Start: graph.MakeDay(2020, time.Month(k/len(series)+1), 1), Series: series[k%len(series)]}
		}
		for _, r := range rows {
			first, last, n := r.Values[0].(int64), r.Values[1].(int64), int(r.Values[3].(int64))
			for m := first; m <= last; m++ {
				bucket := &list[int(m-1)*len(series)+slices.Index(series, r.Values[2].(string))]
				bucket.Possible += n
				if first == last {
					bucket.Count += n
				}
			}
		}
		return list, err
	})
}

// BenchmarkSearch measures the best 20 of what has two words, of all kinds.
func BenchmarkSearch(b *testing.B) {
	s := full(b)
	terms, err := graph.ParseTerms("border 77")
	if err != nil {
		b.Fatal(err)
	}
	const found = `CALL () {
  CALL db.index.fulltext.queryNodes('entity_words', $query) YIELD node, score
  RETURN node, score + 20 + CASE WHEN node.articles < 1000 THEN node.articles ELSE 1000 END / 100.0 AS points
  UNION ALL CALL db.index.fulltext.queryNodes('item_words', $query) YIELD node, score WHERE node.kind IN ['STATEMENT', 'EVENT']
  RETURN node, score AS points
  UNION ALL CALL db.index.fulltext.queryNodes('article_words', $query) YIELD node, score
  RETURN node, score AS points
}
WITH node, points ORDER BY points DESC, node.id LIMIT 21
RETURN labels(node), node.content, points, node.loadedMicros`
	versus(b, func() ([]graph.Hit, error) {
		return nodes(s.Search(b.Context(), graph.Search{Terms: terms}, graph.Page{First: 20}))
	}, func() ([]graph.Hit, error) {
		rows, err := s.ask(b.Context(), found, map[string]any{"query": `+words:"border" +words:"77"`})
		var hits []graph.Hit
		for _, r := range rows[:min(len(rows), 20)] {
			hit, err := hitOf(r)
			if err != nil {
				return nil, err
			}
			hits = append(hits, hit)
		}
		return hits, err
	})
}

func hitOf(r *driver.Record) (h graph.Hit, err error) {
	h.Score, _ = r.Values[2].(float64)
	labels := r.Values[0].([]any)
	switch {
	case slices.Contains(labels, any("Entity")):
		e, err := parse[graph.Entity](r.Values[1])
		h.Entity, h.Text = &e, e.Name
		return h, err
	case slices.Contains(labels, any("Item")):
		i, err := parse[graph.Item](r.Values[1])
		h.Item, h.Text = &i, i.Text()
		return h, err
	}
	a, err := parse[graph.Article](r.Values[1])
	a.Loaded = time.UnixMicro(r.Values[3].(int64)).UTC()
	h.Article, h.Text = &a, cmp.Or(a.Title, a.Text)
	return h, err
}
