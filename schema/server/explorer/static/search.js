// The search box: names, quotes and titles as one types.
import { ask } from './api.js'
import { cut, h, highlighted, show, words } from './dom.js'
import { count, dateWords, ENTITY_WORD } from './language.js'
import { queryLink } from './out.js'
import { ENTITIES, SEARCH } from './queries.js'
import { FRESH, href } from './state.js'

/** Words as the server's search takes them: the last one may be unfinished. */
function searchText(text) {
  const plain = text.trim()
  return plain.endsWith('"') || plain === '' ? plain : plain.replaceAll('*', '') + '*'
}

/** Calls back with what is typed once it pauses, each time with a fresh signal. */
function whenTyped(input, callback) {
  let timer, stop
  input.addEventListener('input', () => {
    clearTimeout(timer)
    stop?.abort()
    stop = new AbortController()
    const { signal } = stop
    timer = setTimeout(() => callback(input.value, signal).catch(error => { if (!signal.aborted) throw error }), 120)
  })
}

/** Makes a list of options below an input: arrows choose, Enter takes, Esc closes.
 * It opens in a box, which may hold links beside it. */
function listbox(input, list, take, box = list) {
  let at = -1
  const options = () => [...list.querySelectorAll('[role=option]')]
  const close = () => { show(list); box.hidden = true; at = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant') }
  const mark = next => {
    const all = options()
    at = all.length ? (next + all.length) % all.length : -1
    all.forEach((o, i) => { o.id = `${list.id}-${i}`; o.setAttribute('aria-selected', String(i === at)) })
    if (at >= 0) { input.setAttribute('aria-activedescendant', all[at].id); all[at].scrollIntoView({ block: 'nearest' }) }
  }
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); mark(event.key === 'ArrowDown' ? at + 1 : Math.max(at, 0) - 1) }
    else if (event.key === 'Enter' && options().length) { event.preventDefault(); take(options()[Math.max(0, at)]); close() }
    else if (event.key === 'Escape') { event.preventDefault(); close(); input.blur() }
  })
  list.addEventListener('mousedown', event => {
    const option = event.target.closest('[role=option]')
    if (option) { event.preventDefault(); take(option); close() }
  })
  for (const el of new Set([input, box])) el.addEventListener('focusout', event => { if (!box.contains(event.relatedTarget) && event.relatedTarget !== input) close() })
  return { close, opened: () => { box.hidden = false; at = -1; input.setAttribute('aria-expanded', 'true') } }
}

const field = (id, label, placeholder, css = 'options') => [
  h('input', { type: 'search', placeholder, 'aria-label': label, role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false' }),
  h('div', { id, class: css, role: 'listbox', 'aria-label': label, hidden: css === 'options' })]

/** The search over everything that stands in the page's head. */
export function searchBox(app) {
  const [input, list] = field('found', 'Search names, quotes and titles', 'Search names, quotes and titles', 'found')
  const foot = h('p', { class: 'out' }), popup = h('div', { class: 'options', hidden: true }, list, foot)
  const box = listbox(input, list, option => { input.value = ''; app.go(JSON.parse(option.dataset.go)) }, popup)
  popup.addEventListener('keydown', event => { if (event.key === 'Escape') { event.preventDefault(); input.focus(); box.close() } })
  whenTyped(input, async (text, signal) => {
    if (!text.trim()) return box.close()
    const variables = { text: searchText(text), prefix: text.trim() }
    let data
    show(foot, queryLink(SEARCH, variables))
    try {
      data = await ask(SEARCH, variables, signal)
    } catch (error) {
      if (signal.aborted) return
      show(list, h('p', { class: 'empty' }, error.message))
      return box.opened()
    }
    show(list, groups(data, text))
    box.opened()
  })
  return h('div', { class: 'search', role: 'search' }, input, h('kbd', { 'aria-hidden': 'true' }, '/'), popup)
}


function groups(data, text) {
  const found = data.search.edges
  const entities = new Map(data.entities.nodes.map(e => [e.id, { node: e }]))
  for (const e of found) if (e.node.kind && !entities.has(e.node.id)) entities.set(e.node.id, e)
  const more = data.search.pageInfo.hasNextPage ? '+' : ''
  const part = (name, all, shown, line, plus = more) => [name, all.length > shown || plus ? `${Math.min(shown, all.length)} of ${all.length}${plus}` : all.length, all.slice(0, shown).map(line)]
  const of = type => found.filter(e => e.node.__typename === type)
  const parts = [
    part('Names', [...entities.values()], 10, e => option({ entity: e.node.id }, words(e.node.name), ENTITY_WORD[e.node.kind], count(e.node.articleCount, 'article')), data.entities.totalCount > data.entities.nodes.length ? '+' : ''),
    part('Quotes and statements', of('Statement'), 6, itemOption),
    part('Events', of('Event'), 6, itemOption),
    part('Articles', of('Article'), 6, e => option({ article: e.node.id }, words(cut(e.node.title || 'Untitled article', 120)), words(e.node.publisher ?? 'Article')))
  ].filter(([, , options]) => options.length)
  if (!parts.length) return h('p', { class: 'empty' }, 'Nothing is named or says “', words(cut(text.trim(), 60)), '”.')
  if (parts.some(([name]) => name === 'Events' || name.startsWith('Quotes'))) parts.push(['All', null, [option({ timeline: 'all', words: searchText(text) }, ['Every item that says “', words(cut(text.trim(), 60)), '”'], 'Timeline')]])
  return parts.map(([name, number, options]) => h('div', { role: 'group', 'aria-label': name }, number != null && h('div', { class: 'group', 'aria-hidden': 'true' }, `${name} · ${number}`), options))
}

const option = (go, ...kids) => h('div', { role: 'option', 'aria-selected': 'false', class: go.item ? 'said' : null, 'data-go': JSON.stringify({ ...FRESH, ...go }) }, h('span', { class: 'name' }, kids[0]), kids.slice(1).map(k => k && h('span', { class: 'note' }, k)))

const itemOption = e => {
  const entity = e.node.participants[0]?.entity.id
  const who = e.node.speaker?.name ?? e.node.speakerText
  return option({ ...(entity ? { entity } : { timeline: 'all' }), item: e.node.id }, e.highlight ? highlighted(e.highlight) : words(cut(e.node.summary, 140)), who && words(cut(who, 30)), dateWords(e.node.date))
}

let serial = 0

/** A box that picks one entity and hands it to take. */
export function entityPicker(label, take) {
  const [input, list] = field(`pick-${++serial}`, label, label)
  const box = listbox(input, list, option => { input.value = ''; take(option.dataset.id, option.dataset.name) })
  whenTyped(input, async (text, signal) => {
    if (!text.trim()) return box.close()
    const { entities } = await ask(ENTITIES, { prefix: text.trim() }, signal)
    show(list, entities.nodes.length ? entities.nodes.map(e => h('div', { role: 'option', 'data-id': e.id, 'data-name': e.name }, h('span', { class: 'name' }, words(e.name)), h('span', { class: 'note' }, ENTITY_WORD[e.kind]))) : h('p', { class: 'empty' }, 'No name begins like this.'))
    box.opened()
  })
  return h('div', { class: 'picker' }, input, list)
}

/** A link to an entity. */
export const entityLink = e => h('a', { class: `entity ${(e.kind ?? '').toLowerCase()}`, href: href({ entity: e.id }), title: ENTITY_WORD[e.kind] ?? null }, words(e.name))

