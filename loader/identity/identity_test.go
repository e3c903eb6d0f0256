package identity_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/export"
	"dateline/graph/sqlite"
	"dateline/loader/identity"
)

// A piece is an article made by hand: one statement by each of its people.
type piece struct {
	id, day string
	people  []named
	text    string
}

// named is a person with an office; the name may be empty.
type named struct{ name, title, country string }

func (p piece) reading(t *testing.T) graph.Reading {
	t.Helper()
	day, err := graph.ParseDay(p.day)
	if err != nil {
		t.Fatal(err)
	}
	published := graph.OnDay(day)
	text := p.text + " " + strings.Repeat("So it was said. ", 5)
	r := graph.Reading{Article: graph.Article{ID: graph.HashID("article", p.id), Key: p.id, Title: p.id, Text: text,
		Publisher: "Paper " + p.id[:1], Language: "en", Published: &published, Version: p.day + p.id, Hash: p.id}}
	x := &r.Extraction
	x.Extractor = "test"
	x.Sentences = []graph.Span{{Start: 0, End: len([]rune(text))}}
	local := func(kind graph.EntityKind, name, iso3 string) graph.Local {
		id := graph.Local(fmt.Sprintf("e%d", len(x.Entities)+1))
		e := graph.LocalEntity{ID: id, Kind: kind, Name: name, ISO3: iso3}
		if name != "" {
			e.Names = []graph.NameCount{{Name: name, Count: 1}}
		}
		x.Entities = append(x.Entities, e)
		return id
	}
	for i, n := range p.people {
		holder := local(graph.Person, n.name, "")
		if n.title != "" {
			of := graph.Local("")
			if n.country != "" {
				of = local(graph.Country, "Land "+n.country, n.country)
			}
			x.Roles = append(x.Roles, graph.LocalRole{Holder: holder, Title: n.title, Of: of, Span: graph.Span{Start: 0, End: 4}, AsOf: &published})
		}
		date := graph.FromPublication(day)
		x.Statements = append(x.Statements, graph.LocalStatement{
			Finding: graph.Finding{ID: graph.Local(fmt.Sprintf("s%d", i+1)), Span: graph.Span{Start: 0, End: 10}, Date: &date, Rule: "test", Confidence: 0.9},
			Form:    graph.Direct, Act: graph.Assert, Content: []graph.Span{{Start: 0, End: len([]rune(p.text))}}, Speaker: holder})
	}
	r.Members = identity.Members(r)
	return r
}

// pieces hold a full name and its surname, namesakes by surname, a role without
// a name, a handover, initials, and a text printed twice.
func pieces() []piece {
	wire := strings.Repeat("The wire carried these words about the harbour and the ships that lay in it all winter long. ", 6)
	return []piece{
		{"a1", "2025-03-01", []named{{"Ana Lund", "president", "NOR"}}, "We will build the long bridge over the fjord"},
		{"a2", "2025-03-05", []named{{"Lund", "", ""}}, "The bridge is paid for by all of us together"},
		{"b1", "2025-03-03", []named{{"", "president", "NOR"}}, "No bridge was ever built without a long quarrel"},
		{"b2", "2025-06-01", []named{{"Per Aas", "president", "NOR"}}, "I take over a bridge that is half finished now"},
		{"b3", "2025-05-01", []named{{"", "president", "NOR"}}, "Whoever holds this office has to finish the bridge"},
		{"c1", "2025-04-01", []named{{"Ola Aas", "mayor", "SWE"}}, "Our town has neither bridge nor boat to show"},
		{"c2", "2025-04-02", []named{{"Aas", "", ""}}, "Nobody can know which of us two said this here"},
		{"c3", "2025-04-03", []named{{"Aas", "mayor", "SWE"}}, "The town knows very well who said this one"},
		{"d1", "2025-04-04", []named{{"George W. Holm", "", ""}}, "My middle letter tells me apart from him there"},
		{"d2", "2025-04-05", []named{{"George H. Holm", "", ""}}, "And mine tells me apart from that other one"},
		{"d3", "2025-04-06", []named{{"George Holm", "", ""}}, "I have none and so nobody knows who I am"},
		{"e1", "2025-04-07", []named{{"Ana Lund", "", ""}}, wire},
		{"f1", "2025-04-08", []named{{"Ana Lund", "", ""}}, wire},
	}
}

