package graph

import "time"

// An ID names an entity, an item or an article for all clients:
// `country:MEX`, `person:claudia-sheinbaum`, `statement:…`, `article:…`. It
// is a function of the loaded set, never of the order of loading.
type ID string

// An Article is a news article, with the text that every offset refers to.
type Article struct {
	ID ID `json:"id"`
	// Key identifies the article across loads: the id it was given, else its
	// canonical URL, else its content's hash. ID is a hash of Key.
	Key       string `json:"key"`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title,omitempty"`
	Text      string `json:"text"`
	Publisher string `json:"publisher,omitempty"`
	// Language is a BCP 47 tag; `und` if unknown.
	Language string `json:"language,omitempty"`
	// Published is nil if unknown. Its day is that of the publication's zone.
	Published *FuzzyDate `json:"published,omitempty"`
	// Version orders the versions of one key: modified or published, as
	// RFC 3339 or a day, then the hash. The greatest is the one that counts.
	Version string `json:"version"`
	// Hash is the SHA-256 of title and text, in hexadecimal.
	Hash string `json:"hash"`
	// Loaded is when this version was first loaded; kept out of the export.
	Loaded time.Time `json:"-"`
}

// A Span is a run of code points of an article's text, half open.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// An Extraction is what was found in one article: values only, in terms of
// entities of that article. It is stored as it was found.
type Extraction struct {
	// Extractor is the name and version of the rules that made it.
	Extractor  string           `json:"extractor"`
	Sentences  []Span           `json:"sentences,omitempty"`
	Entities   []LocalEntity    `json:"entities,omitempty"`
	Mentions   []LocalMention   `json:"mentions,omitempty"`
	Dates      []LocalDate      `json:"dates,omitempty"`
	Roles      []LocalRole      `json:"roles,omitempty"`
	Policies   []LocalPolicy    `json:"policies,omitempty"`
	Statements []LocalStatement `json:"statements,omitempty"`
	Stages     []LocalStage     `json:"stages,omitempty"`
	Events     []LocalEvent     `json:"events,omitempty"`
	// MainEventDate is the day of the event that the article is about.
	MainEventDate *Day `json:"main_event_date,omitempty"`
}

// A Local names an entity, statement, stage or event within one article, such
// as `e3` or `s1`; empty means none.
type Local string

// A LocalEntity is what an article says of one entity: its names with counts
// and what keeps it apart from namesakes.
type LocalEntity struct {
	ID   Local      `json:"id"`
	Kind EntityKind `json:"kind"`
	// Name is the fullest form that the article uses, without titles. A person
	// known only by a role ("the Mexican president") has none.
	Name  string      `json:"name,omitempty"`
	Names []NameCount `json:"names,omitempty"`
	// ISO2 and ISO3 are set for countries.
	ISO2     string `json:"iso2,omitempty"`
	ISO3     string `json:"iso3,omitempty"`
	Wikidata string `json:"wikidata,omitempty"`
	// Acronym is an organization's, if the article or the gazetteer ties it to Name.
	Acronym string `json:"acronym,omitempty"`
	// Canonical is the gazetteer's name of an organization, if it is listed.
	Canonical string `json:"canonical,omitempty"`
	// Country is the ISO 3166-1 alpha-3 code of the country that a person or
	// organization belongs to, if the article or the gazetteer tells.
	Country string `json:"country,omitempty"`
	// Sector is PLOVER's code of what an organization is.
	Sector string `json:"sector,omitempty"`
	// Policy is set for entities of kind POLICY.
	Policy *PolicyKey `json:"policy,omitempty"`
}

// A PolicyKey is what makes two mentions one policy across articles:
// instrument, proper title, object, and the countries that propose it and are
// aimed at. Equal keys are one policy.
type PolicyKey struct {
	// Instrument is the kind of measure in one word, such as `bill`, `tariff`,
	// `deployment`, `ceasefire`.
	Instrument string `json:"instrument"`
	// Title is a proper title, folded ("fugitive offenders amendment"); empty if none.
	Title string `json:"title,omitempty"`
	// Object is what it is about in folded words, sorted ("extradition").
	Object string `json:"object,omitempty"`
	// Proposer and Target are alpha-3 codes of countries, empty if unknown.
	Proposer string `json:"proposer,omitempty"`
	Target   string `json:"target,omitempty"`
}

