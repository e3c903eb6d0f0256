package coref

import (
	"strings"

	"dateline/graph"
	"dateline/loader/name/gazetteer"
)

// shared gives a title in the plural to the people in the list that follows:
// "Senators A, B and C".
func (a *article) shared(p phrase) {
	i := p.whole.End
	for n := 0; n < 2*mostCandidates && i < len(a.lower) && a.sameSentence(i, p.title.First); n++ {
		if e := a.personAt(i); e >= 0 {
			p.holder = e
			a.role(p)
			i = a.mentions[a.at[i]].Tokens.End
		} else if a.lower[i] == "," || a.lower[i] == "and" {
			i++
		} else {
			return
		}
	}
}

// findHolders gives titles to the people whose names stand beside them. Of
// titles in a row ("Vice Admiral and director") all have the holder of the last.
func (a *article) findHolders(phrases []phrase) {
	for i := len(phrases) - 1; i >= 0; i-- {
		p := &phrases[i]
		p.holder = a.holder(p)
		if p.holder < 0 && i+1 < len(phrases) && phrases[i+1].before && !a.sought(p.whole.First) {
			next := phrases[i+1]
			if end := p.whole.End; next.whole.First == end || next.whole.First == end+1 && a.lower[end] == "and" {
				p.holder, p.before = next.holder, true
			}
		}
	}
	for _, p := range phrases {
		if p.holder >= 0 {
			a.role(p)
		}
	}
}

// sought tells whether "for" or "as" stands right before a title, which is then
// what somebody runs for or is to be: "Dahl for president and mayor Lind for …".
func (a *article) sought(first int) bool {
	return first > 0 && (a.lower[first-1] == "for" || a.lower[first-1] == "as")
}

// findPredicates gives titles to those of whom a verb says them: "she became
// chancellor", "X, who served as ambassador".
func (a *article) findPredicates(phrases []phrase) {
	for i := range phrases {
		if p := &phrases[i]; p.holder < 0 {
			if p.holder = a.predicate(*p); p.holder >= 0 {
				a.role(*p)
			}
		}
	}
}

// resolveRoles resolves the titles that no name stands beside.
func (a *article) resolveRoles(phrases []phrase) {
	a.byTitle = map[string][]int{}
	for i := range a.roles {
		a.file(i)
	}
	for _, p := range phrases {
		if p.holder < 0 && p.definite && p.kind != gazetteer.Job && p.kind != gazetteer.Address {
			a.resolveRole(p)
		}
	}
}

// file lists a role under its title, once for each holder and body.
func (a *article) file(role int) {
	r := a.roles[role]
	for _, known := range a.byTitle[r.Title] {
		if k := a.roles[known]; k.Holder == r.Holder && k.Of == r.Of {
			return
		}
	}
	if len(a.byTitle[r.Title]) < mostNamesakes {
		a.byTitle[r.Title] = append(a.byTitle[r.Title], role)
	}
}

// subject tells whether a token is the subject of its clause.
func (a *article) subject(i int) bool {
	return a.doc.Tokens[i].Dep == "nsubj" || a.doc.Tokens[i].Dep == "nsubjpass"
}

// mention is the mention that holds a token, -1 if there is none.
func (a *article) mention(i int) int {
	if i < 0 || i >= len(a.at) {
		return -1
	}
	return a.at[i]
}

func (a *article) sameSentence(i, j int) bool {
	return a.doc.Tokens[i].Sentence == a.doc.Tokens[j].Sentence
}

// role records that a holder has the role of a phrase.
func (a *article) role(p phrase) {
	a.belongs(p.holder, p.of)
	if p.kind != gazetteer.Office && p.kind != gazetteer.Rank && !(p.kind == gazetteer.Job && p.of >= 0 && a.entities[p.of].Kind == graph.Organization) {
		return
	}
	title := p.text
	if p.former && !strings.HasPrefix(title, "former ") {
		title = "former " + title
	}
	of := p.of
	if of < 0 && p.patron >= 0 {
		of = a.bodyOf(p.patron)
	}
	a.roles = append(a.roles, Role{Holder: p.holder, Title: title, Of: of, Tokens: p.whole})
	if a.byTitle != nil {
		a.file(len(a.roles) - 1)
	}
	if _, ok := a.firstHolder[office{of, title}]; !ok && of >= 0 {
		a.firstHolder[office{of, title}] = p.holder
	}
	if _, ok := a.firstBody[p.holder]; !ok && of >= 0 {
		a.firstBody[p.holder] = of
	}
}

// belongs notes to which country a person belongs, by the first title that
// tells: "the Kenyan runner X" too.
func (a *article) belongs(person, of int) {
	if of < 0 || a.entities[person].Country != "" {
		return
	}
	if e := a.entities[of]; e.Kind == graph.Country {
		a.entities[person].Country = e.ISO3
	} else {
		a.entities[person].Country = e.Country
	}
}

// bodyOf is the country or body of the first role that a person is known to
// hold, -1 if none is known.
func (a *article) bodyOf(person int) int {
	if of, ok := a.firstBody[person]; ok {
		return of
	}
	return -1
}
