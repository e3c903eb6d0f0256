// What links two names: by kind and direction, cooperation against conflict
// over time, and the chain of items that they share.
import { ask } from './api.js'
import { h, s, show, table, words } from './dom.js'
import { itemLine } from './items.js'
import { count, edtf, KIND_WORD, lower } from './language.js'
import { queryLink, saveButtons } from './out.js'
import { ENTITIES, HISTOGRAM, NAMES, RELATIONSHIP } from './queries.js'
import { entityLink, entityPicker } from './search.js'
import { filterOf, href } from './state.js'
import { timeline } from './timeline.js'
import { failed, loading } from './wait.js'

/** The types of event by PLOVER's scores: those above 0 and those below. */
const COOPERATION = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT']
const CONFLICT = ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']

/** Shows what links the two names of the state, or asks for them. */
export function relationshipView(root, state, app, signal) {
  const facts = h('div', { class: 'view' }), outlet = h('footer', { class: 'out' })
  let line = null, span = null
  const answer = async () => {
    const filter = timeFilter(state), variables = { a: state.a, b: state.b, filter }
    span = JSON.stringify(filter)
    const { relationship: r, paths } = await ask(RELATIONSHIP, variables, signal)
    if (r && span === JSON.stringify(filter)) {
      show(facts, links(r), chains(r, paths))
      // The timeline saves what the two share; chains go through others.
      show(outlet, !r.links.length && paths.length > 0 && saveButtons(`${r.a.name} and ${r.b.name}`, () => paths.flatMap(p => p.steps.map(step => step.via))), queryLink(RELATIONSHIP, variables, 'what links them'))
    }
    return r
  }
  const load = async () => {
    try {
      if (!state.a || !state.b) return await pick(root, state, app, signal)
      loading(root)
      const r = await answer()
      if (!r) return await pick(root, {}, app, signal, 'One of the two names is not in these articles.')
      app.title(`${r.a.name} and ${r.b.name}`)
      line = timeline(app, signal, { entities: [r.a.id, r.b.id], name: `${r.a.name} and ${r.b.name}` })
      const chart = h('section'), years = h('section')
      show(root, head(r), chart, facts, years, h('section', null, h('h2', null, 'Shared items'), line.el), outlet)
      line.update(state)
      await Promise.all([balance(chart, r, signal), byYear(years, r, signal)])
    } catch (error) {
      failed(root, error, signal, load)
    }
  }
  load()
  return {
    update(next) {
      state = next
      line?.update(next)
      if (line && span !== JSON.stringify(timeFilter(next))) answer().catch(error => failed(facts, error, signal, answer))
    }
  }
}

const timeFilter = ({ from, to }) => filterOf({ from, to }, [])

async function pick(root, state, app, signal, trouble) {
  app.title('Link two names')
  const { a, b } = state
  const known = a || b ? (await ask(NAMES, { ids: [a ?? b] }, signal)).nodes[0] : null
  const take = other => entityPicker(other ? 'Another name' : 'A name', id => app.go(known ? { a: known.id, b: id, link: null } : { a: id, link: 'names' }))
  show(root, h('header', null, h('h1', null, known ? ['What links ', words(known.name), ' with …'] : 'Link two names'), h('p', { class: 'lede' }, 'Choose two names to see what links them, in which direction, when, and in which sentences.')),
    trouble && h('p', { class: 'failed', role: 'alert' }, trouble), h('div', { class: 'pair' }, known && [entityLink(known), h('span', null, 'and')], take(known)),
    h('footer', { class: 'out' }, queryLink(ENTITIES, { prefix: 'A' })))
  root.querySelector('input')?.focus()
}

function head(r) {
  return h('header', null,
    h('p', { class: 'kicker' }, 'Relationship'),
    h('h1', null, entityLink(r.a), ' and ', entityLink(r.b)),
    h('p', { class: 'lede' }, summary(r)),
    r.roles.length > 0 && h('p', { class: 'note' }, r.roles.slice(0, 6).map((x, i) => [i ? ' · ' : '', words(x.holder.name), ', ', words(x.title), x.of && [' of ', words(x.of.name)], x.from && ` (shown ${edtf(x.from.value)}${x.to && x.to.value !== x.from.value ? ` – ${edtf(x.to.value)}` : ''})`])),
    h('nav', { class: 'links', 'aria-label': 'More' }, h('a', { href: href({ a: r.b.id, b: r.a.id }) }, 'The other way round'), h('a', { href: href({ graph: r.a.id }) }, 'Graph of ', words(r.a.name)), h('a', { href: href({ graph: r.b.id }) }, 'Graph of ', words(r.b.name))))
}

/** How much they share, when, and what of it most. */
function summary(r) {
  const { totalCount } = r.timeline, [most] = r.links
  if (!totalCount || !most) return 'They share no item.'
  const [from, to] = [r.firstSeen, r.lastSeen].map(d => d && edtf(d.value))
  return [count(totalCount, 'shared item'), from && (from === to ? ` of ${from}` : ` from ${from} to ${to}`), '. Most often: ', lower(most.type), ', ', words(most.from.name), ' → ', words(most.to.name), ` (${most.count}).`]
}

