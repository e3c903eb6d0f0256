package gazetteer

import (
	"fmt"
	"slices"
	"strings"
)

// A Gender is what a name or title tells of a person.
type Gender int

// The genders; a name that both women and men bear tells Unknown.
const (
	Unknown Gender = iota
	Female
	Male
)

// A TitleKind tells how a title is held.
type TitleKind int

// The kinds of titles.
const (
	// Office is held in a country or body: president, spokesman.
	Office TitleKind = iota + 1
	// Rank is one of armed forces, police, nobility or clergy.
	Rank
	// Address goes with anyone: Mr, Dr.
	Address
	// Job is a trade or a standing that is no office: singer, resident.
	Job
)

// A Title is a listed title.
type Title struct {
	Kind   TitleKind
	Gender Gender
}

// Given tells whether a word, as written, is a first name, and of whom.
func (g *Gazetteer) Given(word string) (Gender, bool) {
	gender, ok := g.given[strings.ToLower(word)]
	return gender, ok
}

// Surname tells whether a word, as written, is a frequent surname.
func (g *Gazetteer) Surname(word string) bool { return g.surnames[strings.ToLower(word)] }

// Title looks up a title in lower case, its words separated by single spaces.
func (g *Gazetteer) Title(words string) (Title, bool) {
	t, ok := g.titles[words]
	return t, ok
}

// LongestTitle is the number of tokens that TitleLength needs to see at most.
const LongestTitle = 9

// TitleLength gives the number of tokens of the titles that the tokens (in
// lower case) begin with: one with its modifiers, and those that go on from
// there ("president and CEO"); 0 if they begin with none.
func (g *Gazetteer) TitleLength(tokens []string) int {
	tokens = tokens[:min(len(tokens), LongestTitle)]
	n := g.OneTitle(tokens)
	switch {
	case n == 0 || n >= len(tokens):
		return n
	case tokens[n] != "and":
		return n + g.TitleLength(tokens[n:])
	}
	if more := g.TitleLength(tokens[n+1:]); more > 0 {
		return n + 1 + more
	}
	return n
}

// OneTitle gives the number of tokens of the one title that the tokens (in
// lower case) begin with, its modifiers ("former", "deputy foreign") included;
// 0 if they begin with none.
func (g *Gazetteer) OneTitle(tokens []string) int {
	tokens = tokens[:min(len(tokens), LongestTitle)]
	if len(tokens) == 0 {
		return 0
	}
	n := 0
	if g.opening[tokens[0]] {
		for k := 1; k <= len(tokens); k++ {
			if _, ok := g.titles[JoinTitle(tokens[:k])]; ok {
				n = k
			}
		}
	}
	if len(tokens) < 2 || !g.before[tokens[0]] {
		return n
	}
	skip := 1
	if tokens[1] == "-" || tokens[1] == "/" {
		skip = 2
	}
	if more := g.OneTitle(tokens[skip:]); more > 0 {
		return max(n, skip+more)
	}
	return n
}

