package nametest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language"
)

var (
	deps     = []string{"nsubj", "pobj", "appos", "conj", "attr", "poss", "dobj", "prep", "relcl", "compound", "oprd", "nsubjpass"}
	pronouns = map[string]bool{"he": true, "she": true, "his": true, "her": true, "him": true, "it": true, "its": true, "who": true}
)

// Document makes a document of any text without an engine: words between
// spaces, tags by capitals, a tree of labels that change, and a recogniser that
// takes every run of capitalised words for one span of a kind that changes.
func Document(text string) *language.Document {
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
			case pronouns[strings.ToLower(word)]:
				tag, pos = "PRP", "PRON"
			case len(tokens)%5 == 3:
				tag, pos = "VBD", "VERB"
			}
			tokens = append(tokens, language.Token{Start: offset, End: offset + n, Text: word, Tag: tag, POS: pos, Lemma: word,
				Head: max(len(tokens)-1, 0), Dep: deps[n*7%len(deps)]})
		}
		offset += utf8.RuneCountInString(part)
	}
	var sentences []language.Range
	var names []language.Name
	for first := 0; first < len(tokens); first += 40 {
		sentences = append(sentences, language.Range{First: first, End: min(first+40, len(tokens))})
		tokens[first].Head, tokens[first].Dep = first, "ROOT"
		for i := first; i < min(first+40, len(tokens)); i++ {
			if i%3 == 0 {
				tokens[i].Head = first
			}
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
