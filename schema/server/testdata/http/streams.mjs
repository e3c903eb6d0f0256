// Subscribes with the official clients, one over a WebSocket and one over
// server-sent events, says so, and waits for an event on each.
import { createClient as createSocket } from 'graphql-ws'
import { createClient as createEvents } from 'graphql-sse'
import WebSocket from 'ws'

const url = process.argv[2]
const query = 'subscription { timelineItemAdded { id summary evidence { sentence } } }'
const socket = createSocket({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 })
const events = createEvents({ url, retryAttempts: 0 })

for (const [name, client] of Object.entries({ socket, events })) {
  for await (const r of client.iterate({ query: '{ stats { people } }' })) {
    if (r.data.stats.people < 1) throw new Error(`${name}: no people`)
  }
}
await Promise.all(Object.entries({ socket, events }).map(async ([name, client]) => {
  for await (const r of client.iterate({ query })) {
    if (!r.data.timelineItemAdded.evidence[0].sentence) throw new Error(`${name}: no sentence`)
    console.log(`${name} received ${r.data.timelineItemAdded.id}`)
    break
  }
}))
await socket.dispose()
events.dispose()
