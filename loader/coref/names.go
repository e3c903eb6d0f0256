package coref

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/name"
	"dateline/loader/trace"
)

func lower(s string) string { return strings.ToLower(strings.ReplaceAll(s, "’", "'")) }

// words are a name's words in lower case, without points, articles and
// possessives; hyphens stay within words.
func words(text string) []string {
	fields := strings.FieldsFunc(lower(text), func(r rune) bool { return r == ' ' || r == ',' || r == '\u00a0' || r == '\n' })
	for i, f := range fields {
		fields[i] = strings.Trim(strings.TrimSuffix(f, "'s"), ".\"'“”")
	}
	if len(fields) > 1 && fields[0] == "the" {
		fields = fields[1:]
	}
	return slices.DeleteFunc(fields, func(f string) bool { return f == "" })
}

// nameEntities makes the entities that are named: countries by code,
// organizations by name and acronym, people by full name, then by its parts.
func (a *article) nameEntities() {
	for i := range a.mentions {
		if m := &a.mentions[i]; m.ISO3 != "" && (m.Kind == name.Country || m.Form == name.Demonym) {
			m.Entity = a.country(m.ISO3)
			a.log.Take(m.Head, trace.CountryName, -1, "")
		}
	}
	a.organizations()
	a.people()
}

// organizations joins equal canonical names, acronyms and names first; then a
// shorter name to the only longer one that begins with it.
func (a *article) organizations() {
	byKey := map[string]int{}
	keys := func(m Mention) []string {
		var keys []string
		if m.Canonical != "" {
			keys = append(keys, "canonical "+m.Canonical)
		}
		if m.Acronym != "" {
			keys = append(keys, strings.ToLower(m.Acronym))
		}
		return append(keys, strings.ReplaceAll(strings.Join(words(m.Text), " "), ".", ""))
	}
	begin := map[string][]int{} // by first word
	a.having = map[string][]int{}
	for _, i := range a.byLength(name.Organization) {
		m := &a.mentions[i]
		if a.generic(*m) {
			continue
		}
		if w := words(m.Text); m.ISO3 != "" && len(w) > 0 && (w[0] == "government" || w[len(w)-1] == "government") {
			m.Entity = a.country(m.ISO3)
			a.log.Take(m.Head, trace.StandsForLand, -1, "")
			continue
		}
		why := trace.SameName
		for _, k := range keys(*m) {
			if e, ok := byKey[k]; ok && m.Entity < 0 {
				m.Entity = e
			}
		}
		if m.Entity < 0 && m.Canonical == "" {
			m.Entity, why = a.longer(words(m.Text), begin), trace.LongerName
		}
		if m.Entity < 0 {
			why = trace.FirstNamed
			m.Entity = a.entity(graph.LocalEntity{Kind: graph.Organization, Name: fullName(*m)})
			for k, w := range words(m.Text) {
				if k == 0 {
					begin[w] = append(begin[w], m.Entity)
				}
				a.having[w] = append(a.having[w], m.Entity)
			}
		}
		a.log.Take(m.Head, why, -1, "")
		e := &a.entities[m.Entity]
		for _, k := range keys(*m) {
			byKey[k] = m.Entity
		}
		e.Acronym, e.Canonical = either(e.Acronym, m.Acronym), either(e.Canonical, m.Canonical)
		e.Sector, e.Country = either(e.Sector, m.Sector), either(e.Country, m.ISO3)
	}
	a.parts()
	a.media()
	a.national()
}

// national tells of which country a body is whose name has that country as its
// modifier ("Chile's Supreme Court", "the Swiss Red Cross"); a body of several
// countries stays of none.
func (a *article) national() {
	for _, m := range a.mentions {
		if m.Entity < 0 || a.entities[m.Entity].Kind != graph.Country {
			continue
		}
		t := a.doc.Tokens[m.Head]
		if t.Dep != "poss" && t.Dep != "amod" && t.Dep != "compound" && t.Dep != "nmod" {
			continue
		}
		i := a.at[t.Head]
		if i < 0 || a.mentions[i].Kind != name.Organization || a.mentions[i].Entity < 0 || a.mentions[i].Head != t.Head {
			continue
		}
		if e := &a.entities[a.mentions[i].Entity]; e.Kind == graph.Organization && e.Country == "" && !international(e.Sector) {
			e.Country = a.entities[m.Entity].ISO3
		}
	}
}

