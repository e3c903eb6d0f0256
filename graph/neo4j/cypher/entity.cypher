// Entities, their names and roles.

//: entity contents
MATCH (e:Entity) WHERE e.id IN $ids AND e.content IS NOT NULL
RETURN e.id, e.content

//: drop names
MATCH (e:Entity)<-[:NAMES]-(n:Name) WHERE e.id IN $ids
DETACH DELETE n

//: put entities
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e:$$LABEL, e = row.properties

//: put names
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})
CREATE (:Name {key: row.key, fold: row.fold})-[:NAMES]->(e)

//: delete entities
// What items still involve stays as a bare node, until they are written anew.
MATCH (e:Entity) WHERE e.id IN $ids
REMOVE e:Person:Country:Organization:Policy
SET e = {id: e.id}
WITH e WHERE NOT EXISTS { (e)--() }
DELETE e

//: entities
MATCH (e:Entity) WHERE e.id IN $ids AND e.content IS NOT NULL
RETURN e.id, e.content

//: former entities
MATCH (f:Former) WHERE f.id IN $ids
MATCH (a:Assignment {key: f.place})
MATCH (e:Entity {id: a.entity}) WHERE e.content IS NOT NULL
WITH f.id AS former, e.id AS present, count(*) AS n
RETURN former, present ORDER BY former, n DESC, present

//: countries by code
CALL () {
  MATCH (e:Entity {id: 'country:' + $code}) WHERE e.kind = 'COUNTRY' RETURN e
  UNION MATCH (e:Country {iso2: $code}) RETURN e
}
RETURN e.rank, e.content

//: entities by wikidata
MATCH (t:Tally {field: 'wikidata', value: $value})
MATCH (e:Entity {id: t.entity}) WHERE e.content IS NOT NULL
RETURN e.rank, e.content ORDER BY e.rank LIMIT $limit

//: entities by name
MATCH (n:Name {fold: $fold})-[:NAMES]->(e) WHERE $kind IN ['', e.kind]
RETURN e.rank, e.content ORDER BY e.rank LIMIT $limit

//: list entities
MATCH (e:Entity) USING INDEX e:Entity(rank)
WHERE e.rank > $low AND e.rank < $high
RETURN e.rank, e.content ORDER BY e.rank $$ORDER LIMIT $limit

//: list entities of kind
MATCH (e:Entity) USING INDEX e:Entity(kind, rank)
WHERE e.kind = $kind AND e.rank > $low AND e.rank < $high
RETURN e.rank, e.content ORDER BY e.kind $$ORDER, e.rank $$ORDER LIMIT $limit

//: list entities by prefix
MATCH (n:Name)-[:NAMES]->(e) WHERE n.fold STARTS WITH $prefix
WITH DISTINCT e
WHERE e.rank > $low AND e.rank < $high AND ($kinds = [] OR e.kind IN $kinds)
RETURN e.rank, e.content ORDER BY e.rank $$ORDER LIMIT $limit

//: count entities
MATCH (e:Entity) USING INDEX e:Entity(rank)
WHERE e.rank > '' RETURN count(e)

//: count entities of kinds
MATCH (e:Entity) USING INDEX e:Entity(kind, rank)
WHERE e.kind IN $kinds AND e.rank > '' RETURN count(e)

//: count entities by prefix
MATCH (n:Name)-[:NAMES]->(e) WHERE n.fold STARTS WITH $prefix
WITH DISTINCT e WHERE $kinds = [] OR e.kind IN $kinds
RETURN count(e)

//: scan entities
MATCH (e:Entity) USING INDEX SEEK e:Entity(kind, id)
WHERE e.kind = $kind AND e.id > $after
RETURN e.id, e.content ORDER BY e.kind, e.id LIMIT $limit

//: most mentioned
MATCH (e:Entity) USING INDEX e:Entity(rank)
WHERE e.rank > '' RETURN e.id ORDER BY e.rank LIMIT $limit

//: roles of
CALL () {
  MATCH (r:Role) WHERE r.holder IN $ids RETURN r
  UNION MATCH (r:Role) WHERE r.body IN $ids RETURN r
}
RETURN r.id, r.content

//: roles by id
MATCH (r:Role) WHERE r.id IN $ids AND r.content IS NOT NULL
RETURN r.id, r.content ORDER BY r.id

//: roles held
MATCH (r:Role) WHERE r.holder IN $holders
RETURN r.id, r.content ORDER BY r.id

//: put roles
UNWIND $rows AS row
MERGE (r:Role {id: row.id})
WITH r, row
OPTIONAL MATCH (r)-[x:HOLDS|OF]-()
DELETE x
WITH DISTINCT r, row
SET r = row.properties
MERGE (h:Entity {id: row.holder})
CREATE (h)-[:HOLDS {from: row.properties.from, to: row.properties.to}]->(r)
WITH r, row WHERE row.body <> ''
MERGE (b:Entity {id: row.body})
CREATE (r)-[:OF]->(b)

//: delete roles
MATCH (r:Role) WHERE r.id IN $ids
OPTIONAL MATCH (r)-[x:HOLDS|OF]-()
DELETE x
WITH DISTINCT r
SET r = {id: r.id}
WITH r WHERE NOT EXISTS { (r)--() }
DELETE r

//: scan roles
MATCH (r:Role) WHERE r.id > $after AND r.content IS NOT NULL
RETURN r.id, r.content ORDER BY r.id LIMIT $limit
