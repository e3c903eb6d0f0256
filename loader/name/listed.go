package name

import (
	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
)

// listedAs gives a candidate the best listed meaning, the recogniser's kind
// deciding between several.
func (r *reading) listedAs(c candidate, entries []gazetteer.Entry) candidate {
	best := entries[0]
	for _, e := range entries {
		if k, _ := classKind(e.Class); k == c.kind || k == Country && c.kind == Place {
			best = e
			break
		}
	}
	if k, _ := classKind(best.Class); c.kind == Person && (k == Place || k == Organization) && c.size() == 1 && !r.onlyPlace(c.tokens.First, best) {
		return c
	}
	c.kind, c.form = classKind(best.Class)
	c.entry, c.weight = &best, 75
	return c
}

// largeCity is the number of inhabitants, in thousands, from which a city's
// name that is no first name or surname means the city.
const largeCity = 100

// onlyPlace tells whether a word is a large city's name and nobody's.
func (r *reading) onlyPlace(i int, e gazetteer.Entry) bool {
	_, given := r.gazetteer.Given(r.keys[i])
	return e.Class == gazetteer.City && e.People >= largeCity && !given && !r.gazetteer.Surname(r.keys[i])
}

func classKind(class gazetteer.Class) (Kind, Form) {
	switch class {
	case gazetteer.Country:
		return Country, Named
	case gazetteer.Demonym:
		return Group, Demonym
	case gazetteer.Organization:
		return Organization, Named
	case gazetteer.Group:
		return Group, Named
	case gazetteer.Thing:
		return none, Named
	}
	return Place, Named
}

// fromGazetteer looks up every run of words that begins with a capital.
func (r *reading) fromGazetteer() []candidate {
	var found []candidate
	for i := 0; i < len(r.keys); i++ {
		if !r.capital[i] && r.lower[i] != "al" {
			continue
		}
		end, entries := r.listed(i)
		if entries == nil {
			continue
		}
		c := candidate{tokens: language.Range{First: i, End: end}}
		e := entries[0]
		c.kind, c.form = classKind(e.Class)
		c.entry = &e
		c.weight = r.listedWeight(c, e)
		if i > 0 && r.adjacent(i) && r.gazetteer.Uses(r.keys[i-1], gazetteer.Compass) && (e.Class == gazetteer.Region || e.Class == gazetteer.City) && r.proper(i-1) {
			c.tokens.First, c.entry, c.weight = i-1, nil, max(c.weight, 50)
		}
		if c.weight > 0 && !r.oneOfMany(c) {
			found = append(found, c)
		}
		i = end - 1
	}
	return found
}

// oneOfMany tells whether a word that is an organization's name means one of
// its followers or products, as an indefinite article or "every" tells.
func (r *reading) oneOfMany(c candidate) bool {
	i := c.tokens.First
	if c.kind != Organization || c.size() > 1 || !r.adjacent(i) {
		return false
	}
	switch dep := r.doc.Tokens[i].Dep; dep {
	case "compound", "nmod", "amod", "poss":
		return false
	}
	switch r.lower[i-1] {
	case "a", "an", "any", "each", "every", "another":
		return true
	}
	return false
}

// listedWeight says how sure a listed name means what is listed, 0 if it
// rather is a common word.
func (r *reading) listedWeight(c candidate, e gazetteer.Entry) int {
	if c.size() > 1 {
		return 75
	}
	i := c.tokens.First
	if !r.proper(i) && e.Class != gazetteer.Demonym && e.Class != gazetteer.Country && e.Class != gazetteer.Group {
		return 0
	}
	switch e.Class {
	case gazetteer.Country, gazetteer.Demonym:
		return 70
	case gazetteer.Organization:
		return 55
	case gazetteer.Group:
		return 45
	case gazetteer.City:
		if e.People < 100 {
			return 20
		}
		return 40
	}
	return 50
}
