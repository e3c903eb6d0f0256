package coref

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/name/gazetteer"
	"dateline/loader/trace"
)

// A Resolver resolves mentions. It is safe for concurrent use.
type Resolver struct {
	gazetteer *gazetteer.Gazetteer
	nominals  map[string]nominal
	chambers  map[string][]string
	log       *trace.Log
}

// Tracing is a resolver that takes down in a log what it does on one text.
func (r *Resolver) Tracing(log *trace.Log) *Resolver {
	return &Resolver{r.gazetteer, r.nominals, r.chambers, log}
}

// New makes a resolver that reads titles, countries and genders of names from
// a gazetteer.
func New(g *gazetteer.Gazetteer) *Resolver {
	return &Resolver{gazetteer: g, nominals: readNominals(), chambers: readChambers()}
}

// Resolve gives the entities of an article and who is meant by each mention.
// Published may be nil. What is said of someone in words that fit two is left
// unresolved, with the candidates. The cost is linear in the length of the
// text, times the number of people of one surname.
func (r *Resolver) Resolve(doc *language.Document, mentions []name.Mention, published *graph.FuzzyDate) *Result {
	a := newArticle(r.gazetteer, doc, mentions)
	a.nominals, a.chambers, a.log = r.nominals, r.chambers, r.log
	a.nameEntities()
	phrases := a.findPhrases()
	a.findHolders(phrases)
	a.findPronouns()
	a.findPredicates(phrases)
	a.leaders()
	a.inferBodies()
	a.resolveRoles(phrases)
	a.findNominals()
	a.finish()
	return NewResult(len(doc.Tokens), a.entities, a.mentions, a.roles)
}

// An article is one text while it is resolved.
type article struct {
	gazetteer *gazetteer.Gazetteer
	nominals  map[string]nominal
	chambers  map[string][]string
	log       *trace.Log
	// having are the organizations by each word of their names.
	having map[string][]int
	doc    *language.Document
	// lower are the tokens in lower case.
	lower    []string
	mentions []Mention
	entities []Entity
	roles    []Role
	// at is the mention by a name that holds a token, -1 if none does.
	at []int
	// ruled is the country in which a person holds a national office, by alpha-3 code.
	ruled      map[int]string
	quotations quotations
	// quoted tells which sentences lie within a quotation.
	quoted []bool
	// pronoun is one more than the mention by a pronoun that a token is.
	pronoun map[int]int
	// firstHolder is who is first said to hold a title of a country or body
	// (the office's holder is that body here), firstBody the country or body of
	// a person's first role.
	firstHolder map[office]int
	firstBody   map[int]int
	// byTitle are the roles by title, once all that names tell are found.
	byTitle map[string][]int
	// countries gives the entity of a country by alpha-3 code.
	countries map[string]int
}

func newArticle(g *gazetteer.Gazetteer, doc *language.Document, mentions []name.Mention) *article {
	a := &article{gazetteer: g, doc: doc, lower: make([]string, len(doc.Tokens)), at: make([]int, len(doc.Tokens)), pronoun: map[int]int{}, firstHolder: map[office]int{}, firstBody: map[int]int{}, countries: map[string]int{}}
	for i, t := range doc.Tokens {
		a.lower[i] = lower(t.Text)
		a.at[i] = -1
	}
	for _, m := range mentions {
		for i := m.Tokens.First; i < m.Tokens.End; i++ {
			a.at[i] = len(a.mentions)
		}
		a.mentions = append(a.mentions, Mention{Mention: m, Head: a.head(m.Tokens), Entity: -1})
	}
	return a
}

// head is the token of a run whose head stands outside of it, the last if
// there are several.
func (a *article) head(s language.Range) int {
	head := s.End - 1
	for i := s.End - 1; i >= s.First; i-- {
		if h := a.doc.Tokens[i].Head; h < s.First || h >= s.End || h == i {
			if a.doc.Tokens[i].Dep != "punct" {
				return i
			}
		}
	}
	return head
}

// entity adds an entity and gives its index.
func (a *article) entity(e graph.LocalEntity) int {
	a.entities = append(a.entities, Entity{LocalEntity: e})
	return len(a.entities) - 1
}

// country gives the entity of a country, which is added if it is new.
func (a *article) country(iso3 string) int {
	if e, ok := a.countries[iso3]; ok {
		return e
	}
	iso2, usual := a.gazetteer.Country(iso3)
	e := a.entity(graph.LocalEntity{Kind: graph.Country, Name: usual, ISO2: iso2, ISO3: iso3})
	a.countries[iso3] = e
	return e
}

// finish puts the mentions in the order of the text, drops entities without
// any, and fills each entity's mentions, names and gender.
func (a *article) finish() {
	a.compact()
	a.imply()
	slices.SortStableFunc(a.mentions, func(x, y Mention) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	for i := range a.entities {
		a.entities[i].Mentions = nil
	}
	for i, m := range a.mentions {
		if m.Entity < 0 {
			continue
		}
		e := &a.entities[m.Entity]
		e.Mentions = append(e.Mentions, i)
		e.Female, e.Male = e.Female || m.Female, e.Male || m.Male
		if m.Form == name.Demonym || m.Form == name.Named && !(m.Kind == name.Organization && e.Kind == graph.Country) {
			e.Names = count(e.Names, m.Text)
			if e.Country == "" && e.Kind == graph.Organization {
				e.Country = m.ISO3
			}
		}
	}
	for i := range a.entities {
		e := &a.entities[i]
		if e.Female && e.Male {
			e.Female, e.Male = false, false
		}
		slices.SortStableFunc(e.Names, func(x, y graph.NameCount) int { return cmp.Compare(y.Count, x.Count) })
	}
}

// imply adds the countries of the places that the text names, where it does
// not name the country.
func (a *article) imply() {
	a.countries = map[string]int{}
	for i, e := range a.entities {
		if e.Kind == graph.Country {
			a.countries[e.ISO3] = i
		}
	}
	for _, m := range a.mentions {
		if _, known := a.countries[m.Land]; m.Kind == name.Place && m.Land != "" && !known {
			a.entities[a.country(m.Land)].Implied = true
		}
	}
}

// compact removes the entities that no mention means and renumbers the others.
func (a *article) compact() {
	number := make([]int, len(a.entities))
	for _, m := range a.mentions {
		if m.Entity >= 0 {
			number[m.Entity] = 1
		}
	}
	kept := a.entities[:0]
	for i, e := range a.entities {
		if number[i] == 0 {
			number[i] = -1
			continue
		}
		number[i] = len(kept)
		kept = append(kept, e)
	}
	a.entities = kept
	move := func(e int) int {
		if e < 0 {
			return e
		}
		return number[e]
	}
	for i := range a.mentions {
		m := &a.mentions[i]
		m.Entity = move(m.Entity)
		for k, c := range m.Candidates {
			m.Candidates[k] = move(c)
		}
		m.Candidates = slices.DeleteFunc(m.Candidates, func(c int) bool { return c < 0 })
	}
	for i := range a.roles {
		a.roles[i].Holder, a.roles[i].Of = move(a.roles[i].Holder), move(a.roles[i].Of)
	}
	a.roles = slices.DeleteFunc(a.roles, func(r Role) bool { return r.Holder < 0 })
}

func count(names []graph.NameCount, text string) []graph.NameCount {
	for i := range names {
		if names[i].Name == text {
			names[i].Count++
			return names
		}
	}
	return append(names, graph.NameCount{Name: text, Count: 1})
}

func sorted(indexes []int) []int {
	slices.Sort(indexes)
	return indexes
}
