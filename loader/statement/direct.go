package statement

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/trace"
)

// fromQuotations attributes what stands in quotation marks by what stands
// before and after it.
func (r *reading) fromQuotations() []draft {
	d := &direct{reading: r, last: -1}
	for k := range r.quotations {
		q := &r.quotations[k]
		if q.turn || q.tokens.First >= len(r.inside) || r.inside[q.tokens.First] != k {
			continue
		}
		if !r.speaks(q) {
			r.log.Drop(q.tokens.First, trace.NotUttered, -1, "")
			continue
		}
		if d.attribute(k); !r.uttered[k] {
			r.log.Drop(q.tokens.First, trace.NoSource, -1, "")
		}
	}
	return d.drafts
}

// direct is the state while quotations are attributed in order.
type direct struct {
	*reading
	drafts []draft
	// last is the index of the draft of the quotation before, before its index.
	last, before int
}

// speaks tells whether a quotation holds words that somebody utters, on their
// own: neither a title, a word at which the writer winces nor a part of the
// sentence around it.
func (r *reading) speaks(q *quotation) bool {
	n := r.words(q.tokens)
	if n == 0 {
		return false
	}
	previous := r.wordBefore(q)
	prompted := previous >= 0 && (r.lower[previous] == ":" || r.quoteCue(previous) || r.lower[previous] == "," && r.quoteCue(r.skipBack(previous-1)))
	if previous >= 0 && !prompted && r.lower[previous] != "," && !r.ends(previous) && r.inside[previous] < 0 && !opening(r.lower[previous]) {
		return false
	}
	if prompted || !q.closed {
		return n > 1 || prompted
	}
	verb := false
	for i := q.tokens.First; i < q.tokens.End; i++ {
		verb = verb || r.verb(i)
	}
	final := r.finalMark(q)
	if final == "," && r.followed(q) {
		return true
	}
	return final != "" && (verb || n > 2 || final != ",") || verb && n >= 4
}

// followed tells whether a cue comes right behind a quotation ("… ," she said).
func (r *reading) followed(q *quotation) bool {
	for i := r.after(q); i < len(r.lower) && i < r.after(q)+labelLength && r.inside[i] < 0 && !r.ends(i); i++ {
		if r.quoteCue(i) {
			return true
		}
	}
	return false
}

func opening(text string) bool {
	return text == "(" || text == "—" || text == "–" || text == "-" || text == "--" || text == ";"
}

// finalMark is the punctuation mark that ends the words of a quotation, or
// that follows its closing mark; empty if there is none.
func (r *reading) finalMark(q *quotation) string {
	for _, i := range []int{q.tokens.End - 1, r.after(q)} {
		if i < q.tokens.First || i >= len(r.lower) || r.paragraph[i] != q.paragraph {
			continue
		}
		text := r.doc.Tokens[i].Text
		if c := strings.TrimRight(text, `"'”’»`); c != "" {
			text = c
		}
		switch last := text[len(text)-1:]; last {
		case ".", ",", "!", "?":
			return last
		}
		if strings.HasSuffix(text, "…") || strings.HasSuffix(text, "—") || strings.HasSuffix(text, "–") || text == "--" {
			return "…"
		}
	}
	return ""
}

// after is the token behind a quotation's closing mark.
func (r *reading) after(q *quotation) int {
	i := q.tokens.End
	for i < len(r.lower) && r.doc.Tokens[i].Start <= q.closing && q.closed {
		i++
	}
	return i
}

// wordBefore is the last token before a quotation in its paragraph that is
// neither white space nor a mark; -1 if there is none.
func (r *reading) wordBefore(q *quotation) int {
	i := r.skipBack(r.doc.TokenAt(q.open) - 1)
	if i < r.paragraphs[q.paragraph].First {
		return -1
	}
	return i
}

func (r *reading) skipBack(i int) int {
	for i >= 0 && (r.doc.Tokens[i].POS == "SPACE" || r.lower[i] == `"` || r.lower[i] == "'" || r.lower[i] == "''") {
		i--
	}
	return i
}

// quoteCue tells whether a token is a verb that introduces quotations.
func (r *reading) quoteCue(i int) bool {
	_, ok := r.quoting(i)
	return ok
}

// quoting is the lexicon's line by which a verb introduces quotations.
func (r *reading) quoting(i int) (entry, bool) {
	if i < 0 || !r.verb(i) || r.inside[i] >= 0 {
		return entry{}, false
	}
	for _, e := range r.entries(i) {
		if e.has(quote) {
			return e, true
		}
	}
	return entry{}, false
}

