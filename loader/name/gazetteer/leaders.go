package gazetteer

import (
	"fmt"
	"strings"
	"unicode"
)

// Leader gives the alpha-3 code of the country of a listed leader by a name
// that stands for nobody else; empty if it is not listed, or for several
// countries.
func (g *Gazetteer) Leader(name string) string { return g.leaders[leaderKey(name)] }

// LeaderTitled is Leader for the surname behind the title of a national office
// ("President Ford"), which need not be telling alone.
func (g *Gazetteer) LeaderTitled(surname string) string {
	if iso3 := g.Leader(surname); iso3 != "" {
		return iso3
	}
	return g.surnamesOf[leaderKey(surname)]
}

// several stands for the country of a name that leaders of several have.
const several = "-"

func (g *Gazetteer) addLeaders(f []string) error {
	if len(f[0]) != 3 {
		return fmt.Errorf("want an alpha-3 code, not %q", f[0])
	}
	note := func(table map[string]string, name string) {
		switch key := leaderKey(name); table[key] {
		case "", f[0]:
			table[key] = f[0]
		default:
			table[key] = several
		}
	}
	for name := range strings.SplitSeq(f[1], "|") {
		note(g.leaders, name)
		if words := strings.Fields(name); len(words) > 1 {
			note(g.surnamesOf, words[len(words)-1])
		}
	}
	return nil
}

// leaderKey is a name in lower case without accents, points, apostrophes and
// hyphens, which papers write differently.
func leaderKey(name string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '-' || c == '–':
			return ' '
		case unicode.IsLetter(c) || c == ' ':
			return unicode.ToLower(c)
		}
		return -1
	}, unaccented(name))
}
