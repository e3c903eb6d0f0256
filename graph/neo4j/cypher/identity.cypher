// What identity is computed from, and what it remembers.

//: mark
UNWIND $rows AS name MERGE (:Mark {name: name})

//: take marks
MATCH (m:Mark) WHERE m.name > '' RETURN m.name ORDER BY m.name LIMIT $limit

//: unmark
MATCH (m:Mark) WHERE m.name IN $names DELETE m

//: members
MATCH (m:Member) WHERE m.block IN $blocks
RETURN m.block, m.article, m.local, m.payload ORDER BY m.block, m.article, m.local

//: assignments
MATCH (n:Assignment) WHERE n.article IN $articles
RETURN n.article, n.local, n.entity, n.candidates ORDER BY n.article, n.local

//: assign
// Remembers the entity that was meant before.
UNWIND $rows AS row
MERGE (n:Assignment {key: row.key})
WITH n, row, n.entity AS former
SET n = row
WITH row, former WHERE former <> '' AND former <> row.entity
MERGE (f:Former {key: former + '|' + row.key})
SET f.id = former, f.place = row.key, f.article = row.article

//: link copies
UNWIND $rows AS row
MATCH (a:Article {id: row.a}) MATCH (b:Article {id: row.b})
MERGE (a)-[:COPY_OF]->(b)

//: copies
MATCH (a:Article)-[:COPY_OF]-(b:Article) WHERE a.id IN $articles
RETURN a.id, b.id ORDER BY a.id, b.id

//: groups
MATCH (a:Article) WHERE a.id IN $articles
RETURN a.id, a.copies, COLLECT { MATCH (a)-[m:MENTIONS]->() RETURN m.entity } AS entities

//: set groups
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) SET a.copies = row.group

//: uses
MATCH (a:Article {id: $article})
OPTIONAL MATCH (a)-[m:MENTIONS]->()
RETURN a.copies, a.time, m.entity, m.names, m.details

//: drop uses
UNWIND $rows AS row
MATCH (a:Article {id: row.article})-[m:MENTIONS]->(e:Entity {id: row.entity})
DELETE m

//: put uses
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MERGE (e:Entity {id: row.entity})
MERGE (a)-[m:MENTIONS]->(e)
SET m.entity = row.entity, m.time = row.time, m.names = row.names, m.details = row.details

//: count values
UNWIND $rows AS row
MERGE (t:Tally {key: row.key})
ON CREATE SET t.entity = row.entity, t.field = row.field, t.value = row.value, t.count = 0
SET t.count = t.count + row.count
WITH DISTINCT t WHERE t.count <= 0
DELETE t

//: count groups
UNWIND $rows AS row
MERGE (r:Reach {key: row.key})
ON CREATE SET r.entity = row.entity, r.count = 0
SET r.count = r.count + row.count
WITH DISTINCT r WHERE r.count <= 0
DELETE r

//: tallies of groups
UNWIND $entities AS entity
WITH entity, COUNT { MATCH (r:Reach {entity: entity}) } AS groups
WHERE groups > 0
RETURN entity, groups

//: tallies of values
MATCH (t:Tally) WHERE t.entity IN $entities
RETURN t.entity, t.field, t.value, t.count ORDER BY t.count DESC, t.field, t.value
