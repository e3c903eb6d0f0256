package language

import (
	"sync"

	"dateline/loader/language/encoder"
	"dateline/loader/language/lemma"
	"dateline/loader/language/lexeme"
	"dateline/loader/language/model"
	"dateline/loader/language/parser"
	"dateline/loader/language/recognizer"
	"dateline/loader/language/tagger"
	"dateline/loader/language/tokenizer"
)

// Config tells how an Engine is made.
type Config struct {
	// ModelPath is the model file to use; empty for the embedded English model.
	ModelPath string
}

// An Engine analyses texts. It is safe for concurrent use, and what it gives
// depends on the text alone.
type Engine struct {
	version    string
	tokenizer  *tokenizer.Tokenizer
	lexemes    *lexeme.Table
	shared     *encoder.Encoder // for tagger and parser
	names      *encoder.Encoder // for the recogniser
	tagger     *tagger.Tagger
	parser     *parser.Parser
	recognizer *recognizer.Recognizer
	ruler      *lemma.Ruler
	lemmatizer *lemma.Lemmatizer
	workers    sync.Pool // of *worker
}

// New reads a model and makes an engine of it. Errors are NotFound (no such file)
// or Incompatible (not a model that this version can run).
func New(cfg Config) (*Engine, error) {
	m, err := model.Load(cfg.ModelPath)
	if err != nil {
		return nil, err
	}
	e := &Engine{
		version:    m.Name + " " + m.Version + " sha256:" + m.Checksum,
		tokenizer:  tokenizer.New(m.Tokenizer),
		lexemes:    lexeme.NewTable(m.Symbols, m.Norms),
		tagger:     tagger.New(m.Tagger, m.Tags),
		lemmatizer: lemma.NewLemmatizer(m.Lemmas),
	}
	if e.shared, err = encoder.New(m.Shared); err != nil {
		return nil, err
	}
	if e.names, err = encoder.New(m.Names); err != nil {
		return nil, err
	}
	if e.parser, err = parser.New(m.Parser, m.ParserMoves); err != nil {
		return nil, err
	}
	if e.recognizer, err = recognizer.New(m.Recognizer, m.RecognizerMoves); err != nil {
		return nil, err
	}
	if e.ruler, err = lemma.NewRuler(m.Attributes); err != nil {
		return nil, err
	}
	e.workers.New = func() any { return e.newWorker() }
	return e, nil
}

// Version names the model, its version and its checksum.
func (e *Engine) Version() string { return e.version }

// Analyze analyses a text: UTF-8, of any length; bytes that are no UTF-8 count as
// one code point each.
func (e *Engine) Analyze(text string) *Document {
	w := e.workers.Get().(*worker)
	defer e.workers.Put(w)
	defer w.release()
	return w.analyze(text)
}
