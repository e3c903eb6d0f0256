// Reads the schema by introspection as graphql-js does, and holds that it is
// the one that /schema.graphql gives.
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from 'graphql'

const base = process.argv[2]
const query = getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true })
const res = await fetch(`${base}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })
const { data, errors } = await res.json()
if (errors) throw new Error(JSON.stringify(errors))
const read = buildClientSchema(data)
const faults = validateSchema(read)
if (faults.length) throw faults[0]
const told = buildSchema(await fetch(`${base}/schema.graphql`).then(r => r.text()))
const [a, b] = [read, told].map(s => printSchema(lexicographicSortSchema(s)).split('\n'))
for (let i = 0; i < Math.max(a.length, b.length); i++) {
  if (a[i] !== b[i]) throw new Error(`line ${i + 1}: introspection says ${a[i]}, the SDL ${b[i]}`)
}
console.log(`${a.length} lines of SDL are the same`)
