// Compares with graphql-js how variables and literals are taken: the same
// document has to be refused, or answered with the same data, by both.
import { buildSchema, graphql } from 'graphql'

const base = process.argv[2]
const sdl = await fetch(`${base}/schema.graphql`).then(r => r.text())
const schema = buildSchema(sdl)
// Only what is refused or not is compared, so an empty answer will do.
for (const f of Object.values(schema.getQueryType().getFields())) f.resolve = () => null
const scalars = { PartialDate: /^\d{4}(-\d\d(-\d\d)?)?$/, Date: /^\d{4}-\d\d-\d\d$/ }
for (const [name, pattern] of Object.entries(scalars)) {
  const check = v => { if (typeof v !== 'string' || !pattern.test(v)) throw new Error('no date'); return v }
  schema.getType(name).parseValue = check
  schema.getType(name).parseLiteral = node => check(node.value)
}

const literals = ['null', '1', '1.0', '1e2', '-1', '2147483648', '"1"', 'true', 'ALL', '"ALL"', 'NONE', '[]', '[1]', '["a"]', '[null]', '[["a"]]', '{}', '{match: ANY}', '{entities: "a"}', '{entities: ["a", null]}', '{match: null}', '{nothing: 1}', '{minSources: 1.5}', '{minConfidence: 1}', '{from: "2025"}', '{from: "x"}', '{kinds: EVENT}', '{kinds: [EVENT, OTHER]}', '{asOf: {}}', '{asOf: {published: 1, x: 2}}', '$v']
const values = [undefined, null, 1, 1.5, -1, 2147483648, '1', '', true, 'ANY', [], [1], ['a'], [null], [['a']], {}, { match: 'ANY' }, { match: 'NONE' }, { entities: 'a' }, { entities: [null] }, { nothing: 1 }, { minSources: 1.5 }, { minConfidence: '1' }, { kinds: 'EVENT' }, { kinds: ['OTHER'] }, { directOnly: 1 }, { asOf: { x: 1 } }]
const places = { Int: l => `timeline(first: ${l}) { __typename }`, 'ID!': l => `node(id: ${l}) { id }`, '[ID!]!': l => `nodes(ids: ${l}) { id }`, String: l => `timeline(after: ${l}) { __typename }`, TimeOrder: l => `timeline(order: ${l}) { __typename }`, TimelineFilter: l => `timeline(filter: ${l}) { __typename }`, '[EntityKind!]': l => `entities(kinds: ${l}) { __typename }` }

const requests = []
for (const [type, place] of Object.entries(places)) {
  for (const l of literals) requests.push({ query: l === '$v' ? `query($v: ${type}) { ${place('$v')} }` : `{ ${place(l)} }` })
  for (const v of values) requests.push({ query: `query($v: ${type}) { ${place('$v')} }`, variables: v === undefined ? {} : { v } })
  for (const l of literals) if (l !== '$v' && !type.endsWith('!')) requests.push({ query: `query($v: ${type} = ${l}) { ${place('$v')} }` })
}
// Ours has more to say of a value than that its type is right; that is none of this comparison.
const ours = body => !!body.errors && !body.data && body.errors.every(e => !e.path)
let different = 0
for (const r of requests) {
  const res = await fetch(`${base}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(r) })
  const got = ours(await res.json())
  const reference = await graphql({ schema, source: r.query, variableValues: r.variables })
  const want = !!reference.errors && reference.data === undefined
  if (got !== want) {
    different++
    console.log(`${JSON.stringify(r)}: ${got ? 'refused' : 'taken'} here, ${want ? 'refused: ' + reference.errors[0].message : 'taken'} by graphql-js`)
  }
}
console.log(`${requests.length} requests, ${different} taken differently`)
process.exit(different ? 1 : 0)
