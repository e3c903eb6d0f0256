package export_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph/graphtest"
)

// reader prints what networkx finds of a node and of an edge.
const reader = `
import sys, networkx
for path in sys.argv[1:]:
    g = networkx.read_gexf(path) if path.endswith("gexf") else networkx.read_graphml(path)
    n = g.nodes["event:protests"]
    edges = [d for _, v, d in g.edges(data=True) if v == "event:protests"]
    print(len(g), g.is_directed(), n.get("spells") or [(n["start"], n["end"])], n["date"], edges[0].get("spells") or [(edges[0]["start"], edges[0]["end"])])
`

// TestNetworkX has networkx read GraphML and GEXF, with their dates.
func TestNetworkX(t *testing.T) {
	if !strings.Contains(os.Getenv("DATELINE_REQUIRE"), "export") {
		t.Skip("DATELINE_REQUIRE=export has networkx read the formats of graph tools (DATELINE_PYTHON, default python3, needs networkx)")
	}
	python := os.Getenv("DATELINE_PYTHON")
	if python == "" {
		python = "python3"
	}
	for _, f := range map[string]graphtest.Fixture{"sample": graphtest.Sample(), "hostile": hostileFixture()} {
		s := store(t, f)
		args := []string{"-c", reader}
		for _, format := range []string{"gexf", "graphml"} {
			path := filepath.Join(t.TempDir(), "graph."+format)
			if err := os.WriteFile(path, written(t, s, format, nil), 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, path)
		}
		out, err := exec.CommandContext(t.Context(), python, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		const spring = "[('2025-03-01', '2025-05-31')]"
		for line := range strings.Lines(strings.TrimSpace(string(out))) {
			if line = strings.TrimSpace(line); line != "26 True "+spring+" 2025-21 "+spring {
				t.Errorf("networkx reads %s", line)
			}
		}
	}
}
