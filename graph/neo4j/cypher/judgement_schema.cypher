// Version 2: judgements.

CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE;
CREATE INDEX assignment_entity IF NOT EXISTS FOR (n:Assignment) ON (n.entity);
