package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestExportParts asks for every format, whole and in part.
func TestExportParts(t *testing.T) {
	s := loadSample(t)
	for format := range formats {
		whole, messages, code := command(t, "", "export", "--store", s, "--format", format)
		if code != exitDone || len(whole) == 0 {
			t.Fatalf("%s: exit code %d: %s", format, code, messages)
		}
		part, messages, code := command(t, "", "export", "--store", s, "--format", format, "--entity", "Chile", "--entity", "Peru", "--kind", "statement,event", "--from", "2025-03", "--to", "2025-06-30")
		if format == "jsonl" {
			if code != exitFailed || !strings.Contains(messages, "whole graph") {
				t.Errorf("jsonl of a part: exit code %d: %s", code, messages)
			}
			continue
		}
		if code != exitDone || len(part) == 0 || len(part) >= len(whole) || strings.Contains(part, "country:EST") {
			t.Errorf("%s of a part: exit code %d, %d of %d bytes", format, code, len(part), len(whole))
		}
	}
	part, _, _ := command(t, "", "export", "--store", s, "--format", "jsonld", "--entity", "Chile", "--kind", "policy_stage")
	var document struct {
		Graph []struct{ Type []string } `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(part), &document); err != nil {
		t.Fatal(err)
	}
	types := map[string]int{}
	for _, o := range document.Graph {
		types[o.Type[0]]++
	}
	if types["dateline:PolicyStage"] == 0 || types["NewsArticle"] == 0 || types["dateline:Statement"]+types["dateline:Event"] > 0 {
		t.Errorf("the stages that Chile moves: %v", types)
	}
	for _, args := range [][]string{{"--format", "xlsx"}, {"--format", "csv", "--entity", "Nobody At All"}, {"--format", "csv", "--kind", "rumour"}, {"--format", "csv", "--from", "soon"}} {
		if _, _, code := command(t, "", append([]string{"export", "--store", s}, args...)...); code != exitFailed {
			t.Errorf("%v: exit code %d", args, code)
		}
	}
}