// A NameCount is a name with the number of times it was used.
type NameCount struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// A LocalMention is a place where an entity is named or referred to.
type LocalMention struct {
	Span
	// Kind is person, organization, country, place, group or policy.
	Kind string `json:"kind"`
	// Form is name, role, pronoun, demonym or nominal.
	Form string `json:"form"`
	// Entity is empty if unresolved; Candidates are whom it may mean then.
	Entity     Local   `json:"entity,omitempty"`
	Candidates []Local `json:"candidates,omitempty"`
	Confidence float64 `json:"confidence"`
}

// A LocalDate is a date expression of the text.
type LocalDate struct {
	Span
	// Type and TIMEX3 are the type (DATE, TIME, DURATION, SET) and value of the TimeML standard.
	Type   string `json:"type"`
	TIMEX3 string `json:"timex3"`
	// Date is nil where the expression denotes no calendar days (a duration).
	Date *FuzzyDate `json:"date,omitempty"`
}

// A LocalRole says that the article shows a person in an office.
type LocalRole struct {
	// Holder is a person; one without a name if the article gives none.
	Holder Local `json:"holder"`
	// Title is in lower case without country, such as `president`; `former` is kept.
	Title string `json:"title"`
	// Of is a country or organization; may be empty.
	Of Local `json:"of,omitempty"`
	Span
	// AsOf is the day for which the article shows it.
	AsOf *FuzzyDate `json:"as_of,omitempty"`
}

// A LocalPolicy says who proposes a policy and at whom it is aimed.
type LocalPolicy struct {
	// Entity is the policy's local entity.
	Entity Local `json:"entity"`
	Span
	Proposers []Local `json:"proposers,omitempty"`
	Targets   []Local `json:"targets,omitempty"`
}

// A Finding is what every fact of an extraction has: the span that supports
// it, its date in the source, the rule that found it, and a confidence from 0
// to 1, rounded to two decimals.
type Finding struct {
	ID Local `json:"id"`
	// Span is the evidence: the words that say it.
	Span Span `json:"span"`
	// Date is nil if nothing is known.
	Date *FuzzyDate `json:"date,omitempty"`
	// DateSpan is where the date's words stand; empty if there are none.
	DateSpan   Span    `json:"date_span,omitzero"`
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// A LocalStatement is something that the article attributes to a source.
type LocalStatement struct {
	Finding
	Form    Form   `json:"form"`
	Act     Act    `json:"act"`
	Content []Span `json:"content"`
	Cue     []Span `json:"cue,omitempty"`
	// Source are the words that name the source; Speaker its entity, empty if unresolved.
	Source  []Span `json:"source,omitempty"`
	Speaker Local  `json:"speaker,omitempty"`
	// Candidates are whom the source may mean, if unresolved.
	Candidates []Local `json:"candidates,omitempty"`
	Addressees []Local `json:"addressees,omitempty"`
	About      []Local `json:"about,omitempty"`
	Policy     Local   `json:"policy,omitempty"`
	// Stance is empty unless the statement takes a position on Policy.
	Stance Stance `json:"stance,omitempty"`
	// Reports is the statement that this one reports.
	Reports Local `json:"reports,omitempty"`
}

// A LocalStage says that a policy reached a stage.
type LocalStage struct {
	Finding
	Policy Local   `json:"policy"`
	Stage  Stage   `json:"stage"`
	Actors []Local `json:"actors,omitempty"`
}

// A LocalEvent is something that happened, is planned, or is denied.
type LocalEvent struct {
	Finding
	Type     EventType   `json:"type"`
	Mode     string      `json:"mode,omitempty"`
	Contexts []string    `json:"contexts,omitempty"`
	Status   EventStatus `json:"status"`
	// Trigger is the verb or noun that carries the event.
	Trigger Span    `json:"trigger"`
	Actors  []Local `json:"actors,omitempty"`
	Targets []Local `json:"targets,omitempty"`
	Policy  Local   `json:"policy,omitempty"`
}
