package graph

import (
	"strings"
	"testing"
)

// marked puts brackets around what the terms find.
func marked(text string, terms Terms) string {
	var b strings.Builder
	at := 0
	for _, span := range terms.Find(text) {
		b.WriteString(text[at:span[0]] + "[" + text[span[0]:span[1]] + "]")
		at = span[1]
	}
	return b.String() + text[at:]
}

func TestTermsFind(t *testing.T) {
	for _, c := range []struct{ text, terms, want string }{
		{"Luís Vega said", "luis", "[Luís] Vega said"},
		{"our own soil", `"own soil"`, "our [own] [soil]"},
		{"own our soil", `"own soil"`, "own our soil"},
		{"Patrols patrolled", "patrol*", "[Patrols] [patrolled]"},
		{"<script>soil</script>", "soil", "<script>[soil]</script>"},
		{"AT&T", "at", "[AT]&T"},
	} {
		terms, err := ParseTerms(c.terms)
		if err != nil {
			t.Fatal(err)
		}
		if got := marked(c.text, terms); got != c.want {
			t.Errorf("%q in %q: got %q, want %q", c.terms, c.text, got, c.want)
		}
	}
}

func FuzzTermsFind(f *testing.F) {
	f.Add("Luís <b>Vega</b> & ½ ™", `luis "b vega" ve*`)
	f.Add("\xff\u0301é", `"`)
	f.Fuzz(func(t *testing.T, text, search string) {
		terms, err := ParseTerms(search)
		if err != nil {
			if KindOf(err) != BadRequest {
				t.Fatalf("an error of kind %s", KindOf(err))
			}
			return
		}
		at := 0
		for _, span := range terms.Find(text) {
			if span[0] < at || span[1] <= span[0] || span[1] > len(text) {
				t.Fatalf("%q in %q is found at %v", search, text, span)
			}
			if len(Words(text[span[0]:span[1]])) == 0 {
				t.Errorf("%q finds %q, which holds no word", search, text[span[0]:span[1]])
			}
			at = span[1]
		}
	})
}

func FuzzParseCursor(f *testing.F) {
	f.Add("time", Cursor("time", "2025-05-05|2025-05-05|event:1"))
	f.Add("time", Cursor("article", "x"))
	f.Add("time", "!")
	f.Fuzz(func(t *testing.T, list, cursor string) {
		key, err := ParseCursor(list, cursor)
		if err != nil && KindOf(err) != BadRequest {
			t.Fatalf("an error of kind %s", KindOf(err))
		}
		if err == nil && cursor != "" && Cursor(list, key) != cursor {
			t.Errorf("cursor %q gives %q, whose cursor is another", cursor, key)
		}
	})
}