// attribute finds the statement of a quotation that speaks.
func (d *direct) attribute(k int) {
	q := &d.quotations[k]
	head, tail := d.head(q), d.tail(k)
	before, after := d.cueBefore(head), d.cueAfter(q, tail)
	joined := d.last >= 0 && d.quotations[d.before].paragraph == q.paragraph
	strong := before >= 0 && d.near(before, head) && !(after >= 0 && d.complete(before, head))
	switch {
	case d.last >= 0 && d.before == k-1 && d.quotations[k-1].goesOn:
		d.join(k)
	case joined && d.drafts[d.last].cue >= 0 && before == d.drafts[d.last].cue:
		d.join(k)
	case after >= 0 && !strong:
		d.add(k, d.beside(after, tail, "quote.after"))
	case before >= 0:
		d.add(k, d.beside(before, head, "quote.before"))
	case after >= 0:
		d.add(k, d.beside(after, tail, "quote.after"))
	case d.phraseIn(q, tail) != nil:
		d.add(k, *d.phraseIn(q, tail))
	case joined && d.words(head) == 0:
		d.join(k)
	default:
		d.neighbour(k, head)
	}
}

// head are the tokens before a quotation since the end of the sentence or
// quotation before it.
func (d *direct) head(q *quotation) language.Range {
	end := d.doc.TokenAt(q.open)
	first := end
	for first > d.paragraphs[q.paragraph].First && d.inside[first-1] < 0 && !d.ends(first-1) {
		first--
	}
	return language.Range{First: first, End: end}
}

// tail are the tokens after a quotation up to the end of the sentence or the
// next quotation; none if the quotation ends with a full stop and a new
// sentence follows.
func (d *direct) tail(k int) language.Range {
	q := &d.quotations[k]
	first := d.after(q)
	limit := d.paragraphs[q.paragraph].End
	empty := language.Range{First: first, End: first}
	if first >= limit || d.ends(first) {
		return empty
	}
	final := d.doc.Tokens[max(q.tokens.End-1, q.tokens.First)].Text
	if strings.HasSuffix(final, ".") && !strings.HasSuffix(final, "...") && !startsLower(d.doc.Tokens[first].Text) && d.word(first) {
		return empty
	}
	end := first
	for end < limit && d.inside[end] < 0 && !d.ends(end) {
		end++
	}
	return language.Range{First: first, End: end}
}

// tailReach is the number of words after a quotation within which its cue stands.
const tailReach = 60

