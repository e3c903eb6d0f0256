package neo4j

import (
	"slices"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j/neo4jtest"
)

// planned is a store with the fixture in it, to ask for plans.
func planned(t *testing.T) *Store {
	t.Helper()
	a := neo4jtest.Server(t)
	s, err := Open(t.Context(), Config{URL: a.URL, User: a.User, Password: a.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	graphtest.Sample().Load(t, s)
	resample(t, s)
	return s
}

// resample has the server count its indexes anew: what other tests deleted
// would else be what the planner reckons with.
func resample(t *testing.T, s *Store) {
	t.Helper()
	session := s.session(t.Context(), driver.AccessModeWrite)
	defer session.Close(t.Context())
	result, err := session.Run(t.Context(), "CALL db.prepareForReplanning(120)", nil)
	if err == nil {
		_, err = result.Consume(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// plan gives the operators by which a statement would run, with their details.
func plan(t *testing.T, s *Store, statement string, p params) []string {
	t.Helper()
	session := s.session(t.Context(), driver.AccessModeWrite)
	defer session.Close(t.Context())
	result, err := session.Run(t.Context(), "EXPLAIN "+statement, p)
	if err != nil {
		t.Fatalf("%v in\n%s", err, statement)
	}
	summary, err := result.Consume(t.Context())
	if err != nil {
		t.Fatalf("%v in\n%s", err, statement)
	}
	// The driver's tree repeats the last child; the server's own drawing is right.
	table, _ := summary.Plan().Arguments()["string-representation"].(string)
	var operators []string
	for line := range strings.Lines(table) {
		if _, operator, ok := strings.Cut(line, "+"); ok && strings.HasPrefix(line, "| ") {
			operators = append(operators, strings.TrimLeft(strings.TrimSpace(operator), "+| "))
		}
	}
	if len(operators) == 0 {
		t.Fatalf("no plan of %s", statement)
	}
	return operators
}

func uses(operators []string, prefix string) bool {
	return slices.ContainsFunc(operators, func(o string) bool { return strings.HasPrefix(o, prefix) })
}

// whole are statements that are about everything of a label: counts, which the
// server keeps, and the checks.
func whole(name string) bool {
	return strings.HasPrefix(name, "check ") || slices.Contains([]string{"stats", "version", "judgements"}, name)
}

// TestNothingIsScanned holds that no statement walks over all nodes, or all of
// a label or type, to find some of them.
func TestNothingIsScanned(t *testing.T) {
	s := planned(t)
	for name, text := range queries {
		if whole(name) || strings.HasPrefix(name, "from ") || strings.HasPrefix(text, "AND ") || name == "await indexes" {
			continue
		}
		source := queries["from entity"]
		if name == "links" {
			source = queries["from pair"]
		}
		text = query(name, "SOURCE", source, "WHERE", "", "ORDER", map[bool]string{true: "i.time", false: "DESC"}[name == "page"],
			"PARTS", query("articles that hold words"), "SERIES", "i.kind", "FIRST", "left(i.time, 7)", "LAST", "substring(i.time, 11, 7)", "OTHER", "", "LABEL", "Person", "TYPE", "SAID")
		operators := plan(t, s, text, nil)
		for _, bad := range []string{"AllNodesScan", "NodeByLabelScan", "DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan", "NodeIndexScan"} {
			if uses(operators, bad) {
				t.Errorf("%s: %s:\n%s", name, bad, strings.Join(operators, "\n"))
			}
		}
	}
}

// TestPagesAreRangeSeeks holds that a page is read from an index in its order,
// from where the last one ended: nothing is sorted, whatever the filter.
func TestPagesAreRangeSeeks(t *testing.T) {
	s := planned(t)
	from, to := graphtest.Day("2025-05-01"), graphtest.Day("2025-05-31")
	pair := []graph.ID{graphtest.Mexico, graphtest.States}
	for _, f := range []graph.Filter{
		{}, {Kinds: []graph.ItemKind{graph.KindEvent}}, {Entities: pair[:1]}, {Entities: pair}, {Entities: pair, Any: true},
		{Entities: pair[:1], DirectOnly: true, EventStatuses: graph.DefaultStatuses, From: &from, To: &to},
		{Entities: pair, From: &from, To: &to, CertainOnly: true, MinConfidence: 0.5, MinSources: 2},
		{In: []graph.RoleMatch{{Role: graph.Actor, Entities: pair}}, Bases: []graph.Basis{graph.BasisExplicit}, MinPrecision: graph.PrecisionMonth},
		{Entities: []graph.ID{graphtest.Mexico, graphtest.States, graphtest.Reyes}, Stances: []graph.Stance{graph.Oppose}},
	} {
		list, err := sources(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, src := range list {
			for _, order := range []graph.Order{graph.Asc, graph.Desc} {
				text, p := src.page(graph.Cut{List: timelineList, After: "2025-05-02|2025-05-02|event:x", Limit: 50}, order)
				ranged(t, s, text, p)
			}
		}
	}
	for _, name := range []string{"list articles", "list articles that mention", "list entities", "list entities of kind"} {
		for _, direction := range []string{"", "DESC"} {
			ranged(t, s, query(name, "WHERE", "", "ORDER", direction), params{"low": "", "high": last, "limit": 50, "entity": "country:MEX", "kind": "PERSON"})
		}
	}
}

func ranged(t *testing.T, s *Store, text string, p params) {
	t.Helper()
	operators := plan(t, s, text, p)
	seek := slices.ContainsFunc(operators, func(o string) bool {
		return strings.Contains(o, "IndexSeek") && (strings.Contains(o, "$low") || strings.Contains(o, "low"))
	})
	if !seek || uses(operators, "Sort") || uses(operators, "Top") || uses(operators, "PartialSort") || uses(operators, "PartialTop") {
		t.Errorf("%s\nruns by\n%s", text, strings.Join(operators, "\n"))
	}
}
