// Items of timelines and what is tied to them.

//: items
MATCH (i:Item) WHERE i.id IN $ids AND i.content IS NOT NULL
RETURN i.id, i.content, i.evidence ORDER BY i.id

//: items there
MATCH (i:Item) WHERE i.id IN $ids AND i.content IS NOT NULL
RETURN i.id

//: untie items
MATCH (i:Item) WHERE i.id IN $ids
OPTIONAL MATCH (i)-[x:INVOLVES|BETWEEN|ADDRESSED_TO|ABOUT|TAKES_POSITION|CONCERNS|TARGETS|ON_BEHALF_OF|FROM|TO]->()
DELETE x
WITH DISTINCT i
OPTIONAL MATCH (i)<-[x:SAID|ACTED_IN|CHANGED]-()
DELETE x

//: put items
UNWIND $rows AS row
MERGE (i:Item {id: row.id})
SET i:$$LABEL, i = row

//: delete items
MATCH (i:Item) WHERE i.id IN $ids
REMOVE i:Statement:Event:PolicyStage:PositionChange
SET i = {id: i.id}
WITH i WHERE NOT EXISTS { (i)<-[:REPORTS]-() }
DETACH DELETE i

//: involve
UNWIND $rows AS row
MATCH (i:Item {id: row.item})
MERGE (e:Entity {id: row.properties.entity})
CREATE (i)-[x:INVOLVES]->(e) SET x = row.properties

//: pair
UNWIND $rows AS row
MATCH (i:Item {id: row.item})
MATCH (e:Entity {id: row.to})
CREATE (i)-[x:BETWEEN]->(e) SET x = row.properties

//: tie from
UNWIND $rows AS row
MATCH (i:Item {id: row.item})
MATCH (e:Entity {id: row.entity})
CREATE (e)-[:$$TYPE {from: row.from, to: row.to}]->(i)

//: tie to
UNWIND $rows AS row
MATCH (i:Item {id: row.item})
MATCH (e:Entity {id: row.entity})
CREATE (i)-[:$$TYPE {from: row.from, to: row.to}]->(e)

//: take position
UNWIND $rows AS row
MATCH (i:Item {id: row.item})
MATCH (e:Entity {id: row.entity})
CREATE (i)-[:TAKES_POSITION {stance: row.stance, from: row.from, to: row.to}]->(e)

//: change from
UNWIND $rows AS row
MATCH (i:Item {id: row.item})
MATCH (s:Item {id: row.statement})
CREATE (i)-[:$$TYPE]->(s)

//: record changes
UNWIND $rows AS row
CREATE (c:Change) SET c = row

//: dated
MATCH ()<-[x:INVOLVES]-(i) USING INDEX x:INVOLVES(entity, time)
WHERE x.entity = $entity AND x.time > $low AND x.time < $high AND x.direct AND i.first <= $to AND i.last >= $from
RETURN i.id

//: with stances
MATCH (i:Item) USING INDEX i:Item(positionPolicy, positionActor)
WHERE i.positionPolicy = $policy AND i.positionActor = $actor
RETURN i.time, i.content ORDER BY i.time

//: positions on policy
MATCH (i:Item) USING INDEX i:Item(positionPolicy, positionActor)
WHERE i.positionPolicy = $policy AND i.positionActor > '' AND i.kind = 'STATEMENT'
RETURN i.time, i.content

//: positions on policy by actor
MATCH (i:Item) USING INDEX i:Item(positionPolicy, positionActor)
WHERE i.positionPolicy = $policy AND i.positionActor = $actor AND i.kind = 'STATEMENT'
RETURN i.time, i.content

//: positions by actor
MATCH (i:Item) USING INDEX i:Item(positionActor)
WHERE i.positionActor = $actor AND i.kind = 'STATEMENT'
RETURN i.time, i.content

//: positions
MATCH (i:Item) USING INDEX i:Item(positionActor)
WHERE i.positionActor > '' AND i.kind = 'STATEMENT'
RETURN i.time, i.content

//: former items
MATCH (f:Former) WHERE f.id IN $ids
MATCH (:Article {id: f.article})-[r:REPORTS]->(i:Item)
WHERE r.article + '|' + r.local = f.place AND i.content IS NOT NULL
WITH f.id AS former, i.id AS present, count(*) AS n
RETURN former, present ORDER BY former, n DESC, present

//: scan items
MATCH (i:Item) USING INDEX SEEK i:Item(kind, id)
WHERE i.kind = $kind AND i.id > $after
RETURN i.id, i.content ORDER BY i.kind, i.id LIMIT $limit

//: items at
MATCH (i:Item) WHERE i.time IN $times
RETURN i.time, i.content

//: changes
MATCH (c:Change) WHERE c.seq > $since
RETURN c.seq, c.item ORDER BY c.seq LIMIT $limit

//: last change
MATCH (c:Change) WHERE c.seq > 0
RETURN c.seq ORDER BY c.seq DESC LIMIT 1

//: changes of position
MATCH (i:Item) WHERE i.id IN $ids AND i.kind = 'POSITION_CHANGE'
RETURN i.id, i.content
