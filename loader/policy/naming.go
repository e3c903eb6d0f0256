package policy

import (
	"strings"

	"dateline/loader/language"
)

// bestName is the name to show: a title, else the shortest phrase that says
// what the policy is about.
func (r *reading) bestName(g int) string {
	best, rank := "", 9
	for _, i := range r.groups[g].phrases {
		p, n := &r.phrases[i], 3
		if p.pronoun {
			continue
		}
		switch {
		case p.title.End > 0:
			n = 0
		case len(p.before) > 0:
			n = 1
		case r.telling(p):
			n = 2
		}
		if name := r.called(p); n < rank || n == rank && len(name) < len(best) {
			best, rank = name, n
		}
	}
	return best
}

// telling tells whether a phrase says which policy it means.
func (r *reading) telling(p *phrase) bool {
	return p.title.End > 0 || len(p.before) > 0 || len(p.after) > 0 || len(p.targets) > 0
}

// leading tells whether a token at the start of a phrase belongs to no name.
func (r *reading) leading(i int) bool {
	t := r.doc.Tokens[i]
	if r.doc.Tokens[i+1].Text == "-" {
		return t.POS == "PUNCT"
	}
	return t.POS == "DET" || t.Tag == "PRP$" || t.POS == "PART" || t.POS == "PUNCT"
}

// called is a phrase as it stands, without article and owner.
func (r *reading) called(p *phrase) string {
	span := p.tokens
	if p.clause && p.strength == strong {
		o := r.doc.Child(p.head, "dobj", "nsubjpass")
		switch {
		case o >= 0 && r.doc.Tokens[o].POS == "PRON":
			m := r.coref.At(o)
			if m < 0 || r.coref.Mentions[m].Entity < 0 {
				return p.name
			}
			return p.name + " on " + r.coref.Entities[r.coref.Mentions[m].Entity].Name
		case o >= 0:
			return p.name + " on " + r.phraseText(r.chunk(o))
		}
	}
	if !p.clause {
		span = p.chunk
		if len(p.before) == 0 && p.title.End == 0 && p.tokens.End-p.head <= 12 {
			span = p.tokens
		}
		for i := span.First; i < p.head; i++ {
			if r.doc.Tokens[i].Tag == "POS" {
				span.First = i + 1
			}
		}
	}
	return r.phraseText(span)
}

// phraseText is the text of a phrase in one line, from its first word that
// belongs to a name to its last, without words that tell only how a policy
// stands on the day of the article, and without a mark whose other is missing.
func (r *reading) phraseText(span language.Range) string {
	for span.First < span.End-1 && r.leading(span.First) {
		span.First++
	}
	for span.End-span.First > 2 && r.passing[r.lower[span.First]] && !capital(r.doc.Tokens[span.First].Text) && r.doc.Tokens[span.First+1].Text != "-" {
		span.First++
	}
	for span.End-span.First > 1 && r.doc.Tokens[span.End-1].POS == "ADP" {
		span.End--
	}
	text := strings.Join(strings.Fields(r.doc.RangeText(span)), " ")
	if strings.Count(text, `"`) == 1 || strings.Count(text, "“") != strings.Count(text, "”") {
		text = strings.NewReplacer(`"`, "", "“", "", "”", "").Replace(text)
	}
	return strings.TrimSuffix(text, " in question")
}
