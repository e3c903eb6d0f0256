package event_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/event"
	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/policy"
	"dateline/loader/statement"
	"dateline/loader/timex"
)

// stages are what a text passes before events are found.
type stages struct {
	engine     *language.Engine
	names      *name.Finder
	policies   *policy.Finder
	statements *statement.Finder
	events     *event.Finder
}

var load = sync.OnceValues(func() (s stages, err error) {
	if s.engine, err = language.New(language.Config{}); err != nil {
		return s, err
	}
	if s.names, err = name.New(); err != nil {
		return s, err
	}
	if s.policies, err = policy.New(); err != nil {
		return s, err
	}
	if s.statements, err = statement.New(); err != nil {
		return s, err
	}
	s.events, err = event.New()
	return s, err
})

// A reading is a text with the events found in it.
type reading struct {
	doc    *language.Document
	coref  *coref.Result
	dates  []timex.Expression
	events []event.Event
}

var published = graph.OnDay(graph.MakeDay(2025, 5, 9))

func read(t testing.TB, text string) reading {
	t.Helper()
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	doc := s.engine.Analyze(text)
	who := coref.New(s.names.Gazetteer()).Resolve(doc, s.names.Find(doc), &published)
	dates := timex.Find(doc, &published)
	policies := s.policies.Find(doc, who, dates)
	said := s.statements.Find(doc, who, dates, policies)
	return reading{doc, who, dates, s.events.Find(doc, who, dates, policies, said)}
}

