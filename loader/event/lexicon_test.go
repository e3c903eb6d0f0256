package event

import (
	"slices"
	"testing"

	"dateline/graph"
)

// TestLexicon holds that frames name types and classes that there are.
func TestLexicon(t *testing.T) {
	l, err := readLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []map[string][]frame{l.verbs, l.nouns} {
		for lemma, frames := range words {
			for _, f := range frames {
				if !slices.Contains(graph.EventTypes, f.kind) {
					t.Errorf("%s: no type %q", lemma, f.kind)
				}
				for _, class := range []string{f.what, f.not, f.as} {
					if class != "" && class != "none" && l.classes[class] == nil {
						t.Errorf("%s: no class %q", lemma, class)
					}
				}
			}
		}
	}
	if n := len(l.verbs) + len(l.nouns); n < 800 {
		t.Errorf("%d words carry events", n)
	}
}
