package coref

import (
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
)

// inferBodies tells of which country a national office is when the words
// beside it do not: "President Macron" in an article on France. It is the
// country that the article names most, counting twice the sentences that name
// the holder, if it leads clearly and nobody else holds that office of it.
func (a *article) inferBodies() {
	said := map[office]int{}
	for _, r := range a.roles {
		if _, ok := said[office{r.Holder, r.Title}]; !ok && r.Of >= 0 {
			said[office{r.Holder, r.Title}] = r.Of
		}
	}
	count := a.census()
	for i := range a.roles {
		r := &a.roles[i]
		if r.Of >= 0 {
			continue
		}
		of, ok := said[office{r.Holder, r.Title}]
		if !ok {
			of = a.inferBody(*r, count)
			said[office{r.Holder, r.Title}] = of
		}
		r.Of = of
		a.belongs(r.Holder, of)
		if _, known := a.firstBody[r.Holder]; !known && of >= 0 {
			a.firstBody[r.Holder] = of
		}
	}
}

// inferBody tells of which country or body a role is that names none: that of
// the person whose spokesman it is, the country of a national office, the only
// chamber of the text; -1 if nothing tells.
func (a *article) inferBody(r Role, c census) int {
	if of := a.patronBody(r.Tokens); of >= 0 {
		return of
	}
	if a.gazetteer.National(r.Title) {
		if known := a.entities[r.Holder].Country; known != "" {
			return a.named(known)
		}
		return a.likelyCountry(r, c)
	}
	return a.onlyBody(a.chambers[r.Title])
}

// An office is what one person holds.
type office struct {
	holder int
	title  string
}

// A census counts the mentions of countries, and tells which countries and
// people the sentences mention.
type census struct {
	count map[int]int
	// land are the countries by sentence, person the sentences by person.
	land, person map[int][]int
}

func (a *article) census() census {
	c := census{map[int]int{}, map[int][]int{}, map[int][]int{}}
	for _, m := range a.mentions {
		if m.Entity < 0 {
			continue
		}
		s := a.doc.Tokens[m.Head].Sentence
		switch a.entities[m.Entity].Kind {
		case graph.Country:
			c.count[m.Entity]++
			c.land[s] = append(c.land[s], m.Entity)
		case graph.Organization:
			if country, ok := a.countries[a.entities[m.Entity].Country]; ok {
				c.count[country]++
				c.land[s] = append(c.land[s], country)
			}
		case graph.Person:
			if known := c.person[m.Entity]; len(known) == 0 || known[len(known)-1] != s {
				c.person[m.Entity] = append(known, s)
			}
		}
	}
	return c
}

// named is the country of a code, -1 if the text does not name it.
func (a *article) named(iso3 string) int {
	if e, ok := a.countries[iso3]; ok {
		return e
	}
	return -1
}

// leaders tells of which country the people are whom the gazetteer lists, where
// the words beside them do not: "Merkel" is German in every article. A surname
// that others have too needs the title of a national office before it.
func (a *article) leaders() {
	for _, m := range a.mentions {
		if m.Entity < 0 || m.Kind != name.Person || a.entities[m.Entity].Country != "" {
			continue
		}
		e := &a.entities[m.Entity]
		full := strings.Fields(e.Name)
		if e.Country = a.gazetteer.Leader(e.Name); e.Country == "" && len(full) == 1 && m.Title.End > m.Title.First && a.gazetteer.National(lower(a.doc.RangeText(m.Title))) {
			e.Country = a.gazetteer.LeaderTitled(e.Name)
		}
	}
}

// patronBody is the country or body of the person whom a possessive pronoun in
// front of a title means ("her spokesman"), -1 if there is none.
func (a *article) patronBody(role language.Range) int {
	m, ok := a.pronoun[role.First]
	if !ok || a.doc.Tokens[role.First].Tag != "PRP$" || a.mentions[m-1].Entity < 0 {
		return -1
	}
	return a.bodyOf(a.mentions[m-1].Entity)
}

// likelyCountry is the country that is named over three times as often as any
// other, -1 if none is; one named once must not be the other side. For an office that is over it must stand in a sentence
// with the holder.
func (a *article) likelyCountry(r Role, c census) int {
	score := map[int]int{}
	for _, s := range c.person[r.Holder] {
		for _, country := range c.land[s] {
			score[country]++
		}
	}
	over := strings.HasPrefix(r.Title, "former ")
	best, first, second := -1, 0, 0
	for _, country := range slices.Sorted(maps.Keys(c.count)) {
		if a.heldByOther(r, country) || !a.has(country, r.Title) || over && score[country] == 0 {
			continue
		}
		switch n := c.count[country] + score[country]; {
		case n > first:
			best, first, second = country, n, first
		case n > second:
			second = n
		}
	}
	if first <= second*3 || first < 2 || c.count[best] == 1 && a.opposite(r.Holder, best) {
		return -1
	}
	return best
}

// opposite tells whether the first mention of a country has it as somebody
// else's, or as what something is done to or aimed at ("threatened action against Mali").
func (a *article) opposite(holder, country int) bool {
	i := slices.IndexFunc(a.mentions, func(m Mention) bool { return m.Entity == country })
	if i < 0 {
		return true
	}
	t := a.doc.Tokens[a.mentions[i].Head]
	if other := a.mention(t.Head); other >= 0 && a.mentions[other].Kind == name.Person && a.mentions[other].Entity != holder {
		return true
	}
	if t.Dep != "pobj" {
		return t.Dep == "dobj" || t.Dep == "dative" || t.Dep == "nsubjpass"
	}
	switch a.lower[t.Head] {
	case "against", "to", "with", "on", "at", "between", "by", "from":
		return true
	}
	return false
}

// onlyBody is the only organization that the text names with a word in its
// name, -1 if there is none or several.
func (a *article) onlyBody(names []string) int {
	for _, name := range names {
		if bodies := a.having[name]; len(bodies) == 1 {
			return bodies[0]
		}
	}
	return -1
}

// has tells whether an entity is no country, or one that can have an office.
func (a *article) has(entity int, title string) bool {
	return a.entities[entity].ISO3 == "" || a.gazetteer.Has(a.entities[entity].ISO3, title)
}

// heldByOther tells whether the text gives an office of a country to someone else.
func (a *article) heldByOther(r Role, country int) bool {
	holder, ok := a.firstHolder[office{country, r.Title}]
	return ok && holder != r.Holder
}
