package coref

import "strings"

// quotations tell which tokens are quoted, and of whom.
type quotations struct {
	// inside is by token the number of the quotation that it stands in, the
	// closing mark included; 0 outside.
	inside []int
	// speaker is by number the person who says it, -1 if that is not plain.
	speaker []int
}

// findQuotations pairs quotation marks. None reaches over the end of a line.
func (a *article) findQuotations() quotations {
	q := quotations{inside: make([]int, len(a.lower)), speaker: []int{-1}}
	open, at := false, 0
	finish := func(end int) {
		if open {
			q.speaker = append(q.speaker, a.saidBy(q, at, end))
		}
		open = false
	}
	for i, t := range a.doc.Tokens {
		switch {
		case t.Tag == "_SP" && strings.Contains(t.Text, "\n"):
			finish(i)
		case t.Text == "“" || t.Text == "\"" && !open:
			finish(i)
			open, at = true, i
		case t.Text == "”" || t.Text == "\"":
			if open {
				q.inside[i] = len(q.speaker)
			}
			finish(i)
		case open:
			q.inside[i] = len(q.speaker)
		}
	}
	finish(len(a.lower))
	return q
}

// besideQuote is the number of tokens from a quotation within which its
// speaker is looked for.
const besideQuote = 14

// saidBy is the person whose saying frames the quotation from open to end:
// behind it, before it in its sentence, or between it and the one before that
// it goes on with.
func (a *article) saidBy(q quotations, open, end int) int {
	for i := end + 1; i < min(end+besideQuote, len(a.lower)); i++ {
		t := a.doc.Tokens[i]
		if t.Tag == "." || t.Text == "“" || t.Text == "\"" || strings.Contains(t.Text, "\n") {
			break
		}
		if e := a.sayer(i); e >= 0 {
			return e
		}
	}
	found, crossed := -1, false
	for i := open - 1; i >= max(0, open-besideQuote); i-- {
		t := a.doc.Tokens[i]
		switch e := a.sayer(i); {
		case strings.Contains(t.Text, "\n"):
			return -1
		case q.inside[i] > 0 && found < 0:
			return q.speaker[q.inside[i]]
		case q.inside[i] > 0:
			return found
		case t.Tag == ".":
			crossed = true
		case e >= 0 && !crossed:
			return e
		case e >= 0 && found < 0:
			found = e
		}
	}
	return -1
}

// sayer is the person whose name at a token is the subject of a verb of saying
// or deciding, -1 if it is none.
func (a *article) sayer(i int) int {
	if m := a.at[i]; m >= 0 && a.mentions[m].Head == i && a.speaks(i) {
		return a.mentions[m].Entity
	}
	return -1
}

// quotedSentences tells which sentences begin and end within one quotation.
func (a *article) quotedSentences() []bool {
	quoted := make([]bool, len(a.doc.Sentences))
	for s, r := range a.doc.Sentences {
		last := a.doc.Tokens[r.End-1].Text
		quoted[s] = a.quotations.inside[r.First] > 0 && a.quotations.inside[r.End-1] > 0 && last != "”" && last != "\""
	}
	return quoted
}
