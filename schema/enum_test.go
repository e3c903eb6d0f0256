package schema

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"dateline/graph"
)

// TestEventTypes holds that clients are told of all event types: in the SDL and
// in the filters of the explorer.
func TestEventTypes(t *testing.T) {
	explorer, err := os.ReadFile("server/explorer/static/state.js")
	if err != nil {
		t.Fatal(err)
	}
	for where, list := range map[string]string{
		"schema.graphql": regexp.MustCompile(`(?s)enum EventType \{.*?\}`).FindString(sdl),
		"state.js":       regexp.MustCompile(`(?s)const TYPES = \[.*?\]`).FindString(string(explorer)),
	} {
		if words := regexp.MustCompile(`\b[A-Z]{3,}\b`).FindAllString(strings.Replace(list, "TYPES", "", 1), -1); len(words) != len(graph.EventTypes) {
			t.Errorf("%s lists %d event types, not %d", where, len(words), len(graph.EventTypes))
		}
		for _, kind := range graph.EventTypes {
			if !regexp.MustCompile(`\b` + string(kind) + `\b`).MatchString(list) {
				t.Errorf("%s lacks the event type %s", where, kind)
			}
		}
	}
}