function links(r) {
  if (!r.links.length) return null
  return h('section', null, h('h2', null, 'Links by kind and direction'),
    table(['What', 'From', 'To', 'Items', 'When', 'Best evidence'], r.links.slice(0, 40).map(l => [
        [h('i', { class: `glyph ${l.kind.toLowerCase()}`, 'aria-hidden': 'true' }), lower(l.type), h('span', { class: 'unseen' }, ` (${KIND_WORD[l.kind]})`)],
        words(l.from.name), words(l.to.name), l.count,
        l.first ? edtf(l.first.value) + (l.last && l.last.value !== l.first.value ? ` – ${edtf(l.last.value)}` : '') : 'no date',
        l.evidence && h('a', { href: href({ article: l.evidence.article.id, at: String(l.evidence.start) }) }, words(l.evidence.sentence))]), { class: 'wide links-table' }),
    r.links.length > 40 && h('p', { class: 'note' }, `40 of ${r.links.length} shown`))
}

function chains(r, paths) {
  const longer = paths.filter(p => p.length > 1 || !r.links.length)
  if (!longer.length) return paths.length ? null : h('section', null, h('h2', null, 'Chains'), h('p', { class: 'empty' }, 'No chain of at most four shared items joins them.'))
  return h('section', null, h('h2', null, longer.length === 1 ? 'The shortest chain' : 'The shortest chains'), longer.map(p => h('ol', { class: 'chain', 'aria-label': `A chain of ${count(p.length, 'item')}` }, p.steps.map(step => h('li', null,
    entityLink(step.from), ' → ', entityLink(step.to), itemLine(step.via, href({ entity: step.from.id, item: step.via.id })),
    step.via.evidence.map(e => h('blockquote', null, words(e.sentence), ' ', h('a', { class: 'note', href: href({ article: e.article.id, at: String(e.start) }) }, words(e.article.publisher ?? e.article.title)))))))))
}

/** How many items of each kind there are in each year; a vague date may lie in several. */
async function byYear(root, r, signal) {
  const { histogram } = await ask(HISTOGRAM, { filter: { entities: [r.a.id, r.b.id] }, interval: 'YEAR', split: 'KIND' }, signal)
  const filled = histogram.filter(b => b.possible > 0)
  if (!filled.length) return
  const kinds = Object.keys(KIND_WORD).filter(k => filled.some(b => b.series === k)), years = [...new Set(filled.map(b => b.start))].sort()
  const cell = b => !b ? '' : b.count === b.possible ? b.count : `${b.count} to ${b.possible}`
  show(root, h('h2', null, 'By year and kind'),
    table(['Year', ...kinds.map(k => KIND_WORD[k])], years.map(y => [y.slice(0, 4), ...kinds.map(k => cell(filled.find(b => b.start === y && b.series === k)))])))
}

/** Cooperation above the line, conflict below it, by quarter or year. */
async function balance(root, r, signal) {
  const filter = { entities: [r.a.id, r.b.id], match: 'ALL', kinds: ['EVENT'] }
  const years = await ask(HISTOGRAM, { filter, interval: 'YEAR', split: 'EVENT_TYPE' }, signal)
  const first = new Set(years.histogram.map(b => b.start)).size
  if (!years.histogram.some(b => b.possible)) return
  const interval = first <= 3 ? 'MONTH' : first <= 12 ? 'QUARTER' : 'YEAR'
  const { histogram } = interval === 'YEAR' ? years : await ask(HISTOGRAM, { filter, interval, split: 'EVENT_TYPE' }, signal)
  const rows = new Map()
  for (const b of histogram) {
    const row = rows.get(b.start) ?? { start: b.start, coop: 0, conf: 0 }
    if (COOPERATION.includes(b.series)) row.coop += b.possible
    if (CONFLICT.includes(b.series)) row.conf += b.possible
    rows.set(b.start, row)
  }
  const list = [...rows.values()].sort((a, b) => a.start < b.start ? -1 : 1)
  if (!list.some(x => x.coop + x.conf)) return
  const width = 900, half = 56, most = Math.max(...list.map(x => Math.max(x.coop, x.conf))), w = Math.min(28, width / list.length)
  const tall = n => n / most * (half - 4)
  const bars = list.map((x, i) => s('g', null,
    s('rect', { class: 'coop', x: i * w, width: Math.max(1, w - 2), y: half - tall(x.coop), height: tall(x.coop), rx: 1 }),
    s('rect', { class: 'conf', x: i * w, width: Math.max(1, w - 2), y: half + 1, height: tall(x.conf), rx: 1 }),
    s('title', null, `from ${edtf(x.start)}: cooperation ${x.coop}, conflict ${x.conf}`)))
  const label = x => edtf(interval === 'YEAR' ? x.start.slice(0, 4) : x.start.slice(0, 7))
  show(root, h('h2', null, 'Cooperation and conflict'),
    h('p', { class: 'note legend' }, 'Events above the line are cooperation, below it conflict, by ', interval.toLowerCase(), '.'),
    h('div', { class: 'plot' }, s('svg', { role: 'img', 'aria-label': 'Cooperation and conflict over time; the table below has the numbers', viewBox: `0 0 ${width} ${half * 2 + 18}`, width }, bars,
      s('line', { class: 'zero', x1: 0, x2: list.length * w, y1: half + 0.5, y2: half + 0.5 }),
      s('text', { x: 0, y: half * 2 + 16 }, label(list[0])), list.length > 4 && s('text', { x: list.length * w, y: half * 2 + 16, 'text-anchor': 'end' }, label(list.at(-1))))),
    h('details', { class: 'twin' }, h('summary', null, 'As a table'), table(['From', 'Cooperation', 'Conflict'], list.filter(x => x.coop + x.conf).map(x => [label(x), x.coop, x.conf]))))
}