// line writes an event as `TYPE mode STATUS actors > targets @date`.
func (r reading) line(e event.Event) string {
	names := func(list []int) string {
		var out []string
		for _, i := range list {
			out = append(out, r.coref.Entities[i].Name)
		}
		slices.Sort(out)
		return strings.Join(out, "+")
	}
	line := fmt.Sprintf("%s %s %s %s > %s", e.Type, e.Mode, e.Status, names(e.Actors), names(e.Targets))
	if e.Date >= 0 {
		line += " @" + r.dates[e.Date].Value
	}
	return strings.Join(strings.Fields(line), " ")
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ about, text, want string }{
		{"active", "Kenya condemned Sudan.", "ACCUSE disapprove OCCURRED Kenya > Sudan"},
		{"passive", "Sudan was condemned by Kenya.", "ACCUSE disapprove OCCURRED Kenya > Sudan"},
		{"reciprocal subjects", "Kenya and Sudan signed a treaty.", "COOPERATE OCCURRED Kenya+Sudan >"},
		{"light verb", "Norway imposed sanctions on Belarus.", "SANCTION discontinue OCCURRED Norway > Belarus"},
		{"demonym before a noun", "Turkish forces attacked Armenia.", "ASSAULT OCCURRED Turkey > Armenia"},
		{"phrasal verb", "Chile pulled out of Bolivia.", "RETREAT withdraw OCCURRED Chile > Bolivia"},
		{"planned", "Peru will sue Brazil.", "ACCUSE allege PLANNED Peru > Brazil"},
		{"negated", "Peru did not criticise Brazil.", "ACCUSE disapprove NEGATED Peru > Brazil"},
		{"hypothetical", "Peru may invade Brazil.", "ASSAULT HYPOTHETICAL Peru > Brazil"},
		{"ongoing", "Denmark is investigating Latvia.", "ACCUSE investigate ONGOING Denmark > Latvia"},
		{"what is asked for is no event of its own", "Finland urged Estonia to release Mary Otieno.", "REQUEST OCCURRED Finland > Estonia"},
		{"to whom the promise would be kept", "Portugal promised to send aid to Angola.", "AGREE OCCURRED Portugal > Angola"},
		{"force in the course of nothing", "Spain deployed troops to Mali.", "MOBILIZE troops OCCURRED Spain > Mali"},
		{"dated", "On Monday, Ghana expelled Mary Otieno.", "SANCTION expel OCCURRED Ghana > Mary Otieno @2025-05-05"},
		{"bad words", "Kenya called Sudan a disgrace.", "ACCUSE disapprove OCCURRED Kenya > Sudan"},
		{"dated, of no type", "Mary Otieno was born in 1955.", "OTHER OCCURRED > Mary Otieno @1955"},
		{"a town stands for its country", "Kenya bombed Omdurman. Sudan has several towns.", "ASSAULT OCCURRED Kenya > Sudan"},
		{"a vow to do harm", "Chad vowed to punish Mali.", "THREATEN restrict OCCURRED Chad > Mali"},
		{"what somebody must do", "Chad said that Mali must withdraw its troops.", "REQUEST OCCURRED Chad > Mali"},
		{"a day is no particle", "Norway agreed on Monday to give aid to Malawi.", "AGREE OCCURRED Norway > Malawi @2025-05-05"},
		{"where infinitives lead", "Norway is willing to send ships to defend Iceland.", "AGREE OCCURRED Norway > Iceland"},
		{"whose arrest it was", "There was anger after Mary Otieno's arrest.", "COERCE arrest OCCURRED > Mary Otieno"},
		{"an accident", "A crash killed Mary Otieno.", ""},
		{"an emergency", "Peru declared a state of emergency in Bolivia.", "COERCE martial-law OCCURRED Peru > Bolivia"},
		{"a product is not released from prison", "Peru released a Nokia phone.", "OTHER OCCURRED Peru > Nokia"},
		{"dated beside a typed one", "In 1996, Mary Otieno founded a school and Kenya praised Sudan.", "OTHER OCCURRED Mary Otieno > @1996\nSUPPORT OCCURRED Kenya > Sudan @1996"},
		{"a town stands for a country that the text does not name", "Gunmen blew up a bridge near Omdurman.", "ASSAULT destroy OCCURRED > Sudan"},
		{"so does a capital before an office", "Nairobi's police chief condemned Sudan.", "ACCUSE disapprove OCCURRED Kenya > Sudan"},
		{"where somebody was shot", "Mary Otieno was shot at the gate on Monday.", "ASSAULT OCCURRED > Mary Otieno @2025-05-05"},
		{"by how much is no agent", "Kenya eased by an hour the curfew on Sudan.", "CONCEDE OCCURRED Kenya >"},
		{"behind what a noun is of", "Italy announced a suspension of flights to Serbia.", "SANCTION discontinue OCCURRED Italy > Serbia"},
		{"inspectors are no troops", "Norway sent inspectors to Belarus.", "ACCUSE investigate OCCURRED Norway > Belarus"},
		{"people behind appositions", "Nils Aas, the finance minister of Norway, and Eva Holm, his deputy, condemned Sudan.", "ACCUSE disapprove OCCURRED Eva Holm+Nils Aas > Sudan"},
		{"whose message it is", "Mary Otieno sent a letter blaming Sudan.", "ACCUSE allege OCCURRED Mary Otieno > Sudan"},
		{"on what it was posted", "Mary Otieno posted a message on Facebook blaming Sudan.", "ACCUSE allege OCCURRED Mary Otieno > Sudan"},
		{"on which medium", "Mary Otieno posted a message on Twitter blaming Sudan.", "ACCUSE allege OCCURRED Mary Otieno > Sudan"},
		{"to whom the letter went", "Mary Otieno sent a letter to the bishop blaming Sudan.", "ACCUSE allege OCCURRED Mary Otieno > Sudan"},
		{"together with others", "Kenya, along with Chad, condemned Sudan.", "ACCUSE disapprove OCCURRED Chad+Kenya > Sudan"},
		{"the target of a noun", "Sudan was the target of a Kenyan raid.", "ASSAULT OCCURRED Kenya > Sudan"},
		{"behind after", "A man was arrested after Mary Otieno, a nurse, was stabbed.", "ASSAULT OCCURRED > Mary Otieno"},
		{"after being", "Mary Otieno died after being shot.", "ASSAULT OCCURRED > Mary Otieno"},
		{"a weapon strikes", "Kenyan drones struck a power station in Sudan.", "ASSAULT OCCURRED Kenya > Sudan"},
		{"an amount of what matters", "Norway froze 40 million dollars in aid to Sudan.", "SANCTION discontinue OCCURRED Norway > Sudan"},
		{"welcomed, but no guest", "Kenya welcomed the ruling.", "SUPPORT OCCURRED Kenya >"},
		{"welcomed as a guest", "Kenya welcomed Mary Otieno.", "CONSULT OCCURRED Kenya > Mary Otieno"},
		{"behind the dash of a dateline", "ARICA, May 5 (Wire) - The finance minister Mary Otieno on Monday condemned Sudan.", "ACCUSE disapprove OCCURRED Mary Otieno > Sudan @2025-05-05"},
		{"prisoners without names", "Chad freed nine political prisoners.", "RETREAT release OCCURRED Chad >"},
		{"put on alert", "Chad put its troops on high alert.", "MOBILIZE troops OCCURRED Chad >"},
		{"a protest that is no march", "Chad lodged a protest with Mali.", "ACCUSE disapprove OCCURRED Chad > Mali"},
		{"who said it, where the tree reads another subject", "Nils Aas said on Monday the tax was too high and urged Mali to act.", "REQUEST OCCURRED Nils Aas > Mali @2025-05-05"},
		{"a participle that looks like the verb", "Two Kenyan police officers were killed and five wounded on Monday when gunmen believed to belong to al-Shabaab ambushed their convoy near the Sudanese border, the interior ministry said.", "ASSAULT OCCURRED > Kenya @2025-05-05\nASSAULT OCCURRED > Sudan"},
		{"a number of attacks", "Chad launched dozens of attacks against Mali.", "ASSAULT OCCURRED Chad > Mali"},
		{"stopped short", "Chad stopped short of accusing Mali.", "ACCUSE allege NEGATED Chad > Mali"},
		{"objections dropped", "Chad dropped its objections to the treaty.", "CONCEDE OCCURRED Chad >"},
		{"in favour of", "Kenya voted in favour of the treaty.", "SUPPORT OCCURRED Kenya >"},
		{"a place before an attack", "A Nairobi bombing killed two nurses.", "ASSAULT OCCURRED > Kenya"},
		{"what a rule says", "The constitution of Kenya bans deals with Sudan.", ""},
		{"a journey is no withdrawal", "Mary Otieno left Sudan.", ""},
		{"of whom something is asked", "Kenya asked Chile for help.", "REQUEST OCCURRED Kenya > Chile"},
		{"whether is open", "Mary Otieno would not say whether or not Kenya supported Sudan.", "SUPPORT HYPOTHETICAL Kenya > Sudan"},
		{"alleged in the passive", "Kenya alleged that Mary Otieno was poisoned.", "ASSAULT HYPOTHETICAL > Mary Otieno"},
		{"a plan with a gerund", "Kenya plans on leaving Sudan.", "RETREAT withdraw PLANNED Kenya > Sudan"},
		{"said is done", "Mary Otieno said, \"I want to thank Kenya.\"", "SUPPORT OCCURRED Mary Otieno > Kenya"},
		{"a plea of guilt asks for nothing", "Mary Otieno pleaded guilty to fraud in Kenya.", ""},
		{"animals", "Kenya ordered the slaughter of pigs and killed cattle from Sudan.", ""},
		{"a need is not met with", "Sudan meets the requirement of Kenya.", ""},
		{"a heading above", "Rows in Africa\n\nMarch 3, 2025\n\nOn Monday, Ghana expelled Mary Otieno.", "SANCTION expel OCCURRED Ghana > Mary Otieno @2025-05-05"},
		{"confirmed killed by nobody said", "Mary Otieno said that twenty people from Sudan have been confirmed killed.", "ASSAULT OCCURRED > Sudan"},
		{"who was asked", "When asked about Sudan, Mary Otieno praised Kenya.", "SUPPORT OCCURRED Mary Otieno > Kenya"},
		{"a verb beside an infinitive", "Mary Otieno urged Kenya to wait and met Juma Odera.", "REQUEST OCCURRED Mary Otieno > Kenya\nCONSULT OCCURRED Mary Otieno > Juma Odera"},
		{"the name behind the place of an office", "The mayor of Nairobi, Mary Otieno, condemned Sudan.", "ACCUSE disapprove OCCURRED Mary Otieno > Sudan"},
		{"a thing does nothing for its country", "The roof of a church in Kenya attacked Sudan.", "ASSAULT OCCURRED > Sudan"},
		{"where a bomb went off", "Sudan is in mourning. An Omdurman bombing shocked the town.", "ASSAULT explosives OCCURRED > Sudan"},
		{"what is to come", "Kenya meets Sudan tomorrow.", "CONSULT PLANNED Kenya > Sudan @2025-05-10"},
		{"done in saying it", "On Monday, Mary Otieno said, \"I urge Kenya to wait.\"", "REQUEST OCCURRED Mary Otieno > Kenya @2025-05-05"},
		{"arrested and charged", "Mary Otieno was arrested on Monday and charged with fraud.", "COERCE arrest OCCURRED > Mary Otieno @2025-05-05\nACCUSE allege OCCURRED > Mary Otieno @2025-05-05"},
		{"entering into a treaty", "Kenya entered into an agreement with Sudan.", "COOPERATE OCCURRED Kenya > Sudan"},
		{"an attack told before", "On Monday, Kenya bombed Sudan. Mary Otieno was also killed in the attack.", "ASSAULT OCCURRED Kenya > Sudan @2025-05-05\nASSAULT OCCURRED Kenya > Mary Otieno @2025-05-05"},
		{"met with applause", "Mary Otieno was met with applause in Kenya.", ""},
		{"about the own country", "Kenyan president Mary Otieno traveled to Mombasa. Kenya has ports.", ""},
		{"who survived it", "Mary Otieno survived an attack in Kenya.", "ASSAULT OCCURRED > Mary Otieno"},
		{"whom an attack befell", "Kenya suffered an attack by Sudan.", "ASSAULT OCCURRED Sudan > Kenya"},
		{"called for somebody to act", "Mary Otieno called for Kenya to wait.", "REQUEST OCCURRED Mary Otieno > Kenya"},
		{"hit by a missile", "Kenya was hit by missiles.", "ASSAULT OCCURRED > Kenya"},
		{"whose request was declined", "Kenya asked Sudan for help. Sudan declined the request.", "REQUEST OCCURRED Kenya > Sudan\nREJECT OCCURRED Sudan > Kenya"},
		{"missiles and their aim", "Kenya launched missiles targeting Sudan.", "ASSAULT heavy-weapons OCCURRED Kenya > Sudan"},
		{"the strike that killed", "The Kenyan airstrike that killed Mary Otieno was condemned by Sudan.", "ASSAULT OCCURRED Kenya > Mary Otieno\nACCUSE disapprove OCCURRED Sudan > Kenya"},
		{"out of a treaty with whom", "Kenya withdrew from a treaty with Sudan.", "RETREAT withdraw OCCURRED Kenya > Sudan"},
		{"to whom one writes", "Mary Otieno wrote to Kenya asking for help.", "REQUEST OCCURRED Mary Otieno > Kenya"},
		{"who leads", "In 2003, a Kenyan-led coalition attacked Sudan.", "ASSAULT OCCURRED Kenya > Sudan @2003"},
		{"what a relative clause is about", "Mary Otieno, whom Kenya arrested, praised Sudan, which Kenya does not recognise.", "COERCE arrest OCCURRED Kenya > Mary Otieno\nSUPPORT OCCURRED Mary Otieno > Sudan\nREJECT OCCURRED Kenya > Sudan"},
		{"what befalls a son befalls not his mother", "Mary Otieno wept. Her son was convicted of fraud in Kenya.", ""},
		{"nobody takes part", "The weather attacked the harvest.", ""},
	} {
		t.Run(test.about, func(t *testing.T) {
			r := read(t, test.text)
			var lines []string
			for _, e := range r.events {
				lines = append(lines, r.line(e))
			}
			if got := strings.Join(lines, "\n"); got != test.want {
				t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestSpansStayInTheirParagraph(t *testing.T) {
	r := read(t, "Rows in Africa\n\nMarch 3, 2025\n\nOn Monday, Ghana expelled Mary Otieno.")
	if len(r.events) != 1 {
		t.Fatalf("%d events, not 1", len(r.events))
	}
	start, end := r.doc.Span(r.events[0].Tokens)
	if got := r.doc.Slice(start, end); got != "On Monday, Ghana expelled Mary Otieno" {
		t.Errorf("the event is told by %q", got)
	}
}

func TestOnce(t *testing.T) {
	r := read(t, "Kenya condemned Sudan on Monday.\n\nKenya condemned Sudan.\n\nPeru condemned Sudan.")
	if len(r.events) != 2 {
		t.Fatalf("%d events, not 2", len(r.events))
	}
	if got := r.line(r.events[0]); got != "ACCUSE disapprove OCCURRED Kenya > Sudan @2025-05-05" {
		t.Errorf("kept %s", got)
	}
}

func TestMainDate(t *testing.T) {
	r := read(t, "Kenya condemned Sudan on Monday. Sudan left Kenya in 2011.")
	day := event.MainDate(r.events, r.dates, &published)
	if day == nil || *day != graph.MakeDay(2025, 5, 5) {
		t.Errorf("main date %v", day)
	}
}

// FuzzFind holds that events of any text stay within it.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{"", " \n\n", "Kenya met Sudan on Monday.", "met met met of by with", "“We \x00 attack” — Äthiopien,", strings.Repeat("and Kenya attacked ", 50)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "�")
		r := read(t, text)
		n := len(r.doc.Tokens)
		for _, e := range r.events {
			within := func(s language.Range) bool { return 0 <= s.First && s.First < s.End && s.End <= n }
			if !within(e.Trigger) || !within(e.Tokens) || e.Date >= len(r.dates) || e.Policy < -1 {
				t.Fatalf("event out of the text: %+v of %d tokens", e, n)
			}
			for _, i := range append(slices.Clone(e.Actors), e.Targets...) {
				if i < 0 || i >= len(r.coref.Entities) {
					t.Fatalf("entity %d of %d", i, len(r.coref.Entities))
				}
			}
			if len(e.Actors)+len(e.Targets) == 0 {
				t.Fatal("an event without participants")
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s, err := load()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{100, 1000, 10000} {
		doc := s.engine.Analyze(strings.Repeat("Kenya condemned Sudan on Monday and met Peru.\n\n", n/10))
		who := coref.New(s.names.Gazetteer()).Resolve(doc, s.names.Find(doc), &published)
		dates := timex.Find(doc, &published)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				s.events.Find(doc, who, dates, nil, nil)
			}
		})
	}
}
