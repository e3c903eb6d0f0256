// What makes an empty database one of dateline: version 1. A statement a
// paragraph; each may run again.

CREATE CONSTRAINT dateline_graph IF NOT EXISTS FOR (n:Dateline) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_key IF NOT EXISTS FOR (n:Article) REQUIRE n.key IS UNIQUE;
CREATE INDEX article_time IF NOT EXISTS FOR (n:Article) ON (n.time);
CREATE INDEX article_url IF NOT EXISTS FOR (n:Article) ON (n.url);
CREATE INDEX article_loaded IF NOT EXISTS FOR (n:Article) ON (n.loadedMicros);
CREATE INDEX article_copies IF NOT EXISTS FOR (n:Article) ON (n.copies);

CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_rank IF NOT EXISTS FOR (n:Entity) ON (n.rank);
CREATE INDEX entity_kind IF NOT EXISTS FOR (n:Entity) ON (n.kind, n.rank);
CREATE INDEX entity_kind_id IF NOT EXISTS FOR (n:Entity) ON (n.kind, n.id);
CREATE INDEX country_iso2 IF NOT EXISTS FOR (n:Country) ON (n.iso2);
CREATE CONSTRAINT name_key IF NOT EXISTS FOR (n:Name) REQUIRE n.key IS UNIQUE;
CREATE INDEX name_fold IF NOT EXISTS FOR (n:Name) ON (n.fold);
CREATE CONSTRAINT role_id IF NOT EXISTS FOR (n:Role) REQUIRE n.id IS UNIQUE;
CREATE INDEX role_holder IF NOT EXISTS FOR (n:Role) ON (n.holder);
CREATE INDEX role_body IF NOT EXISTS FOR (n:Role) ON (n.body);

CREATE CONSTRAINT item_id IF NOT EXISTS FOR (n:Item) REQUIRE n.id IS UNIQUE;
CREATE INDEX item_time IF NOT EXISTS FOR (n:Item) ON (n.time);
CREATE INDEX item_kind IF NOT EXISTS FOR (n:Item) ON (n.kind, n.time);
CREATE INDEX item_kind_id IF NOT EXISTS FOR (n:Item) ON (n.kind, n.id);
CREATE INDEX item_last IF NOT EXISTS FOR (n:Item) ON (n.last);
CREATE INDEX item_policy IF NOT EXISTS FOR (n:Item) ON (n.positionPolicy, n.positionActor);
CREATE INDEX item_actor IF NOT EXISTS FOR (n:Item) ON (n.positionActor);
CREATE INDEX involves IF NOT EXISTS FOR ()-[r:INVOLVES]-() ON (r.entity, r.time);
CREATE INDEX between IF NOT EXISTS FOR ()-[r:BETWEEN]-() ON (r.pair, r.time);
CREATE INDEX reports IF NOT EXISTS FOR ()-[r:REPORTS]-() ON (r.fact);
CREATE INDEX mentions IF NOT EXISTS FOR ()-[r:MENTIONS]-() ON (r.entity, r.time);

CREATE CONSTRAINT mark_name IF NOT EXISTS FOR (n:Mark) REQUIRE n.name IS UNIQUE;
CREATE INDEX member_block IF NOT EXISTS FOR (n:Member) ON (n.block);
CREATE INDEX member_article IF NOT EXISTS FOR (n:Member) ON (n.article);
CREATE CONSTRAINT assignment_key IF NOT EXISTS FOR (n:Assignment) REQUIRE n.key IS UNIQUE;
CREATE INDEX assignment_article IF NOT EXISTS FOR (n:Assignment) ON (n.article);
CREATE CONSTRAINT former_key IF NOT EXISTS FOR (n:Former) REQUIRE n.key IS UNIQUE;
CREATE INDEX former_id IF NOT EXISTS FOR (n:Former) ON (n.id);
CREATE INDEX former_article IF NOT EXISTS FOR (n:Former) ON (n.article);
CREATE CONSTRAINT tally_key IF NOT EXISTS FOR (n:Tally) REQUIRE n.key IS UNIQUE;
CREATE INDEX tally_entity IF NOT EXISTS FOR (n:Tally) ON (n.entity);
CREATE INDEX tally_value IF NOT EXISTS FOR (n:Tally) ON (n.field, n.value);
CREATE CONSTRAINT reach_key IF NOT EXISTS FOR (n:Reach) REQUIRE n.key IS UNIQUE;
CREATE INDEX reach_entity IF NOT EXISTS FOR (n:Reach) ON (n.entity);
CREATE CONSTRAINT change_seq IF NOT EXISTS FOR (n:Change) REQUIRE n.seq IS UNIQUE;

CREATE FULLTEXT INDEX item_words IF NOT EXISTS FOR (n:Item) ON EACH [n.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX entity_words IF NOT EXISTS FOR (n:Entity) ON EACH [n.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX article_words IF NOT EXISTS FOR (n:Article) ON EACH [n.titleWords, n.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
