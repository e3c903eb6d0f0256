package lemma

import (
	"slices"
	"strings"
	"unicode"

	"dateline/loader/language/cache"
	"dateline/loader/language/lexeme"
	"dateline/loader/language/model"
)

// A Lemmatizer finds base forms. It is safe for concurrent use.
type Lemmatizer struct {
	tables map[string]table // by coarse part of speech
	known  *cache.Cache[key, string]
}

// cacheSize bounds the forms that a Lemmatizer remembers.
const cacheSize = 1 << 14

// A key is all that a lemma depends on.
type key struct {
	word, pos string
	base      bool
}

type table struct {
	rules      [][2]string
	exceptions map[string][]string
	known      wordList
}

// NewLemmatizer makes a lemmatizer.
func NewLemmatizer(m model.Lemmas) *Lemmatizer {
	l := &Lemmatizer{tables: map[string]table{}, known: cache.New[key, string](cacheSize)}
	for pos, rules := range m.Rules {
		l.tables[strings.ToUpper(pos)] = table{rules, m.Exceptions[pos], wordList(m.Known[pos])}
	}
	return l
}

// Lemma is the base form of a word, by its coarse part of speech and morphology.
func (l *Lemmatizer) Lemma(w *Word) string {
	if w.POS == "" || w.POS == "SPACE" {
		return w.Lower
	}
	k := key{w.Text, w.POS, isBase(w)}
	lemma, ok := l.known.Get(k)
	if !ok {
		k.word = strings.Clone(k.word) // a part of the text would keep all of it in memory
		lemma = strings.Clone(l.lemma(w, k.base))
		l.known.Put(k, lemma)
	}
	return lemma
}

func (l *Lemmatizer) lemma(w *Word, base bool) string {
	t, ok := l.tables[w.POS]
	switch {
	case base:
		return w.Lower
	case ok:
		return t.lemma(w.Text)
	case w.POS == "PROPN":
		return w.Text
	}
	return w.Lower
}

// lemma applies the table to a word: an exception, or the last rule that gives a
// known word, or the first that gives something other than letters, or the first.
func (t *table) lemma(word string) string {
	lower := lexeme.Lower(word)
	var forms, unknown []string
	for _, rule := range t.rules {
		stem, ok := strings.CutSuffix(lower, rule[0])
		form := stem + rule[1]
		switch {
		case !ok || form == "":
		case t.known.has(form):
			forms = slices.Insert(forms, 0, form)
		case !isAlpha(form):
			forms = append(forms, form)
		default:
			unknown = append(unknown, form)
		}
	}
	for _, form := range t.exceptions[lower] {
		if !slices.Contains(forms, form) {
			forms = slices.Insert(forms, 0, form)
		}
	}
	return append(append(forms, unknown...), word)[0]
}

func isAlpha(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// isBase tells whether morphology shows that a word stands in its base form.
func isBase(w *Word) bool {
	finite, present, number := false, false, false
	for feature := range strings.SplitSeq(w.Morph, "|") {
		switch feature {
		case "VerbForm=Inf", "VerbForm=None", "Degree=Pos":
			return true
		case "Number=Sing":
			if w.POS == "NOUN" {
				return true
			}
		case "VerbForm=Fin":
			finite = true
		case "Tense=Pres":
			present = true
		}
		number = number || strings.HasPrefix(feature, "Number=")
	}
	return w.POS == "VERB" && finite && present && !number
}
