// Package benchmarks measures dateline's GraphQL beside other libraries over
// one reader; it is a module of its own, so that they stay out of the main one.
//
//	cd schema/benchmarks && go test -bench .
//
// The peer of BenchmarkNeo4jGraphQL runs in node over a real Neo4j, and is left
// out unless it is asked for:
//
//	npm ci --prefix neo4jgraphql && DATELINE_REQUIRE=neo4j,node go test -run - -bench Neo4jGraphQL -benchtime 40x .
package benchmarks
