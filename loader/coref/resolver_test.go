package coref

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
)

func resolve(t *testing.T, text string) *Result {
	t.Helper()
	engine, err := language.New(language.Config{})
	if err != nil {
		t.Fatal(err)
	}
	finder, resolver := finderAndResolver(t)
	doc := engine.Analyze(text)
	return resolver.Resolve(doc, finder.Find(doc), nil)
}

// called is an entity's name, its kind for one without.
func called(r *Result, entity int) string {
	switch {
	case entity < 0:
		return "-"
	case r.Entities[entity].Name == "":
		return "nameless"
	}
	return r.Entities[entity].Name
}

func TestMentionsMean(t *testing.T) {
	for _, test := range []struct{ about, text, want string }{
		{"surname and pronoun",
			"Ingrid Solberg resigned on Monday. Solberg said she was tired.",
			"Ingrid Solberg=Ingrid Solberg, Solberg=Ingrid Solberg, she=Ingrid Solberg"},
		{"gender decides between two",
			"Mr. Pavel Novak met Ms. Jana Kralova. He thanked her.",
			"Pavel Novak=Pavel Novak, Jana Kralova=Jana Kralova, He=Pavel Novak, her=Jana Kralova"},
		{"two of one surname stay apart",
			"Amina Diallo and Moussa Diallo were arrested. Diallo denied it.",
			"Amina Diallo=Amina Diallo, Moussa Diallo=Moussa Diallo, Diallo=-"},
		{"whom a quotation speaks of does not speak it",
			"\"Jan Visser keeps his word,\" said Piet Bakker. \"He is honest.\" Bakker left.",
			"Jan Visser=Jan Visser, his=Jan Visser, Piet Bakker=Piet Bakker, He=Jan Visser, Bakker=Piet Bakker"},
		{"a clause that opens another has its subject",
			"Lina Haddad resigned. After she lost the vote, Sara Nilsson sold her house.",
			"Lina Haddad=Lina Haddad, she=Sara Nilsson, Sara Nilsson=Sara Nilsson, her=Sara Nilsson"},
		{"no pronoun means whom its own phrase describes",
			"Omar Haddad left. Leila Haddad, his wife, stayed.",
			"Omar Haddad=Omar Haddad, Leila Haddad=Leila Haddad, his=Omar Haddad"},
		{"acronym and long form",
			"The Pan-Asian Water Authority (PAWA) met. PAWA will decide.",
			"Pan-Asian Water Authority=Pan-Asian Water Authority, PAWA=Pan-Asian Water Authority, PAWA=Pan-Asian Water Authority"},
		{"demonym, government and capital are the country",
			"The Norwegian government objected. Oslo rejected the plan.",
			"Norwegian government=Norway, Norwegian=Norway, Oslo=Norway"},
		{"a government is its country, an event is nobody",
			"The Government of Iraq objected. The Korean War ended.",
			"Government of Iraq=Iraq"},
		{"whose government is said behind it",
			"Chile has spoken. The government of Peru refused.",
			"Chile=Chile, The government=Peru, Peru=Peru"},
		{"the government of a place is no country's",
			"Chile has spoken. The government of Ontario refused.",
			"Chile=Chile, Ontario=-"},
		{"a role means its holder",
			"Kenyan President Wanjiru Otieno left. The president was ill.",
			"Kenyan=Kenya, Wanjiru Otieno=Wanjiru Otieno, president=Wanjiru Otieno"},
		{"a role that nobody named holds",
			"The Mexican president called for talks.",
			"Mexican president=nameless, Mexican=Mexico"},
		{"the company",
			"Nokia cut jobs in Finland. The company blamed weak demand.",
			"Nokia=Nokia, Finland=Finland, company=Nokia"},
	} {
		t.Run(test.about, func(t *testing.T) {
			r := resolve(t, test.text)
			var got []string
			for _, m := range r.Mentions {
				got = append(got, m.Text+"="+called(r, m.Entity))
			}
			if s := strings.Join(got, ", "); s != test.want {
				t.Errorf("got %s\nwant %s", s, test.want)
			}
		})
	}
}

func TestCandidatesAreKept(t *testing.T) {
	r := resolve(t, "Amina Diallo and Moussa Diallo were arrested. Diallo denied it.")
	if m := r.Mentions[2]; m.Entity != -1 || !slices.Equal(m.Candidates, []int{0, 1}) {
		t.Errorf("Diallo means %d, candidates %v", m.Entity, m.Candidates)
	}
}

