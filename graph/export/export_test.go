package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/export"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

var update = flag.Bool("update", false, "write the golden files anew")

// formats are those that take a filter, by the ending of their golden files.
var formats = map[string]func(context.Context, export.Source, *graph.Filter, io.Writer) error{
	"csv": export.CSV, "cypher": export.Cypher, "gexf": export.GEXF, "graphml": export.GraphML, "jsonld": export.JSONLD,
}

func store(t *testing.T, f graphtest.Fixture) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), sqlite.Config{Path: ":memory:"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	f.Load(t, s)
	return s
}

func written(t *testing.T, s graph.Store, format string, filter *graph.Filter) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := formats[format](t.Context(), s, filter, &b); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

// refusals is the part that the golden files of parts hold.
func refusals() *graph.Filter {
	from := graphtest.Day("2025-05-02")
	return &graph.Filter{Entities: []graph.ID{graphtest.Reyes}, Kinds: []graph.ItemKind{graph.KindStatement}, From: &from}
}

// TestGolden holds every byte of the sample, whole and in part.
func TestGolden(t *testing.T) {
	s := store(t, graphtest.Sample())
	for format := range formats {
		for name, filter := range map[string]*graph.Filter{"whole": nil, "part": refusals()} {
			got := written(t, s, format, filter)
			if again := written(t, s, format, filter); !bytes.Equal(got, again) {
				t.Errorf("%s of the %s differs from time to time", format, name)
			}
			path := filepath.Join("testdata", name+"."+format)
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s differs; if that is meant, run the test with -update. Got:\n%s", path, got)
			}
		}
	}
}

// TestPart looks for what belongs to a part, and what does not.
func TestPart(t *testing.T) {
	s := store(t, graphtest.Sample())
	for format := range formats {
		got := string(written(t, s, format, refusals()))
		if !strings.Contains(got, string(graphtest.Refusal)) {
			t.Errorf("%s lacks the refusal", format)
		}
		for _, other := range []graph.ID{graphtest.Proposal, graphtest.Raid, graphtest.Thanks, "article:6"} {
			if strings.Contains(got, string(other)+`"`) || strings.Contains(got, string(other)+`'`) {
				t.Errorf("%s holds %s", format, other)
			}
		}
	}
	nothing := &graph.Filter{Entities: []graph.ID{"person:nobody"}}
	wellFormed(t, written(t, s, "gexf", nothing))
	wellFormed(t, written(t, s, "graphml", nothing))
	var document struct {
		Graph []json.RawMessage `json:"@graph"`
	}
	if err := json.Unmarshal(written(t, s, "jsonld", nothing), &document); err != nil || document.Graph == nil || len(document.Graph) > 0 {
		t.Errorf("nothing in JSON-LD: %v, %v", document.Graph, err)
	}
}

// hostile is a text that means something to every format.
const hostile = "=cmd|'/c calc'!A1 \"]]></data><node id=\"x\"/> & \\u0027}) DETACH DELETE n; //\\\\u0027 \\\\\\u0027' \x00\x1b\u2028\ufffe\xff;\n\"@id\":\t</script> $\\"

func hostileFixture() graphtest.Fixture {
	f := graphtest.Sample()
	for i := range f.Texts {
		f.Texts[i].Article.Title, f.Texts[i].Article.Publisher = hostile, hostile
		for k, r := range f.Texts[i].Reports {
			f.Texts[i].Reports[k].Summary = hostile
			if r.Statement != nil {
				s := *r.Statement
				s.Text, s.SpeakerText = hostile, hostile
				f.Texts[i].Reports[k].Statement = &s
			}
		}
	}
	for i := range f.Entities {
		f.Entities[i].Name, f.Entities[i].Aliases = hostile, []string{hostile, `\`}
	}
	return f
}

// TestHostileText reads back what each format made of a text that tries to
// break out of it.
func TestHostileText(t *testing.T) {
	s := store(t, hostileFixture())
	wellFormed(t, written(t, s, "gexf", nil))
	if names := wellFormed(t, written(t, s, "graphml", nil)); names["node"] != 26 {
		t.Errorf("GraphML has %d nodes", names["node"])
	}
	var document map[string]any
	if err := json.Unmarshal(written(t, s, "jsonld", nil), &document); err != nil {
		t.Error(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(written(t, s, "csv", nil))).ReadAll()
	if err != nil || len(rows) < 10 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.HasPrefix(cell, "=") {
				t.Errorf("a formula: %q", cell)
			}
		}
	}
	statements := string(written(t, s, "cypher", nil))
	outside := unquoted(t, statements)
	if strings.Contains(outside, "DETACH") || strings.Contains(outside, "calc") {
		t.Errorf("text broke out of its quotes: %s", outside)
	}
	if strings.Contains(statements, `\u`) {
		t.Error("a backslash stands before u, which Neo4j reads before it reads strings")
	}
}

// unquoted is what stands outside of a Cypher script's strings.
func unquoted(t *testing.T, script string) string {
	t.Helper()
	var out strings.Builder
	quoted := false
	for i := 0; i < len(script); i++ {
		switch c := script[i]; {
		case quoted && c == '\\':
			i++
		case c == '\'':
			quoted = !quoted
		case quoted && c == '\n':
			t.Fatal("a line ends within a string")
		case !quoted:
			out.WriteByte(c)
		}
	}
	if quoted {
		t.Fatal("a string has no end")
	}
	return out.String()
}

// wellFormed reads XML and counts its elements.
func wellFormed(t *testing.T, document []byte) map[string]int {
	t.Helper()
	count := map[string]int{}
	d := xml.NewDecoder(bytes.NewReader(document))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return count
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok {
			count[e.Name.Local]++
		}
	}
}
