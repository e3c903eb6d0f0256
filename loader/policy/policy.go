package policy

import (
	"dateline/graph"
	"dateline/loader/language"
)

// A Policy is a proposal, law, order, treaty, programme, operation or standing
// practice that the text is about.
type Policy struct {
	// Entity holds name, names and the PolicyKey; its ID is set by the link stage.
	Entity graph.LocalEntity
	// Mentions are the noun phrases that mean it, in the order of the text.
	Mentions []Mention
	// Proposers and Targets are indexes into coref.Result.Entities.
	Proposers, Targets []int
}

// A Mention is a noun phrase that names or describes a policy, or a pronoun or
// short form ("the bill") that means it.
type Mention struct {
	Tokens language.Range
	// Head is the token that heads the phrase.
	Head int
	// Form is `name` for a proper title, else `nominal` or `pronoun`.
	Form string
}

// A Stage says that a policy reached a stage.
type Stage struct {
	// Policy is an index into Result.Policies.
	Policy int
	Stage  graph.Stage
	// Actors are indexes into coref.Result.Entities: who moved it there.
	Actors []int
	// Trigger is the token of the verb or noun that says it.
	Trigger int
	// Tokens are the words that support it.
	Tokens language.Range
	// Date is the index of the time expression that dates it, -1 if there is none.
	Date       int
	Rule       string
	Confidence float64
}

// A Result holds the policies of a text and their stages.
type Result struct {
	Policies []Policy
	Stages   []Stage
}

// At is the policy with a mention that holds the token, the one with the
// shortest mention if there are several; -1 if there is none.
func (r *Result) At(token int) int {
	best, size := -1, 0
	for p, policy := range r.Policies {
		for _, m := range policy.Mentions {
			if n := m.Tokens.End - m.Tokens.First; m.Tokens.First <= token && token < m.Tokens.End && (best < 0 || n < size) {
				best, size = p, n
			}
		}
	}
	return best
}
