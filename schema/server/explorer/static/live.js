// Items that are added while one reads. They are announced; the list changes
// when the reader says so.
import { listen } from './api.js'
import { h, show } from './dom.js'
import { count } from './language.js'
import { LIVE } from './queries.js'

/** A place that says how many items are new, until clear is called. */
export function live(signal, filter, load) {
  const el = h('div', { class: 'news' })
  const heard = new Set()
  const announce = text => { document.getElementById('live').textContent = text }
  listen(LIVE, { filter: filter() }, signal, ({ timelineItemAdded: item }) => {
    heard.add(item.id)
    const text = `${count(heard.size, 'new item')}`
    show(el, h('button', { type: 'button', on: { click: () => { load(); document.querySelector('ol.timeline a.item')?.focus() } } }, `${text} · show`))
    announce(text)
  }).catch(error => { if (!signal.aborted) console.error(error) })
  return { el, clear() { heard.clear(); show(el); announce('') } }
}
