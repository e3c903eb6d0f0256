// An item in a line, and the list of a timeline: ol > li, one tab stop, arrows
// inside.
import { cut, h, show, words } from './dom.js'
import { count, dateWords, isVague, KIND_WORD, line, lower, STANCE_WORD, STATUS_WORD } from './language.js'

/** The marks that an item carries: what it is, and what keeps it from being a plain fact. */
export function badges(item) {
  const out = []
  if (item.kind === 'EVENT' && item.type && item.type !== 'OTHER') out.push(h('span', { class: 'badge' }, lower(item.type)))
  if (item.kind === 'STATEMENT' && item.stance && item.stance !== 'UNKNOWN') out.push(h('span', { class: `badge stance ${item.stance.toLowerCase()}` }, STANCE_WORD[item.stance]))
  if (STATUS_WORD[item.status]) out.push(h('span', { class: `badge status ${item.status.toLowerCase()}` }, STATUS_WORD[item.status]))
  return out
}

/** An item as a link that opens its evidence. */
export function itemLine(item, address, props = {}) {
  const { who, does, what } = line(item)
  const sources = item.corroboration?.independentSources ?? 0
  return h('a', { class: `item ${item.kind.toLowerCase()} ${(item.status ?? '').toLowerCase()}`, href: address, 'data-id': item.id, ...props },
    h('span', { class: `when${isVague(item.date) ? ' vague' : ''}${item.date ? '' : ' none'}` }, h('i', { class: 'glyph', 'aria-hidden': 'true' }), dateWords(item.date)),
    h('span', { class: 'what' },
      h('span', { class: 'unseen' }, KIND_WORD[item.kind], ': '),
      who && [h('b', null, words(who)), ' ', h('span', { class: 'does' }, does), ' '],
      h('span', { class: item.kind === 'STATEMENT' && item.form !== 'INDIRECT' ? 'quote' : null }, words(cut(what, 280)))),
    h('span', { class: 'marks' }, badges(item), sources > 1 && h('span', { class: 'badge sources' }, count(sources, 'source'))))
}

const SHOWN = 200

/** The list of a timeline. It shows some hundred items at a time. */
export function itemList({ label, address, open, more }) {
  const ol = h('ol', { class: 'items timeline', 'aria-label': label })
  const foot = h('div', { class: 'more' })
  let items = [], shown = SHOWN, current = null, rest = 0

  const links = () => [...ol.querySelectorAll('a.item')]
  function focusable(link) {
    for (const a of links()) a.tabIndex = a === link ? 0 : -1
  }
  function draw() {
    const focused = ol.contains(document.activeElement) ? document.activeElement.dataset.id : null
    let month = null
    show(ol, items.slice(0, shown).map(item => {
      const next = item.date ? item.date.start.slice(0, 4) : 'Without a date'
      const head = next !== month && h('span', { class: 'month' }, next)
      month = next
      return h('li', head ? { class: 'first' } : null, head, itemLine(item, address(item), { tabindex: '-1', 'aria-current': item.id === current ? 'true' : null }))
    }))
    const all = links()
    focusable(all.find(a => a.dataset.id === (focused ?? current)) ?? all[0])
    if (focused) all.find(a => a.dataset.id === focused)?.focus({ preventScroll: true })
    const hidden = items.length - Math.min(shown, items.length) + rest
    show(foot, hidden > 0 && h('button', { type: 'button', on: { click: grow } }, `Show more: ${hidden.toLocaleString('en')} not shown`))
  }
  async function grow() {
    const last = links().at(-1)
    shown += SHOWN
    if (shown > items.length && rest > 0) await more()
    draw()
    const all = links()
    all[all.findIndex(a => a.dataset.id === last?.dataset.id) + 1]?.focus()
  }
  ol.addEventListener('keydown', event => {
    const all = links(), at = all.indexOf(document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to == null || at < 0) return
    event.preventDefault()
    const link = all[Math.max(0, Math.min(all.length - 1, to))]
    focusable(link)
    link.focus()
    if (current) open(link.dataset.id, true)
  })
  ol.addEventListener('focusin', event => { if (event.target.matches('a.item')) focusable(event.target) })

  return {
    el: h('div', null, ol, foot),
    /** Shows these items; rest is how many the server has beyond them. */
    set(next, restCount) { items = next; rest = restCount; draw() },
    /** Marks the item whose evidence is open, or none. */
    select(id) {
      const before = current
      current = id
      const at = items.findIndex(i => i.id === id)
      if (at >= shown) { shown = at + 20; draw() }
      for (const a of links()) a.dataset.id === id ? a.setAttribute('aria-current', 'true') : a.removeAttribute('aria-current')
      const link = links().find(a => a.dataset.id === (id ?? before))
      if (link) focusable(link)
      return link
    },
    focus() { (links().find(a => a.tabIndex === 0) ?? links()[0])?.focus() }
  }
}
