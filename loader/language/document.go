package language

import "unicode/utf8"

// A Document is an analysed text: tokens with tags, lemmas and a dependency
// tree for each sentence, and the recogniser's raw name spans. It is a plain
// value: later stages read it and never change it.
type Document struct {
	Text   string
	Tokens []Token
	// Sentences are the sentences in order; together they cover every token.
	Sentences []Range
	// Names are the recogniser's spans in order, without overlaps. They are
	// raw: articles, titles and possessives may stand inside.
	Names []Name

	// starts holds the byte offset of every code point, and of the end of the
	// text; nil when the text is ASCII and both offsets are the same.
	starts []int32
	// children holds the tokens that have another head than themselves, by head
	// and in order: those of token i from childStart[i] to childStart[i+1].
	children, childStart []int32
	// first and last hold, for every token, the ends of its subtree.
	first, last []int32
}

// A Token is a word, a punctuation mark or a run of white space.
type Token struct {
	// Start and End are code points into the text, half open.
	Start, End int
	Text       string
	// Tag is the fine part of speech (Penn Treebank, as OntoNotes extends it;
	// `_SP` for white space).
	Tag string
	// POS is the coarse part of speech (Universal Dependencies).
	POS   string
	Lemma string
	// Head is the index of the head token; the root of a sentence is its own.
	Head int
	// Dep is the label of the arc from Head (ClearNLP labels; `ROOT` at a root,
	// `dep` at white space wherever it stands).
	Dep string
	// Sentence is the index of the sentence that holds the token.
	Sentence int
}

// A Range is a run of tokens: indexes, half open.
type Range struct{ First, End int }

// A Name is a span that the recogniser found, with its OntoNotes label such
// as PERSON, ORG, GPE, NORP, DATE.
type Name struct {
	Range
	Label string
}

// NewDocument makes a document of its parts: it fills each token's Sentence
// and the tables behind Slice and Children.
func NewDocument(text string, tokens []Token, sentences []Range, names []Name) *Document {
	d := &Document{Text: text, Tokens: tokens, Sentences: sentences, Names: names}
	if n := utf8.RuneCountInString(text); n != len(text) {
		d.starts = make([]int32, 0, n+1)
		for i := range text {
			d.starts = append(d.starts, int32(i))
		}
		d.starts = append(d.starts, int32(len(text)))
	}
	for s, r := range sentences {
		for i := r.First; i < r.End; i++ {
			tokens[i].Sentence = s
		}
	}
	d.findChildren()
	d.findEnds()
	return d
}

// findChildren sorts the tokens by head.
func (d *Document) findChildren() {
	n := len(d.Tokens)
	d.childStart = make([]int32, n+2)
	next := d.childStart[1:] // where the next child of a head goes; at last, where the next head's begin
	for i, t := range d.Tokens {
		if t.Head != i {
			next[t.Head+1]++
		}
	}
	for i := range n {
		next[i+1] += next[i]
	}
	d.children = make([]int32, next[n])
	for i, t := range d.Tokens {
		if t.Head != i {
			d.children[next[t.Head]] = int32(i)
			next[t.Head]++
		}
	}
	d.childStart = d.childStart[:n+1]
}

// findEnds finds the ends of every subtree, children before their heads.
func (d *Document) findEnds() {
	n := len(d.Tokens)
	numbers := make([]int32, 3*n)
	d.first, d.last = numbers[:n:n], numbers[n:2*n:2*n]
	order := numbers[2*n : 2*n]
	for i, t := range d.Tokens {
		d.first[i], d.last[i] = int32(i), int32(i)
		if t.Head == i {
			order = append(order, int32(i))
		}
	}
	for k := 0; k < len(order); k++ {
		order = append(order, d.Children(int(order[k]))...)
	}
	for k := len(order) - 1; k >= 0; k-- {
		child := order[k]
		head := d.Tokens[child].Head
		d.first[head] = min(d.first[head], d.first[child])
		d.last[head] = max(d.last[head], d.last[child])
	}
}

// Len is the length of the text in code points.
func (d *Document) Len() int {
	if d.starts == nil {
		return len(d.Text)
	}
	return len(d.starts) - 1
}

// Byte is the byte offset of a code point; Len gives len(Text).
func (d *Document) Byte(codePoint int) int {
	if d.starts == nil {
		return codePoint
	}
	return int(d.starts[codePoint])
}

// Slice is the text between two code points.
func (d *Document) Slice(start, end int) string { return d.Text[d.Byte(start):d.Byte(end)] }

// Span gives the code points that a run of tokens covers.
func (d *Document) Span(r Range) (start, end int) {
	if r.First >= r.End {
		return 0, 0
	}
	return d.Tokens[r.First].Start, d.Tokens[r.End-1].End
}

// RangeText is the text of a run of tokens.
func (d *Document) RangeText(r Range) string { return d.Slice(d.Span(r)) }

// TokenAt is the index of the token that holds a code point, or of the next
// one after it; len(Tokens) behind the last.
func (d *Document) TokenAt(codePoint int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; d.Tokens[mid].End <= codePoint {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
