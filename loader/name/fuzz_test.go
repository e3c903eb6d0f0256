package name

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language"
)

// document makes a document of any text without an engine: words between
// spaces, tags by capitals, a chain as tree, and a recogniser that takes every
// run of capitalised words for one span of a kind that changes.
func document(text string) *language.Document {
	labels := []string{"PERSON", "ORG", "GPE", "NORP", "FAC", "EVENT"}
	var tokens []language.Token
	offset := 0
	for _, part := range strings.SplitAfter(text, " ") {
		word := strings.TrimSuffix(part, " ")
		if n := utf8.RuneCountInString(word); n > 0 {
			tag, pos := "NN", "NOUN"
			switch first, _ := utf8.DecodeRuneInString(word); {
			case unicode.IsUpper(first):
				tag, pos = "NNP", "PROPN"
			case strings.TrimSpace(word) == "":
				tag, pos = "_SP", "SPACE"
			case unicode.IsPunct(first):
				tag, pos = ",", "PUNCT"
			}
			tokens = append(tokens, language.Token{Start: offset, End: offset + n, Text: word, Tag: tag, POS: pos, Lemma: word, Head: max(len(tokens)-1, 0), Dep: "dep"})
		}
		offset += utf8.RuneCountInString(part)
	}
	var sentences []language.Range
	var names []language.Name
	for first := 0; first < len(tokens); first += 40 {
		sentences = append(sentences, language.Range{First: first, End: min(first+40, len(tokens))})
		tokens[first].Head = first
		for i := first; i < min(first+40, len(tokens)); i++ {
			if tokens[i].Tag != "NNP" {
				continue
			}
			end := i + 1
			for end < min(first+40, len(tokens)) && (tokens[end].Tag == "NNP" || end == i+2) {
				end++
			}
			names = append(names, language.Name{Range: language.Range{First: i, End: end}, Label: labels[len(names)%len(labels)]})
			i = end
		}
	}
	return language.NewDocument(text, tokens, sentences, names)
}

func FuzzFind(f *testing.F) {
	finder, err := New()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"President of the of Peru and", "( UN ) U.S. - Iraq 's The the", "Kim Jong - un , who Secretary of State",
		"Ministry of the of for and & X Party", "MINISTER SAYS NO TO EUROPEAN UNION", "Dr. Dr. Dr. Prime Minister and", "\u00a0 \u2019s d'X ß İ \xff Al -",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		doc := document(text)
		end := 0
		for _, m := range finder.Find(doc) {
			if m.Start < end || m.Start >= m.End || m.End > doc.Len() {
				t.Fatalf("mention [%d, %d) after %d in a text of %d", m.Start, m.End, end, doc.Len())
			}
			if doc.Slice(m.Start, m.End) != m.Text {
				t.Fatalf("mention %q is %q in the text", m.Text, doc.Slice(m.Start, m.End))
			}
			if m.Kind == none || m.Confidence <= 0 || m.Confidence >= 1 {
				t.Fatalf("mention %q of kind %q with confidence %v", m.Text, m.Kind, m.Confidence)
			}
			end = m.End
		}
	})
}
