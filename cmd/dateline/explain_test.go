package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/language"
	"dateline/loader/trace"
)

var update = flag.Bool("update", false, "write the explanation that the test compares with")

// TestExplain compares an explanation with the one that was read and kept.
func TestExplain(t *testing.T) {
	golden := filepath.Join("testdata", "explain.txt")
	got, messages, code := command(t, "", "extract", "--explain", filepath.Join("testdata", "explain.jsonl"))
	if code != exitDone {
		t.Fatalf("exit code %d: %s", code, messages)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s (-update writes it anew): %s", golden, firstDifference(got, string(want)))
	}
}

// TestTracingChangesNothing holds that the stages decide the same whether they
// take down why or not.
func TestTracingChangesNothing(t *testing.T) {
	pipeline, err := loader.NewPipeline(language.Config{})
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines([]byte(sampleArticles)) {
		var a struct{ Text string }
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		day := graph.OnDay(graph.MakeDay(2025, 3, 4))
		article := graph.Article{Text: a.Text, Published: &day, Language: "en"}
		plain, traced := pipeline.Extract(article), pipeline.Tracing(new(trace.Trace)).Extract(article)
		if !reflect.DeepEqual(plain, traced) {
			t.Errorf("tracing changes what is found in %.60q", a.Text)
		}
	}
}
