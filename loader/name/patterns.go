package name

import (
	"slices"
	"strings"
	"unicode"

	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
)

// fromOrganizationWords finds runs around a word that heads names of
// organizations: "Ministry of Health", "Cardiff University", "Acme Holdings Ltd.".
func (r *reading) fromOrganizationWords() []candidate {
	var found []candidate
	for i := range r.keys {
		sector := r.gazetteer.Sector(r.keys[i])
		if sector == "" || !r.capital[i] || r.headline[i] || !r.proper(i) || r.office[i] {
			continue
		}
		s := language.Range{First: r.before(i), End: i + 1}
		if sector != "BUS" || s.First == i {
			s.End = r.after(i)
		}
		if end, entries := r.listed(s.First); sector == "LEG" && end <= i && entries != nil && entries[0].Class == gazetteer.Group && entries[0].Sector == "PTY" {
			s.First = end
		}
		if s.End-s.First < 2 {
			continue
		}
		c := candidate{tokens: s, kind: Organization, weight: 70, sector: sector}
		last := r.keys[s.End-1]
		if i+1 < s.End && (r.keys[i+1] == "of" || r.keys[i+1] == "for") {
			last = "" // a Department of State is no state
		}
		if r.gazetteer.Head(last)&gazetteer.LastOfThing != 0 && r.gazetteer.Sector(last) == "" {
			c.kind = none
		} else if r.gazetteer.Head(last)&gazetteer.LastOfPlace != 0 || r.keys[i] == "Museum" {
			c.kind, c.sector = Place, ""
		}
		found = append(found, c)
	}
	return found
}

// before extends a name to the capitalised words in front of its head.
func (r *reading) before(i int) int {
	first := i
	for j := i - 1; j >= 0 && i-j < longestName && r.adjacent(j+1); j-- {
		switch {
		case r.nameWord(j) && r.lower[j] != "the" || r.ordinal(j):
			first = j
		case (r.keys[j] == "&" || r.keys[j] == "-" || r.doc.Tokens[j].Tag == "POS" && j > 0 && r.gazetteer.Uses(r.lower[j-1], gazetteer.Possessor) || r.keys[j] == "and" && r.deals(i)) && r.nameWord(j-1):
		default:
			j = -1
		}
	}
	for title := r.titleFrom(first); title > first && title < i; title = r.titleFrom(first) {
		first = title
	}
	return r.trim(language.Range{First: first, End: i + 1}).First
}

// ordinal tells whether a token is a number such as 3rd.
func (r *reading) ordinal(i int) bool {
	k := r.lower[i]
	return unicode.IsDigit(firstRune(k)) && (strings.HasSuffix(k, "th") || strings.HasSuffix(k, "st") || strings.HasSuffix(k, "nd") || strings.HasSuffix(k, "rd"))
}

// fromWholes finds the names of wars, cups and the like, in which no other
// name stands by itself: "Falklands War".
func (r *reading) fromWholes() []candidate {
	var found []candidate
	for i := range r.keys {
		if r.gazetteer.Head(r.keys[i])&gazetteer.LastOfWhole == 0 || !r.proper(i) || r.headline[i] {
			continue
		}
		if s := (language.Range{First: r.before(i), End: i + 1}); s.End-s.First > 1 {
			found = append(found, candidate{tokens: s, kind: none, weight: 71})
		}
	}
	return found
}

// deals tells whether a word heads bodies that are named for what they deal with.
func (r *reading) deals(i int) bool { return r.gazetteer.Uses(r.keys[i], gazetteer.Dealing) }

// after extends a name over "of X and Y" behind its head.
func (r *reading) after(i int) int {
	end := i + 1
	for end < len(r.keys) && end < i+longestName && r.adjacent(end) && r.nameWord(end) && r.titleFrom(end) == end && !r.isGiven(end) {
		end++
	}
	if end >= len(r.keys) || !r.adjacent(end) || r.lower[end] != "of" && r.lower[end] != "for" && !(r.lower[end] == "on" && r.deals(i)) {
		return end
	}
	for j := end + 1; j < len(r.keys) && j < i+longestName && r.adjacent(j); j++ {
		switch {
		case j+2 >= len(r.keys):
			return end
		case r.nameWord(j):
			if e := r.gazetteer.Lookup(r.keys[j]); e != nil && e[0].Class == gazetteer.Thing {
				return end
			}
			if r.titleFrom(j) > j && r.keys[j-1] != "the" || r.isGiven(j) && r.keys[j-1] != "of" {
				return end
			}
			end = j + 1
		case r.lower[j] == "the" || r.lower[j] == "and" || r.keys[j] == "&" || r.lower[j] == "of":
			if !r.nameWord(j + 1) {
				return end
			}
		default:
			return end
		}
	}
	return end
}

