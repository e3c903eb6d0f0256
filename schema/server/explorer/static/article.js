// An article with every mention, quotation and date marked.
import { ask } from './api.js'
import { h, show, webAddress, words } from './dom.js'
import { itemLine } from './items.js'
import { count, dateWords, edtf, ENTITY_WORD, KIND_WORD } from './language.js'
import { queryLink, saveButtons } from './out.js'
import { ARTICLE } from './queries.js'
import { entityLink } from './search.js'
import { href } from './state.js'
import { evidencePanel } from './evidence.js'
import { failed, loading, unknown } from './wait.js'

/** Shows the article that the state names, from the place that it names. */
export function articleView(root, state, app, signal) {
  const panel = evidencePanel(app, signal)
  let ready = false
  const update = next => {
    state = next
    if (!ready) return
    panel.set(state.item ?? null, false)
    for (const a of root.querySelectorAll('a.item')) a.dataset.id === state.item ? a.setAttribute('aria-current', 'true') : a.removeAttribute('aria-current')
    if (state.item) for (const m of root.querySelectorAll('article mark')) m.classList.toggle('at', m.dataset.items.split(' ').includes(state.item))
    if (state.item) root.querySelector('mark.at')?.scrollIntoView({ block: 'nearest' })
  }
  const load = async () => {
    loading(root)
    try {
      const { article } = await ask(ARTICLE, { key: state.article }, signal)
      if (!article) return unknown(root, 'No article has this identifier. It may have been deleted.')
      app.title(article.title)
      show(root, head(article), legend(article), h('div', { class: 'reading' }, text(article, +state.at, app), h('div', null, panel.el, aside(article, app))), h('footer', { class: 'out' }, article.timeline.nodes.length > 0 && saveButtons(article.title, () => article.timeline.nodes), queryLink(ARTICLE, { key: article.id })))
      ready = true
      update(state)
      if (!state.item) root.querySelector('.at')?.scrollIntoView({ block: 'center' })
    } catch (error) {
      failed(root, error, signal, load)
    }
  }
  load()
  return { update }
}

function head(article) {
  const address = webAddress(article.url)
  const copies = article.copies
  return h('header', null,
    h('p', { class: 'kicker' }, 'Article', article.publisher && [' · ', words(article.publisher)], article.publishedAt && ` · ${edtf(article.publishedAt.value)}`),
    h('h1', null, words(article.title || 'Untitled article')),
    h('p', { class: 'note' }, address ? h('a', { class: 'outside', href: address, rel: 'noreferrer noopener', target: '_blank' }, 'at the publisher') : article.url && words(article.url),
      copies.length > 0 && [' ', count(copies.length, 'copy', 'copies'), ': ', copies.map((c, i) => [i ? ', ' : '', h('a', { href: href({ article: c.id }) }, words(c.publisher ?? c.title))])]))
}

/** What the marks of a text say; those that it has. */
function legend(article) {
  const items = article.timeline.nodes, of = kind => items.some(i => i.kind === kind)
  const signs = [
    [of('STATEMENT'), 'mark', 'statement', 'statement or quotation'], [of('EVENT'), 'mark', 'event', 'event'], [of('POLICY_STAGE'), 'mark', 'policy_stage', 'policy stage'],
    [article.mentions.some(m => m.entity), 'span', 'm', 'name'], [article.mentions.some(m => !m.entity), 'span', 'm open', 'name, not resolved'], [article.dates.length > 0, 'time', null, 'date']
  ]
  return h('p', { class: 'note legend text' }, signs.filter(([seen]) => seen).map(([, tag, css, label]) => h(tag, { class: css }, label)))
}

/** The annotations of a text: mentions, spans of evidence, and dates. */
function annotations(article) {
  const marks = article.mentions.map(m => ({ start: m.start, end: m.end, mention: m }))
  for (const d of article.dates) marks.push({ start: d.start, end: d.end, date: d })
  for (const item of article.timeline.nodes) for (const e of item.evidence) {
    if (e.article.id !== article.id) continue
    marks.push({ start: e.start, end: e.end, item })
  }
  return marks
}

