// Items that are added while one reads. They are announced; the list changes
// when the reader says so.
import { listen } from './api.js'
import { h, show } from './dom.js'
import { count } from './language.js'
import { LIVE } from './queries.js'

/** A place that says how many items are new. load shows them. */
export function live(signal, load) {
  const el = h('div', { class: 'news' })
  let heard = new Set(), stop = new AbortController()
  const announce = text => { document.getElementById('live').textContent = text }
  const said = ({ timelineItemAdded: item }) => {
    heard.add(item.id)
    const text = count(heard.size, 'new item')
    show(el, h('button', { type: 'button', on: { click: load } }, `${text} · show`))
    announce(text)
  }
  return {
    el,
    /** Listens to the items that a filter keeps, from now on. */
    start(filter) {
      stop.abort()
      stop = new AbortController()
      heard = new Set()
      show(el)
      announce('')
      listen(LIVE, { filter }, AbortSignal.any([signal, stop.signal]), said)
    }
  }
}