// Singular gives the singular of the last word of a title, as far as titles
// need it; the word itself if it is no plural.
func Singular(word string) string {
	if stem, ok := strings.CutSuffix(word, "men"); ok {
		return stem + "man"
	}
	if stem, ok := strings.CutSuffix(word, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(word, "s")
}

// JoinTitle writes the tokens of a title as one string: it puts single spaces between tokens, none around hyphens.
func JoinTitle(tokens []string) string {
	return strings.ReplaceAll(strings.Join(tokens, " "), " - ", "-")
}

// LongTitle gives the long form of a title that is shortened before names, and
// any other title as it is.
func (g *Gazetteer) LongTitle(title string) string {
	if long, ok := g.long[title]; ok {
		return long
	}
	return title
}

// National tells whether an office is one of a country: president, foreign
// minister; "former" and the like may stand before it.
func (g *Gazetteer) National(title string) bool { return g.tail(title, g.national) }

// Unique tells whether a country or body has one holder of an office at a
// time, so that the office names a person.
func (g *Gazetteer) Unique(title string) bool {
	return g.tail(title, g.national) || g.tail(title, g.unique)
}

// Has tells whether a country can have an office of that title, former or
// not; true if nothing is known against it.
func (g *Gazetteer) Has(iso3, title string) bool {
	for {
		if slices.Contains(g.without[title], iso3) {
			return false
		}
		if only := g.only[title]; only != nil {
			return slices.Contains(only, iso3)
		}
		_, rest, ok := strings.Cut(title, " ")
		if !ok {
			return true
		}
		title = rest
	}
}

func (g *Gazetteer) addOffices(f []string) error {
	offices := map[string]map[string][]string{"without": g.without, "only": g.only}[f[0]]
	if offices == nil {
		return fmt.Errorf("unknown kind %q", f[0])
	}
	for title := range strings.SplitSeq(f[1], "|") {
		offices[title] = strings.Split(f[2], "|")
	}
	return nil
}

// tail tells whether a title or what follows its first words is in a set.
func (g *Gazetteer) tail(title string, set map[string]bool) bool {
	for {
		if set[title] {
			return true
		}
		_, rest, ok := strings.Cut(title, " ")
		if !ok {
			return false
		}
		title = rest
	}
}

// Modifier tells whether a word in lower case can stand before a title as a
// part of it: former, deputy, foreign.
func (g *Gazetteer) Modifier(word string) bool { return g.before[word] }

// addPerson reads the exported names; those that our own list has too are kept as ours.
func (g *Gazetteer) addPerson(f []string) error {
	female, male := strings.Contains(f[1], "f"), strings.Contains(f[1], "m")
	switch {
	case female && !male:
		g.given[f[0]] = Female
	case male && !female:
		g.given[f[0]] = Male
	case female || strings.Contains(f[1], "b"):
		g.given[f[0]] = Unknown
	}
	if strings.Contains(f[1], "s") {
		g.surnames[f[0]] = true
	}
	return nil
}

func (g *Gazetteer) addGiven(f []string) error {
	gender, ok := map[string]Gender{"m": Male, "f": Female, "b": Unknown}[f[0]]
	if !ok {
		return fmt.Errorf("unknown gender %q", f[0])
	}
	for name := range strings.SplitSeq(f[1], "|") {
		name = strings.ToLower(name)
		if old, listed := g.given[name]; listed && old != gender {
			gender = Unknown
		}
		g.given[name] = gender
		gender = map[string]Gender{"m": Male, "f": Female, "b": Unknown}[f[0]]
	}
	return nil
}

func (g *Gazetteer) addTitles(f []string) error {
	kind := map[string]TitleKind{"office": Office, "rank": Rank, "address": Address, "job": Job}[f[0]]
	gender := map[string]Gender{"female": Female, "male": Male}[f[0]]
	if kind == 0 && gender == Unknown && f[0] != "before" && f[0] != "national" && f[0] != "unique" {
		return fmt.Errorf("unknown kind of title %q", f[0])
	}
	for words := range strings.SplitSeq(f[1], "|") {
		if set := map[string]map[string]bool{"before": g.before, "national": g.national, "unique": g.unique}[f[0]]; set != nil {
			set[words] = true
			continue
		}
		t, listed := g.titles[words]
		if !listed {
			t.Kind = kind
		}
		if gender != Unknown {
			t.Gender = gender
		}
		if t.Kind != 0 {
			g.titles[words] = t
			g.opening[strings.FieldsFunc(words, func(c rune) bool { return c == ' ' || c == '-' })[0]] = true
		}
	}
	return nil
}

func (g *Gazetteer) addAbbreviation(f []string) error {
	for short := range strings.SplitSeq(f[0], "|") {
		g.long[short] = f[1]
	}
	return nil
}