// cueAfter finds the cue in the words behind a quotation: the first verb of
// saying there, better one with a subject.
func (d *direct) cueAfter(q *quotation, tail language.Range) int {
	first := -1
	for i := tail.First; i < min(tail.End, tail.First+tailReach); i++ {
		if !d.quoteCue(i) || d.lower[i] == "according" {
			continue
		}
		if s := d.child(i, "nsubj"); s >= tail.First && s < tail.End {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	if first >= 0 && (d.token(first).Tag == "VBG" || d.token(first).Tag == "VB") && first > tail.First+2 {
		return -1
	}
	if first < 0 && (d.finalMark(q) == "," || d.finalMark(q) == "?" || d.finalMark(q) == "!") {
		return d.unlisted(tail)
	}
	return first
}

// unlisted finds a verb that is no known cue but stands right beside a person
// behind a quotation ("… ," she thundered).
func (d *direct) unlisted(tail language.Range) int {
	for i := tail.First; i < min(tail.End, tail.First+6); i++ {
		if t := d.token(i); t.POS == "VERB" && t.Tag == "VBD" {
			s := d.child(i, "nsubj")
			if s >= tail.First && s < tail.End && (d.token(s).POS == "PROPN" || d.token(s).POS == "PRON") && s-tail.First < 3 {
				return i
			}
			return -1
		}
	}
	return -1
}

// cueBefore finds the cue in the words before a quotation: the last verb of
// saying there, or any verb before a colon.
func (d *direct) cueBefore(head language.Range) int {
	colon, other := d.colon(head), -1
	for i := head.End - 1; i >= head.First; i-- {
		if d.quoteCue(i) {
			return i
		}
		if colon && other < 0 && d.verb(i) && d.token(i).POS == "VERB" && d.child(i, "nsubj") >= 0 {
			other = i
		}
	}
	return other
}

// colon tells whether the words of a run end with a colon.
func (d *direct) colon(head language.Range) bool {
	i := d.skipBack(head.End - 1)
	return i >= head.First && d.lower[i] == ":"
}

// near tells whether a cue stands right before the end of a run: only its
// object, an adverb or a mark between.
func (d *direct) near(cue int, head language.Range) bool {
	return d.words(language.Range{First: cue + 1, End: head.End}) <= 4 || d.colon(head)
}

// complete tells whether a cue before a quotation has a clause of its own
// already, so that the quotation only follows it.
func (d *direct) complete(cue int, head language.Range) bool {
	c := d.clauseOf(cue)
	return c > cue && c < head.End && d.inside[c] < 0
}

// beside makes the draft of a cue that stands beside a quotation.
func (d *direct) beside(cue int, around language.Range, rule string) draft {
	e, listed := d.quoting(cue)
	x := draft{cue: cue, cues: d.cueGroup(cue, -1), entry: e, rule: rule, source: d.sourceOf(cue), posted: -1, confidence: 0.95}
	if !listed {
		x.confidence = 0.7
	}
	if x.source.none() || d.inside[x.source.head] >= 0 || d.dated(x.source.head) {
		x.source = d.nominal(language.Range{First: around.First, End: cue})
		if x.source.none() {
			x.source = d.nominal(language.Range{First: cue + 1, End: around.End})
		}
		x.confidence -= 0.15
	}
	x.hearers = d.hearers(cue, e)
	return x
}

// dated tells whether a token begins a date: days say nothing.
func (d *direct) dated(i int) bool {
	for range d.datesIn(language.Range{First: i, End: i + 1}) {
		return true
	}
	return false
}

// phraseIn is the draft for "according to X" right behind a quotation.
func (d *direct) phraseIn(q *quotation, tail language.Range) *draft {
	for i := tail.First; i < min(tail.End, tail.First+4); i++ {
		if end := d.phraseAt(i); end > 0 {
			s := d.phraseSource(end)
			if s.none() {
				return nil
			}
			return &draft{cue: i, cues: run(language.Range{First: i, End: end}), entry: entry{class: speech, act: graph.Assert}, rule: "quote.according", source: s, posted: -1, confidence: 0.9}
		}
	}
	return nil
}

// add appends the draft of a quotation.
func (d *direct) add(k int, x draft) {
	x.content, x.quoted = run(d.quotations[k].tokens), true
	d.drafts = append(d.drafts, x)
	d.last, d.before = len(d.drafts)-1, k
	if x.cue >= 0 && !d.complete(x.cue, language.Range{End: d.quotations[k].tokens.First}) {
		d.spoken[x.cue] = true
	}
	d.uttered[k] = true
}

// join lets a quotation go on with the draft of the one before.
func (d *direct) join(k int) {
	x := &d.drafts[d.last]
	x.content = append(x.content, run(d.quotations[k].tokens)...)
	d.before = k
	d.uttered[k] = true
}

// neighbour attributes a quotation without a cue: to the subject of the sentence
// before it, or, at the beginning of a paragraph, to whoever spoke last at the
// end of the one before.
func (d *direct) neighbour(k int, head language.Range) {
	q := &d.quotations[k]
	first := d.paragraphs[q.paragraph].First
	switch {
	case head.First > first && d.words(head) == 0 && d.inside[head.First-1] < 0:
		s := d.doc.Sentences[d.token(head.First-1).Sentence]
		if x := d.mainSubject(s); !x.none() {
			d.add(k, draft{cue: -1, source: x, rule: "quote.near", posted: -1, confidence: 0.5, entry: entry{class: speech, act: graph.Assert}})
		}
	case d.last >= 0 && d.words(head) == 0 && head.First == first && d.quotations[d.before].paragraph == q.paragraph-1:
		x := d.drafts[d.last]
		d.add(k, draft{cue: -1, source: x.source, rule: "quote.follow", posted: -1, confidence: 0.45, entry: x.entry})
	}
}

// mainSubject is the subject of a sentence's root, if it is somebody.
func (d *direct) mainSubject(s language.Range) source {
	for i := s.First; i < s.End; i++ {
		if t := d.token(i); t.Head == i && d.verb(i) {
			n := d.subject(i)
			if n < 0 || d.inside[n] >= 0 || !d.somebody(n) {
				return nobody
			}
			return d.phrase(n, i)
		}
	}
	return nobody
}
