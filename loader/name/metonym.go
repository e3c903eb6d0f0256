package name

import (
	"slices"

	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
)

// governs tells whether a capital or palace stands for its government: it does
// what governments do, is told or accused of something, or has ties and talks.
func (r *reading) governs(s language.Range) bool {
	if i := s.First; i > 1 && r.keys[i-1] == "-" && (r.lower[i-2] == "pro" || r.lower[i-2] == "anti") {
		return true
	}
	head := s.End - 1
	t := r.doc.Tokens[head]
	for t.Dep == "conj" || t.Dep == "appos" {
		head = t.Head
		t = r.doc.Tokens[head]
	}
	above := r.doc.Tokens[t.Head]
	switch t.Dep {
	case "nsubj", "nsubjpass":
		return above.Tag != "WP" && r.gazetteer.Act(above.Lemma)&gazetteer.ActVerb != 0
	case "agent":
		return true
	case "dobj":
		return r.gazetteer.Act(above.Lemma)&gazetteer.ActToward != 0
	case "poss", "compound", "nmod":
		return r.gazetteer.Act(r.lower[t.Head])&gazetteer.ActTie != 0
	case "pobj":
		switch r.lower[t.Head] {
		case "between", "with", "by", "against", "from", "toward", "towards":
			return above.Dep == "agent" || r.gazetteer.Act(r.lower[above.Head])&gazetteer.ActTie != 0
		}
	}
	return false
}

// join makes one name of a country or its adjective and the public body that
// follows it: "United States" and "Department of State", "Libyan" and "House
// of Representatives".
func (r *reading) join(chosen []candidate) []candidate {
	for i := 0; i+1 < len(chosen); i++ {
		land, body := chosen[i], chosen[i+1]
		if land.entry == nil || land.entry.Class > gazetteer.Demonym || land.tokens.End != body.tokens.First || !r.adjacent(body.tokens.First) ||
			body.kind != Organization || !public(body) {
			continue
		}
		body.tokens.First = land.tokens.First
		if body.entry != nil && body.entry.ISO3 != land.entry.ISO3 {
			body.sector, body.acronym, body.entry = body.entry.Sector, "", nil
		}
		if body.entry == nil {
			body.iso3 = land.entry.ISO3
		}
		chosen[i] = body
		chosen = slices.Delete(chosen, i+1, i+2)
	}
	return chosen
}

// public tells whether an organization is one that each country has.
func public(c candidate) bool {
	sector := c.sector
	if c.entry != nil {
		sector = c.entry.Sector
	}
	switch sector {
	case "GOV", "LEG", "JUD", "MIL", "COP", "SPY":
		return true
	}
	return false
}
