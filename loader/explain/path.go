package explain

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// word is the text of a token.
func (p *page) word(token int) string { return p.doc.Tokens[token].Text }

// words is the text of a run in one line, in angle quotation marks.
func (p *page) words(run language.Range) string { return "‹" + oneLine(p.doc.RangeText(run)) + "›" }

// span is the text of spans, as words.
func (p *page) span(spans ...graph.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, oneLine(p.doc.Slice(s.Start, s.End)))
	}
	return "‹" + strings.Join(parts, " … ") + "›"
}

// path prints the way in the tree from one token to another; arrows point from
// a head to what depends on it. Empty if they stand in different trees.
func (p *page) path(from, to int) string {
	way := p.doc.Path(from, to)
	if len(way) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(p.word(way[0]))
	for k := 1; k < len(way); k++ {
		if a, z := p.doc.Tokens[way[k-1]], p.doc.Tokens[way[k]]; a.Head == way[k] && way[k-1] != way[k] {
			b.WriteString(" ←" + a.Dep + "— ")
		} else {
			b.WriteString(" —" + z.Dep + "→ ")
		}
		b.WriteString(p.word(way[k]))
	}
	return b.String()
}

// tokens are those of spans.
func (p *page) tokens(spans []graph.Span) []int {
	var tokens []int
	for _, s := range spans {
		for i := p.doc.TokenAt(s.Start); i < len(p.doc.Tokens) && p.doc.Tokens[i].Start < s.End; i++ {
			tokens = append(tokens, i)
		}
	}
	return tokens
}

// head is the token that heads others: the one nearest to a token in the tree
// of those whose head stands outside, else the first of these; -1 if there is none.
func (p *page) head(tokens []int, near int) int {
	in := map[int]bool{}
	for _, i := range tokens {
		in[i] = true
	}
	best, distance := -1, 0
	for _, i := range tokens {
		t := p.doc.Tokens[i]
		if t.POS == "PUNCT" || t.POS == "SPACE" || in[t.Head] && t.Head != i {
			continue
		}
		n := 0
		if near >= 0 {
			n = len(p.doc.Path(near, i))
		}
		if best < 0 || n > 0 && (distance == 0 || n < distance) {
			best, distance = i, n
		}
	}
	return best
}

// mentioned is the token nearest to another in its tree that means an entity,
// or a place that lies in it; -1 if the sentence has none.
func (p *page) mentioned(entity, near int) int {
	best, distance := -1, 0
	for _, m := range p.mentions[p.doc.Tokens[near].Sentence] {
		mention := p.Found.Coref.Mentions[m]
		land := mention.Land != "" && mention.Land == p.Found.Coref.Entities[entity].ISO3
		if mention.Entity != entity && !land {
			continue
		}
		n := len(p.doc.Path(near, mention.Head))
		if mention.Entity != entity {
			n += len(p.doc.Tokens) // a place only where nothing means the country itself
		}
		if best < 0 || n < distance {
			best, distance = mention.Head, n
		}
	}
	return best
}
