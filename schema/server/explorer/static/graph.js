// The graph around one entity: a ring of those that share most items with it,
// never more than can be read, and the same facts as a table.
import { ask } from './api.js'
import { brush } from './brush.js'
import { countsOverTime } from './counts.js'
import { h, s, show, words } from './dom.js'
import { count, edtf, ENTITY_PLURAL, ENTITY_WORD } from './language.js'
import { queryLink, saveButtons } from './out.js'
import { RELATED } from './queries.js'
import { entityLink } from './search.js'
import { filterOf, href } from './state.js'
import { failed, loading, unknown } from './wait.js'

const SHOWN = 40
const ORDER = ['PERSON', 'ORGANIZATION', 'COUNTRY', 'POLICY']

/** Shows the graph around the entity that the state names. */
export function graphView(root, state, app, signal) {
  const range = brush(app, signal)
  const body = h('div')
  let stop = new AbortController(), wanted = null
  show(root, range.el, body)
  async function load() {
    stop.abort()
    stop = new AbortController()
    const inner = AbortSignal.any([signal, stop.signal])
    loading(body)
    try {
      const filter = filterOf({ from: state.from, to: state.to, kinds: state.kinds }, [])
      const variables = { key: state.graph, filter }
      const { entity } = await ask(RELATED, variables, inner)
      if (!entity) return unknown(root, 'Nobody and nothing in these articles has this name.')
      app.title(`Graph of ${entity.name}`)
      const all = entity.related.edges, edges = all.slice(0, SHOWN)
      const many = entity.related.pageInfo.hasNextPage ? `over ${all.length}` : String(all.length)
      const drawing = h('div', { class: 'plot ego' }, ring(entity, edges, state))
      show(root, h('header', null, h('p', { class: 'kicker' }, `Graph · ${ENTITY_WORD[entity.kind]}`), h('h1', null, entityLink(entity)),
        h('p', { class: 'lede', role: 'status' }, edges.length < all.length ? `${edges.length} of ${many} names that share items with it, those that share most.` : `${count(all.length, 'name')} ${all.length === 1 ? 'shares' : 'share'} items with it.`, ' A line opens what links the two.')),
      range.el, body)
      show(body, edges.length ? [drawing, table(entity, edges, state)] : h('p', { class: 'empty' }, 'Nobody shares items with it in this time.'),
        h('footer', { class: 'out' }, saveButtons(`graph ${entity.name}`, () => edges.map(e => ({ id: e.node.id, kind: e.node.kind, summary: e.node.name, participants: [], sharedItems: e.sharedItems, first: e.first?.value, last: e.last?.value })), () => drawing.querySelector('svg')), queryLink(RELATED, variables)))
      const { buckets, beyond } = await countsOverTime({ entities: [entity.id] }, inner)
      range.set(buckets, state, beyond)
    } catch (error) {
      failed(body, error, inner, load)
    }
  }
  const update = next => {
    state = next
    if (href(next) === wanted) return
    wanted = href(next)
    load()
  }
  update(state)
  return { update }
}

/** Names on two arcs, grouped by kind, at even heights so that none covers another. */
function ring(entity, edges, state) {
  const half = Math.ceil(edges.length / 2), step = 28, w = 960, ht = Math.max(260, half * step + 60), cx = w / 2, cy = ht / 2
  const most = Math.max(1, ...edges.map(e => e.sharedItems))
  const sorted = [...edges].sort((a, b) => ORDER.indexOf(a.node.kind) - ORDER.indexOf(b.node.kind) || b.sharedItems - a.sharedItems)
  const parts = sorted.map((e, i) => {
    const right = i < half, size = right ? half : edges.length - half, place = right ? i : edges.length - 1 - i
    const y = cy + (place - (size - 1) / 2) * step
    const x = cx + (right ? 1 : -1) * (90 + 170 * Math.sqrt(Math.max(0, 1 - ((y - cy) / (ht / 2)) ** 2)))
    const name = e.node.name.length > 26 ? e.node.name.slice(0, 25) + '…' : e.node.name
    return s('a', { href: href({ a: entity.id, b: e.node.id, from: state.from, to: state.to }), 'aria-label': `${e.node.name}, ${count(e.sharedItems, 'shared item')}`, tabindex: '-1' },
      s('line', { class: 'edge', x1: cx, y1: cy, x2: x, y2: y, 'stroke-width': 1 + 7 * e.sharedItems / most }),
      s('circle', { class: `dot ${e.node.kind.toLowerCase()}`, cx: x, cy: y, r: 4 + 5 * Math.sqrt(e.sharedItems / most) }),
      s('text', { x: x + (right ? 13 : -13), y: y + 4, 'text-anchor': right ? 'start' : 'end' }, `${name}  ${e.sharedItems}`),
      s('title', null, `${e.node.name}: ${count(e.sharedItems, 'shared item')}`))
  })
  return s('svg', { role: 'img', 'aria-label': `${entity.name} and ${count(edges.length, 'name')} around it; the table below has the same facts`, viewBox: `0 0 ${w} ${ht}`, width: w },
    parts, s('circle', { class: `dot ${entity.kind.toLowerCase()}`, cx, cy, r: 12 }), s('text', { class: 'centre', x: cx, y: cy - 20, 'text-anchor': 'middle' }, entity.name))
}

function table(entity, edges, state) {
  return h('section', null, h('h2', null, 'The same as a table'),
    h('p', { class: 'note legend' }, ORDER.filter(k => edges.some(e => e.node.kind === k)).map(k => `${ENTITY_PLURAL[k]} ${edges.filter(e => e.node.kind === k).length}`).join(' · ')),
    h('table', null, h('thead', null, h('tr', null, ['Name', 'Kind', 'Shared items', 'First', 'Last', ''].map(t => h('th', { scope: 'col' }, t)))),
      h('tbody', null, edges.map(e => h('tr', null, h('th', { scope: 'row' }, entityLink(e.node)), h('td', null, ENTITY_WORD[e.node.kind]),
        h('td', null, h('a', { href: href({ a: entity.id, b: e.node.id, from: state.from, to: state.to }) }, count(e.sharedItems, 'item'))),
        h('td', null, e.first ? edtf(e.first.value) : ''), h('td', null, e.last ? edtf(e.last.value) : ''), h('td', null, h('a', { href: href({ graph: e.node.id }) }, 'its graph', h('span', { class: 'unseen' }, ' of ', words(e.node.name)))))))))
}
