package policy

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/timex"
)

// A bench holds what the stages before this one need.
type bench struct {
	engine *language.Engine
	names  *name.Finder
	coref  *coref.Resolver
	finder *Finder
}

func newBench(t testing.TB) bench {
	t.Helper()
	engine, err := language.New(language.Config{})
	if err != nil {
		t.Fatal(err)
	}
	names, err := name.New()
	if err != nil {
		t.Fatal(err)
	}
	finder, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return bench{engine, names, coref.New(names.Gazetteer()), finder}
}

// A found is what was found in a text, with what it refers to.
type found struct {
	*Result
	doc   *language.Document
	who   *coref.Result
	dates []timex.Expression
}

func (b bench) find(t testing.TB, text string) found {
	t.Helper()
	published, err := graph.ParseEDTF("2024-03-14") // a Thursday
	if err != nil {
		t.Fatal(err)
	}
	doc := b.engine.Analyze(text)
	who := b.coref.Resolve(doc, b.names.Find(doc), &published)
	dates := timex.Find(doc, &published)
	return found{b.finder.Find(doc, who, dates), doc, who, dates}
}

func (f found) names(entities []int) string {
	var list []string
	for _, e := range entities {
		list = append(list, f.who.Entities[e].Name)
	}
	slices.Sort(list)
	return strings.Join(list, "+")
}

// policies are written as `name: proposers > targets`.
func (f found) policies() []string {
	var list []string
	for _, p := range f.Policies {
		list = append(list, fmt.Sprintf("%s: %s > %s", p.Entity.Name, f.names(p.Proposers), f.names(p.Targets)))
	}
	return list
}

// stages are written as `STAGE actors date`.
func (f found) stages() []string {
	var list []string
	for _, s := range f.Stages {
		date := "-"
		if s.Date >= 0 {
			date = f.dates[s.Date].Date.Value
		}
		list = append(list, fmt.Sprintf("%s %s %s", s.Stage, f.names(s.Actors), date))
	}
	return list
}

func TestPolicies(t *testing.T) {
	b := newBench(t)
	for _, test := range []struct {
		about, text string
		want        []string
	}{
		{"several phrasings of one",
			"Norway proposed a herring quota on Monday. Iceland rejected the quota. The proposal would cut catches by half.",
			[]string{"herring quota: Norway > "}},
		{"two that differ",
			"Parliament passed the pension bill and rejected the privacy bill.",
			[]string{"pension bill:  > ", "privacy bill:  > "}},
		{"an offer to do something, and its short form",
			"Portugal offered to deploy patrol aircraft in Cape Verde. Cape Verde rejected the offer.",
			[]string{"deploy patrol aircraft in Cape Verde: Portugal > Cape Verde"}},
		{"one that is only like another",
			"Zambia introduced an export tax on copper in May. Mines rejected the tax. Malawi introduced a similar tax in 2019 but scrapped it.",
			[]string{"export tax: Zambia > ", "similar tax: Malawi > "}},
		{"a proper title",
			"President Ingrid Solberg signed the Coastal Waters Protection Act. The act takes effect in May.",
			[]string{"Coastal Waters Protection Act:  > "}},
		{"a title with of",
			"The Supreme Court struck down the Tenure of Boats Act on Friday.",
			[]string{"Tenure of Boats Act:  > "}},
		{"a verb that imposes one",
			"Kenya banned sugar from Malawi. The ban was lifted in February.",
			[]string{"ban on sugar: Kenya > Malawi"}},
		{"whom it is on, by name",
			"Ingrid Solberg fled in 2015. She was sanctioned by Kenya in 2019.",
			[]string{"sanction on Ingrid Solberg: Kenya > Ingrid Solberg"}},
		{"behind a measure",
			"The government of Ghana declared three days of mourning.",
			[]string{"mourning: Ghana > "}},
		{"nobody moves it or takes a position", "The museum shows a plan of the harbour.", nil},
		{"what somebody means to do for himself", "Ingrid Solberg announced her plans to retire.", nil},
		{"an act that is no law", "The clown's acts amused the crowd.", nil},
	} {
		if got := b.find(t, test.text).policies(); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q:\n got %q\nwant %q", test.about, test.text, got, test.want)
		}
	}
}

