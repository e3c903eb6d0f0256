// Package graphtest is the conformance suite of graph.Store: every store
// passes [Run] with one call; it knows no store and must not know how one
// keeps what it is given.
//
// The suite loads one small, drawn fixture ([Sample]) through the store's own
// Writer and Resolver, and then asks. What a store should answer is not written
// down answer by answer: it is computed from the fixture by the functions of
// package graph ([graph.Fold], [graph.Filter.Matches] and so on), so that a
// store is held to the same meaning under every filter, order and page.
package graphtest
