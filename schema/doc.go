// Package schema answers GraphQL from a graph.Reader: the SDL, which is the
// contract with clients, and a resolver for each of its fields; it must not
// know which store it reads, nor HTTP.
//
// [dateline/schema/exec] executes. What many fields need at once is loaded by
// a batch, so that a page of items with its participants, evidence and
// articles costs a handful of questions to the store, however long it is.
package schema
