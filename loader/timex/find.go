package timex

import (
	"dateline/graph"
	"dateline/loader/language"
)

// Find finds the date expressions of a text, in order and without overlaps.
// Relative ones are resolved against the publication day; without one, against
// a full date that stands alone at the head of the text; without that either,
// their values keep X for what is unknown and their dates are nil.
func Find(doc *language.Document, published *graph.FuzzyDate) []Expression {
	terms := termsOf(doc)
	settle(doc, terms)
	r := &resolver{doc: doc, terms: terms}
	r.ref, r.known = reference(terms, published)
	var found []hit
	for i := 0; i < len(terms); {
		h, ok := r.at(i)
		if !ok {
			i++
			continue
		}
		if k := len(found) - 1; k >= 0 {
			if joined, ok := r.join(found[k], h); ok {
				found, h = found[:k], joined
			}
		}
		found = append(found, h)
		r.remember(h)
		i = h.to
	}
	r.ranges(found)
	expressions := make([]Expression, 0, len(found))
	for k := range found {
		expressions = append(expressions, r.expression(&found[k]))
	}
	return expressions
}

// reference is the day on which a text was written: that of its head if the
// publication day lies next to it or is not known, else the publication day.
func reference(terms []term, published *graph.FuzzyDate) (graph.Day, bool) {
	head := headDate(terms)
	known := published != nil && published.Start == published.End
	switch {
	case known && (head == nil || *head < published.Start-3 || *head > published.Start+1):
		return published.Start, true
	case head != nil:
		return *head, true
	}
	return 0, false
}

// A hit is an expression before the words around it are read.
type hit struct {
	value
	from, to int
	rule     string
}

// at is the expression that starts with term i, by the first rule of those
// that fit which does not refuse.
func (r *resolver) at(i int) (hit, bool) {
	if r.terms[i].word == "," || r.terms[i].classes == 0 && index.byWord[r.terms[i].word] == nil {
		return hit{}, false
	}
	for _, c := range index.startingAt(r.terms, i) {
		rule := index.rules[c.rule]
		v, ok := rule.build(r, &c.match)
		from, to := c.span()
		if !ok || from >= to {
			continue
		}
		v.basis = rule.basis
		if v.known() && r.known && v.date.Start > r.ref {
			v.future = true
		}
		return hit{v, from, to, rule.name}, true
	}
	return hit{}, false
}

// remember keeps a date for later expressions to lean on; what stands alone
// in a line at the head dates the text, not what it tells, and what names a
// thing by its day in a clause within another does not either: "they said that
// the May 5 accord was void".
func (r *resolver) remember(h hit) {
	if r.last != nil && r.names(h) {
		return
	}
	if h.known() && (h.typ == Date || h.typ == Time) && !(r.alone(h.from, h.to) && h.from < 60) {
		r.last, r.lastSentence = h.date, -1
		if oneOf(h.rule, "date", "month-year", "month-day") {
			r.lastSentence = r.doc.Tokens[r.terms[h.from].first].Sentence
		}
	}
}

// names tells whether a date is part of a noun's name, with no "'s" between, and
// the noun does not stand in the main clause.
func (r *resolver) names(h hit) bool {
	if h.to < len(r.terms) && r.terms[h.to].word == "'s" || !r.describes(h.from, h.to) {
		return false
	}
	at := r.terms[h.to-1].last
	for range deepest {
		t := r.doc.Tokens[at]
		if t.Dep == "ccomp" || t.Dep == "relcl" {
			return true
		}
		at = t.Head
	}
	return false
}

// alone tells whether the terms fill a line, but for a place before them
// ("LIMA, May 5, 2025"), or all of it up to a dash ("LIMA, May 5 – The court …").
func (r *resolver) alone(from, to int) bool { return fillLine(r.terms, from, to) }

func fillLine(terms []term, from, to int) bool {
	if to < len(terms) && !terms[to].line && !oneOf(terms[to].word, "-", "--", "–", "—", "(") {
		return false
	}
	for i := from; i > from-6; i-- {
		if terms[i].line {
			return true
		}
		if before := terms[i-1]; !before.capital && wordEnd(before.word) {
			return false
		}
	}
	return false
}

// headDate is the first full date that fills a line among the first terms.
func headDate(terms []term) *graph.Day {
	head := &resolver{terms: terms}
	for i := 0; i < min(len(terms), 60); i++ {
		for _, c := range index.startingAt(terms, i) {
			rule := index.rules[c.rule]
			if rule.name != "date" && rule.name != "date-numeric" || !fillLine(terms, c.from, c.to) {
				continue
			}
			if v, ok := rule.build(head, &c.match); ok {
				return &v.date.Start
			}
		}
	}
	return nil
}

// expression reads the words around a hit and makes it an expression.
func (r *resolver) expression(h *hit) Expression {
	v := r.inContext(h)
	from, to := h.from, h.to
	for to > from+1 && oneOf(r.terms[to-1].word, ",", "-") {
		to--
	}
	e := Expression{
		Tokens: language.Range{First: r.terms[from].first, End: r.terms[to-1].last + 1},
		Start:  r.terms[from].start, End: r.terms[to-1].end,
		Type: v.typ, Value: v.timex, Future: v.future, Rule: h.rule,
	}
	e.Limit = oneOf(wordBefore(r.terms, from, 1), "until", "till", "by", "before")
	e.Text = r.doc.Slice(e.Start, e.End)
	if v.date != nil {
		date := *v.date
		date.Text, date.Basis = e.Text, v.basis
		if r.alone(from, to) && from < 60 {
			date.Basis = graph.BasisDateline
		}
		e.Date = &date
	}
	return e
}
