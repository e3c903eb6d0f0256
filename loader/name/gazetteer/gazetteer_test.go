package gazetteer

import (
	"strings"
	"testing"
)

func load(t *testing.T) *Gazetteer {
	t.Helper()
	g, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestLookup(t *testing.T) {
	g := load(t)
	for _, test := range []struct {
		name  string
		class Class
		want  string // country, or the organization's usual name
	}{
		{"Kosovo", Country, "XKX"},
		{"Hong Kong", Country, "HKG"},
		{"USSR", Country, "SUN"},
		{"Côte d’Ivoire", Country, "CIV"},
		{"Dutchmen", Demonym, "NLD"},
		{"Kenyans", Demonym, "KEN"},
		{"Kremlin", Seat, "RUS"},
		{"IMF", Organization, "International Monetary Fund"},
		{"Washington Post", Organization, "The Washington Post"},
		{"Bavaria", Region, "DEU"},
		{"Nagoya", City, "JPN"},
		{"Yazidis", Group, "Yazidi"},
		{"iPhone", Thing, "iPhone"},
	} {
		entries := g.Lookup(Key(test.name))
		if len(entries) == 0 {
			t.Errorf("%s is not listed", test.name)
			continue
		}
		if e := entries[0]; e.Class != test.class || e.ISO3 != test.want && e.Name != test.want {
			t.Errorf("%s: %+v, want %s of class %d", test.name, e, test.want, test.class)
		}
	}
	if iso2, name := g.Country("XKX"); iso2 != "XK" || name != "Kosovo" {
		t.Errorf("XKX: %q %q", iso2, name)
	}
	if e := g.LookupFolded("united nations"); len(e) == 0 || e[0].Acronym != "UN" {
		t.Errorf("united nations: %+v", e)
	}
}

func TestEntriesAreWhole(t *testing.T) {
	g := load(t)
	for key, entries := range g.entries {
		for _, e := range entries {
			if key == "" || e.Name == "" || len(e.ISO3) != 0 && len(e.ISO3) != 3 {
				t.Errorf("%q: %+v", key, e)
			}
			if e.Class <= Seat && g.countries[e.ISO3].name != e.Name {
				t.Errorf("%q: country %s is named %q, want %q", key, e.ISO3, e.Name, g.countries[e.ISO3].name)
			}
		}
	}
}

func TestTitleLength(t *testing.T) {
	g := load(t)
	for words, want := range map[string]int{
		"president of":                    1,
		"vice - president kim":            3,
		"former deputy foreign minister":  4,
		"president and ceo of":            3,
		"ex - prime minister tusk":        4,
		"secretary of state for":          3,
		"house speaker":                   2,
		"the president":                   0,
		"former teammates":                0,
		"lt. gen. stephen":                2,
		"army chief general prayut":       3,
		"speaker of the house of commons": 4,
	} {
		if got := g.TitleLength(strings.Fields(words)); got != want {
			t.Errorf("%q begins with %d words of titles, want %d", words, got, want)
		}
	}
	if got := g.LongTitle("gen."); got != "general" {
		t.Errorf("gen. is %q", got)
	}
}

func TestHas(t *testing.T) {
	g := load(t)
	for _, test := range []struct {
		iso3, title string
		want        bool
	}{
		{"FRA", "president", true}, {"GBR", "president", false}, {"GBR", "former president", false},
		{"USA", "prime minister", false}, {"USA", "acting secretary of state", true}, {"DEU", "secretary of state", false}, {"PER", "minister of mines", true},
	} {
		if got := g.Has(test.iso3, test.title); got != test.want {
			t.Errorf("%s has a %s: %v", test.iso3, test.title, got)
		}
	}
}

func TestGenders(t *testing.T) {
	g := load(t)
	for name, want := range map[string]Gender{"Angela": Female, "Vladimir": Male, "Fatima": Female, "Kofi": Male} {
		if got, ok := g.Given(name); !ok || got != want {
			t.Errorf("%s: %v %v", name, got, ok)
		}
	}
	if _, ok := g.Given("Tuesday"); ok {
		t.Error("Tuesday is a first name")
	}
	for title, want := range map[string]Gender{"spokeswoman": Female, "king": Male, "president": Unknown} {
		if got, ok := g.Title(title); !ok || got.Gender != want {
			t.Errorf("%s: %v %v", title, got, ok)
		}
	}
}

func TestLeaders(t *testing.T) {
	g := load(t)
	for name, want := range map[string]string{"Recep Tayyip Erdoğan": "TUR", "Abdel-Fattah El-Sisi": "EGY", "Mitterrand": "FRA", "Otieno": "", "Kim": ""} {
		if got := g.Leader(name); got != want {
			t.Errorf("%s leads %q, want %q", name, got, want)
		}
	}
	if got := g.LeaderTitled("Kohl"); got != "DEU" || g.Leader("Kohl") != "" {
		t.Errorf("Kohl leads %q", got)
	}
	for name, iso3 := range g.leaders {
		if _, ok := g.countries[iso3]; !ok {
			t.Errorf("%s leads %s, which is not listed", name, iso3)
		}
	}
}
