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

	inside []int32 // by token: an index into Policies, or -1
}

// At is the policy with a mention that holds the token, the one with the
// shortest mention if there are several; -1 if there is none.
func (r *Result) At(token int) int {
	if token < 0 || token >= len(r.inside) {
		return -1
	}
	return int(r.inside[token])
}

// index fills the table behind At for a text of n tokens.
func (r *Result) index(n int) {
	r.inside = make([]int32, n)
	sizes := make([]int, n)
	for i := range r.inside {
		r.inside[i] = -1
	}
	for p, policy := range r.Policies {
		for _, m := range policy.Mentions {
			size := m.Tokens.End - m.Tokens.First
			for t := m.Tokens.First; t < m.Tokens.End; t++ {
				if r.inside[t] < 0 || size < sizes[t] {
					r.inside[t], sizes[t] = int32(p), size
				}
			}
		}
	}
}
