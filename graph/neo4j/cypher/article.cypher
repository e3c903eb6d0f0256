// Articles: what they say, and how they are listed.

//: known
MATCH (a:Article) WHERE a.key IN $keys
RETURN a.key, a.id, a.version, a.hash, a.extractor

//: versions
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id, a.version, a.loadedMicros

//: insert articles
UNWIND $rows AS row
CREATE (a:Article) SET a = row

//: insert members
UNWIND $rows AS row
CREATE (m:Member) SET m = row

//: articles to delete
UNWIND $keys AS k
CALL (k) {
  MATCH (a:Article {id: k}) RETURN a.id AS id
  UNION MATCH (a:Article {key: k}) RETURN a.id AS id
  UNION MATCH (a:Article {url: k}) WHERE k <> '' RETURN a.id AS id
}
RETURN DISTINCT id ORDER BY id

//: blocks and copies
// What loses by an article's being erased, beside its facts and entities.
CALL () {
  MATCH (m:Member) WHERE m.article IN $ids RETURN DISTINCT m.block AS block, NULL AS copy
  UNION MATCH (a:Article)-[:COPY_OF]-(b:Article) WHERE a.id IN $ids RETURN DISTINCT NULL AS block, b.id AS copy
}
RETURN block, copy

//: erase members
MATCH (n:Member) WHERE n.article IN $ids DELETE n

//: erase assignments
MATCH (n:Assignment) WHERE n.article IN $ids DELETE n

//: erase former
MATCH (n:Former) WHERE n.article IN $ids DELETE n

//: erase articles
MATCH (a:Article) WHERE a.id IN $ids DETACH DELETE a

//: articles
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.time, a.content, a.loadedMicros

//: find article
CALL () {
  MATCH (a:Article {id: $key}) RETURN a
  UNION MATCH (a:Article {key: $key}) RETURN a
  UNION MATCH (a:Article {url: $key}) WHERE $key <> '' RETURN a
}
RETURN a.time, a.content, a.loadedMicros ORDER BY a.id LIMIT 1

//: list articles
MATCH (a:Article) USING INDEX a:Article(time)
WHERE a.time > $low AND a.time < $high $$WHERE
RETURN a.time, a.content, a.loadedMicros ORDER BY a.time $$ORDER LIMIT $limit

//: list articles that mention
MATCH (a:Article)-[m:MENTIONS]->() USING INDEX m:MENTIONS(entity, time)
WHERE m.entity = $entity AND m.time > $low AND m.time < $high $$WHERE
RETURN a.time, a.content, a.loadedMicros ORDER BY m.entity $$ORDER, m.time $$ORDER LIMIT $limit

//: list articles with words
CALL db.index.fulltext.queryNodes('article_words', $query) YIELD node AS a
WHERE a.time > $low AND a.time < $high $$WHERE
RETURN a.time, a.content, a.loadedMicros ORDER BY a.time $$ORDER LIMIT $limit

//: count articles
MATCH (a:Article) USING INDEX a:Article(time)
WHERE a.time > $low AND a.time < $high $$WHERE
WITH a LIMIT $limit RETURN count(a)

//: count articles that mention
MATCH (a:Article)-[m:MENTIONS]->() USING INDEX m:MENTIONS(entity, time)
WHERE m.entity = $entity AND m.time > $low AND m.time < $high $$WHERE
WITH a LIMIT $limit RETURN count(a)

//: count articles with words
CALL db.index.fulltext.queryNodes('article_words', $query) YIELD node AS a
WHERE a.time > $low AND a.time < $high $$WHERE
WITH a LIMIT $limit RETURN count(a)

//: extraction
MATCH (a:Article {id: $id}) RETURN a.extraction

//: extractions
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id, a.extraction

//: readings
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.content, a.extraction ORDER BY a.id

//: copies of
MATCH (x:Article {id: $id})
MATCH (a:Article {copies: x.copies}) WHERE a.id <> $id
RETURN a.time, a.content, a.loadedMicros ORDER BY a.id LIMIT $limit

//: scan articles
MATCH (a:Article) WHERE a.id > $after
RETURN a.id, a.content, a.loadedMicros ORDER BY a.id LIMIT $limit
