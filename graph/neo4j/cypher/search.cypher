// Full text over what package graph folded and split into words.

//: search entities
CALL db.index.fulltext.queryNodes('entity_words', $query) YIELD node AS e, score
WHERE e.kind IN $kinds
RETURN e.content, score ORDER BY score DESC, e.rank LIMIT $limit

//: search items
CALL db.index.fulltext.queryNodes('item_words', $query) YIELD node AS i, score
WHERE i.kind IN $kinds
RETURN i.content, score ORDER BY score DESC, i.id LIMIT $limit

//: search articles
CALL db.index.fulltext.queryNodes('article_words', $query) YIELD node AS a, score
RETURN a.content, score, a.loadedMicros ORDER BY score DESC, a.id LIMIT $limit

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
