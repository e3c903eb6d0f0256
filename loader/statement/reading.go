package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/coref"
	"dateline/loader/language"
	"dateline/loader/policy"
	"dateline/loader/timex"
	"dateline/loader/trace"
)

// longest is the number of tokens beyond which a sentence is no sentence but
// a list or a broken page: its tree is not read.
const longest = 400

// A reading is one text while its statements are found.
type reading struct {
	*lexicon
	doc      *language.Document
	coref    *coref.Result
	dates    []timex.Expression
	policies *policy.Result
	log      *trace.Log
	// lower are the tokens in lower case.
	lower []string
	// paragraphs are runs of tokens without the white space around them;
	// paragraph is the index of the one that holds a token.
	paragraphs []language.Range
	paragraph  []int
	// quotations are the outermost ones in order; inside is the index of the
	// one that holds a token, its marks included, -1 if none does.
	quotations []quotation
	inside     []int
	// spoken are the cues that have quotations for all of their content;
	// uttered are the quotations that were attributed as they stand.
	spoken, uttered map[int]bool
	// policyAt are the mentions of policies by the token that heads them.
	policyAt map[int]policyMention
	// surnames gives the person whose name ends with a word or has its letters as
	// initials, -1 if several do;
	// it is made when a turn needs it.
	surnames map[string]int
}

func newReading(l *lexicon, doc *language.Document, c *coref.Result, dates []timex.Expression, p *policy.Result) *reading {
	n := len(doc.Tokens)
	r := &reading{lexicon: l, doc: doc, coref: c, dates: dates, policies: p, lower: make([]string, n), inside: make([]int, n), spoken: map[int]bool{}, uttered: map[int]bool{}}
	for i, t := range doc.Tokens {
		r.lower[i] = strings.ToLower(t.Text)
		r.inside[i] = -1
	}
	r.findParagraphs()
	r.findQuotations()
	r.findPolicies()
	return r
}

// findParagraphs splits the text at line breaks, but not where a line goes on
// in lower case.
func (r *reading) findParagraphs() {
	r.paragraph = make([]int, len(r.doc.Tokens))
	first := 0
	for i, t := range r.doc.Tokens {
		r.paragraph[i] = len(r.paragraphs)
		if !strings.Contains(t.Text, "\n") || t.POS != "SPACE" {
			continue
		}
		if strings.Count(t.Text, "\n") == 1 && i+1 < len(r.doc.Tokens) && startsLower(r.doc.Tokens[i+1].Text) {
			continue
		}
		r.paragraphs = append(r.paragraphs, language.Range{First: first, End: i})
		first = i + 1
	}
	r.paragraphs = append(r.paragraphs, language.Range{First: first, End: len(r.doc.Tokens)})
}

func startsLower(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(c)
}

func (r *reading) token(i int) *language.Token { return &r.doc.Tokens[i] }

func (r *reading) lemma(i int) string { return strings.ToLower(r.doc.Tokens[i].Lemma) }

// word tells whether a token holds a letter or digit.
func (r *reading) word(i int) bool {
	return strings.IndexFunc(r.doc.Tokens[i].Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) >= 0
}

// words counts the words of a run.
func (r *reading) words(run language.Range) int {
	n := 0
	for i := run.First; i < run.End; i++ {
		if r.word(i) {
			n++
		}
	}
	return n
}

// ends tells whether a token ends a sentence.
func (r *reading) ends(i int) bool {
	switch r.doc.Tokens[i].Text {
	case ".", "!", "?", "...", "…", "?!", "!!":
		return true
	}
	return false
}

func (r *reading) verb(i int) bool {
	return r.doc.Tokens[i].POS == "VERB" || r.doc.Tokens[i].POS == "AUX"
}

func (r *reading) noun(i int) bool {
	switch r.doc.Tokens[i].POS {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	}
	return false
}

// readable tells whether the tree around a token may be read.
func (r *reading) readable(i int) bool {
	s := r.doc.Sentences[r.doc.Tokens[i].Sentence]
	return s.End-s.First <= longest
}

// subtree gives the tokens below i and i itself, in order, within the
// paragraph of i, without white space and without the subtrees of the tokens
// to leave out.
func (r *reading) subtree(i int, without ...int) []int {
	tokens := []int{i}
	for k := 0; k < len(tokens); k++ {
		for _, c := range r.doc.Children(tokens[k]) {
			if !slices.Contains(without, int(c)) {
				tokens = append(tokens, int(c))
			}
		}
	}
	slices.Sort(tokens)
	return r.trim(slices.DeleteFunc(tokens, func(t int) bool {
		return r.doc.Tokens[t].POS == "SPACE" || r.paragraph[t] != r.paragraph[i]
	}))
}

// trim drops punctuation and stray conjunctions at both ends.
func (r *reading) trim(tokens []int) []int {
	for len(tokens) > 0 && (!r.word(tokens[0]) && !currency(r.lower[tokens[0]]) || r.doc.Tokens[tokens[0]].Dep == "cc") {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 {
		last := tokens[len(tokens)-1]
		if (r.word(last) || r.lower[last] == "%" || r.lower[last] == ")") && r.token(last).Dep != "cc" {
			break
		}
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

func currency(text string) bool {
	return text == "$" || text == "€" || text == "£" || text == "#" || text == "@"
}

// run lists the tokens of a range.
func run(s language.Range) []int {
	tokens := make([]int, 0, max(0, s.End-s.First))
	for i := s.First; i < s.End; i++ {
		tokens = append(tokens, i)
	}
	return tokens
}

// child is the first child of i with one of the labels, -1 if there is none.
func (r *reading) child(i int, labels ...string) int { return r.doc.Child(i, labels...) }

// clause is the verb or other head of the clause that holds a token: the
// nearest token above it, or it itself, that is a verb.
func (r *reading) clause(i int) int {
	for !r.verb(i) && r.doc.Tokens[i].Head != i {
		i = r.doc.Tokens[i].Head
	}
	return i
}
