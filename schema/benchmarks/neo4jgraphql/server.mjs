// The peer: @neo4j/graphql over the nodes and relationships that dateline
// writes, on a bare HTTP server of node. It prints its port, and ends when its
// standard input does.
//
//     node server.mjs BOLT-URL USER PASSWORD
import http from 'node:http'
import { Neo4jGraphQL } from '@neo4j/graphql'
import { execute, parse, validate } from 'graphql'
import neo4j from 'neo4j-driver'

// REPORTS has quote, sentence and INVOLVES has roles as ready values: what
// dateline cuts out of articles and reads out of JSON, the peer only passes on.
const typeDefs = `
type Statement @node(labels: ["Statement", "Item"]) {
  id: ID!
  date: String
  time: String!
  text: String!
  speaker: [Entity!]! @relationship(type: "SAID", direction: IN)
  about: [Entity!]! @relationship(type: "ABOUT", direction: OUT)
  participants: [Entity!]! @relationship(type: "INVOLVES", direction: OUT, properties: "Involvement")
  evidence: [Article!]! @relationship(type: "REPORTS", direction: IN, properties: "Evidence")
}
type Involvement @relationshipProperties { roles: [String!]! }
type Evidence @relationshipProperties { quote: String! sentence: String! }
type Entity @node { id: ID! name: String! }
type Article @node { id: ID! title: String! publisher: String! }
`

const [url, user, password] = process.argv.slice(2)
const driver = neo4j.driver(url, user ? neo4j.auth.basic(user, password) : undefined, { disableLosslessIntegers: true })
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema()
const documents = new Map() // those that have been validated

function document(query) {
  let known = documents.get(query)
  if (!known) {
    known = parse(query)
    const [error] = validate(schema, known)
    if (error) throw error
    documents.set(query, known)
  }
  return known
}

async function answer(body) {
  const { query, variables } = JSON.parse(body)
  return execute({ schema, document: document(query), variableValues: variables, contextValue: { executionContext: driver } })
}

const server = http.createServer(async (request, response) => {
  const parts = []
  for await (const part of request) parts.push(part)
  const result = await answer(Buffer.concat(parts)).catch((error) => ({ errors: [{ message: error.message }] }))
  response.writeHead(200, { 'Content-Type': 'application/graphql-response+json' })
  response.end(JSON.stringify(result))
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.stdin.resume().on('end', () => process.exit())
