package lexeme

import (
	"strings"
	"testing"
)

// The numbers were computed with spaCy and thinc.
func TestHashes(t *testing.T) {
	for s, want := range map[string]ID{"Apple": 6418411030699964375, "a": 11901859001352538922, "hello world, this": 5149825115649590268} {
		if got := hash(s); got != want {
			t.Errorf("hash(%q) = %d, want %d", s, got, want)
		}
	}
	if got, want := Keys(12345678901, 8), [4]uint32{1249940336, 1622828334, 1874910504, 286758853}; got != want {
		t.Errorf("Keys = %v, want %v", got, want)
	}
}

func TestShape(t *testing.T) {
	for word, want := range map[string]string{
		"":                        "",
		"Ab²Ⅷǅ12345":              "XxdⅧxdddd",
		"McDonald's":              "XxXxxxx'x",
		"aaaaaaaa":                "xxxx",
		"....":                    "....",
		".....":                   "....",
		strings.Repeat("é", 100):  "LONG",
		strings.Repeat("é", 99):   "xxxx",
		"1,000.50":                "d,ddd.dd",
		"\u4e2d\u6587 \U0001f600": "xx \U0001f600",
	} {
		if got := shape(word); got != want {
			t.Errorf("shape(%q) = %q, want %q", word, got, want)
		}
	}
}

// Python's lower case differs from Go's at the end of Greek words and in İ.
func TestLower(t *testing.T) {
	for s, want := range map[string]string{
		"ABC": "abc", "ΑΣ": "ας", "Σ": "σ", "ΑΣΑ": "ασα", "ΑΣ.Α": "ασ.α", "ΑΣ.": "ας.", "Σ'Σ": "σ'ς", "İ": "i\u0307", "ß": "ß",
	} {
		if got := Lower(s); got != want {
			t.Errorf("Lower(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestLexeme(t *testing.T) {
	table := NewTable(map[string]ID{"dep": 414}, map[ID]string{hash("Colour"): "color"})
	lex := table.Get("Colour")
	if lex.Lower != "colour" || lex.Norm != hash("color") || lex.Prefix != hash("C") || lex.Suffix != hash("our") || lex.Shape != hash("Xxxxx") || lex.Space {
		t.Errorf("Colour is %+v", lex)
	}
	if again := table.Get("Colour"); again != lex {
		t.Error("a known word is made anew")
	}
	if got := table.Get("dep").Norm; got != 414 {
		t.Errorf("the norm of a symbol is %d, want its number 414", got)
	}
	if !table.Get("\n \u3000").Space || table.Get("\x1f").Space != true || table.ID("") != 0 {
		t.Error("white space or the empty string is not seen")
	}
}
