package statement

import (
	"dateline/loader/coref"
	"dateline/loader/language"
	"dateline/loader/policy"
	"dateline/loader/timex"
	"dateline/loader/trace"
)

// A Finder finds statements. It is not changed after New and safe for concurrent use.
type Finder struct {
	lexicon *lexicon
	log     *trace.Log
}

// Tracing is a finder that takes down in a log what it does on one text.
func (f *Finder) Tracing(log *trace.Log) *Finder { return &Finder{f.lexicon, log} }

// New makes a finder with the embedded lexicons. It fails only if one of them
// is malformed.
func New() (*Finder, error) {
	l, err := readLexicon()
	if err != nil {
		return nil, err
	}
	return &Finder{lexicon: l}, nil
}

// Find gives the statements of a text in the order of their contents. Dates
// may be empty and policies nil. The cost is linear in the length of the text.
func (f *Finder) Find(doc *language.Document, c *coref.Result, dates []timex.Expression, p *policy.Result) []Statement {
	if len(doc.Tokens) == 0 {
		return nil
	}
	r := newReading(f.lexicon, doc, c, dates, p)
	r.log = f.log
	var drafts []draft
	drafts = append(drafts, r.fromTurns()...)
	drafts = append(drafts, r.fromPosts()...)
	drafts = append(drafts, r.fromQuotations()...)
	drafts = append(drafts, r.fromVerbs()...)
	drafts = append(drafts, r.fromNouns()...)
	drafts = append(drafts, r.fromAdjectives()...)
	drafts = append(drafts, r.fromPhrases()...)
	return r.finish(drafts)
}
