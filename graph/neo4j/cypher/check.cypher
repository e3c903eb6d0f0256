// Invariants: each statement gives a line for each thing that breaks one, but
// for what is marked and so about to be mended.

//: check marks
MATCH (m:Mark) RETURN 'not computed yet: ' + m.name

//: check members
MATCH (m:Member) WHERE NOT EXISTS { MATCH (:Article {id: m.article}) }
RETURN DISTINCT 'member of an unknown article: ' + m.article

//: check items
MATCH (i:Item) WHERE i.content IS NOT NULL AND i.kind <> 'POSITION_CHANGE' AND NOT EXISTS { (i)<-[:REPORTS]-() } AND NOT EXISTS { MATCH (:Mark {name: '5/' + i.id}) }
RETURN 'item without report: ' + i.id

//: check reports
MATCH ()-[r:REPORTS]->(f) WHERE f.content IS NULL AND NOT EXISTS { MATCH (:Mark {name: '4/' + r.fact}) } AND NOT EXISTS { MATCH (:Mark {name: '5/' + r.fact}) }
RETURN DISTINCT 'report without item or role: ' + r.fact

//: check roles
MATCH (r:Role) WHERE NOT EXISTS { (r)<-[:REPORTS]-() } AND NOT EXISTS { MATCH (:Mark {name: '4/' + r.id}) }
RETURN 'role without report: ' + r.id

//: check assignments
MATCH (a:Assignment) WHERE a.entity <> '' AND NOT EXISTS { MATCH (e:Entity {id: a.entity}) WHERE e.content IS NOT NULL }
  AND NOT EXISTS { MATCH (:Mark {name: '3/' + a.article}) } AND NOT EXISTS { MATCH (:Mark {name: '6/' + a.entity}) }
RETURN DISTINCT 'assignment to an unknown entity: ' + a.entity

//: check entities
MATCH (e:Entity) WHERE e.content IS NOT NULL AND NOT EXISTS { (e)<-[:MENTIONS]-() } AND NOT EXISTS { MATCH (:Mark {name: '6/' + e.id}) }
RETURN 'entity that no article names: ' + e.id

//: check bare entities
MATCH (e:Entity) WHERE e.content IS NULL AND NOT EXISTS { MATCH (:Mark {name: '6/' + e.id}) }
RETURN 'edge to an unknown entity: ' + e.id

//: check involved
MATCH (i)-[x:INVOLVES]->(e) WHERE x.time <> i.time OR x.entity <> e.id
RETURN DISTINCT 'edge with another time or entity than it should: ' + i.id

//: check pairs
MATCH (i)-[x:BETWEEN]->() WHERE x.time <> i.time
RETURN DISTINCT 'pair with another time than its item: ' + i.id

//: check number of pairs
MATCH (i:Item) WHERE i.content IS NOT NULL
WITH i, COUNT { (i)-[:INVOLVES]->() } AS n, COUNT { (i)-[:BETWEEN]->() } AS pairs
WHERE pairs <> n * (n - 1) / 2
RETURN 'item without all of its pairs: ' + i.id

//: check words
MATCH (n:Item|Article) WHERE n.content IS NOT NULL AND n.words IS NULL
RETURN 'without search words: ' + n.id
