// Package dating tells which date expression of a text dates a predicate: the
// one attached to it in the dependency tree, else one of the same clause, or of
// a clause that it goes along with, or the day of the sentence before that it
// goes on with, or that of the occasion of which it tells. It gives no date
// rather than a doubtful one. It must not know what the predicate means, be it
// an event, a statement or a stage of a policy.
package dating