// international tells whether bodies of a sector stand above countries.
func international(sector string) bool {
	switch sector {
	case "IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM":
		return true
	}
	return false
}

// media leaves organizations out that the text names only as the medium of
// somebody's words: "wrote on Twitter".
func (a *article) media() {
	acts := map[int]bool{}
	for _, m := range a.mentions {
		if m.Entity >= 0 && !a.medium(m) {
			acts[m.Entity] = true
		}
	}
	for i := range a.mentions {
		if m := &a.mentions[i]; m.Kind == name.Organization && m.Entity >= 0 && !acts[m.Entity] {
			m.Entity = -1
			a.log.Drop(m.Head, trace.OnlyMedium, -1, "")
		}
	}
}

func (a *article) medium(m Mention) bool {
	i := m.Tokens.First - 1
	if i < 0 || a.entities[m.Entity].Sector != "MNC" {
		return false
	}
	return a.lower[i] == "on" || a.lower[i] == "via" || a.lower[i] == "through" || a.lower[i] == "to" && i > 0 && a.doc.Tokens[i-1].Lemma == "take"
}

// parts resolves names of one common noun ("Court", "Parliament") to the only
// organization of the text that has it in its name. One that no other name has
// stands for itself if it is a body of which a country has one.
func (a *article) parts() {
	alone := map[string]int{}
	for i := range a.mentions {
		m := &a.mentions[i]
		if m.Kind != name.Organization || m.Entity >= 0 || !a.generic(*m) {
			continue
		}
		word := lower(m.Text)
		fit := a.having[word]
		switch {
		case len(fit) == 1:
			m.Entity = fit[0]
			a.log.Take(m.Head, trace.PartOfName, -1, "")
		case len(fit) > 1:
			m.Candidates = sorted(slices.Clone(fit))
			a.log.Drop(m.Head, trace.SeveralFit, -1, "")
		case m.Sector == "LEG" || m.Sector == "MIL":
			if _, ok := alone[word]; !ok {
				alone[word] = a.entity(graph.LocalEntity{Kind: graph.Organization, Name: fullName(*m), Sector: m.Sector})
			}
			m.Entity = alone[word]
		}
	}
}

