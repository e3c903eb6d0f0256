// Asks /graphql, and listens to it. A server that is gone is asked again until
// it is back; the page says so meanwhile.

const ENDPOINT = new URL('/graphql', location.href)
let waiting = 0
let onWaiting = () => {}

/** Calls back with true when the server does not answer, with false when it does again. */
export const watchConnection = callback => { onWaiting = callback }

/** An answer with errors: its message is for people. */
export class Refused extends Error {}

const pause = (ms, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, ms)
  signal?.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason) }, { once: true })
})

async function post(body, accept, signal) {
  for (let attempt = 0; ; attempt++) {
    let response
    try {
      response = await fetch(ENDPOINT, { method: 'POST', headers: { 'content-type': 'application/json', accept }, body: JSON.stringify(body), signal })
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

/** Calls back for each event of a subscription until the signal says stop. */
export async function listen(query, variables, signal, callback) {
  while (!signal.aborted) {
    try {
      const response = await fetch(ENDPOINT, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream' }, body: JSON.stringify({ query, variables }), signal })
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) await readEvents(response.body, callback)
      else return
      await pause(2000, signal)
    } catch {
      if (signal.aborted) return
      await pause(5000, signal).catch(() => {})
    }
  }
}

async function readEvents(body, callback) {
  let text = ''
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    text += value
    const events = text.split('\n\n')
    text = events.pop()
    for (const event of events) {
      const data = event.match(/^data: (.*)$/m)?.[1]
      const answer = data ? JSON.parse(data) : null
      if (answer?.data) callback(answer.data)
    }
  }
}