func TestStages(t *testing.T) {
	b := newBench(t)
	for _, test := range []struct {
		about, text string
		want        []string
	}{
		{"active", "Kenya announced a coffee tariff on Tuesday.", []string{"ANNOUNCED Kenya 2024-03-12"}},
		{"passive", "The coffee tariff was suspended by Kenya on Tuesday.", []string{"SUSPENDED Kenya 2024-03-12"}},
		{"participle behind the noun", "The trade treaty signed by Kenya in 2019 is popular.", []string{"ADOPTED Kenya 2019"}},
		{"relative clause", "They discussed the trade treaty, which Kenya ratified in 2019.", []string{"ADOPTED Kenya 2019"}},
		{"nominalised", "Kenya's rejection of the trade treaty surprised Malawi.", []string{"REJECTED Kenya -"}},
		{"behind a preposition", "Kenya withdrew from the trade treaty in 2021.", []string{"WITHDRAWN Kenya 2021"}},
		{"the policy takes effect", "The fishing moratorium will take effect on 1 October.", []string{"IN_FORCE  2024-10-01"}},
		{"a particle", "Kenya turned down the patrol plan.", []string{"REJECTED Kenya -"}},
		{"once it would be signed", "Norway proposed a trade treaty in May. Kenya said it would lower fees once the treaty was signed.", []string{"PROPOSED Norway 2023-05"}},
		{"said to be planned", "Kenya will suspend the coffee tariff.", []string{"ANNOUNCED Kenya -"}},
		{"the date of saying is that of the plan", "Kenya announced on Tuesday that it would suspend the coffee tariff in June.", []string{"ANNOUNCED Kenya 2024-03-12"}},
		{"refused", "Kenya refused to sign the trade treaty.", []string{"REJECTED Kenya -"}},
		{"asked for", "Malawi demanded that Kenya suspend the coffee tariff.", nil},
		{"called for", "Malawi called for the coffee tariff to be scrapped.", nil},
		{"nobody does", "Nobody signed the trade treaty.", nil},
		{"what begins is in force", "The state of emergency began on Tuesday.", []string{"IN_FORCE  2024-03-12"}},
		{"possible", "Kenya might suspend the coffee tariff.", nil},
		{"conditional", "If Kenya suspends the coffee tariff, Malawi will rejoice.", nil},
		{"accused of doing", "Malawi accused Kenya of imposing a coffee tariff.", []string{"ADOPTED Kenya -"}},
		{"found to be void", "On Tuesday, the Supreme Court ruled the coffee tariff unlawful.", []string{"REJECTED Supreme Court 2024-03-12"}},
		{"found in a relative clause", "They discussed the coffee tariff, which the Supreme Court held to be unlawful.", []string{"REJECTED Supreme Court -"}},
		{"found in a clause", "The Supreme Court ruled that the coffee tariff is unlawful.", []string{"REJECTED Supreme Court -"}},
		{"a stay", "The Supreme Court issued a stay of the coffee tariff.", []string{"SUSPENDED Supreme Court -"}},
		{"a veto undone", "Kenya overrode the veto of the coffee tariff.", []string{"ADOPTED Kenya -"}},
		{"an idea", "Kenya floated the idea of a coffee tariff.", []string{"FLOATED Kenya -"}},
		{"what somebody is to do", "On Tuesday, Kenya announced it is to impose a coffee tariff.", []string{"ANNOUNCED Kenya 2024-03-12"}},
		{"a pronoun for the object", "Kenya approved a coffee tariff, but it was suspended by Malawi.", []string{"ADOPTED Kenya -", "SUSPENDED Malawi -"}},
		{"an object as a pronoun", "Kenya joined the coffee treaty in 2010 and left it in 2020.", []string{"ADOPTED Kenya 2010", "WITHDRAWN Kenya 2020"}},
		{"behind a semicolon", "Kenya proposed a coffee tariff; Malawi adopted it on Tuesday.", []string{"PROPOSED Kenya -", "ADOPTED Malawi 2024-03-12"}},
		{"what held collapses", "The ceasefire with Malawi collapsed in 2020.", []string{"LAPSED  2020"}},
		{"a pronoun for the subject", "The coffee tariff was debated. It was suspended by Kenya on Tuesday.", []string{"SUSPENDED Kenya 2024-03-12"}},
	} {
		if got := b.find(t, test.text).stages(); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q:\n got %q\nwant %q", test.about, test.text, got, test.want)
		}
	}
}

// TestKeys holds that articles that speak of one policy give equal keys, and
// that what says too little has no object.
func TestKeys(t *testing.T) {
	b := newBench(t)
	key := func(text string) graph.PolicyKey {
		t.Helper()
		f := b.find(t, text)
		if len(f.Policies) == 0 {
			t.Fatalf("%q: no policy", text)
		}
		return *f.Policies[0].Entity.Policy
	}
	for _, test := range []struct{ text, instrument, title, object string }{
		{"The extradition bill was withdrawn.", "bill", "", "extradition"},
		{"The council proposed a bill that would allow courts to extradite suspects.", "bill", "", "extradition"},
		{"The council proposed an amendment to a law to allow courts to extradite suspects.", "bill", "", "extradition"},
		{"Parliament passed a bill.", "bill", "", ""},
		{"Parliament passed the Coastal Waters Act.", "bill", "coastal waters", "coastal waters"},
		{"The airstrike was condemned by Kenya, which had approved the airstrike.", "strike", "", ""},
		{"Kenya lifted the sanctions against Malawi.", "sanction", "", "malawi"},
	} {
		if k := key(test.text); k.Instrument != test.instrument || k.Title != test.title || k.Object != test.object && k.Title == "" {
			t.Errorf("%q: key %+v, want %q, %q, %q", test.text, k, test.instrument, test.title, test.object)
		}
	}
}
