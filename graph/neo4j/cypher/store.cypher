// Whose database it is, and whose turn it is to write.

//: version
OPTIONAL MATCH (n:Dateline {id: 'graph'})
RETURN n.version AS version, EXISTS { MATCH (x) WHERE NOT x:Dateline } AS inhabited

//: set version
MERGE (n:Dateline {id: 'graph'})
ON CREATE SET n.turn = 0, n.seq = 0
SET n.version = $version

//: await indexes
CALL db.awaitIndexes(120)

//: turn
// Takes the lock that all writers take first; it is held until the commit.
MATCH (n:Dateline {id: 'graph'}) SET n.turn = n.turn + 1 RETURN n.seq AS seq, n.version AS version

//: set sequence
MATCH (n:Dateline {id: 'graph'}) SET n.seq = $seq