function text(article, at, app) {
  const points = Array.from(article.text)
  const marks = annotations(article)
  const cuts = [...new Set([0, points.length, ...marks.flatMap(m => [m.start, m.end]), ...points.flatMap((c, i) => c === '\n' ? [i, i + 1] : [])])].sort((a, b) => a - b)
  marks.sort((a, b) => a.start - b.start)
  const paragraphs = [[]]
  let open = [], next = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i], cuts[i + 1]]
    while (next < marks.length && marks[next].start <= start) open.push(marks[next++])
    open = open.filter(m => m.end > start)
    const part = points.slice(start, end).join('')
    if (part === '\n') { if (paragraphs.at(-1).length) paragraphs.push([]) } else paragraphs.at(-1).push(segment(part, open, open.some(m => m.item && m.start === at), app))
  }
  return rove(h('article', { class: 'text', lang: article.language }, paragraphs.filter(p => p.length).map(p => h('p', { dir: 'auto' }, p))))
}

/** Makes the marks of a text one tab stop with arrows. */
function rove(el) {
  const stops = [...el.querySelectorAll('mark, .m, time')]
  const stop = one => stops.forEach(s => { s.tabIndex = s === one ? 0 : -1 })
  stop(stops[0])
  el.addEventListener('focusin', e => stops.includes(e.target) && stop(e.target))
  el.addEventListener('keydown', e => {
    const i = stops.indexOf(e.target)
    const to = { ArrowRight: i + 1, ArrowDown: i + 1, ArrowLeft: i - 1, ArrowUp: i - 1, Home: 0, End: stops.length - 1 }[e.key]
    if (i < 0 || e.altKey) return
    if (e.key === 'Enter' && e.target.localName !== 'a') e.target.closest('mark')?.click()
    else if (to === undefined || !stops[to]) return
    e.preventDefault()
    stops[to]?.focus()
  })
  return el
}

function segment(part, open, at, app) {
  const date = open.findLast(m => m.date)?.date, mention = open.find(m => m.mention)?.mention, items = open.filter(m => m.item).map(m => m.item)
  let node = part
  if (date) node = h('time', { title: date.date ? dateWords(date.date) : 'no calendar days' }, node)
  if (mention?.entity) node = h('a', { class: 'm', href: href({ entity: mention.entity.id }), title: `${mention.entity.name}, ${ENTITY_WORD[mention.entity.kind].toLowerCase()}` }, node)
  else if (mention) node = h('span', { class: 'm open', title: mention.candidates.length ? `Not resolved: ${mention.candidates.slice(0, 4).map(c => c.name).join(', ')}` : 'Not resolved' }, node)
  if (items.length) {
    node = h('mark', { class: `${items.at(-1).kind.toLowerCase()}${at ? ' at' : ''}`, 'data-items': items.map(i => i.id).join(' '), title: items.map(i => KIND_WORD[i.kind]).join(', ') }, node)
    node.addEventListener('click', event => { if (!event.target.closest('a')) app.go({ item: items.at(-1).id }) })
  }
  return node
}

function aside(article, app) {
  const { totalCount, nodes } = article.timeline
  const seen = new Map(article.mentions.filter(m => m.entity).map(m => [m.entity.id, m.entity]))
  return [
    h('section', null, h('h2', null, 'What it reports'),
      nodes.length ? h('ol', { class: 'items narrow' }, nodes.map(item => h('li', null, itemLine(item, app.link({ item: item.id, at: null }))))) : h('p', { class: 'empty' }, 'No statement and no event was found in it.'),
      totalCount > nodes.length && h('p', { class: 'note' }, `${nodes.length} of ${totalCount} shown`)),
    seen.size > 0 && h('section', null, h('h2', null, 'Who is in it'), h('ul', { class: 'plainlist' }, [...seen.values()].map(e => h('li', null, entityLink(e), h('span', { class: 'note' }, ` ${ENTITY_WORD[e.kind].toLowerCase()}`)))))
  ]
}
