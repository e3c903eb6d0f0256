package graph

import "cmp"

// An Entity is a person, country, organization or policy.
type Entity struct {
	ID   ID         `json:"id"`
	Kind EntityKind `json:"kind"`
	// Name is the preferred name.
	Name string `json:"name"`
	// Aliases are the other names seen in sources, most frequent first, then
	// by name, at most 50.
	Aliases  []string `json:"aliases,omitempty"`
	Wikidata string   `json:"wikidata,omitempty"`
	// ArticleCount counts the articles that mention it, copies once.
	ArticleCount int `json:"article_count"`

	// ISO2 and ISO3 are a country's codes.
	ISO2 string `json:"iso2,omitempty"`
	ISO3 string `json:"iso3,omitempty"`

	// Country is the country to which an organization belongs; may be empty.
	Country ID `json:"country,omitempty"`
	// Sector is what an organization is, by PLOVER's code.
	Sector string `json:"sector,omitempty"`

	// Proposers and Targets are a policy's.
	Proposers []ID `json:"proposers,omitempty"`
	Targets   []ID `json:"targets,omitempty"`
}

// A Role is an office held by a person, with the days on which sources show
// it: not the tenure's true bounds.
type Role struct {
	ID     ID     `json:"id"`
	Holder ID     `json:"holder"`
	Title  string `json:"title"`
	// Of is the country or body; empty if no source tells.
	Of ID `json:"of,omitempty"`
	// From and To are nil if no dated source shows it.
	From *FuzzyDate `json:"from,omitempty"`
	To   *FuzzyDate `json:"to,omitempty"`
}

// On tells whether sources show the role on both sides of a day, or on it.
func (r Role) On(from, to Day) bool {
	return r.From != nil && r.To != nil && r.From.Start <= to && from <= r.To.End
}

// CompareRoles orders roles by (from, to, id), those that no dated source
// shows first.
func CompareRoles(a, b Role) int {
	return cmp.Or(compareSince(a.From, b.From), compareSince(a.To, b.To), cmp.Compare(a.ID, b.ID))
}

func compareSince(a, b *FuzzyDate) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// A Mention is a place in an article where an entity is meant.
type Mention struct {
	Span
	Kind string
	Form string
	// Entity is empty where it is left unresolved; Candidates are whom it may mean then.
	Entity     ID
	Candidates []ID
}

// A Position is the stance of an actor on a policy.
type Position struct {
	Actor, Policy ID
	Stance        Stance
	// Since is the date of the first statement of the unbroken run of this stance.
	Since *FuzzyDate
	// Statement is the latest statement behind it; Count how many there are.
	Statement ID
	Count     int
}
