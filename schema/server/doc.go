// Package server serves GraphQL over HTTP, as queries and as streams, with
// what a server needs around it: access, limits, health, metrics, export, the
// playground and a place for the explorer; it must not know which store
// answers.
package server
