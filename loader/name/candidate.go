package name

import (
	"cmp"
	"slices"

	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
	"dateline/loader/trace"
)

// A candidate is a run of tokens that one of the sources takes for a name.
type candidate struct {
	tokens language.Range
	kind   Kind
	form   Form
	rule   string
	// weight says how sure the source is, from 0 to 100.
	weight int
	title  language.Range
	// entry is the gazetteer's, nil if the name is not listed.
	entry *gazetteer.Entry
	// sector is what the head word of an organization tells.
	sector  string
	acronym string
	// iso3 is the country that a body's own name gives; empty if none.
	iso3   string
	gender gazetteer.Gender
}

func (c candidate) size() int { return c.tokens.End - c.tokens.First }

// settle chooses candidates that do not overlap: the one with more weight
// wins, and a longer one over those within it. The result is in the order of
// the text.
func settle(all []candidate, tokens int) []candidate {
	rank := func(c candidate) int { return c.weight + 6*min(c.size(), 6) }
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(rank(b), rank(a)), cmp.Compare(a.tokens.First, b.tokens.First), cmp.Compare(b.size(), a.size()))
	})
	taken := make([]bool, tokens)
	var chosen []candidate
	for _, c := range all {
		if slices.Contains(taken[c.tokens.First:c.tokens.End], true) {
			continue
		}
		for i := c.tokens.First; i < c.tokens.End; i++ {
			taken[i] = true
		}
		chosen = append(chosen, c)
	}
	slices.SortFunc(chosen, func(a, b candidate) int { return cmp.Compare(a.tokens.First, b.tokens.First) })
	return chosen
}

// outweighed takes down the candidates that lost their words to chosen ones of
// another length or kind; chosen are in the order of the text.
func outweighed(log *trace.Log, all, chosen []candidate) {
	for _, c := range all {
		k, _ := slices.BinarySearchFunc(chosen, c.tokens.First, func(o candidate, first int) int { return cmp.Compare(o.tokens.End, first+1) })
		if k < len(chosen) && chosen[k].tokens.First < c.tokens.End && (chosen[k].tokens != c.tokens || chosen[k].kind != c.kind) {
			log.Add(trace.Note{Tokens: c.tokens, Dropped: true, Reason: trace.Outweighed, By: chosen[k].tokens.First,
				What: cmp.Or(string(c.kind), "no name") + ", " + c.rule, Score: c.weight})
		}
	}
}

// mention makes the mention of a chosen candidate.
func (r *reading) mention(c candidate) Mention {
	start, end := r.doc.Span(c.tokens)
	m := Mention{Tokens: c.tokens, Start: start, End: end, Text: r.doc.Slice(start, end), Kind: c.kind, Form: cmp.Or(c.form, Named), Rule: c.rule,
		Title: c.title, Acronym: c.acronym, Sector: c.sector,
		Female: c.gender == gazetteer.Female, Male: c.gender == gazetteer.Male,
		Confidence: float64(min(c.weight, 99)) / 100}
	if m.Sector == "" && c.kind == Organization {
		m.Sector = r.headSector(c.tokens.First, c.tokens.End)
	}
	if m.ISO3 = c.iso3; m.ISO3 == "" && c.kind == Organization {
		m.ISO3 = r.countryOf(c.tokens)
	}
	e := c.entry
	if e == nil {
		return m
	}
	if owner := r.owner(c.tokens.First); c.kind == Organization && owner != "" && e.ISO3 != "" && owner != e.ISO3 {
		m.ISO3 = owner // "Chile's Senate" is not the one that the gazetteer lists
		return m
	}
	m.Canonical = e.Name
	m.Acronym, m.Sector = cmp.Or(e.Acronym, m.Acronym), cmp.Or(e.Sector, m.Sector)
	switch {
	case e.Class == gazetteer.Seat && r.governs(c.tokens):
		m.Kind, m.ISO3 = Country, e.ISO3
	case e.Class == gazetteer.Seat:
		m.Canonical, m.Land = "", e.ISO3
	case e.Class == gazetteer.City, e.Class == gazetteer.Region:
		m.Land = e.ISO3
	default:
		m.ISO3 = cmp.Or(e.ISO3, m.ISO3)
	}
	return m
}

// countryOf is the code of the country with which a body's name ends: "Bank of
// Ghana", or begins: "Ghana Police Service".
func (r *reading) countryOf(s language.Range) string {
	for i := s.First; i < s.End; i++ {
		if i > s.First && r.lower[i-1] != "of" && r.lower[i-1] != "the" {
			continue
		}
		if end, entries := r.listed(i); entries != nil && entries[0].Class <= gazetteer.Demonym && (i == s.First || end == s.End) {
			return entries[0].ISO3
		}
	}
	return ""
}

// owner is the code of the country whose possessive stands before a token;
// empty if there is none.
func (r *reading) owner(first int) string {
	if first < 2 || r.doc.Tokens[first-1].Tag != "POS" {
		return ""
	}
	for i := first - 2; i >= max(0, first-5); i-- {
		if end, entries := r.listed(i); entries != nil && end == first-1 && entries[0].Class <= gazetteer.Demonym {
			return entries[0].ISO3
		}
	}
	return ""
}
