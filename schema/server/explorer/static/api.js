// Asks /graphql, and listens to it. A server that is gone is asked again until
// it is back; the page says so meanwhile.

const ENDPOINT = new URL('/graphql', location.href)
let waiting = 0
let onWaiting = () => {}

/** Calls back with true when the server does not answer, with false when it does again. */
export const watchConnection = callback => { onWaiting = callback }

/** An answer with errors: its message is for people. */
export class Refused extends Error {}

/** A server with keys asks for one. It is kept for this tab alone. */
export const useKey = key => sessionStorage.setItem('dateline-key', key)
const credentials = () => {
  const key = sessionStorage.getItem('dateline-key')
  return key ? { authorization: `Bearer ${key}` } : {}
}

/** The server wants a key, or another one. */
export class KeyWanted extends Refused {}

const pause = (ms, signal) => new Promise((resolve, reject) => {
  if (signal?.aborted) return reject(signal.reason)
  const timer = setTimeout(resolve, ms)
  signal?.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason) }, { once: true })
})

async function post(body, accept, signal) {
  for (let attempt = 0; ; attempt++) {
    let response
    try {
      response = await fetch(ENDPOINT, { method: 'POST', headers: { 'content-type': 'application/json', accept, ...credentials() }, body: JSON.stringify(body), signal })
    } catch (error) {
      if (signal?.aborted) throw error
    }
    if (response && ![502, 503, 504].includes(response.status)) return response
    if (attempt === 0) { waiting++; onWaiting(true) }
    try {
      await pause(Math.min(8000, 400 * 2 ** attempt), signal)
    } finally {
      if (signal?.aborted) settle(attempt + 1)
    }
  }
}

function settle(attempts) {
  if (attempts === 0) return
  waiting = 0
  onWaiting(false)
}

/** The data that a query gives; throws Refused where it has errors and no data. */
export async function ask(query, variables, signal) {
  const response = await post({ query, variables }, 'application/graphql-response+json, application/json', signal)
  if (waiting) settle(1)
  if (response.status === 401) throw new KeyWanted('This server answers only those who have a key.')
  const text = await response.text()
  let answer
  try {
    answer = JSON.parse(text)
  } catch {
    throw new Refused(`The server answered with ${response.status} ${response.statusText}.`)
  }
  if (answer.errors?.length && !answer.data) throw new Refused(answer.errors[0].message)
  return answer.data
}

/** Calls back for each event of a subscription until the signal says stop. It
 * comes over a WebSocket: streams would take a page's few connections. */
export async function listen(query, variables, signal, callback) {
  while (!signal.aborted) {
    const refused = await new Promise(done => converse({ query, variables }, signal, callback, done))
    if (refused) return
    await pause(5000, signal).catch(() => {})
  }
}

function converse(payload, signal, callback, done) {
  const address = new URL(ENDPOINT)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address, 'graphql-transport-ws')
  const say = message => socket.send(JSON.stringify(message))
  // A socket that is closed before it is open is an error on the console.
  const stop = () => socket.readyState === WebSocket.CONNECTING ? socket.addEventListener('open', () => socket.close(1000)) : socket.close(1000)
  let refused = false
  signal.addEventListener('abort', stop, { once: true })
  socket.addEventListener('open', () => { if (!signal.aborted) say({ type: 'connection_init', payload: credentials() }) })
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data)
    if (message.type === 'connection_ack') say({ id: '1', type: 'subscribe', payload })
    else if (message.type === 'ping') say({ type: 'pong' })
    else if (message.type === 'next' && message.payload.data) callback(message.payload.data)
    else if (message.type === 'error') { refused = true; socket.close(1000) }
  })
  socket.addEventListener('close', () => { signal.removeEventListener('abort', stop); done(refused) })
}
