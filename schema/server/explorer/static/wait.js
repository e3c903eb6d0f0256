// What stands where an answer is awaited, missing or refused.
import { KeyWanted, Refused, useKey } from './api.js'
import { h, show } from './dom.js'

/** Says that an answer is awaited. */
export const loading = root => show(root, h('p', { class: 'loading', role: 'status' }, 'Loading…'))

/** Says why there is no answer, and offers to ask again. */
export function failed(root, error, signal, again) {
  if (signal.aborted) return
  if (error instanceof KeyWanted) return askForKey(root, error, again)
  const text = error instanceof Refused ? error.message : 'The page could not show the answer.'
  show(root, h('div', { class: 'failed', role: 'alert' }, h('p', null, text), h('button', { type: 'button', on: { click: again } }, 'Try again')))
  if (!(error instanceof Refused)) console.error(error)
}

function askForKey(root, error, again) {
  const input = h('input', { type: 'password', 'aria-label': 'Key', autocomplete: 'off' })
  const form = h('form', null, h('p', null, error.message), input, ' ', h('button', null, 'Use this key'))
  form.addEventListener('submit', event => { event.preventDefault(); useKey(input.value.trim()); again() })
  show(root, form)
}

/** Says that there is nothing of that name. */
export const unknown = (root, what) => show(root, h('div', { class: 'empty' }, h('h1', null, 'Not found'), h('p', null, what), h('p', null, h('a', { href: '/' }, 'Start over'))))
