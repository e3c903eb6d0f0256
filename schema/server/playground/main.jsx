// The playground: GraphiQL, opened on the named queries that the server lists.
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createClient } from 'graphql-ws'
import { createRoot } from 'react-dom/client'
import 'graphiql/style.css'
import './style.css'

const url = new URL('../graphql', location.href)
const socket = new URL(url)
socket.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'

// Keys stand in the header editor; a WebSocket takes them from there, too.
let headers = {}
const wsClient = createClient({ url: socket.href, connectionParams: () => headers })
const httpFetcher = createGraphiQLFetcher({ url: url.href, wsClient })
const fetcher = (params, options) => {
  headers = options?.headers ?? {}
  return httpFetcher(params, options)
}

const examples = await fetch('queries.json').then(r => r.json())
const wanted = new URLSearchParams(location.search)
const tabs = wanted.has('query')
  ? [{ query: wanted.get('query'), variables: wanted.get('variables') ?? '' }]
  : examples.map(e => ({ query: e.query }))

// Tabs are kept by the browser, except for a link that carries a query of its own.
const stored = window.localStorage
const memory = new Map()
const storage = wanted.has('query')
  ? {
      getItem: k => memory.get(k) ?? null,
      setItem: (k, v) => memory.set(k, v),
      removeItem: k => memory.delete(k),
      clear: () => memory.clear(),
      get length() { return memory.size }
    }
  : stored

createRoot(document.getElementById('root')).render(
  <GraphiQL fetcher={fetcher} defaultTabs={tabs} storage={storage} shouldPersistHeaders={false} defaultEditorToolsVisibility="variables">
    <GraphiQL.Logo><a className="dateline" href="../">dateline</a></GraphiQL.Logo>
  </GraphiQL>
)
