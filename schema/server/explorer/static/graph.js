// The graph around one entity: a ring of those that share most items with it,
// never more than can be read, and the same facts as a table.
import { ask } from './api.js'
import { brush } from './brush.js'
import { countsOverTime } from './counts.js'
import { bare, cut, h, s, show, table, words } from './dom.js'
import { count, edtf, ENTITY_PLURAL, ENTITY_WORD } from './language.js'
import { queryLink, saveButtons, sheet } from './out.js'
import { AROUND, RELATED } from './queries.js'
import { entityLink } from './search.js'
import { filterOf, href } from './state.js'
import { failed, loading, unknown } from './wait.js'

const SHOWN = 40, NARROW = 620, PAGES = 10
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
      const { entity, all, more } = await everyone(variables, inner)
      if (!entity) return unknown(root, 'Nobody and nothing in these articles has this name.')
      app.title(`Graph of ${entity.name}`)
      const edges = all.slice(0, SHOWN), many = `${more ? 'over ' : ''}${all.length.toLocaleString('en')}`
      const drawing = h('div', { class: 'plot ego' }, ring(entity, edges, state, root.clientWidth < NARROW))
      show(root, h('header', null, h('p', { class: 'kicker' }, `Graph · ${ENTITY_WORD[entity.kind]}`), h('h1', null, entityLink(entity)),
        h('p', { class: 'lede', role: 'status' }, edges.length < all.length ? `${edges.length} of ${many} names that share items with it, those that share most.` : `${count(all.length, 'name')} ${all.length === 1 ? 'shares' : 'share'} items with it.`, ' A line opens what links the two.')),
      range.el, body)
      show(body, edges.length ? [kinds(edges), drawing, twin(entity, edges, state)] : h('p', { class: 'empty' }, 'Nobody shares items with it in this time.'),
        h('footer', { class: 'out' }, saveButtons(`graph ${entity.name}`, () => edges.map(({ node, ...edge }) => ({ ...node, ...edge })), () => drawing.querySelector('svg'), neighbours), queryLink(RELATED, variables)))
      const { buckets, beyond } = await countsOverTime({ entities: [entity.id] }, inner)
      range.set(buckets, state, beyond)
      if (edges.length) await countAround(body, variables, inner)
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

/** The names around an entity as CSV. */
const neighbours = list => sheet([['id', 'kind', 'name', 'shared_items', 'first', 'last'], ...list.map(e => [e.id, e.kind, e.name, e.sharedItems, e.first?.value, e.last?.value])])

/** The entity and all that share items with it, page after page; more says that there are others still. */
async function everyone(variables, signal) {
  let entity = null, all = [], after = null
  for (let page = 0; page < PAGES; page++) {
    const answer = await ask(RELATED, { ...variables, after }, signal)
    entity ??= answer.entity
    if (!answer.entity) break
    all = [...all, ...answer.entity.related.edges]
    after = answer.entity.related.pageInfo.hasNextPage ? answer.entity.related.pageInfo.endCursor : null
    if (!after) break
  }
  return { entity, all, more: !!after }
}

/** Says beside each link to another graph how many names that one has. */
async function countAround(body, { key, filter }, signal) {
  const { entity } = await ask(AROUND, { key, filter }, signal)
  for (const { node } of entity.related.edges) {
    const { edges, pageInfo } = node.related
    const place = [...body.querySelectorAll('[data-around]')].find(el => el.dataset.around === node.id)
    if (place) show(place, ` (${pageInfo.hasNextPage ? `over ${edges.length} names` : count(edges.length, 'name')})`)
  }
}

/** The colours of the kinds, and how many there are of each. */
const kinds = edges => h('p', { class: 'note legend' }, ORDER.filter(k => edges.some(e => e.node.kind === k)).map(k =>
  h('span', { class: 'key' }, h('i', { class: `glyph kind ${k.toLowerCase()}`, 'aria-hidden': 'true' }), `${ENTITY_PLURAL[k]} ${edges.filter(e => e.node.kind === k).length}`)))

/** Names on two arcs (on one where the page is narrow), grouped by kind, at even heights so that none covers another. */
function ring(entity, edges, state, narrow) {
  const half = narrow ? edges.length : Math.ceil(edges.length / 2), step = 28, w = narrow ? 360 : 960, ht = Math.max(260, half * step + 60), cx = narrow ? 24 : w / 2, cy = ht / 2
  const most = Math.max(1, ...edges.map(e => e.sharedItems))
  const sorted = [...edges].sort((a, b) => ORDER.indexOf(a.node.kind) - ORDER.indexOf(b.node.kind) || b.sharedItems - a.sharedItems)
  const parts = sorted.map((e, i) => {
    const right = i < half, size = right ? half : edges.length - half, place = right ? i : edges.length - 1 - i
    const y = cy + (place - (size - 1) / 2) * step
    const bow = Math.sqrt(Math.max(0, 1 - ((y - cy) / (ht / 2)) ** 2))
    const x = cx + (right ? 1 : -1) * (narrow ? 60 + 50 * bow : 90 + 170 * bow)
    const name = bare(cut(e.node.name, 26))
    return s('a', { href: href({ a: entity.id, b: e.node.id, from: state.from, to: state.to }), 'aria-label': `${e.node.name}, ${count(e.sharedItems, 'shared item')}`, tabindex: '-1' },
      s('line', { class: 'edge', x1: cx, y1: cy, x2: x, y2: y, 'stroke-width': 1 + 7 * e.sharedItems / most }),
      s('circle', { class: `dot ${e.node.kind.toLowerCase()}`, cx: x, cy: y, r: 4 + 5 * Math.sqrt(e.sharedItems / most) }),
      s('text', { x: x + (right ? 13 : -13), y: y + 4, 'text-anchor': right ? 'start' : 'end' }, `${name}  ${e.sharedItems}`),
      s('title', null, `${e.node.name}: ${count(e.sharedItems, 'shared item')}`))
  })
  return s('svg', { role: 'img', 'aria-label': `${entity.name} and ${count(edges.length, 'name')} around it; the table below has the same facts`, viewBox: `0 0 ${w} ${ht}`, width: w },
    parts, s('circle', { class: `dot ${entity.kind.toLowerCase()}`, cx, cy, r: 12 }), !narrow && s('text', { class: 'centre', x: cx, y: cy - 20, 'text-anchor': 'middle' }, cut(entity.name, 30)))
}

function twin(entity, edges, state) {
  return h('section', null, h('h2', null, 'The same as a table'),
    table(['Name', 'Kind', 'Shared items', 'First', 'Last', 'Go on from it'], edges.map(e => [
      entityLink(e.node), ENTITY_WORD[e.node.kind], h('a', { href: href({ a: entity.id, b: e.node.id, from: state.from, to: state.to }) }, count(e.sharedItems, 'item')),
      e.first ? edtf(e.first.value) : '', e.last ? edtf(e.last.value) : '',
      [h('a', { href: href({ graph: e.node.id, from: state.from, to: state.to }) }, 'its graph', h('span', { class: 'unseen' }, ' of ', words(e.node.name))), h('span', { class: 'note', 'data-around': e.node.id })]]), { class: 'wide' }))
}
