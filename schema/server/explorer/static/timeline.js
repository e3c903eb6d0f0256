// The timeline: one filter for an axis, a histogram with a brush, and a list of
// the same items; beside them the evidence of the one that is open.
import { ask } from './api.js'
import { axis } from './axis.js'
import { brush } from './brush.js'
import { countsOverTime } from './counts.js'
import { h, show } from './dom.js'
import { evidencePanel } from './evidence.js'
import { filterBar } from './filters.js'
import { itemList } from './items.js'
import { count } from './language.js'
import { live } from './live.js'
import { queryLink, saveButtons } from './out.js'
import { TIMELINE } from './queries.js'
import { filterOf } from './state.js'
import { failed } from './wait.js'

/** How many items are drawn one by one. Of more, the axis shows bins. */
const MARKS = 2000

/** Makes a timeline of items in which the entities take part. */
export function timeline(app, signal, { entities, name }) {
  const status = h('p', { class: 'count', role: 'status', 'aria-live': 'polite' })
  const trouble = h('div')
  const tools = h('div', { class: 'out tools' })
  const panel = evidencePanel(app, signal)
  const filters = filterBar(app, { entities, signal })
  const drawn = axis(app, signal)
  const range = brush(app, signal)
  let state = {}, key = null, stop = new AbortController(), items = [], total = 0, cursor = null, opener = false
  const list = itemList({
    label: `Timeline of ${name}`, address: item => app.link({ item: item.id }),
    open: (id, replace) => app.go({ item: id }, { replace }), more: () => page(stop.signal).then(drawItems)
  })
  const news = live(signal, () => load().then(list.focus))
  const body = h('div', { class: 'board' }, h('div', { class: 'stage' }, filters.el, range.el, drawn.el, status, trouble, news.el, list.el, tools), panel.el)

  const variables = () => ({ filter: filterOf(state, entities), first: 200, order: state.order === 'ASC' ? 'ASC' : 'DESC' })

  async function page(inner) {
    const { timeline: t } = await ask(TIMELINE, { ...variables(), ...(cursor && { after: cursor }) }, inner)
    items = cursor ? [...items, ...t.nodes] : t.nodes
    total = t.totalCount
    cursor = t.pageInfo.hasNextPage ? t.pageInfo.endCursor : null
  }

  async function load() {
    stop.abort()
    stop = new AbortController()
    const inner = AbortSignal.any([signal, stop.signal])
    cursor = null
    show(trouble)
    show(status, 'Loading…')
    body.setAttribute('aria-busy', 'true')
    news.start(filterOf(state, entities))
    try {
      await page(inner)
      drawItems()
      await Promise.all([histogram(inner), rest(inner)])
    } catch (error) {
      if (inner.aborted) return
      show(status)
      range.el.hidden = drawn.el.hidden = true
      failed(trouble, error, inner, load)
    }
    body.removeAttribute('aria-busy')
  }

  /** Loads the other pages if all items can be drawn. */
  async function rest(inner) {
    while (cursor && total != null && total <= MARKS) {
      await page(inner)
      drawItems()
    }
  }

  async function histogram(inner) {
    const { from, to, ...filter } = filterOf(state, entities)
    const all = await countsOverTime(filter, inner)
    range.set(all.buckets, state, all.beyond)
    if (total != null && total <= MARKS) return
    drawn.bins(from || to ? (await countsOverTime({ ...filter, from, to }, inner)).buckets : all.buckets, state)
  }

  function drawItems() {
    const all = total ?? '10,000+'
    const undated = items.filter(i => !i.date).length
    show(status, items.length === 0 ? '' : [
      h('strong', null, typeof all === 'number' ? count(all, 'item') : `over 10,000 items`),
      items.length < (total ?? Infinity) && `, ${items.length.toLocaleString('en')} of them in the list`,
      undated > 0 && `, ${undated} without a date`, ' ',
      h('button', { type: 'button', class: 'plain', title: 'Turn the order round', on: { click: () => app.go({ order: state.order === 'ASC' ? null : 'ASC' }) } }, state.order === 'ASC' ? 'Oldest first ↑' : 'Newest first ↓')])
    const bare = items.length === 0 && !filters.active()
    body.classList.toggle('bare', bare)
    if (items.length === 0) show(trouble, h('div', { class: 'empty' }, bare ? h('p', null, 'No item is on record here; planned, hypothetical and denied events are left out unless asked for.') : [h('p', null, 'No item matches these filters.'), h('button', { type: 'button', on: { click: filters.clear } }, 'Clear the filters')]))
    list.set(items, cursor ? (total ?? items.length + 200) - items.length : 0)
    if (total != null && total <= MARKS) drawn.marks(items, state, entities)
    show(tools, saveButtons(name, () => items, () => drawn.el.querySelector('svg')), queryLink(TIMELINE, variables(), 'these items'))
  }

  body.addEventListener('click', event => { if (event.target.closest('a.item')) opener = true }, true)
  body.addEventListener('keydown', event => {
    if (event.target.closest('input, select, dialog, [role=slider]')) return
    const act = { '+': () => drawn.zoom(0.5), '=': () => drawn.zoom(0.5), '-': () => drawn.zoom(2), 0: () => drawn.whole(), ArrowLeft: () => drawn.pan(-0.2), ArrowRight: () => drawn.pan(0.2) }[event.key]
    if (act) { event.preventDefault(); act() }
  })
  signal.addEventListener('abort', () => stop.abort())

  return {
    el: body,
    /** Shows what a state says. */
    update(next) {
      const before = state
      state = next
      filters.set(state)
      const wanted = JSON.stringify(variables())
      if (wanted !== key) {
        key = wanted
        load()
      } else if (before.zoom !== state.zoom || before.lanes !== state.lanes) drawn.state(state)
      const link = list.select(state.item ?? null)
      drawn.select(state.item ?? null)
      body.classList.toggle('open', !!state.item)
      panel.set(state.item ?? null, opener)
      if (!state.item && before.item) link?.focus({ preventScroll: true })
      opener = false
    },
    items: () => items
  }
}

