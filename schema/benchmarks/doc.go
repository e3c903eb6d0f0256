// Package benchmarks measures dateline's GraphQL beside other libraries over
// one reader; it is a module of its own, so that they stay out of the main one.
//
//	cd schema/benchmarks && go test -bench .
package benchmarks
