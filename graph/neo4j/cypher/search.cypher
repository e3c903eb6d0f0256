// Full text over what package graph folded and split into words.

//: search
// Keys of the same length, the best first.
CALL () { $$PARTS }
WITH found, label, points, right('00000000000' + toString(100000000000 - toInteger(round(points * 10000))), 12) + '|' + found.id AS key
WHERE key > $low AND key < $high
WITH found, label, points, key ORDER BY key $$ORDER LIMIT $limit
RETURN key, found.content, label, points, found.loadedMicros

//: entities that hold words
CALL db.index.fulltext.queryNodes('entity_words', $query$$LIMIT) YIELD node, score
WHERE node.kind IN $entityKinds
RETURN node AS found, 'Entity' AS label, score + $boost + CASE WHEN node.articles < 1000 THEN node.articles ELSE 1000 END / 100.0 AS points LIMIT $most

//: items that hold words
CALL db.index.fulltext.queryNodes('item_words', $query$$LIMIT) YIELD node, score
WHERE node.kind IN $itemKinds
RETURN node AS found, 'Item' AS label, score AS points LIMIT $most

//: articles that hold words
CALL db.index.fulltext.queryNodes('article_words', $articleQuery, {limit: $most}) YIELD node, score
RETURN node AS found, 'Article' AS label, score AS points

//: stats
CALL () { MATCH (e:Person) RETURN count(e) AS people }
CALL () { MATCH (e:Country) RETURN count(e) AS countries }
CALL () { MATCH (e:Organization) RETURN count(e) AS organizations }
CALL () { MATCH (e:Policy) RETURN count(e) AS policies }
CALL () { MATCH (i:Statement) RETURN count(i) AS statements }
CALL () { MATCH (i:Event) RETURN count(i) AS events }
CALL () { MATCH (a:Article) RETURN count(a) AS articles }
RETURN people, countries, organizations, policies, statements, events, articles

//: first day
MATCH (i:Item) WHERE i.time > '0' RETURN i.first ORDER BY i.time LIMIT 1

//: last day
MATCH (i:Item) WHERE i.last > date('-9999-01-01') RETURN i.last ORDER BY i.last DESC LIMIT 1

//: updated
MATCH (a:Article) WHERE a.loadedMicros > 0 RETURN a.loadedMicros ORDER BY a.loadedMicros DESC LIMIT 1