// fromTitles finds the person behind a title: "Chancellor Angela Merkel",
// "singer Björk".
func (r *reading) fromTitles() []candidate {
	var found []candidate
	for i := 0; i < len(r.keys); i++ {
		title := r.titleFrom(i)
		end := r.officeOf(title)
		if title == i || end >= len(r.keys) || !r.adjacent(end) {
			continue
		}
		last := r.person(end)
		if last == end || r.titled(end) {
			continue
		}
		c := candidate{tokens: language.Range{First: end, End: last}, kind: Person, weight: 68, title: language.Range{First: i, End: title}}
		if to, entries := r.listed(end); to == last && entries[0].Class < gazetteer.Seat {
			continue
		}
		if !r.capital[title-1] {
			c.weight = 58
		}
		c.gender = r.personGender(c)
		found = append(found, c)
		i = end
	}
	return found
}

// titled tells whether a title that goes on with the name of a country, people
// or party before it begins at token i: "incumbent Norwegian Minister".
func (r *reading) titled(i int) bool {
	for i < len(r.keys) && r.titleFrom(i) == i {
		end, entries := r.listed(i)
		if entries == nil || entries[0].Class > gazetteer.Demonym && entries[0].Class != gazetteer.Group {
			return false
		}
		i = end
	}
	return i < len(r.keys) && r.capital[i] && !r.isGiven(i)
}

// outsideTitles drops what is a single word of a longer title, such as State
// in "Secretary of State"; words that name a body by themselves are kept.
func (r *reading) outsideTitles(all []candidate) []candidate {
	return slices.DeleteFunc(all, func(c candidate) bool { return c.size() == 1 && r.office[c.tokens.First] && c.kind != Person })
}

// titleFrom gives the end of the title that begins at token i, modifiers
// before it included; i if none does.
func (r *reading) titleFrom(i int) int {
	if i >= len(r.titles) {
		return i
	}
	return int(r.titles[i])
}

// findTitle is titleFrom, computed.
func (r *reading) findTitle(i int) int {
	end := i
	for end < len(r.keys) && end < i+gazetteer.LongestTitle && (end == i || r.adjacent(end)) {
		end++
	}
	n := r.gazetteer.TitleLength(r.lower[i:end])
	if n == 0 && end > i+1 && r.isGiven(i+1) && r.capital[i] && strings.HasSuffix(r.lower[i], "s") && !r.isGiven(i) {
		n = r.gazetteer.TitleLength([]string{gazetteer.Singular(r.lower[i])}) // Senators Ann Lee and Jan Visser
	}
	if n == 1 && end > i+1 && r.isGiven(i) && r.capital[i+1] && r.proper(i+1) && !r.isGiven(i+1) {
		return i // Dean Acheson
	}
	return i + n
}

func (r *reading) titleGender(s language.Range) gazetteer.Gender {
	for i := s.First; i < s.End; i++ {
		if t, ok := r.gazetteer.Title(r.lower[i]); ok && t.Gender != gazetteer.Unknown {
			return t.Gender
		}
	}
	return gazetteer.Unknown
}

// fromAppositions takes an unlisted run of proper nouns for a person if "who"
// or a title between commas follows: "Ruvimbo Paris, an activist,".
func (r *reading) fromAppositions() []candidate {
	var found []candidate
	for i := 0; i < len(r.keys); i++ {
		if !r.unknown(i) && !r.isGiven(i) || r.adjacent(i) && (r.unknown(i-1) || r.isGiven(i-1)) {
			continue
		}
		end := r.person(i)
		if end < i+2 || end > i+4 || !r.relative(end) || r.gazetteer.Head(r.keys[end-1]) != 0 {
			i = max(i, end-1)
			continue
		}
		c := candidate{tokens: language.Range{First: i, End: end}, kind: Person, weight: 72}
		c.gender = r.personGender(c)
		found = append(found, c)
		i = end - 1
	}
	return found
}

// fromLoneFirstNames takes a proper noun that is nothing but a first name for
// a person.
func (r *reading) fromLoneFirstNames() []candidate {
	var found []candidate
	for i := range r.keys {
		gender, ok := r.gazetteer.Given(r.keys[i])
		if !ok || gender == gazetteer.Unknown || !r.capital[i] || !r.proper(i) || r.headline[i] || len(r.keys[i]) < 4 {
			continue
		}
		if _, entries := r.listed(i); entries == nil {
			found = append(found, candidate{tokens: language.Range{First: i, End: i + 1}, kind: Person, weight: 35, gender: gender})
		}
	}
	return found
}

