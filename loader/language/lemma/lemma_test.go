package lemma

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/language/model"
)

func english(t *testing.T) *model.Model {
	m, err := model.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWordList(t *testing.T) {
	list := wordList("a\nab\nb\nbca\nz")
	for _, word := range strings.Split(string(list), "\n") {
		if !list.has(word) {
			t.Errorf("%q is not found", word)
		}
	}
	for _, word := range []string{"", "aa", "bc", "bcab", "y", "zz", "0", "a\nab"} {
		if list.has(word) {
			t.Errorf("%q is found", word)
		}
	}
	if wordList("").has("a") {
		t.Error("an empty list has a word")
	}
}

func TestLemma(t *testing.T) {
	l := NewLemmatizer(english(t).Lemmas)
	for word, want := range map[Word]string{
		{Text: "Running", POS: "VERB", Morph: "Tense=Pres|VerbForm=Part"}:         "run",
		{Text: "went", POS: "VERB", Morph: "Tense=Past|VerbForm=Fin"}:             "go",
		{Text: "GO", POS: "VERB", Morph: "VerbForm=Inf"}:                          "go",
		{Text: "analyses", POS: "NOUN", Morph: "Number=Plur"}:                     "analysis",
		{Text: "Boss", POS: "NOUN", Morph: "Number=Sing"}:                         "boss",
		{Text: "zorbs", POS: "NOUN", Morph: "Number=Plur"}:                        "zorb",
		{Text: "better", POS: "ADJ", Morph: "Degree=Cmp"}:                         "well",
		{Text: "Paris", POS: "PROPN", Morph: "Number=Sing"}:                       "Paris",
		{Text: "”", POS: "PUNCT"}:                                                 "\"",
		{Text: "The", POS: "DET"}:                                                 "the",
		{Text: "say", POS: "VERB", Morph: "Tense=Pres|VerbForm=Fin"}:              "say",
		{Text: "says", POS: "VERB", Morph: "Number=Sing|Tense=Pres|VerbForm=Fin"}: "say",
	} {
		word.Lower = strings.ToLower(word.Text)
		for range 2 { // the second time from the cache
			if got := l.Lemma(&word); got != want {
				t.Errorf("%s %s: %s, want %s", word.Text, word.POS, got, want)
			}
		}
	}
}

func TestRuler(t *testing.T) {
	r, err := NewRuler(english(t).Attributes)
	if err != nil {
		t.Fatal(err)
	}
	words := []Word{
		{Lower: "i", Tag: "PRP", Dep: "nsubj"}, {Lower: "ai", Tag: "VBP", Dep: "aux"}, {Lower: "n't", Tag: "RB", Dep: "neg"},
		{Lower: "gon", Tag: "VBG", Dep: "ROOT"}, {Lower: "na", Tag: "TO", Dep: "aux"}, {Lower: "\n", Tag: "NN", Dep: "dobj", Space: true},
	}
	r.Apply(words)
	for i, want := range []string{"PRON I", "AUX be", "PART not", "VERB go", "PART to", "SPACE "} {
		if got := words[i].POS + " " + words[i].Lemma; got != want {
			t.Errorf("%s: %q, want %q", words[i].Lower, got, want)
		}
	}
	if last := words[5]; last.Tag != "_SP" || last.Dep != "dep" {
		t.Errorf("white space is %+v", last)
	}
}

func TestUnknownRules(t *testing.T) {
	value := "x"
	for _, rule := range []model.AttributeRule{
		{Patterns: [][]model.TokenPattern{{{"ORTH": {Is: &value}}}}},
		{Patterns: [][]model.TokenPattern{{{"LOWER": {Regex: "("}}}}},
		{Patterns: [][]model.TokenPattern{{{"LOWER": {Is: &value}}}}, Index: 1},
		{Patterns: [][]model.TokenPattern{{}}, Index: 1},
		{Patterns: [][]model.TokenPattern{nil}},
	} {
		if _, err := NewRuler([]model.AttributeRule{rule}); graph.KindOf(err) != graph.Incompatible {
			t.Errorf("%+v: %v", rule, err)
		}
	}
}