// generic tells whether an unlisted name is a common noun that many
// organizations have in their names, and nothing else.
func (a *article) generic(m Mention) bool {
	return m.Canonical == "" && m.Tokens.End-m.Tokens.First == 1 && a.gazetteer.Sector(m.Text) != ""
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func fullName(m Mention) string { return strings.Join(strings.Fields(m.Text), " ") }

// byLength gives the mentions of a kind, the longest names first.
func (a *article) byLength(kind name.Kind) []int {
	var indexes []int
	length := map[int]int{}
	for i, m := range a.mentions {
		if (m.Kind == kind || kind == name.Organization && m.Kind == name.Group && m.Sector == "PTY") && m.Form == name.Named {
			indexes = append(indexes, i)
			length[i] = len(words(m.Text))
		}
	}
	slices.SortStableFunc(indexes, func(x, y int) int { return length[y] - length[x] })
	return indexes
}

// longer gives the only organization whose name begins with the words, of
// those listed by their first word; -1 if there is none or several.
func (a *article) longer(short []string, begin map[string][]int) int {
	if len(short) == 0 {
		return -1
	}
	found := -1
	for _, e := range begin[short[0]] {
		full := words(a.entities[e].Name)
		if len(full) > len(short) && slices.Equal(full[:len(short)], short) {
			if found >= 0 {
				return -1
			}
			found = e
		}
	}
	return found
}

// mostNamesakes is the number of people of one surname that are told apart.
const mostNamesakes = 64

// people joins equal full names, then shorter names to the only person who
// bears them.
func (a *article) people() {
	byName := map[string][]int{} // by full name and by each of its words
	first := map[int]int{}       // where each person is first named
	known := map[string]int{}    // one more than whom the text last called by a name
	titles := map[holding]bool{} // the titles before each person's names
	for _, i := range a.byLength(name.Person) {
		m := &a.mentions[i]
		w := words(m.Text)
		if len(w) == 0 {
			continue
		}
		key := strings.Join(w, " ")
		candidates, why := a.fitting(byName[key], *m), trace.PartOfName
		if len(candidates) > 1 {
			candidates, why = a.titled(a.introduced(candidates, m.Start, first), *m, titles), trace.TitleTells
			if len(candidates) > 1 {
				candidates, why = a.called(candidates, key, known[key]), trace.CalledSo
			}
		}
		switch len(candidates) {
		case 1:
			m.Entity = candidates[0]
			known[key] = m.Entity + 1
			if why == trace.PartOfName && strings.Join(words(a.entities[m.Entity].Name), " ") == key {
				why = trace.SameName
			}
		case 0:
			why = trace.FirstNamed
			m.Entity = a.entity(graph.LocalEntity{Kind: graph.Person, Name: a.regnal(*m)})
			for _, k := range partsOf(w) {
				if len(byName[k]) < mostNamesakes {
					byName[k] = append(byName[k], m.Entity)
				}
			}
		default:
			m.Candidates = sorted(slices.Clone(candidates))
			a.log.Drop(m.Head, trace.SeveralFit, -1, "")
			continue
		}
		a.log.Take(m.Head, why, -1, "")
		if m.Title.End > m.Title.First {
			titles[holding{m.Entity, lower(a.doc.RangeText(m.Title))}] = true
		}
		e := &a.entities[m.Entity]
		e.Female, e.Male = e.Female || m.Female, e.Male || m.Male
		if at, ok := first[m.Entity]; !ok || m.Start < at {
			first[m.Entity] = m.Start
		}
	}
}

// regnal is a person's name; a pope's has the title, without which it is
// anyone's first name.
func (a *article) regnal(m Mention) string {
	if m.Title.End == m.Title.First+1 && a.lower[m.Title.First] == "pope" {
		return "Pope " + fullName(m)
	}
	return fullName(m)
}

// partsOf gives the shorter forms by which a person of that full name may be
// called: each end of it, and first name with surname.
func partsOf(w []string) []string {
	parts := []string{strings.Join(w, " ")}
	for k := 1; k < len(w); k++ {
		parts = append(parts, strings.Join(w[k:], " "), strings.Join(w[:k], " "))
	}
	if len(w) > 2 {
		parts = append(parts, w[0]+" "+w[len(w)-1])
	}
	last := w[len(w)-1]
	if k := strings.LastIndexByte(last, '-'); k > 0 && len(last)-k > 3 {
		parts = append(parts, last[k+1:])
	}
	slices.Sort(parts)
	return slices.Compact(parts)
}

// fitting leaves out those of another gender than the mention's.
func (a *article) fitting(candidates []int, m Mention) []int {
	var fit []int
	for _, e := range candidates {
		if c := a.entities[e]; m.Female && c.Male && !c.Female || m.Male && c.Female && !c.Male {
			continue
		}
		fit = append(fit, e)
	}
	return fit
}

// A holding is a title before a person's name.
type holding struct {
	person int
	title  string
}

// titled keeps those to whose names the text has put the mention's title
// before, if there are any.
func (a *article) titled(candidates []int, m Mention, titles map[holding]bool) []int {
	if m.Title.End == m.Title.First {
		return candidates
	}
	title := lower(a.doc.RangeText(m.Title))
	var same []int
	for _, e := range candidates {
		if titles[holding{e, title}] {
			same = append(same, e)
		}
	}
	if len(same) == 0 {
		return candidates
	}
	return same
}

// called keeps those whom the text has called by that very name before, last
// is one more than the last of them: a surname alone means the one who went by it.
func (a *article) called(candidates []int, key string, last int) []int {
	if slices.Contains(candidates, last-1) {
		return []int{last - 1}
	}
	var same []int
	for _, e := range candidates {
		if strings.Join(words(a.entities[e].Name), " ") == key {
			same = append(same, e)
		}
	}
	if len(same) == 0 {
		return candidates
	}
	return same
}

// introduced keeps those who were named before an offset; if none of several
// were, a name means somebody else.
func (a *article) introduced(candidates []int, before int, first map[int]int) []int {
	var known []int
	for _, e := range candidates {
		if first[e] < before {
			known = append(known, e)
		}
	}
	return known
}