func TestRoles(t *testing.T) {
	for _, test := range []struct{ about, text, want string }{
		{"before the name", "Kenyan President Wanjiru Otieno left.", "Wanjiru Otieno: president of Kenya"},
		{"former, with the country behind", "Former prime minister of Peru Valentina Quispe spoke.", "Valentina Quispe: former prime minister of Peru"},
		{"after the name", "Lars Dahl, the chief executive of Nokia, resigned.", "Lars Dahl: chief executive of Nokia"},
		{"short form", "Gen. Thomas Wright arrived.", "Thomas Wright: general of -"},
		{"predicate", "Maria Koskinen became chancellor of Austria in 2011.", "Maria Koskinen: chancellor of Austria"},
		{"relative clause", "Jorge Ibarra, who served as ambassador of Chile, died.", "Jorge Ibarra: ambassador of Chile"},
		{"somebody's spokesman", "Kenyan President Wanjiru Otieno left. Otieno's spokesman, Daniel Kiprop, confirmed it.",
			"Wanjiru Otieno: president of Kenya; Daniel Kiprop: spokesman of Kenya"},
		{"her spokesman", "Austrian Chancellor Maria Koskinen left. Her spokesman, Daniel Kiprop, confirmed it.",
			"Maria Koskinen: chancellor of Austria; Daniel Kiprop: spokesman of Austria"},
		{"a list of holders", "Senators Daniel Kiprop and Ana Flores voted in the Senate.", "Daniel Kiprop: senator of Senate; Ana Flores: senator of Senate"},
		{"what an office deals with", "Lars Dahl, head of the armed forces of Peru, resigned.", "Lars Dahl: head of the armed forces of Peru"},
		{"what somebody runs for", "The party chose Lars Dahl for president and filmmaker Ana Flores for treasurer.", ""},
		{"what somebody is to become", "Peru endorsed Lars Dahl as president of Chile.", ""},
		{"one among all", "Lars Dahl is the most dangerous president of Chile.", "nameless: president of Chile"},
		{"no role is denied", "Maria Koskinen is not the chancellor of Austria.", "nameless: chancellor of Austria"},
		{"the country that the article is about", "Bolivia votes on Sunday. Bolivia's parliament met. President Mateo Choque will vote in La Paz.", "Mateo Choque: president of Bolivia"},
	} {
		t.Run(test.about, func(t *testing.T) {
			r := resolve(t, test.text)
			var got []string
			for _, role := range r.Roles {
				got = append(got, fmt.Sprintf("%s: %s of %s", called(r, role.Holder), role.Title, called(r, role.Of)))
			}
			slices.Sort(got)
			var want []string
			if test.want != "" {
				want = strings.Split(test.want, "; ")
			}
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got %q\nwant %q", got, want)
			}
		})
	}
}

func TestEntityTellsItsNames(t *testing.T) {
	r := resolve(t, "The International Monetary Fund said no. The IMF is in Washington. The IMF lends.")
	e := r.Entities[0]
	if e.Kind != graph.Organization || e.Acronym != "IMF" || e.Canonical != "International Monetary Fund" || e.Sector != "IGO" {
		t.Errorf("entity %+v", e.LocalEntity)
	}
	if want := []graph.NameCount{{Name: "IMF", Count: 2}, {Name: "International Monetary Fund", Count: 1}}; !slices.Equal(e.Names, want) {
		t.Errorf("names %v, want %v", e.Names, want)
	}
	if len(e.Mentions) != 3 || r.Mentions[e.Mentions[0]].Form != name.Named {
		t.Errorf("mentions %v", e.Mentions)
	}
}

func TestCountryOf(t *testing.T) {
	for _, test := range []struct{ about, text, name, country string }{
		{"the other side", "President Otieno threatened further action against Mali.", "Otieno", ""},
		{"whom something is done to", "President Otieno blamed Mali for the raid.", "Otieno", ""},
		{"a leader whose country the text does not name", "Angela Merkel arrived on Monday.", "Angela Merkel", "DEU"},
		{"a leader's surname behind a title", "Chancellor Kohl arrived on Monday.", "Kohl", "DEU"},
		{"a surname that many have", "Kohl arrived on Monday.", "Kohl", ""},
		{"a leader beside another country", "President Bill Clinton criticised Mali. Mali answered.", "Bill Clinton", "USA"},
		{"a body's modifier", "Ghana's Supreme Court freed a man.", "Supreme Court", "GHA"},
	} {
		t.Run(test.about, func(t *testing.T) {
			r := resolve(t, test.text)
			found := false
			for _, e := range r.Entities {
				if e.Name != test.name {
					continue
				}
				if found = true; e.Country != test.country {
					t.Errorf("is of %q, not %q", e.Country, test.country)
				}
			}
			if !found {
				t.Errorf("%q names no %s", test.text, test.name)
			}
		})
	}
}
