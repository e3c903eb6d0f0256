// Package neo4j keeps the graph in a Neo4j 5 database; it implements
// graph.Store, is the only importer of the driver, and knows neither language
// nor GraphQL.
//
// # The model
//
// What one reads and asks in Neo4j Browser:
//
//	(:Article)-[:REPORTS]->(:Item)            (:Article)-[:MENTIONS]->(:Entity)
//	(:Article)-[:COPY_OF]-(:Article)          (:Name)-[:NAMES]->(:Entity)
//
//	(:Entity)-[:SAID]->(:Statement)-[:TAKES_POSITION {stance}]->(:Policy)
//	                       ├─[:CONCERNS]──────> (:Policy)     no stance is known
//	                       ├─[:ADDRESSED_TO]──> (:Entity)
//	                       ├─[:ABOUT]─────────> (:Entity)
//	                       └─[:ON_BEHALF_OF]──> (:Entity)
//
//	(:Entity)-[:ACTED_IN]->(:Event)-[:TARGETS]->(:Entity)
//	                          ├─[:CONCERNS]─────> (:Policy)
//	                          └─[:ON_BEHALF_OF]─> (:Entity)
//
//	(:Entity)-[:ACTED_IN]->(:PolicyStage)-[:CONCERNS]->(:Policy)
//	(:Entity)-[:CHANGED]->(:PositionChange)-[:FROM|TO]->(:Statement)
//	                          └─[:CONCERNS]─> (:Policy)
//
//	(:Person)-[:HOLDS {from, to}]->(:Role {title, from, to})-[:OF]->(:Country|:Organization)
//
// Every Person, Country, Organization and Policy is an Entity {id, name,
// aliases, articles}; every Statement, Event, PolicyStage and PositionChange
// an Item {id, summary, type, date, first, last, basis, confidence, articles,
// sources}. `date` is the EDTF value; `first` and `last` are the days that
// bound it, as Cypher dates, on items and, as `from` and `to`, on their
// relationships, so that both can be asked for ranges. `content` is the whole
// value in JSON, which is what dateline reads.
//
// Beside these, two relationships are there to be sought rather than read. Each
// holds the time key of its item (first day, last day, id), which a relationship
// index keeps in order behind what a question holds fixed, so that a page costs
// the same however many items a country has:
//
//	(:Item)-[:INVOLVES {entity, time, roles, direct}]->(:Entity)   one for each participant
//	(:Item)-[:BETWEEN {pair, time}]->(:Entity)                     one for each two, to the greater ID
//
// Dateline, Mark, Member, Assignment, Former, Tally, Reach and Change nodes are
// the store's own books: the lock and version, what is to be computed anew,
// what identity is computed from, counts, and the order of changes. An Entity,
// Item or Role without `content` is one that is about to be computed.
//
// # Questions worth copying
//
// Who said what to or about a country from April to June 2025, with the article:
//
//	MATCH (who)-[:SAID]->(s:Statement)-[:ABOUT|ADDRESSED_TO]->(:Country {name: 'Chile'}),
//	      (a:Article)-[:REPORTS]->(s)
//	WHERE s.first <= date('2025-06-30') AND s.last >= date('2025-04-01')
//	RETURN s.date, who.name, s.text, a.publisher, a.url ORDER BY s.first, s.last
//
// Who is for and who is against a policy, by their latest statement:
//
//	MATCH (who)-[:SAID]->(s)-[p:TAKES_POSITION]->(policy:Policy)
//	WITH policy, who, p ORDER BY p.from DESC
//	WITH policy, who, collect(p.stance)[0] AS stance
//	RETURN policy.name, stance, collect(who.name) AS who ORDER BY policy.name, stance
//
// Events between two countries by month and type:
//
//	MATCH (:Country {name: 'Chile'})-[:ACTED_IN|ON_BEHALF_OF]-(e:Event)-[:ACTED_IN|TARGETS|ON_BEHALF_OF]-(:Country {name: 'Peru'})
//	WHERE e.status IN ['OCCURRED', 'ONGOING']
//	RETURN date.truncate('month', e.first) AS month, e.type, count(DISTINCT e) ORDER BY month
//
// Who changed position, from what to what:
//
//	MATCH (who)-[:CHANGED]->(c:PositionChange)-[:CONCERNS]->(policy),
//	      (before)<-[:FROM]-(c)-[:TO]->(after)
//	RETURN who.name, policy.name, before.date, before.text, after.date, after.text
//
// How two people are linked, countries left aside:
//
//	MATCH path = shortestPath((:Person {name: 'Aino Harjula'})-[:INVOLVES*..8]-(:Person {name: 'Liis Raudkivi'}))
//	WHERE none(n IN nodes(path) WHERE n:Country)
//	RETURN path
package neo4j
