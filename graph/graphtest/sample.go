package graphtest

import "dateline/graph"

// The entities of the sample.
const (
	Mexico = graph.ID("country:MEX")
	States = graph.ID("country:USA")
	Reyes  = graph.ID("person:ana-reyes")
	Hale   = graph.ID("person:tom-hale")
	Vega   = graph.ID("person:luis-vega")
	Union  = graph.ID("organization:border-union")
	Patrol = graph.ID("policy:joint-patrols")
)

// The facts of the sample.
const (
	Proposal  = graph.ID("statement:proposal")
	Refusal   = graph.ID("statement:refusal")
	Consent   = graph.ID("statement:consent")
	Complaint = graph.ID("statement:complaint")
	Thanks    = graph.ID("statement:thanks")
	Proposed  = graph.ID("stage:proposed")
	Call      = graph.ID("event:call")
	Signing   = graph.ID("event:signing")
	Protests  = graph.ID("event:protests")
	Raid      = graph.ID("event:raid")
	ReyesRole = graph.ID("role:reyes-president-mex")
	HaleRole  = graph.ID("role:hale-president-usa")
)

// Sample is the fixture that the suite asks about. All in it is invented.
//
//	article  day    outlet        says
//	1        05-01  Daily One     proposal   Hale ──SPEAKER──▶ Reyes, about MEX, SUPPORTs patrols
//	                              proposed   patrols reach PROPOSED, by Hale
//	2        05-03  Daily Two     refusal    Reyes ─SPEAKER──▶ Hale, OPPOSEs patrols
//	                              call       CONSULT on 05-02, Hale and Reyes
//	3        05-03  Wire Three    refusal    a near copy of 2
//	4        06-10  Daily One     consent    Reyes SUPPORTs patrols: a change of position
//	                              signing    AGREE in 2025-06, PLANNED, MEX and USA
//	                              raid       ASSAULT on 06-09, NEGATED, USA on MEX
//	5        06-12  Daily Two     protests   PROTEST in spring, Union against MEX
//	                              complaint  Union about Vega, on the publication day
//	                              call       again, with less confidence
//	6        none   (none)        thanks     Vega about Union and MEX, no date
//
//	Reyes holds president of MEX, Hale president of USA; both act ON_BEHALF.
//	A path from Vega to Hale that goes round MEX: Vega, Union, Reyes, Hale.
func Sample() Fixture {
	return Fixture{
		Texts: []Text{first(), second(2, "Daily Two"), second(3, "Wire Three"), fourth(), fifth(), sixth()},
		Entities: []graph.Entity{
			{ID: Mexico, Kind: graph.Country, Name: "Mexico", ISO2: "MX", ISO3: "MEX"},
			{ID: States, Kind: graph.Country, Name: "United States", Aliases: []string{"USA"}, ISO2: "US", ISO3: "USA"},
			{ID: Reyes, Kind: graph.Person, Name: "Ana Reyes", Aliases: []string{"Reyes"}},
			{ID: Hale, Kind: graph.Person, Name: "Tom Hale", Aliases: []string{"Hale"}},
			{ID: Vega, Kind: graph.Person, Name: "Luís Vega"},
			{ID: Union, Kind: graph.Organization, Name: "Border Union", Country: Mexico},
			{ID: Patrol, Kind: graph.Policy, Name: "joint patrols", Proposers: []graph.ID{States}, Targets: []graph.ID{Mexico}},
		},
	}
}

func first() Text {
	t := Text{Group: "article:1", Blocks: []string{"0/person/hale", "1/role/president/USA"}}
	t.Article = Article(1, "Daily One", "2025-05-01", "Hale floats patrols", "“We should patrol together,” President Tom Hale told Reyes in México.", "He put joint patrols forward.")
	t.Mentions(Hale, "Tom Hale", "Hale")
	t.Mentions(Reyes, "Reyes")
	t.Mentions(Mexico, "México")
	t.Mentions(States)
	t.Mentions(Patrol, "joint patrols")
	t.Says(Proposal, "We should patrol together", On("2025-05-01"), 0.9, func(r *graph.Report) {
		r.Statement = &graph.Statement{Text: "We should patrol together", Form: graph.Direct, Act: graph.Propose, Speaker: Hale,
			Addressees: []graph.ID{Reyes}, About: []graph.ID{Mexico}, Policy: Patrol, Stance: graph.Support}
	})
	t.Says(Proposed, "He put joint patrols forward", On("2025-05-01"), 0.7, func(r *graph.Report) {
		r.Stage = &graph.PolicyStage{Policy: Patrol, Stage: graph.Proposed, Text: "He put joint patrols forward", Actors: []graph.ID{Hale}}
	})
	t.president(HaleRole, Hale, States, "President Tom Hale", "2025-05-01")
	return t
}

func (t *Text) president(id, holder, of graph.ID, words, day string) {
	t.Says(id, words, On(day), 0.8, func(r *graph.Report) {
		r.Role = &graph.Role{ID: id, Holder: holder, Title: "president", Of: of}
	})
}

