// What articles report of items and roles. The evidence that an item carries is
// gone with any change of its reports, until it is folded anew.

//: reports of article
MATCH (:Article {id: $article})-[r:REPORTS]->()
RETURN r.local, r.fact, r.payload

//: drop reports
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[r:REPORTS {fact: row.fact, local: row.local}]->(f)
SET f.evidence = NULL
DELETE r

//: remember facts
UNWIND $rows AS row
MERGE (f:Former {key: row.id + '|' + row.place})
SET f.id = row.id, f.place = row.place, f.article = row.article

//: put reports of items
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MERGE (f:Item {id: row.fact})
MERGE (a)-[r:REPORTS {fact: row.fact, local: row.local}]->(f)
SET r = row.properties, f.evidence = NULL

//: put reports of roles
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MERGE (f:Role {id: row.fact})
MERGE (a)-[r:REPORTS {fact: row.fact, local: row.local}]->(f)
SET r = row.properties

//: reports
MATCH (a)-[r:REPORTS]->() USING INDEX r:REPORTS(fact)
WHERE r.fact IN $facts
RETURN r.payload, a.publisher, a.copies, a.published, a.loadedMicros ORDER BY r.fact, a.id, r.local

//: evidence
MATCH (a)-[r:REPORTS]->() USING INDEX r:REPORTS(fact)
WHERE r.fact IN $facts
RETURN collect(r.payload), collect(coalesce(a.published, '')), collect(a.loadedMicros)

//: facts of articles
MATCH (a:Article)-[r:REPORTS]->() WHERE a.id IN $articles
RETURN DISTINCT r.fact AS fact ORDER BY fact

//: scan facts
MATCH ()-[r:REPORTS]->() USING INDEX r:REPORTS(fact)
WHERE r.fact > $after
WITH r.fact AS fact ORDER BY fact LIMIT $limit
RETURN DISTINCT fact
