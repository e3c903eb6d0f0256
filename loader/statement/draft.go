package statement

import (
	"dateline/loader/language"
	"dateline/loader/trace"
)

// A draft is a statement in terms of tokens.
type draft struct {
	// cue is the token of the verb, noun or adjective that attributes it, -1
	// if there is none; cues are all tokens of the cue.
	cue  int
	cues []int
	// entry is the lexicon's line for the cue; its class is empty if the cue
	// is not listed.
	entry entry
	// rule names the rule that found it.
	rule   string
	source source
	// content are the tokens of what is said, in order.
	content []int
	// quoted is set if all of the content stands in quotation marks.
	quoted bool
	// hearers are the heads of the noun phrases that name who is addressed.
	hearers []int
	// posted is the index of the date of a post, -1 if there is none.
	posted int
	// vehicle is the "in" of "in a statement" behind the content, 0 if there is none.
	vehicle    int
	confidence float64
}

// at is the token that stands for a draft in the log: its cue, or where its
// content begins.
func (d draft) at() int {
	if d.cue >= 0 {
		return d.cue
	}
	return d.content[0]
}

// drop takes down why what looks like a statement is none.
func (r *reading) drop(i int, why trace.Reason, e entry) (draft, bool) {
	r.log.Drop(i, why, -1, string(e.class))
	return draft{}, false
}

// A source is the noun phrase to which something is attributed.
type source struct {
	// tokens are empty if the text names no source.
	tokens language.Range
	// head is the token that heads it, -1 if there is none.
	head int
}

var nobody = source{head: -1}

func (s source) none() bool { return s.tokens.First >= s.tokens.End }

// cueGroup gives the tokens of a verb with its auxiliaries, negation, particle
// and the preposition that introduces the content, if given.
func (r *reading) cueGroup(v, preposition int) []int {
	first := v
	for _, c := range r.doc.Children(v) {
		switch r.token(int(c)).Dep {
		case "aux", "auxpass", "neg":
			first = min(first, int(c))
		}
	}
	var tokens []int
	for i := first; i < v; i++ {
		switch t := r.token(i); {
		case t.Head == v && (t.Dep == "aux" || t.Dep == "auxpass" || t.Dep == "neg" || t.Dep == "advmod"):
			tokens = append(tokens, i)
		case !r.word(i):
		default:
			tokens = nil // the subject stands between: keep to the verb
		}
	}
	tokens = append(tokens, v)
	if p := r.child(v, "prt"); p == v+1 {
		tokens = append(tokens, p)
	}
	if preposition == tokens[len(tokens)-1]+1 {
		tokens = append(tokens, preposition)
	}
	return tokens
}
