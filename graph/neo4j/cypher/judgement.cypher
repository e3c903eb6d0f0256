// People's judgements on identity.

//: judgements
MATCH (j:Judgement) RETURN j.content ORDER BY j.id

//: judge
MERGE (j:Judgement {id: $id}) ON CREATE SET j.content = $content

//: revoke
MATCH (j:Judgement {id: $id}) DELETE j

//: blocks judged
MATCH (a:Assignment) USING INDEX a:Assignment(entity) WHERE a.entity IN $entities
MATCH (m:Member) USING INDEX m:Member(article) WHERE m.article = a.article AND m.local = a.local
RETURN DISTINCT m.block

//: articles judged
MATCH (a:Assignment) USING INDEX a:Assignment(entity) WHERE a.entity IN $entities
RETURN DISTINCT a.article

//: check judged
MATCH (a:Assignment) WHERE a.entity IN $entities
WITH DISTINCT a.entity AS entity ORDER BY entity
RETURN 'entity for which another stands by judgement: ' + entity
