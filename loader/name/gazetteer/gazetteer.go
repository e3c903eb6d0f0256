package gazetteer

import (
	"cmp"
	"embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline/loader/table"
)

//go:embed *.tsv
var tables embed.FS

// A Class tells what a listed name is.
type Class int

// The classes, the surer ones first.
const (
	Country Class = iota
	// Demonym is an adjective or people of one country.
	Demonym
	// Seat is a capital or palace that can stand for a government.
	Seat
	Organization
	Region
	City
	// Group is a people, religion or political family of no single country.
	Group
	// Thing is what is written like a name and is none: a product, an event, a unit.
	Thing
)

// An Entry is one meaning of a listed name.
type Entry struct {
	Class Class
	// Name is the usual name of what is meant: of the country for demonyms and seats.
	Name string
	// ISO3 is the alpha-3 code of the country it is or belongs to; empty if
	// it belongs to none or to several.
	ISO3 string
	// Acronym and Sector (PLOVER's code) are an organization's, empty if it has none.
	Acronym, Sector string
	// People is the number of inhabitants of a city in thousands.
	People int
}

// A Gazetteer answers what a name may mean. It is not changed after New and
// safe for concurrent use.
type Gazetteer struct {
	entries   map[string][]Entry
	folded    map[string][]Entry
	countries map[string]codes
	given     map[string]Gender
	surnames  map[string]bool
	titles    map[string]Title
	// opening are the first words of titles.
	opening  map[string]bool
	long     map[string]string
	before   map[string]bool
	national map[string]bool
	unique   map[string]bool
	sectors  map[string]string
	heads    map[string]Head
	acts     map[string]Act
	uses     map[string]Use
	// leaders and surnamesOf give the countries of leaders by name and by surname.
	leaders, surnamesOf map[string]string
	// without and only are the countries that lack an office, and those that alone have it.
	without, only map[string][]string
}

type codes struct{ iso2, name string }

// New reads the embedded tables. It fails only if a table is malformed.
func New() (*Gazetteer, error) {
	g := &Gazetteer{
		entries: map[string][]Entry{}, folded: map[string][]Entry{}, countries: map[string]codes{},
		given: map[string]Gender{}, surnames: map[string]bool{},
		titles: map[string]Title{}, opening: map[string]bool{}, long: map[string]string{}, before: map[string]bool{}, national: map[string]bool{}, unique: map[string]bool{}, sectors: map[string]string{}, heads: map[string]Head{}, acts: map[string]Act{}, uses: map[string]Use{}, without: map[string][]string{}, only: map[string][]string{},
		leaders: map[string]string{}, surnamesOf: map[string]string{},
	}
	for _, t := range []struct {
		file   string
		fields int
		row    func([]string) error
	}{
		{"countries.tsv", 3, g.addCountry}, {"names.tsv", 3, g.addCountryName}, {"organizations.tsv", 5, g.addOrganization},
		{"regions.tsv", 2, g.addRegions}, {"cities.tsv", 3, g.addCity}, {"members.tsv", 3, g.addMembers}, {"groups.tsv", 1, g.addGroup},
		{"people.tsv", 2, g.addPerson}, {"given.tsv", 2, g.addGiven}, {"titles.tsv", 2, g.addTitles}, {"sectors.tsv", 2, g.addSectors},
		{"abbreviations.tsv", 2, g.addAbbreviation}, {"things.tsv", 2, g.addThings}, {"places.tsv", 2, g.addPlaces}, {"acts.tsv", 2, g.addActs}, {"offices.tsv", 3, g.addOffices},
		{"words.tsv", 2, g.addWords}, {"leaders.tsv", 2, g.addLeaders},
	} {
		if err := table.Read(tables, t.file, t.fields, t.row); err != nil {
			return nil, err
		}
	}
	for _, table := range []map[string]string{g.leaders, g.surnamesOf} {
		maps.DeleteFunc(table, func(_, iso3 string) bool { return iso3 == several })
	}
	for key, entries := range g.entries {
		for i, e := range entries {
			if e.Class <= Seat {
				entries[i].Name = g.countries[e.ISO3].name
			}
		}
		slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Class, b.Class) })
		fold := strings.ToLower(key)
		g.folded[fold] = append(g.folded[fold], entries...)
	}
	return g, nil
}

var plain = strings.NewReplacer("’", "'", "‘", "'", "`", "'", "–", "-", "\u00a0", " ")

