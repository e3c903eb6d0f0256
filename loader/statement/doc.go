// Package statement finds who said, thought or demanded what: the source, the
// cue and the content of direct, mixed and indirect speech. It reads the
// analysed text with its entities, dates and policies, and knows nothing of
// events, of other articles or of how statements are stored.
//
// Quotations are attributed by where they stand: beside a cue ("… ," she
// said), before or after one, in a run that a cue interrupts, or in a paragraph
// that goes on from the one before. Everything else is read off the dependency
// tree: verbs with clauses, infinitives and objects, nouns and adjectives with
// clauses, "according to". Which words are cues, and what they take, stands in
// the tables of data/.
package statement
