package graph

import (
	"html"
	"strings"
	"testing"
)

func TestHighlight(t *testing.T) {
	for _, c := range []struct{ text, terms, want string }{
		{"Luís Vega said", "luis", "<mark>Luís</mark> Vega said"},
		{"our own soil", `"own soil"`, "our <mark>own</mark> <mark>soil</mark>"},
		{"own our soil", `"own soil"`, "own our soil"},
		{"Patrols patrolled", "patrol*", "<mark>Patrols</mark> <mark>patrolled</mark>"},
		{"<script>soil</script>", "soil", "&lt;script&gt;<mark>soil</mark>&lt;/script&gt;"},
		{"AT&T", "at", "<mark>AT</mark>&amp;T"},
	} {
		terms, err := ParseTerms(c.terms)
		if err != nil {
			t.Fatal(err)
		}
		if got := Highlight(c.text, terms); got != c.want {
			t.Errorf("%q in %q: got %q, want %q", c.terms, c.text, got, c.want)
		}
	}
}

func FuzzHighlight(f *testing.F) {
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
		marked := Highlight(text, terms)
		plain := strings.NewReplacer("<mark>", "", "</mark>", "").Replace(marked)
		if strings.ContainsAny(plain, "<>") {
			t.Errorf("%q holds markup", plain)
		}
		if got := html.UnescapeString(plain); got != html.UnescapeString(html.EscapeString(text)) {
			t.Errorf("highlighting changed %q to %q", text, got)
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
