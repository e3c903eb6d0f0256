package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// stages in the order in which they run: each may import the earlier ones.
var stages = []string{"article", "language", "trace", "name", "timex", "dating", "coref", "policy", "statement", "event", "link", "output", "explain", "identity"}

// TestImportDirection holds cmd → {schema/server, loader, stores} → graph:
// schema and loader never meet, stores never meet, only a store's package
// imports its driver, and a stage imports no later one.
func TestImportDirection(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}: {{join .Imports \" \"}}", "dateline/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		from, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		for _, to := range strings.Fields(list) {
			if why := forbidden(strings.TrimPrefix(from, "dateline/"), to); why != "" {
				t.Errorf("%s imports %s: %s", from, to, why)
			}
		}
	}
}

func forbidden(from, to string) string {
	layer := func(p string) string { first, _, _ := strings.Cut(p, "/"); return first }
	if strings.HasPrefix(to, "github.com/neo4j/") && !strings.HasPrefix(from, "graph/neo4j") {
		return "only graph/neo4j and its test server speak to the driver"
	}
	if strings.HasPrefix(to, "modernc.org/sqlite") && from != "graph/sqlite" {
		return "only graph/sqlite speaks to the driver"
	}
	to, ours := strings.CutPrefix(to, "dateline/")
	switch {
	case !ours || layer(from) == "cmd":
		return ""
	case from == "graph":
		return "the domain imports nothing of ours"
	case layer(from) == "graph" && layer(to) != "graph":
		return "what is below graph imports only graph"
	case strings.HasPrefix(from, "graph/") && to != "graph" && !strings.HasPrefix(to, from+"/") && !strings.HasPrefix(from, to+"/"):
		return "stores and exports never meet"
	case layer(from) == "schema" && to != "graph" && layer(to) != "schema" && to != "graph/export":
		return "schema imports graph alone"
	case layer(from) == "loader" && to != "graph" && layer(to) != "loader":
		return "loader imports graph alone"
	}
	return stageOrder(from, to)
}

func stageOrder(from, to string) string {
	stage := func(p string) int {
		parts := strings.Split(p, "/")
		if len(parts) < 2 || parts[0] != "loader" {
			return -1
		}
		return slices.Index(stages, parts[1])
	}
	switch a, b := stage(from), stage(to); {
	case from == "loader" || a < 0:
		return ""
	case b > a:
		return "a stage imports no later stage"
	case to == "loader":
		return "a stage does not know the order of the stages"
	case strings.HasPrefix(from, "loader/article"):
		return "reading articles needs nothing of ours"
	}
	return ""
}