func second(number int, publisher string) Text {
	t := Text{Group: "article:2", Blocks: []string{"0/person/reyes"}}
	t.Article = Article(number, publisher, "2025-05-03", "Reyes refuses", "“Never on our soil,” President Ana Reyes told Tom Hale by telephone on Friday.")
	t.Mentions(Reyes, "Ana Reyes", "Reyes")
	t.Mentions(Hale, "Tom Hale")
	t.Mentions(Patrol)
	t.Says(Refusal, "Never on our soil", On("2025-05-03"), 0.95, func(r *graph.Report) {
		r.Statement = &graph.Statement{Text: "Never on our soil", Form: graph.Direct, Act: graph.Reject, Speaker: Reyes,
			Addressees: []graph.ID{Hale}, Policy: Patrol, Stance: graph.Oppose}
	})
	if number == 2 {
		t.Says(Call, "told Tom Hale by telephone on Friday", On("2025-05-02"), 0.8, func(r *graph.Report) {
			r.Event = &graph.Event{Type: graph.EventConsult, Mode: "phone", Status: graph.Occurred, Text: "told Tom Hale by telephone", Actors: []graph.ID{Hale, Reyes}}
		})
	}
	t.president(ReyesRole, Reyes, Mexico, "President Ana Reyes", "2025-05-03")
	t.president(HaleRole, Hale, States, "Tom Hale", "2025-05-03")
	return t
}

func fourth() Text {
	t := Text{Group: "article:4", Blocks: []string{"0/person/reyes"}}
	t.Article = Article(4, "Daily One", "2025-06-10", "Reyes agrees", "President Ana Reyes said she now backs patrols.", "Both countries will sign in June.", "There was no raid on Monday.")
	t.Mentions(Reyes, "Ana Reyes")
	t.Mentions(Mexico)
	t.Mentions(States, "USA")
	t.Mentions(Patrol, "patrols")
	t.Says(Consent, "she now backs patrols", On("2025-06-10"), 0.85, func(r *graph.Report) {
		r.Statement = &graph.Statement{Text: "she now backs patrols", Form: graph.Indirect, Act: graph.Accept, Speaker: Reyes, Policy: Patrol, Stance: graph.Support}
	})
	t.Says(Signing, "Both countries will sign in June", Between("2025-06", graph.PrecisionMonth, "2025-06-01", "2025-06-30"), 0.6, func(r *graph.Report) {
		r.Event = &graph.Event{Type: graph.EventAgree, Mode: "sign", Status: graph.Planned, Text: "Both countries will sign", Actors: []graph.ID{Mexico, States}}
	})
	t.Says(Raid, "There was no raid on Monday", On("2025-06-09"), 0.5, func(r *graph.Report) {
		r.Event = &graph.Event{Type: graph.EventAssault, Status: graph.Negated, Text: "no raid", Actors: []graph.ID{States}, Targets: []graph.ID{Mexico}}
	})
	t.president(ReyesRole, Reyes, Mexico, "President Ana Reyes", "2025-06-10")
	return t
}

func fifth() Text {
	t := Text{Group: "article:5"}
	t.Article = Article(5, "Daily Two", "2025-06-12", "Union marches", "The Border Union marched against the government in the spring.", "The Union blames Luís Vega and praises Ana Reyes.", "In May the presidents talked.")
	t.Mentions(Union, "Border Union", "Union")
	t.Mentions(Vega, "Luís Vega")
	t.Mentions(Reyes, "Ana Reyes")
	t.Mentions(Hale)
	t.Mentions(Mexico)
	t.Says(Protests, "The Border Union marched against the government in the spring", Between("2025-21", graph.PrecisionSeason, "2025-03-01", "2025-05-31"), 0.75, func(r *graph.Report) {
		r.Event = &graph.Event{Type: graph.EventProtest, Status: graph.Occurred, Text: "The Border Union marched", Actors: []graph.ID{Union}, Targets: []graph.ID{Mexico}}
	})
	published := graph.FromPublication(Day("2025-06-12"))
	t.Says(Complaint, "The Union blames Luís Vega", &published, 0.55, func(r *graph.Report) {
		r.Statement = &graph.Statement{Text: "The Union blames Luís Vega", Form: graph.Mixed, Act: graph.Accuse, Speaker: Union, About: []graph.ID{Vega, Reyes}}
	})
	t.Says(Call, "In May the presidents talked", Between("2025-05", graph.PrecisionMonth, "2025-05-01", "2025-05-31"), 0.5, func(r *graph.Report) {
		r.Event = &graph.Event{Type: graph.EventConsult, Status: graph.Occurred, Text: "the presidents talked", Actors: []graph.ID{Hale, Reyes}}
	})
	return t
}

func sixth() Text {
	t := Text{Group: "article:6"}
	t.Article = Article(6, "", "", "Vega thanks", "Luís Vega thanked the Border Union of Mexico.")
	t.Mentions(Vega, "Luís Vega")
	t.Mentions(Union, "Border Union")
	t.Mentions(Mexico, "Mexico")
	t.Says(Thanks, "thanked the Border Union of Mexico", nil, 0.4, func(r *graph.Report) {
		r.Statement = &graph.Statement{Text: "thanked the Border Union", Form: graph.Indirect, Act: graph.Praise, Speaker: Vega, About: []graph.ID{Union, Mexico}}
	})
	return t
}
