// Package neo4jtest gives tests a real Neo4j server, without Docker: it has
// Maven fetch the Community server's jars and starts them with Java 17 or 21;
// it knows nothing of dateline's graph.
//
// A test package calls [Main] from TestMain and [Server] from its tests. They
// share one server, whose database each test empties ([Wipe]), so they must not
// run in parallel. The environment decides which server it is:
//
//   - DATELINE_TEST_NEO4J=bolt://user:password@host:port is used if it is set;
//     its database is emptied!
//   - else one is started if DATELINE_REQUIRE contains neo4j, and what is
//     missing for that fails the tests;
//   - else the tests are skipped.
package neo4jtest
