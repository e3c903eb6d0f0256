package name

import (
	"slices"
	"strings"

	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
)

// agree gives every name of the text one kind: that with most weight over its
// mentions. A word that ends a person's full name is that person's wherever
// no gazetteer lists it as something else.
func (r *reading) agree(chosen []candidate) []candidate {
	votes := map[string]map[Kind]int{}
	surnames := map[string]bool{}
	for _, c := range chosen {
		key := r.key(c.tokens)
		if votes[key] == nil {
			votes[key] = map[Kind]int{}
		}
		votes[key][c.kind] += c.weight * c.weight
		if c.title.End > 0 {
			votes[key][Person] += 2 * c.weight * c.weight
		}
		if c.kind == Person && c.size() > 1 && c.weight >= 50 && !r.acronym(c.tokens.End-1) {
			for _, s := range r.surnames(c.tokens) {
				surnames[strings.ToLower(r.key(s))] = true
			}
		}
	}
	chosen = r.couples(chosen, surnames)
	for i, c := range chosen {
		if c.title.End > 0 || c.form == Demonym || c.entry != nil && c.entry.Class <= gazetteer.Demonym {
			continue
		}
		if surnames[strings.ToLower(r.key(c.tokens))] && c.kind != none && (c.kind == Person || c.weight < 60 || c.kind == Place && !r.locative(c.tokens.First-1)) {
			if c.kind != Person {
				chosen[i] = candidate{tokens: c.tokens, kind: Person, rule: "surname", weight: c.weight}
			}
			continue
		}
		best := c.kind
		for _, k := range []Kind{Person, Organization, Country, Place, Group, none} {
			if v := votes[r.key(c.tokens)]; v[k] > v[best] {
				best = k
			}
		}
		if best != c.kind && best != Country {
			chosen[i].kind, chosen[i].entry = best, nil
		}
	}
	return chosen
}

// couples parts what was taken for one name and is the surnames of two people:
// "Berg and Duarte".
func (r *reading) couples(chosen []candidate, surnames map[string]bool) []candidate {
	known := func(s language.Range) bool { return surnames[strings.ToLower(r.key(s))] }
	var parted []candidate
	for _, c := range chosen {
		and := slices.Index(r.lower[c.tokens.First:c.tokens.End], "and") + c.tokens.First
		a, b := language.Range{First: c.tokens.First, End: and}, language.Range{First: and + 1, End: c.tokens.End}
		if and > c.tokens.First && c.entry == nil && c.kind != none && known(a) && known(b) {
			for _, half := range []language.Range{a, b} {
				parted = append(parted, candidate{tokens: half, kind: Person, rule: "surname", weight: c.weight})
			}
			continue
		}
		parted = append(parted, c)
	}
	return parted
}

// surnames are the ends of a person's name by which alone the person may be
// called: the last word, with what hyphens and particles tie to it.
func (r *reading) surnames(name language.Range) []language.Range {
	list := []language.Range{{First: name.End - 1, End: name.End}}
	for i := name.End - 2; i > name.First; i-- {
		switch {
		case r.keys[i] == "-" && i-1 > name.First:
			i--
		case !r.particle(i):
			return list
		}
		list = append(list, language.Range{First: i, End: name.End})
	}
	return list
}

// locative tells whether token i is a preposition that stands before places.
func (r *reading) locative(i int) bool {
	return i >= 0 && r.gazetteer.Uses(r.lower[i], gazetteer.Locative)
}

// remember finds the names again where they were missed, in a headline all in
// capitals too: every name of weight, surnames and acronyms.
func (r *reading) remember(chosen []candidate) []candidate {
	known := r.learn(chosen)
	small := map[string]bool{} // words that the text has in lower case
	for i := range r.keys {
		if !r.capital[i] {
			small[r.lower[i]] = true
		}
	}
	var found []candidate
	for i := range r.keys {
		if !r.capital[i] && r.lower[i] != "al" {
			continue
		}
		var key strings.Builder
		for j := i; j < len(r.keys) && j < i+longestName && (j == i || r.adjacent(j)); j++ {
			if j > i && !r.touching(j) {
				key.WriteByte(' ')
			}
			key.WriteString(r.keys[j])
			c, ok := known[key.String()]
			if !ok || j == i && !r.proper(i) && small[r.lower[i]] {
				continue
			}
			c.tokens, c.rule = language.Range{First: i, End: j + 1}, "elsewhere"
			if c.kind == Person && c.size() == 1 {
				if c.tokens = r.widen(c.tokens); c.size() > 1 {
					c.weight = 52
				}
			}
			found = append(found, c)
		}
	}
	return found
}

// learn gives what the chosen names tell of the same words elsewhere: names of
// weight, and the last words of people's names.
func (r *reading) learn(chosen []candidate) map[string]candidate {
	known := map[string]candidate{}
	learn := func(key string, c candidate) {
		for _, key := range []string{key, strings.ToUpper(key)} {
			if old, ok := known[key]; !ok || old.weight < c.weight {
				known[key] = c
			}
		}
	}
	for _, c := range chosen {
		if c.weight < 45 || c.form == Demonym || c.kind == none {
			continue
		}
		learn(r.key(c.tokens), candidate{kind: c.kind, weight: 40, entry: c.entry, sector: c.sector, acronym: c.acronym, gender: c.gender})
		if c.kind != Person || c.size() == 1 {
			continue
		}
		for _, s := range r.surnames(c.tokens) {
			learn(r.key(s), candidate{kind: Person, weight: 40})
		}
	}
	return known
}

// key is the text of a run as the gazetteer writes it.
func (r *reading) key(s language.Range) string { return gazetteer.Key(r.doc.RangeText(s)) }
