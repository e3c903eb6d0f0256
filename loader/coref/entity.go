package coref

import (
	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/name"
)

// An Entity is a person, country or organization of one article: the mentions
// that mean the same.
type Entity struct {
	graph.LocalEntity
	// Mentions are indexes into Result.Mentions, in the order of the text.
	Mentions []int
	// Female, Male and Plural tell what the text says of gender and number;
	// none of them set means unknown.
	Female, Male, Plural bool
	// Implied is set for a country that the text does not name itself, only a
	// town or region of it: no mention means it, but what happens there does.
	Implied bool
}

// A Mention is a name, role, pronoun or nominal with the entity that it means.
type Mention struct {
	name.Mention
	// Head is the token that heads the mention in the tree.
	Head int
	// Entity is an index into Result.Entities, -1 if unresolved; Candidates
	// are whom it may mean then.
	Entity     int
	Candidates []int
}

// A Role says that the text shows a person in an office.
type Role struct {
	// Holder is an index into Result.Entities.
	Holder int
	// Title is in lower case without country, such as `president`; `former` is kept as its first word.
	Title string
	// Of is the country or organization, -1 if the text names none.
	Of int
	// Tokens are the words that say it.
	Tokens language.Range
}

// A Result is who is meant where.
type Result struct {
	Entities []Entity
	// Mentions are in the order of the text; they do not overlap, except that
	// a role or nominal may hold a demonym or a name ("the Mexican president",
	// "Merkel's spokesman").
	Mentions []Mention
	Roles    []Role

	inside, heads []int32 // by token: a mention's index, or -1
}

// NewResult makes a result of its parts for a document of n tokens.
func NewResult(n int, entities []Entity, mentions []Mention, roles []Role) *Result {
	r := &Result{Entities: entities, Mentions: mentions, Roles: roles, inside: make([]int32, n), heads: make([]int32, n)}
	for i := range n {
		r.inside[i], r.heads[i] = -1, -1
	}
	for m, mention := range mentions {
		for t := mention.Tokens.First; t < mention.Tokens.End; t++ {
			if old := r.inside[t]; old < 0 || length(mention) < length(mentions[old]) {
				r.inside[t] = int32(m)
			}
		}
		if old := r.heads[mention.Head]; old < 0 || length(mention) > length(mentions[old]) {
			r.heads[mention.Head] = int32(m)
		}
	}
	return r
}

func length(m Mention) int { return m.Tokens.End - m.Tokens.First }

// At is the mention that holds a token, the innermost if there are several; -1 if none.
func (r *Result) At(token int) int { return int(r.inside[token]) }

// HeadedBy is the mention whose head is a token, the longest if there are
// several, -1 if none: what a subject or object of a verb names.
func (r *Result) HeadedBy(token int) int { return int(r.heads[token]) }

// EntityOf is the entity of the mention that a token heads, -1 if it heads
// none or the mention is unresolved.
func (r *Result) EntityOf(token int) int {
	if m := r.HeadedBy(token); m >= 0 {
		return r.Mentions[m].Entity
	}
	return -1
}
