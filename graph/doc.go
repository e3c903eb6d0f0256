// Package graph is the domain of dateline: entities, timeline items, roles,
// evidence and articles, dates that keep their uncertainty, the questions one
// can ask, and the contract of a store; it knows nothing of SQL, Cypher,
// GraphQL, HTTP or language.
//
// Reports are evidence, statements are acts, facts about the world are
// derived. What one article says is its [Extraction], which is stored as it
// was found and never changed by later articles. Identity maps the article's
// local entities to [Entity] values and its statements, stages and events to
// [Report] values, each of which names the [Item] that it is evidence of. An
// item is a pure function of its reports ([Fold]), so that it does not depend
// on the order in which articles arrived, and so that the same function can
// answer what was known at an earlier time.
//
// A store implements [Store]; [dateline/graph/graphtest] is the suite that
// every store passes.
package graph
