package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/loader/coref"
	"dateline/loader/language"
	"dateline/loader/link"
	"dateline/loader/name"
	"dateline/loader/trace"
)

// who is an entity's name with its ID.
func (p *page) who(entity int) string {
	if entity < 0 {
		return "–"
	}
	id := link.EntityID(entity)
	if n := p.Found.Coref.Entities[entity].Name; n != "" {
		return fmt.Sprintf("%s (%s)", n, id)
	}
	for _, r := range p.Found.Coref.Roles {
		if r.Holder == entity {
			return fmt.Sprintf("the %s (%s, not named)", p.office(r), id)
		}
	}
	return fmt.Sprintf("(%s, not named)", id)
}

func (p *page) everybody(entities []int) string {
	var names []string
	for _, e := range entities {
		names = append(names, p.who(e))
	}
	return cmp.Or(strings.Join(names, ", "), "–")
}

func (p *page) office(r coref.Role) string {
	if r.Of < 0 {
		return r.Title
	}
	return r.Title + " of " + p.Found.Coref.Entities[r.Of].Name
}

// entities lists who is in the article, with the roles that it shows.
func (p *page) entities() {
	if len(p.Found.Coref.Entities) == 0 {
		return
	}
	p.line("who")
	for i, e := range p.Found.Coref.Entities {
		if e.Implied {
			continue
		}
		p.line("  %-4s %-12s %s", link.EntityID(i), strings.ToLower(string(e.Kind)), cmp.Or(e.Name, "(not named)"))
		for _, r := range p.Found.Coref.Roles {
			if r.Holder == i {
				p.row("role", "%s %s", p.office(r), p.words(r.Tokens))
			}
		}
	}
	p.line("")
}

// names prints the mentions of a sentence: whom each means and why, and what
// else the words were taken for.
func (p *page) names(s int) {
	label := "names"
	for _, i := range p.mentions[s] {
		m := p.Found.Coref.Mentions[i]
		typed := string(m.Kind)
		switch {
		case m.Rule != "":
			typed += " by " + m.Rule
		case m.Form != name.Named:
			typed += " by " + string(m.Form)
		}
		p.row(label, "%s %s · %s%s", p.words(m.Tokens), p.means(m), typed, dotted(p.because(m)))
		label = ""
	}
}

func dotted(text string) string {
	if text == "" {
		return ""
	}
	return " · " + text
}

// means is whom a mention means, or might.
func (p *page) means(m coref.Mention) string {
	switch {
	case m.Entity >= 0:
		return p.who(m.Entity)
	case len(m.Candidates) > 0:
		return "unresolved: " + p.everybody(m.Candidates)
	case m.Land != "":
		return "in " + m.Land
	case m.Form == name.Pronoun || m.Form == name.Role:
		return "unresolved"
	}
	return "–"
}

// because tells why a mention means whom it means; of a pronoun with the
// candidates and their scores.
func (p *page) because(m coref.Mention) string {
	notes := p.Trace.Coref.At(m.Head)
	var parts []string
	for _, n := range notes {
		if n.By < 0 {
			parts = append(parts, string(n.Reason))
		}
	}
	if m.Form == name.Pronoun {
		if len(parts) == 0 {
			parts = append(parts, string(trace.NobodyFits))
		}
		parts = append(parts, p.candidates(m.Head, notes)...)
	}
	return strings.Join(parts, "; ")
}

// candidates lists those whom a pronoun could mean, the likeliest first, and
// those whom something excludes.
func (p *page) candidates(pronoun int, notes []trace.Note) []string {
	score, bonus, against := map[int]int{}, map[int]int{}, map[int]trace.Reason{}
	for _, n := range notes {
		if n.By < 0 {
			continue
		}
		switch e := p.Found.Coref.EntityOf(n.By); {
		case e < 0:
		case n.Reason == trace.SpokeLast:
			bonus[e] = n.Score
		case !n.Dropped:
			score[e] = max(score[e], n.Score)
		case n.By < pronoun:
			against[e] = n.Reason
		}
	}
	total := func(e int) int { return score[e] + bonus[e] }
	var parts []string
	for _, e := range sortedBy(score, func(e int) int { return -total(e) }) {
		text := fmt.Sprintf("%s %d", p.who(e), total(e))
		if bonus[e] > 0 {
			text += " (" + string(trace.SpokeLast) + ")"
		}
		parts = append(parts, text)
	}
	for _, e := range sortedBy(against, func(int) int { return 0 }) {
		if _, fits := score[e]; !fits {
			parts = append(parts, fmt.Sprintf("not %s: %s", p.who(e), against[e]))
		}
	}
	return parts
}

// sortedBy are the keys of a map by rank, then by number.
func sortedBy[V any](m map[int]V, rank func(int) int) []int {
	var keys []int
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b int) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
	return keys
}

// participants prints the way from a token to those who take part in a fact.
func (p *page) participants(label string, near int, entities []int) {
	for _, e := range entities {
		token := p.mentioned(e, near)
		way := ""
		switch {
		case token >= 0:
			if way = p.path(near, token); way == "" {
				way = "named in the sentence, in another tree"
			}
		case p.self(e, near) >= 0:
			way = p.path(near, p.self(e, near)) + ", which is the speaker"
		default:
			way = "not named in the sentence"
		}
		p.row(label, "%s: %s", p.who(e), way)
	}
}

// self is the token of "I" or "we" in the sentence of a token where an entity
// speaks, -1 if there is none.
func (p *page) self(entity, near int) int {
	run := p.doc.Sentences[p.doc.Tokens[near].Sentence]
	for _, s := range p.Found.Statements {
		if s.Speaker != entity || s.Span.End <= p.doc.Tokens[run.First].Start {
			continue
		}
		for _, i := range p.tokens(s.Content) {
			if i < run.First || i >= run.End {
				continue
			}
			switch strings.ToLower(p.word(i)) {
			case "i", "we", "me", "us", "our", "my":
				return i
			}
		}
	}
	return -1
}

// places prints where a fact is said to be: the places behind "in", "at" and
// the like that depend on its word.
func (p *page) places(token int) {
	for _, c := range p.doc.Children(token) {
		if t := p.doc.Tokens[c]; t.Dep != "prep" || t.POS != "ADP" {
			continue
		}
		switch strings.ToLower(p.word(int(c))) {
		case "in", "at", "near", "outside", "around", "inside", "across":
		default:
			continue
		}
		o := p.doc.Child(int(c), "pobj")
		if o < 0 {
			continue
		}
		if m := p.Found.Coref.HeadedBy(o); m >= 0 {
			if k := p.Found.Coref.Mentions[m].Kind; k == name.Place || k == name.Country {
				p.row("place", "%s: %s", p.words(p.Found.Coref.Mentions[m].Tokens), p.path(token, o))
			}
		}
	}
}

func (p *page) sentenceOf(run language.Range) int { return p.doc.Tokens[run.First].Sentence + 1 }
