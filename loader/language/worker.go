package language

import (
	"unicode/utf8"

	"dateline/loader/language/encoder"
	"dateline/loader/language/lemma"
	"dateline/loader/language/parser"
	"dateline/loader/language/recognizer"
	"dateline/loader/language/tokenizer"
	"dateline/loader/language/transition"
)

// A worker holds the memory that one analysis at a time needs.
type worker struct {
	*Engine
	scratch encoder.Scratch
	scores  []float32
	parsing *parser.Scratch
	finding *transition.Reader
	inputs  []encoder.Token
	words   []lemma.Word
}

// kept is how many tokens' memory a worker keeps for the next text.
const kept = 1 << 15

func (e *Engine) newWorker() *worker {
	return &worker{Engine: e, parsing: e.parser.NewScratch(), finding: e.recognizer.NewReader()}
}

// analyze runs the stages over a text.
func (w *worker) analyze(text string) *Document {
	cut := w.tokenizer.Tokenize(text)
	w.look(text, cut)
	tree := w.parse()
	w.ruler.Apply(w.words)
	return w.document(text, cut, tree, w.find(tree.Starts))
}

// release lets go of the text, and of memory that few texts need.
func (w *worker) release() {
	clear(w.words)
	if cap(w.words) > kept {
		w.words, w.inputs = nil, nil
	}
}

// look fills inputs and words with what is to be seen of the tokens themselves.
func (w *worker) look(text string, cut []tokenizer.Token) {
	w.inputs, w.words = w.inputs[:0], w.words[:0]
	for _, t := range cut {
		word := text[t.Start:t.End]
		lex := w.lexemes.Get(word)
		norm := lex.Norm
		if t.Norm != "" {
			norm = w.lexemes.ID(t.Norm)
		}
		w.inputs = append(w.inputs, encoder.Token{
			Norm: norm, Prefix: lex.Prefix, Suffix: lex.Suffix, Shape: lex.Shape, Blank: t.Blank, Space: lex.Space,
		})
		w.words = append(w.words, lemma.Word{Text: word, Lower: lex.Lower, Space: lex.Space})
	}
}

// parse tags the tokens and finds their trees.
func (w *worker) parse() parser.Tree {
	tags := make([]string, len(w.words))
	tree := w.parser.Parse(len(tags), func(first, end int) []float32 {
		vectors := w.shared.Encode(w.inputs, first, end, &w.scratch)
		w.tagger.Tag(tags[first:end], vectors, &w.scores)
		return vectors
	}, w.isSpace, w.parsing)
	for i := range w.words {
		w.words[i].Tag, w.words[i].Dep = tags[i], tree.Labels[i]
	}
	return tree
}

// find finds the names; starts tells where sentences start.
func (w *worker) find(starts []bool) []recognizer.Entity {
	return w.recognizer.Find(len(w.words), func(first, end int) []float32 {
		return w.names.Encode(w.inputs, first, end, &w.scratch)
	}, starts, w.isSpace, w.finding)
}

func (w *worker) isSpace(token int) bool { return w.words[token].Space }

// document puts the parts together.
func (w *worker) document(text string, cut []tokenizer.Token, tree parser.Tree, entities []recognizer.Entity) *Document {
	tokens := make([]Token, len(cut))
	var sentences []Range
	bytes, points := 0, 0
	for i, t := range cut {
		word := &w.words[i]
		points += utf8.RuneCountInString(text[bytes:t.Start])
		end := points + utf8.RuneCountInString(word.Text)
		tokens[i] = Token{
			Start: points, End: end, Text: word.Text,
			Tag: word.Tag, POS: word.POS, Lemma: word.Lemma, Head: int(tree.Heads[i]), Dep: word.Dep,
		}
		if tokens[i].Lemma == "" {
			tokens[i].Lemma = w.lemmatizer.Lemma(word)
		}
		bytes, points = t.End, end
		if i == 0 || tree.Starts[i] {
			sentences = append(sentences, Range{First: i})
		}
		sentences[len(sentences)-1].End = i + 1
	}
	names := make([]Name, len(entities))
	for i, e := range entities {
		names[i] = Name{Range{e.First, e.End}, e.Label}
	}
	return NewDocument(text, tokens, sentences, names)
}
