package model

// A Model is everything that training and the language's rules contribute.
// Nothing in it changes after Read.
type Model struct {
	Meta
	// Checksum is the SHA-256 of the model file in hexadecimal.
	Checksum string
	// Shared encodes tokens for the tagger and the parser; Names for the
	// recogniser.
	Shared, Names Encoder
	// Tagger scores each of Tags from an encoded token.
	Tagger Layer
	// Parser and Recognizer score the moves of their transition systems.
	Parser, Recognizer Mover
	// Symbols are the strings whose id is not their hash.
	Symbols map[string]uint64
	// Norms are normal forms by the string id of the word.
	Norms     map[uint64]string
	Tokenizer Tokenizer
	// Attributes are the rules that set coarse tags, morphology and lemmas, in
	// order: later ones win.
	Attributes []AttributeRule
	Lemmas     Lemmas
}

// Meta names the model and its labels.
type Meta struct {
	Format          int
	Name            string
	Version         string
	License         string
	Author          string
	Tags            []string
	ParserMoves     []string
	RecognizerMoves []string
	Embeddings      struct{ Shared, Names Embedding }
}

// An Embedding names the features of a token that have a table of vectors
// (NORM, PREFIX, SUFFIX, SHAPE, SPACY, IS_SPACE) and the seeds of their hashes.
type Embedding struct {
	Features []string
	Seeds    []uint32
}

// A Tensor is a row-major array of float32.
type Tensor struct {
	Shape []int
	Data  []float32
}

// An Encoder has one table of vectors a feature (rows × width), and the layers:
// the first mixes the vectors of one token, the others look at a token and its
// two neighbours.
type Encoder struct {
	Embedding Embedding
	Tables    []Tensor
	Layers    []Layer
}

// A Layer is a linear map (Weight: outputs × inputs, or outputs × pieces ×
// inputs of which the greatest piece counts; Bias: one an output and piece). In
// an encoder, Gain and Shift belong to the layer norm behind it.
type Layer struct{ Weight, Bias, Gain, Shift Tensor }

// A Mover scores moves: Squeeze makes an encoded token narrower, Lower maps it
// for each feature of a state (features × hidden × pieces × width; Missing stands
// for a feature without a token: features × hidden × pieces), and Upper maps the
// greatest pieces of the sum to one score a move.
type Mover struct {
	Squeeze, Lower, Upper Layer
	Missing               Tensor
}

// Tokenizer holds the tables of the tokenizer's rules.
type Tokenizer struct {
	// Prefixes and Suffixes are split off a word's ends; where several prefixes
	// fit the first does, where several suffixes fit the longest.
	Prefixes, Suffixes []string
	// Units are suffixes behind a digit.
	Units []string
	// Hyphens split a word between letters.
	Hyphens []string
	// Classes are sets of code points: first, last, first, last …
	Classes map[string][]rune
	Special []SpecialCase
}

// A SpecialCase is a word, or a run of words, whose tokens are listed.
type SpecialCase struct {
	Text   string
	Tokens []SpecialToken
}

// spelled is the text of the tokens together.
func (s SpecialCase) spelled() string {
	var text string
	for _, t := range s.Tokens {
		text += t.Text
	}
	return text
}

// A SpecialToken is a part of a special case; Norm is empty where the usual
// normal form holds.
type SpecialToken struct{ Text, Norm string }

// Lemmas are the tables of the rule lemmatizer by coarse part of speech in lower
// case.
type Lemmas struct {
	// Rules replace the first suffix by the second.
	Rules map[string][][2]string
	// Exceptions are the base forms of irregular words.
	Exceptions map[string]map[string][]string
	// Known are the base forms of the language, sorted by bytes, one a line.
	Known map[string]string `json:"-"`
}
