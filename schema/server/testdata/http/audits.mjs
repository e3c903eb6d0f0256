// Runs the audits of graphql-http against the server at the URL given, and
// exits with 1 if one of them is not met.
import { auditServer } from 'graphql-http'

const results = await auditServer({ url: process.argv[2] })
let met = 0
for (const r of results) {
  if (r.status === 'ok') met++
  else console.log(`${r.status} ${r.id} ${r.name}: ${r.reason}`)
}
console.log(`${met} of ${results.length} audits met`)
process.exit(met === results.length ? 0 : 1)
