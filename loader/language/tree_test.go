package language

import (
	"slices"
	"testing"
)

// sample is "Élodie and her new boss met Ana , Bo and Cy . They left" with its trees.
func sample() *Document {
	words := []struct {
		text string
		head int
		dep  string
		pos  string
	}{
		{"Élodie", 5, "nsubj", "PROPN"}, {"and", 0, "cc", "CCONJ"}, {"her", 4, "poss", "PRON"}, {"new", 4, "amod", "ADJ"},
		{"boss", 0, "conj", "NOUN"}, {"met", 5, "ROOT", "VERB"}, {"Ana", 5, "dobj", "PROPN"}, {",", 6, "punct", "PUNCT"},
		{"Bo", 6, "conj", "PROPN"}, {"and", 8, "cc", "CCONJ"}, {"Cy", 8, "conj", "PROPN"}, {".", 5, "punct", "PUNCT"},
		{"They", 13, "nsubj", "PRON"}, {"left", 13, "ROOT", "VERB"},
	}
	var text string
	var tokens []Token
	at := 0
	for i, w := range words {
		if i > 0 {
			text += " "
			at++
		}
		n := len([]rune(w.text))
		tokens = append(tokens, Token{Start: at, End: at + n, Text: w.text, Head: w.head, Dep: w.dep, POS: w.pos})
		text, at = text+w.text, at+n
	}
	return NewDocument(text, tokens, []Range{{0, 12}, {12, 14}}, nil)
}

func TestOffsets(t *testing.T) {
	d := sample()
	if got := d.RangeText(Range{0, 5}); got != "Élodie and her new boss" {
		t.Errorf("RangeText = %q", got)
	}
	if start, end := d.Span(Range{2, 5}); start != 11 || end != 23 || d.Slice(start, end) != "her new boss" {
		t.Errorf("Span = %d, %d", start, end)
	}
	if d.Len() != len([]rune(d.Text)) || d.Byte(d.Len()) != len(d.Text) || d.Byte(1) != 2 {
		t.Errorf("Len = %d, Byte(1) = %d", d.Len(), d.Byte(1))
	}
	for point, token := range map[int]int{0: 0, 5: 0, 6: 1, 7: 1, 11: 2, d.Len() - 1: 13, d.Len(): 14} {
		if got := d.TokenAt(point); got != token {
			t.Errorf("TokenAt(%d) = %d, want %d", point, got, token)
		}
	}
	if d.Tokens[11].Sentence != 0 || d.Tokens[12].Sentence != 1 {
		t.Error("tokens do not know their sentences")
	}
}

func TestWalks(t *testing.T) {
	d := sample()
	if got := d.Children(5); !slices.Equal(got, []int32{0, 6, 11}) {
		t.Errorf("Children = %v", got)
	}
	if d.Child(5, "dobj", "attr") != 6 || d.Child(5, "prep") != -1 || d.Root(10) != 5 || d.Root(12) != 13 {
		t.Error("Child or Root is wrong")
	}
	if got := d.Subtree(6); !slices.Equal(got, []int{6, 7, 8, 9, 10}) || d.SubtreeRange(6) != (Range{6, 11}) {
		t.Errorf("Subtree = %v, SubtreeRange = %v", got, d.SubtreeRange(6))
	}
	if !d.Above(5, 10) || !d.Above(5, 5) || d.Above(6, 5) || d.Above(5, 12) {
		t.Error("Above is wrong")
	}
	for _, c := range []struct {
		a, b int
		want []int
	}{{3, 10, []int{3, 4, 0, 5, 6, 8, 10}}, {6, 5, []int{6, 5}}, {5, 8, []int{5, 6, 8}}, {4, 4, []int{4}}, {4, 12, nil}} {
		if got := d.Path(c.a, c.b); !slices.Equal(got, c.want) {
			t.Errorf("Path(%d, %d) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
	if got := d.Conjuncts(6); !slices.Equal(got, []int{6, 8, 10}) {
		t.Errorf("Conjuncts = %v", got)
	}
	if d.NounChunk(4) != (Range{2, 5}) {
		t.Errorf("NounChunk = %v", d.NounChunk(4))
	}
	if got := d.NounChunks(); !slices.Equal(got, []Range{{0, 1}, {2, 5}, {6, 7}, {8, 9}, {10, 11}, {12, 13}}) {
		t.Errorf("NounChunks = %v", got)
	}
}

func TestEmptyDocument(t *testing.T) {
	d := NewDocument("", nil, nil, nil)
	if d.Len() != 0 || d.TokenAt(0) != 0 || d.RangeText(Range{}) != "" || d.NounChunks() != nil {
		t.Error("an empty document is not empty")
	}
}