func open(t *testing.T) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), sqlite.Config{Path: ":memory:"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func load(t *testing.T, s graph.Store, readings []graph.Reading) {
	t.Helper()
	if _, err := s.Put(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	if err := identity.Resolve(t.Context(), s); err != nil {
		t.Fatal(err)
	}
}

func exported(t *testing.T, s graph.Store) string {
	t.Helper()
	for line, err := range s.Check(t.Context()) {
		t.Errorf("check: %s (%v)", line, err)
	}
	var b bytes.Buffer
	if err := export.JSONL(t.Context(), s, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestOrderDoesNotMatter loads the same articles in many orders and batches,
// some twice, some beside others that are deleted again.
func TestOrderDoesNotMatter(t *testing.T) {
	var all []graph.Reading
	for _, p := range pieces() {
		all = append(all, p.reading(t))
	}
	first := open(t)
	load(t, first, all)
	want := exported(t, first)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		s := open(t)
		order := random.Perm(len(all))
		var deleted []string
		for len(order) > 0 {
			n := 1 + random.IntN(len(order))
			var batch []graph.Reading
			for _, i := range order[:n] {
				batch = append(batch, all[i])
			}
			if random.IntN(2) == 0 {
				extra := piece{fmt.Sprintf("x%d", len(deleted)), "2025-03-02", []named{{"Bo Lund", "president", "NOR"}, {"Aas", "king", "DNK"}}, "This one is taken back before the end comes"}
				batch = append(batch, extra.reading(t), all[order[0]])
				deleted = append(deleted, extra.id)
			}
			load(t, s, batch)
			order = order[n:]
		}
		if _, err := s.Delete(t.Context(), deleted); err != nil {
			t.Fatal(err)
		}
		load(t, s, nil)
		if got := exported(t, s); got != want {
			t.Fatalf("another order gives another graph:\n%s", difference(want, got))
		}
	}
}

func difference(want, got string) string {
	have := map[string]bool{}
	for l := range strings.Lines(got) {
		have[l] = true
	}
	var out strings.Builder
	for l := range strings.Lines(want) {
		if !have[l] {
			out.WriteString("missing " + l)
		}
		delete(have, l)
	}
	for l := range have {
		out.WriteString("added   " + l)
	}
	return out.String()
}

// TestWhoSaidIt reads the speakers off the graph.
func TestWhoSaidIt(t *testing.T) {
	s := open(t)
	var all []graph.Reading
	for _, p := range pieces() {
		all = append(all, p.reading(t))
	}
	load(t, s, all)
	want := map[string]graph.ID{
		"a1": "person:ana-lund", "a2": "person:ana-lund",
		"b1": "person:ana-lund", // the office, while she alone is shown in it
		"b2": "person:per-aas",
		"b3": "", // between the two
		"c1": "person:ola-aas",
		"c2": "", // two of that surname
		"c3": "person:ola-aas",
		"d1": "person:george-holm-w", "d2": "person:george-holm-h", "d3": "",
	}
	for _, p := range pieces() {
		id, ok := want[p.id]
		if !ok {
			continue
		}
		page, err := s.ArticleTimeline(context.Background(), graph.HashID("article", p.id), graph.Filter{}, graph.Asc, graph.Page{First: 10})
		if err != nil || len(page.Edges) != 1 {
			t.Fatalf("%s: %d items, %v", p.id, len(page.Edges), err)
		}
		if got := page.Edges[0].Node.Statement.Speaker; got != id {
			t.Errorf("%s: said by %q, want %q", p.id, got, id)
		}
	}
	copies, err := s.Copies(t.Context(), graph.HashID("article", "e1"), 10)
	if err != nil || len(copies) != 1 || copies[0].Key != "f1" {
		t.Errorf("copies of e1: %v, %v", copies, err)
	}
}
