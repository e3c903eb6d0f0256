package policy

import (
	"strings"

	"dateline/loader/coref"
	"dateline/loader/language"
	"dateline/loader/timex"
	"dateline/loader/trace"
)

// longest is the number of tokens beyond which a sentence is a list or a
// broken page, whose tree says nothing.
const longest = 400

// A Finder finds the policies of a text. It is safe for concurrent use.
type Finder struct {
	lexicon *lexicon
	log     *trace.Log
}

// New reads the lexicons.
func New() (*Finder, error) {
	l, err := readLexicon()
	if err != nil {
		return nil, err
	}
	return &Finder{lexicon: l}, nil
}

// Tracing is a finder that takes down in a log what it does on one text.
func (f *Finder) Tracing(log *trace.Log) *Finder { return &Finder{f.lexicon, log} }

// Find finds the policies of a text and their stages; dates are those of the
// text, in its order. The cost is linear in the length of the text.
func (f *Finder) Find(doc *language.Document, c *coref.Result, dates []timex.Expression) *Result {
	r := newReading(f.lexicon, doc, c, dates)
	r.log = f.log
	r.findPhrases()
	r.join()
	r.findStages()
	return r.result()
}

// A reading is one text while its policies are found.
type reading struct {
	*lexicon
	doc   *language.Document
	coref *coref.Result
	dates []timex.Expression
	log   *trace.Log
	// lower are the tokens in lower case; dated tells which belong to a date.
	lower []string
	dated []bool
	// headline tells which sentences are written in capitals like a headline.
	headline []bool
	phrases  []phrase
	groups   []group
	reached  []Stage
	// countries are those for which people hold a role, by entity.
	countries map[int]string
}

func newReading(l *lexicon, doc *language.Document, c *coref.Result, dates []timex.Expression) *reading {
	r := &reading{lexicon: l, doc: doc, coref: c, dates: dates, lower: make([]string, len(doc.Tokens)), dated: make([]bool, len(doc.Tokens)),
		headline: make([]bool, len(doc.Sentences)), countries: map[int]string{}}
	for _, role := range c.Roles {
		if role.Of >= 0 && c.Entities[role.Of].ISO3 != "" {
			r.countries[role.Holder] = c.Entities[role.Of].ISO3
		}
	}
	for i, t := range doc.Tokens {
		r.lower[i] = strings.ToLower(t.Text)
	}
	for _, d := range dates {
		for i := d.Tokens.First; i < d.Tokens.End; i++ {
			r.dated[i] = true
		}
	}
	for s, sentence := range doc.Sentences {
		r.headline[s] = headline(doc, sentence)
	}
	return r
}

// headline tells whether a sentence is written with capitals like a headline,
// its verbs too.
func headline(doc *language.Document, sentence language.Range) bool {
	words, capitals := 0, 0
	for i := sentence.First + 1; i < sentence.End; i++ {
		t := doc.Tokens[i]
		if len(t.Text) < 4 || t.POS == "PUNCT" || t.POS == "SPACE" {
			continue
		}
		words++
		if capital(t.Text) {
			capitals++
		} else if t.POS == "VERB" {
			return false
		}
	}
	return words > 3 && 10*capitals > 7*words
}

// entity is the entity of the mention that a token heads, -1 if none.
func (r *reading) entity(i int) int { return r.coref.EntityOf(i) }
