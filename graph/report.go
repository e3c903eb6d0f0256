package graph

import (
	"cmp"
	"time"
)

// A Report is what one article says of one item or role: the evidence, and
// the item's fields in terms of global entities. An item is the fold of its
// reports.
type Report struct {
	// Fact is the item or role that it reports.
	Fact    ID    `json:"fact"`
	Article ID    `json:"article"`
	Local   Local `json:"local"`

	Evidence Evidence `json:"evidence"`
	// Summary is one line for a list, in the names that this article uses.
	Summary string     `json:"summary,omitempty"`
	Date    *FuzzyDate `json:"date,omitempty"`
	// OnBehalf are the countries and bodies for which participants act by
	// roles that this same article shows.
	OnBehalf []ID `json:"on_behalf,omitempty"`

	Statement *Statement   `json:"statement,omitempty"`
	Event     *Event       `json:"event,omitempty"`
	Stage     *PolicyStage `json:"stage,omitempty"`
	Role      *Role        `json:"role,omitempty"`

	// The article's facts that corroboration and the clocks need; filled by
	// the store when reports are read.
	Publisher string     `json:"-"`
	Group     ID         `json:"-"` // component of near copies: the least ID in it
	Published *FuzzyDate `json:"-"`
	Loaded    time.Time  `json:"-"`
}

// Acting gives those who speak or act in reports, sorted.
func Acting(reports []Report) []ID {
	var ids []ID
	for _, r := range reports {
		switch {
		case r.Statement != nil && r.Statement.Speaker != "":
			ids = append(ids, r.Statement.Speaker)
		case r.Event != nil:
			ids = append(ids, r.Event.Actors...)
		case r.Stage != nil:
			ids = append(ids, r.Stage.Actors...)
		}
	}
	return Unique(ids)
}

// CompareEvidence puts the best evidence first: confidence, then publication,
// then article and place.
func CompareEvidence(a, b Report) int {
	return cmp.Or(cmp.Compare(b.Evidence.Confidence, a.Evidence.Confidence), ComparePublication(a.Published, b.Published),
		cmp.Compare(a.Article, b.Article), cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(a.Local, b.Local))
}

// A Reading is an article with its extraction: what a loader puts.
type Reading struct {
	Article    Article
	Extraction Extraction
	// Members says which blocks of identity the article takes part in.
	Members []Member
}

// A Member is an article's part in a block of identity: an opaque payload
// that, with those of all other articles, decides the block.
type Member struct {
	// Block is a name such as `person/sheinbaum`, `role/president/MEX`, `copies/17-2f9c`.
	Block   string
	Article ID
	// Local is the entity that it is about; empty if it is the article.
	Local   Local
	Payload []byte
}

// An Assignment says which entity a local entity is.
type Assignment struct {
	Article ID
	Local   Local
	// Entity is empty where it is left unresolved; Candidates are whom it may mean then.
	Entity     ID
	Candidates []ID
}

// A Use says what an article tells of an entity: how often it uses which
// name, and details such as its sector.
type Use struct {
	Entity ID
	Names  []NameCount
	// Details have a count of 1 each.
	Details []DetailCount
}

// The fields of details.
const (
	DetailName     = "name" // the gazetteer's name, preferred to what articles use
	DetailWikidata = "wikidata"
	DetailISO2     = "iso2"
	DetailCountry  = "country"  // of an organization: an entity's ID
	DetailSector   = "sector"   // of an organization
	DetailProposer = "proposer" // of a policy: an entity's ID
	DetailTarget   = "target"   // of a policy: an entity's ID
)
