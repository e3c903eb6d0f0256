// The keys, in a dialog.
import { h } from './dom.js'

const KEYS = [
  ['/', 'search'], ['?', 'these keys'], ['Esc', 'close what is open'],
  ['↑ ↓', 'the item before, the item after, in a timeline'], ['Home End', 'the first and the last item'], ['Enter', 'open the evidence of an item'],
  ['+ −', 'zoom the axis in and out'], ['← →', 'move the axis, or one end of the brush'], ['0', 'the whole time']
]

/** Opens the dialog; it closes by Esc or its button and gives the focus back. */
export function openHelp() {
  const dialog = h('dialog', { 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, 'Keys'),
    h('dl', { class: 'keys' }, KEYS.map(([key, what]) => [h('dt', null, key.split(' ').map(k => h('kbd', null, k))), h('dd', null, what)])),
    h('form', { method: 'dialog' }, h('button', null, 'Close')))
  dialog.querySelector('form').addEventListener('submit', event => { event.preventDefault(); dialog.close() })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