// Key is the form under which a name is looked up: with plain apostrophes and hyphens.
func Key(name string) string { return plain.Replace(name) }

// Lookup gives what a name may mean, the surest first; nil if it is not listed.
func (g *Gazetteer) Lookup(key string) []Entry { return g.entries[key] }

// LookupFolded is Lookup for text all in capitals: key is in lower case.
func (g *Gazetteer) LookupFolded(key string) []Entry { return g.folded[key] }

// Country gives the alpha-2 code and the usual name of a country.
func (g *Gazetteer) Country(iso3 string) (iso2, name string) {
	c := g.countries[iso3]
	return c.iso2, c.name
}

func (g *Gazetteer) add(name string, e Entry) {
	key := Key(name)
	for _, old := range g.entries[key] {
		if old.Class == e.Class && old.ISO3 == e.ISO3 && (e.Class != Organization || old.Name == e.Name) {
			return
		}
	}
	g.entries[key] = append(g.entries[key], e)
}

func (g *Gazetteer) addCountry(f []string) error {
	names := strings.Split(f[2], "|")
	g.countries[f[0]] = codes{f[1], names[0]}
	for _, name := range names {
		g.add(name, Entry{Class: Country, Name: names[0], ISO3: f[0]})
	}
	return nil
}

func (g *Gazetteer) addCountryName(f []string) error {
	iso3, kind, names := f[0], f[1], strings.Split(f[2], "|")
	c := g.countries[iso3]
	if kind == "name" || kind == "old" {
		c.name = names[0]
		g.countries[iso3] = c
	}
	if c.name == "" {
		return fmt.Errorf("unknown country %s", iso3)
	}
	for _, name := range names {
		switch kind {
		case "name", "old":
			g.add(name, Entry{Class: Country, Name: c.name, ISO3: iso3})
		case "people":
			g.add(name, Entry{Class: Demonym, Name: c.name, ISO3: iso3})
		case "adj":
			g.add(name, Entry{Class: Demonym, Name: c.name, ISO3: iso3})
			if !strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "sh") && !strings.HasSuffix(name, "ch") {
				g.add(name+"s", Entry{Class: Demonym, Name: c.name, ISO3: iso3})
			}
		case "seat":
			g.add(name, Entry{Class: Seat, Name: c.name, ISO3: iso3})
		default:
			return fmt.Errorf("unknown kind %q", kind)
		}
	}
	return nil
}

func (g *Gazetteer) addOrganization(f []string) error {
	e := Entry{Class: Organization, Name: f[0], Acronym: f[1], ISO3: f[2], Sector: f[3]}
	names := append([]string{f[0], f[1]}, strings.Split(f[4], "|")...)
	for _, name := range names {
		if name == "" {
			continue
		}
		g.add(name, e)
		if rest, ok := strings.CutPrefix(name, "The "); ok {
			g.add(rest, e)
		}
	}
	return nil
}

func (g *Gazetteer) addRegions(f []string) error {
	iso3 := strings.Trim(f[0], "-")
	for name := range strings.SplitSeq(f[1], "|") {
		g.add(name, Entry{Class: Region, Name: name, ISO3: iso3})
	}
	return nil
}

func (g *Gazetteer) addCity(f []string) error {
	e := Entry{Class: City, Name: f[0]}
	if !strings.Contains(f[1], "|") {
		e.ISO3 = f[1]
	}
	var err error
	if e.People, err = strconv.Atoi(f[2]); err != nil {
		return fmt.Errorf("number of people: %w", err)
	}
	g.add(f[0], e)
	if plain := unaccented(f[0]); plain != f[0] {
		g.add(plain, e)
	}
	return nil
}

// unaccented writes a name as newspapers do that leave the accents out.
func unaccented(name string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFD.String(name))
}

// addMembers lists the adherents of a party as a group that carries the party's name and sector.
func (g *Gazetteer) addMembers(f []string) error {
	for word := range strings.SplitSeq(f[2], "|") {
		g.add(word, Entry{Class: Group, Name: f[0], ISO3: f[1], Sector: "PTY"})
	}
	return nil
}

func (g *Gazetteer) addGroup(f []string) error {
	g.add(f[0], Entry{Class: Group, Name: f[0]})
	if !strings.HasSuffix(f[0], "s") && !strings.HasSuffix(f[0], "sh") {
		g.add(f[0]+"s", Entry{Class: Group, Name: f[0]})
	}
	return nil
}