// fromFirstNames finds a first name with the capitalised words behind it.
func (r *reading) fromFirstNames() []candidate {
	var found []candidate
	for i := 0; i < len(r.keys); i++ {
		if !r.isGiven(i) || r.headline[i] && !r.proper(i) || i > 0 && r.adjacent(i) && r.nameWord(i-1) {
			continue
		}
		gender, _ := r.gazetteer.Given(r.keys[i])
		end := r.person(i)
		if end < i+2 {
			continue
		}
		c := candidate{tokens: language.Range{First: i, End: end}, kind: Person, weight: 52, gender: gender}
		if r.namesake(c.tokens) {
			c = candidate{tokens: c.tokens, kind: none, weight: 61}
		}
		found = append(found, c)
		i = end - 1
	}
	return found
}

// namesake tells whether a person's name and a word behind it name a thing:
// "Ann Lee Memorial Prize".
func (r *reading) namesake(s language.Range) bool {
	last := r.keys[s.End-1]
	return s.End-s.First > 2 && r.gazetteer.Head(last)&(gazetteer.LastOfThing|gazetteer.LastOfPlace) != 0 && !r.gazetteer.Surname(last)
}

// fromAcronyms ties an acronym in brackets to the long form before it, and
// takes other words in capitals for organizations.
func (r *reading) fromAcronyms() []candidate {
	var found []candidate
	for i := range r.keys {
		if !r.acronym(i) {
			continue
		}
		if r.acts(i) {
			found = append(found, candidate{tokens: language.Range{First: i, End: i + 1}, kind: Organization, weight: 30})
		}
		if i > 1 && r.keys[i-1] == "(" && i+1 < len(r.keys) && r.keys[i+1] == ")" {
			if first := r.longForm(i); first >= 0 && r.titleFrom(first) != i-1 {
				long := candidate{tokens: language.Range{First: first, End: i - 1}, kind: Organization, weight: 72, acronym: r.keys[i], sector: r.headSector(first, i-1)}
				if end, entries := r.listed(first); end == i-1 && entries != nil {
					long = r.listedAs(long, entries)
				} else if r.gazetteer.Head(r.keys[i-2])&gazetteer.LastOfPlace != 0 {
					long.kind = Place
				}
				short := long
				short.tokens = language.Range{First: i, End: i + 1}
				found = append(found, long, short)
			}
		}
	}
	return found
}

// acts tells whether an unlisted word in capitals does or has something, or
// somebody belongs to it: "said ZXQ", "Otieno of ZXQ".
func (r *reading) acts(i int) bool {
	t := r.doc.Tokens[i]
	if _, entries := r.listed(i); entries != nil || !r.proper(i) || len(r.keys[i]) < 3 || strings.ContainsFunc(r.keys[i], func(c rune) bool { return !unicode.IsUpper(c) }) {
		return false
	}
	switch t.Dep {
	case "nsubj", "nsubjpass", "poss":
		return true
	case "pobj":
		above := r.doc.Tokens[t.Head]
		return r.lower[t.Head] == "by" || r.lower[t.Head] == "of" && r.doc.Tokens[above.Head].POS == "PROPN"
	}
	return false
}

// acronym tells whether a token is two to eight capitals in a text that is not
// all in capitals.
func (r *reading) acronym(i int) bool {
	letters := 0
	for _, c := range r.keys[i] {
		if unicode.IsUpper(c) {
			letters++
		} else if c != '.' && c != '-' && c != '&' && !unicode.IsDigit(c) && !unicode.IsLower(c) {
			return false
		}
	}
	return letters > 1 && letters*2 > len(r.keys[i]) && len(r.keys[i]) < 10 && !r.loud[i]
}

// longForm gives the first token of the words before the brackets whose
// initials spell the acronym at token i, -1 if they do not.
func (r *reading) longForm(i int) int {
	letters := []rune(strings.ToLower(strings.Map(func(c rune) rune {
		if unicode.IsUpper(c) {
			return c
		}
		return -1
	}, r.keys[i])))
	k := len(letters) - 1
	for j := i - 2; j >= 0 && j > i-3-3*len(letters) && r.adjacent(j+1); j-- {
		if firstRune(r.lower[j]) == letters[k] && (r.capital[j] || k > 0) {
			if k--; k < 0 {
				return j
			}
		} else if r.capital[j] {
			continue
		} else if p := r.doc.Tokens[j].POS; p == "VERB" || p == "PUNCT" && r.keys[j] != "-" && r.keys[j] != "," || r.doc.Tokens[j].Tag == "POS" && k == 0 {
			return -1
		}
	}
	return -1
}

// headSector is the sector that a word of a long form tells.
func (r *reading) headSector(first, end int) string {
	for i := end - 1; i >= first; i-- {
		if s := r.gazetteer.Sector(r.keys[i]); s != "" {
			return s
		}
	}
	return ""
}
