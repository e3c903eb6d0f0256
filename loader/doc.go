// Package loader turns articles into the graph: it orders the stages, runs
// them on several articles at once, puts what they found into a store, has
// identity computed, and reports on the way; it knows no store but the
// contract in package graph, and it finds nothing itself.
//
// The stages, each a package below that does not know the later ones:
//
//	article    bytes, pages, feeds → articles
//	language   text → tokens, tags, trees, name spans
//	name       → mentions of people, countries, organizations, places, groups
//	coref      mentions → entities of the article, roles
//	timex      → date expressions
//	policy     → policies and their stages
//	statement  → who said what to whom, with which stance
//	event      → PLOVER events
//	link       everything found → one extraction
//	identity   extractions → the same person, policy, event across articles
//
// Several stages share dating (which date expression dates a predicate) and
// table (how lists of words are read); output prints an extraction without a
// store. Stages are pure functions of values; goroutines are here alone.
package loader
