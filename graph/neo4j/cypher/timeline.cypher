// From where items are read in the order of time, and what is asked of them.
// A source binds i, and has the time key last in the index that it seeks.

//: from all
MATCH (i:Item) USING INDEX i:Item(time)
WHERE i.time > $low AND i.time < $high

//: from kind
MATCH (i:Item) USING INDEX i:Item(kind, time)
WHERE i.kind = $kind AND i.time > $low AND i.time < $high

//: from entity
MATCH ()<-[x:INVOLVES]-(i) USING INDEX x:INVOLVES(entity, time)
WHERE x.entity = $entity AND x.time > $low AND x.time < $high

//: from pair
MATCH ()<-[x:BETWEEN]-(i) USING INDEX x:BETWEEN(pair, time)
WHERE x.pair = $pair AND x.time > $low AND x.time < $high

//: from article
MATCH (:Article {id: $article})-[:REPORTS]->(i:Item)
WITH DISTINCT i
WHERE i.time > $low AND i.time < $high

//: from ids
UNWIND $ids AS id
MATCH (i:Item {id: id})
WHERE i.time > $low AND i.time < $high

//: page
// Lists travel faster than rows.
$$SOURCE $$WHERE
WITH i.time AS time, i.content AS content, coalesce(i.evidence, '') AS evidence ORDER BY $$ORDER LIMIT $limit
RETURN collect(time), collect(content), collect(evidence)

//: ids
$$SOURCE $$WHERE
RETURN i.id

//: count
$$SOURCE $$WHERE
WITH i LIMIT $limit RETURN count(i)

//: histogram
$$SOURCE $$WHERE
RETURN $$FIRST AS first, $$LAST AS last, $$SERIES AS series, i.score AS score, count(*)

//: histogram items
// Items may come from several sources, so each has its name.
$$SOURCE $$WHERE
RETURN i.id, $$FIRST, $$LAST, $$SERIES AS series, i.score

//: links
// What has a date and what has none are summed apart: the least key is the first day.
$$SOURCE $$WHERE
WITH i.kind AS kind, i.type AS type, x.secondActs AND NOT x.firstActs AS back, x.time > $dated AS dated,
  count(*) AS n, min(x.time) AS first, max(x.time) AS latest, min(i.best) AS best
OPTIONAL MATCH (f:Item {time: first})
OPTIONAL MATCH (l:Item {time: latest})
RETURN kind, type, back, n, f.content, l.content, best ORDER BY kind, type, back, dated

//: related
$$SOURCE $$WHERE
MATCH (i)-[o:INVOLVES]->(other)
WHERE o.entity <> $entity $$OTHER
RETURN o.entity AS id, count(*) AS n,
  min(CASE WHEN i.first IS NOT NULL THEN i.time END), max(CASE WHEN i.first IS NOT NULL THEN i.time END)
ORDER BY n DESC, id

//: hops
// An entity's edges are followed, not sought: who is no hub has few. The number
// of an entity's items is its degree, which the server keeps.
UNWIND $frontier AS start
MATCH (e:Entity {id: start})<-[x:INVOLVES]-(i)-[o:INVOLVES]->(other)
WHERE NOT other:Country AND other <> e $$OTHER $$WHERE
WITH start, other, min(i.id) AS via
WHERE COUNT { (other)<-[:INVOLVES]-() } <= $hub
RETURN start, other.id, via

//: least hops of pairs
// The index of pairs tells at once which of a frontier share items with whom.
UNWIND $pairs AS ends
MATCH ()<-[x:BETWEEN]-(i) USING INDEX x:BETWEEN(pair, time)
WHERE x.pair = ends.pair AND x.time > $low AND x.time < $high $$WHERE
RETURN ends.start, ends.end, min(i.id)

//: hops of pair
UNWIND $pairs AS ends
MATCH ()<-[x:BETWEEN]-(i) USING INDEX x:BETWEEN(pair, time)
WHERE x.pair = ends.pair AND x.time > $low AND x.time < $high $$WHERE
RETURN ends.start, ends.end, i.id ORDER BY i.id LIMIT $limit

//: degrees
MATCH (e:Entity) WHERE e.id IN $ids AND COUNT { (e)<-[:INVOLVES]-() } <= $hub
RETURN e.id

//: items with words
CALL db.index.fulltext.queryNodes('item_words', $query, {limit: $limit}) YIELD node
RETURN node.id
