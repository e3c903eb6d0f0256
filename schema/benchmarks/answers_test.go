package benchmarks

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"dateline/graph/neo4j/neo4jtest"
)

// A said is a statement as both servers of BenchmarkNeo4jGraphQL tell of it;
// its lists are in order.
type said struct {
	ID, Date, Text                        string
	Speakers, About, Participants, Quotes []string
}

type named struct{ Name string }

func readOurs(b *testing.B, answer []byte) (list []said) {
	b.Helper()
	var res struct {
		Data map[string]struct {
			Nodes []struct {
				ID, Text     string
				Date         struct{ Value string }
				Speaker      named
				About        []named
				Participants []struct {
					Role   string
					Entity named
				}
				Evidence []struct {
					Quote, Sentence string
					Article         struct{ Title, Publisher string }
				}
			}
		}
	}
	if err := json.Unmarshal(answer, &res); err != nil {
		b.Fatal(err)
	}
	for _, page := range res.Data {
		for _, n := range page.Nodes {
			s := said{ID: n.ID, Date: n.Date.Value, Text: n.Text, Speakers: []string{n.Speaker.Name}}
			for _, e := range n.About {
				s.About = append(s.About, e.Name)
			}
			for _, p := range n.Participants {
				s.Participants = append(s.Participants, p.Role+" "+p.Entity.Name)
			}
			for _, e := range n.Evidence {
				s.Quotes = append(s.Quotes, fmt.Sprintf("%q of %q, %s, %s", e.Quote, e.Sentence, e.Article.Title, e.Article.Publisher))
			}
			list = append(list, s)
		}
	}
	return ordered(list)
}

func readPeer(b *testing.B, answer []byte) (list []said) {
	b.Helper()
	var res struct {
		Data struct {
			Statements []struct {
				ID, Date, Text string
				Speaker, About []named
				Participants   struct {
					Edges []struct {
						Properties struct{ Roles []string }
						Node       named
					}
				} `json:"participantsConnection"`
				Evidence struct {
					Edges []struct {
						Properties struct{ Quote, Sentence string }
						Node       struct{ Title, Publisher string }
					}
				} `json:"evidenceConnection"`
			}
		}
	}
	if err := json.Unmarshal(answer, &res); err != nil {
		b.Fatal(err)
	}
	for _, n := range res.Data.Statements {
		s := said{ID: n.ID, Date: n.Date, Text: n.Text}
		for _, e := range n.Speaker {
			s.Speakers = append(s.Speakers, e.Name)
		}
		for _, e := range n.About {
			s.About = append(s.About, e.Name)
		}
		for _, p := range n.Participants.Edges {
			for _, role := range p.Properties.Roles {
				s.Participants = append(s.Participants, role+" "+p.Node.Name)
			}
		}
		for _, e := range n.Evidence.Edges {
			s.Quotes = append(s.Quotes, fmt.Sprintf("%q of %q, %s, %s", e.Properties.Quote, e.Properties.Sentence, e.Node.Title, e.Node.Publisher))
		}
		list = append(list, s)
	}
	return ordered(list)
}

func ordered(list []said) []said {
	for _, s := range list {
		for _, l := range [][]string{s.Speakers, s.About, s.Participants, s.Quotes} {
			slices.Sort(l)
		}
	}
	slices.SortFunc(list, func(a, b said) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// writeQuotes puts the quote and sentence of each report on its relationship,
// for the peer; each statement of the benchmark has one.
func writeQuotes(b *testing.B, a neo4jtest.Address, ours string) {
	b.Helper()
	var res struct {
		Data map[string]struct {
			Nodes []struct {
				ID       string
				Evidence []map[string]any
			}
		}
	}
	if err := json.Unmarshal(ask(b, ours, body(b, windows(1000), nil)), &res); err != nil {
		b.Fatal(err)
	}
	var rows []any
	for _, page := range res.Data {
		for _, n := range page.Nodes {
			rows = append(rows, map[string]any{"id": n.ID, "quote": n.Evidence[0]["quote"], "sentence": n.Evidence[0]["sentence"]})
		}
	}
	neo4jtest.Run(b, a, `UNWIND $rows AS row MATCH ()-[r:REPORTS {fact: row.id}]->()
		SET r.quote = row.quote, r.sentence = row.sentence`, map[string]any{"rows": rows})
}
