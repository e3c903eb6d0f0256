package article

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

//go:embed stopwords.tsv
var stopwordTable string

// stopwords maps a frequent word to the languages that have it, as bits in
// the order of stopwordLanguages.
var stopwords, stopwordLanguages = readStopwords(stopwordTable)

func readStopwords(table string) (map[string]uint16, []string) {
	words, languages := map[string]uint16{}, []string{}
	for line := range strings.Lines(table) {
		tag, list, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(list) {
			words[word] |= 1 << len(languages)
		}
		languages = append(languages, tag)
	}
	return words, languages
}

// unknown is the tag of a language that nobody declared and that is not
// recognised.
const unknown = "und"

// languageTag is a declared language in the usual notation (`en_us` is
// `en-US`), empty if it is none.
func languageTag(declared string) string {
	declared = strings.TrimSpace(declared)
	if declared == "" || len(declared) > 35 {
		return ""
	}
	tag, err := language.Parse(declared)
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}

const (
	// detectWords is how much of a text decides.
	detectWords = 2000
	// minShare is the share of frequent words that prose of a language has at
	// least: English news has 35 to 50 %, lists and tables far less.
	minShare = 0.15
)

// detectLanguage says in which language a text is by the share of its words
// that are among the most frequent of a language; `und` if none is clear.
func detectLanguage(text string) string {
	counts := make([]int, len(stopwordLanguages))
	total := 0
	for word := range strings.FieldsFuncSeq(text, notOfWord) {
		if total++; total > detectWords {
			break
		}
		bits := stopwords[strings.ToLower(word)]
		for i := range counts {
			counts[i] += int(bits >> i & 1)
		}
	}
	best, second := 0, 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	for i, n := range counts {
		if i != best {
			second = max(second, n)
		}
	}
	if total == 0 || float64(counts[best]) < minShare*float64(total) || counts[best] == second {
		return unknown
	}
	return stopwordLanguages[best]
}

func notOfWord(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }

// contradicts tells whether a text is clearly in another language than a page
// or feed declares: templates often declare one whatever is published in them.
func contradicts(text, declared string) bool {
	found := detectLanguage(text)
	base, _, _ := strings.Cut(languageTag(declared), "-")
	return found != unknown && base != found && slices.Contains(stopwordLanguages, base)
}
