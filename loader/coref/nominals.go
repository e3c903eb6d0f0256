package coref

import (
	_ "embed"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/trace"
)

//go:embed nominals.tsv
var nominalTable string

// A nominal is what a common noun can mean.
type nominal struct {
	kind string
	// sectors are those of the organizations that a body's noun can mean.
	sectors []string
}

//go:embed chambers.tsv
var chamberTable string

// rows hands the fields of the lines that are no comments to row.
func rows(table string, row func(fields []string)) {
	for line := range strings.Lines(table) {
		if line[0] != '#' {
			row(strings.Split(strings.TrimRight(line, "\r\n"), "\t"))
		}
	}
}

// readChambers reads, for each title, the words in the names of the bodies
// to which it can belong.
func readChambers() map[string][]string {
	chambers := map[string][]string{}
	rows(chamberTable, func(fields []string) {
		for title := range strings.SplitSeq(fields[1], "|") {
			chambers[title] = append(chambers[title], fields[0])
		}
	})
	return chambers
}

// readNominals reads the table of common nouns.
func readNominals() map[string]nominal {
	nominals := map[string]nominal{}
	rows(nominalTable, func(fields []string) {
		for word := range strings.SplitSeq(fields[1], "|") {
			if _, listed := nominals[word]; !listed {
				nominals[word] = nominal{fields[0], strings.Split(fields[2], ",")}
			}
		}
	})
	return nominals
}

// findNominals resolves "the Greek government" to the country, "the country"
// and "the company" to the one they can mean.
func (a *article) findNominals() {
	named := a.namedInOrder()
	a.ruled = map[int]string{}
	for _, r := range a.roles {
		if r.Of >= 0 && a.entities[r.Of].ISO3 != "" && a.gazetteer.National(r.Title) {
			a.ruled[r.Holder] = a.entities[r.Of].ISO3
		}
	}
	for i := range a.lower {
		n, ok := a.nominals[a.lower[i]]
		if !ok || a.at[i] >= 0 || a.doc.Tokens[i].POS != "NOUN" && a.doc.Tokens[i].POS != "PROPN" || a.doc.Tokens[i].Dep == "compound" {
			continue
		}
		first, land := a.landBefore(i)
		if of := a.namedBehindOf(i); land < 0 && of >= 0 && n.kind != "body" {
			e := a.mentions[of].Entity
			if e >= 0 && a.entities[e].Kind == graph.Country {
				a.addNominal(first, i, name.Country, []int{e}, trace.StandsForLand)
				continue
			}
			if a.mentions[of].Kind == name.Place {
				continue // "the government of Ontario" is no country's
			}
		}
		switch {
		case n.kind == "rule" && land >= 0:
			a.addNominal(first, i, name.Country, []int{land}, trace.StandsForLand)
		case first < i && (a.lower[first] == "the" || a.lower[first] == "its" || a.lower[first] == "this"):
			meant, why := a.meant(n, i, named)
			a.addNominal(first+1, i, kindOf(n), meant, why)
		}
	}
}

func kindOf(n nominal) name.Kind {
	if n.kind == "body" {
		return name.Organization
	}
	return name.Country
}

// landBefore gives the first token of the phrase that a noun ends and the
// country that stands in it, by name or by the name of who leads it ("the
// Macron government"); -1 if there is none.
func (a *article) landBefore(i int) (first, land int) {
	first, land = i, -1
	for j := i - 1; j >= 0 && j > i-5 && a.sameSentence(j, i); j-- {
		t := a.doc.Tokens[j]
		if m := a.mention(j); m >= 0 && a.mentions[m].Entity >= 0 {
			if e := a.mentions[m].Entity; a.entities[e].Kind == graph.Country {
				return a.mentions[m].Tokens.First, e
			} else if land, ok := a.countries[a.ruled[e]]; ok {
				return a.mentions[m].Tokens.First, land
			}
		}
		switch {
		case t.Dep == "det" || t.Dep == "poss" && t.Tag == "PRP$":
			return j, -1
		case t.Tag == "POS" || t.POS == "ADJ" && a.at[j] < 0:
			if t.POS == "ADJ" {
				first = j
			}
		default:
			return first, -1
		}
	}
	return first, land
}

// namedBehindOf is the mention behind the "of" of a noun, -1 if there is none.
func (a *article) namedBehindOf(i int) int {
	for _, c := range a.doc.Children(i) {
		if a.doc.Tokens[c].Dep == "prep" && a.lower[c] == "of" {
			if o := a.doc.Child(int(c), "pobj"); o >= 0 {
				return a.mention(o)
			}
		}
	}
	return -1
}

// namedInOrder gives the mentions of countries and organizations by name, in
// the order of the text.
func (a *article) namedInOrder() []int {
	var named []int
	for i, m := range a.mentions {
		if m.Entity >= 0 && m.Form == name.Named && a.entities[m.Entity].Kind != graph.Person {
			named = append(named, i)
		}
	}
	slices.SortFunc(named, func(x, y int) int { return a.mentions[x].Start - a.mentions[y].Start })
	return named
}

// How many code points before a common noun the nearest of several is taken
// to be meant, and how many mentions before it are looked at.
const (
	nominalReach    = 600
	nominalMentions = 60
)

// meant gives those whom a common noun at token i can mean, the one alone if
// it was named near and twice as near as the next, and why.
func (a *article) meant(n nominal, i int, named []int) ([]int, trace.Reason) {
	at := a.doc.Tokens[i].Start
	k, _ := slices.BinarySearchFunc(named, at, func(m, at int) int { return a.mentions[m].Start - at })
	var fit, distance []int
	for _, m := range slices.Backward(named[max(0, k-nominalMentions):k]) {
		e := a.mentions[m].Entity
		if !slices.Contains(fit, e) && a.fits(n, a.entities[e], a.lower[i]) {
			fit = append(fit, e)
			distance = append(distance, at-a.mentions[m].Start)
		}
	}
	switch {
	case len(fit) <= 1:
		return fit, trace.OnlyFit
	case distance[0]*2 < distance[1] && distance[0] < nominalReach:
		return fit[:1], trace.NearestFit
	}
	return fit[:min(len(fit), mostCandidates)], trace.SeveralFit
}

// fits tells whether a common noun can mean an entity.
func (a *article) fits(n nominal, e Entity, word string) bool {
	if n.kind != "body" {
		return e.Kind == graph.Country
	}
	if e.Kind != graph.Organization {
		return false
	}
	switch n.sectors[0] {
	case "*":
		return true
	case "=":
		return slices.Contains(words(e.Name), word) || slices.Contains(words(e.Canonical), word)
	}
	return slices.Contains(n.sectors, e.Sector)
}

// addNominal adds the mention of a noun phrase, resolved if it means one.
func (a *article) addNominal(first, head int, kind name.Kind, meant []int, why trace.Reason) {
	if len(meant) == 0 {
		return
	}
	m := Mention{Mention: name.Mention{Tokens: language.Range{First: first, End: head + 1}, Kind: kind, Form: name.Nominal, Confidence: 0.6}, Head: head, Entity: -1}
	m.Start, m.End = a.doc.Span(m.Tokens)
	m.Text = a.doc.Slice(m.Start, m.End)
	if len(meant) == 1 {
		m.Entity = meant[0]
	} else {
		m.Candidates = sorted(slices.Clone(meant))
	}
	a.log.Add(trace.Note{Tokens: trace.Word(head), Dropped: m.Entity < 0, Reason: why, By: -1})
	a.mentions = append(a.mentions, m)
}
