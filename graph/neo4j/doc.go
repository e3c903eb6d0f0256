package neo4j
