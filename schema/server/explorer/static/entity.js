// An entity: who it is, its timeline, and what follows from both.
import { ask } from './api.js'
import { h, show, words } from './dom.js'
import { itemLine } from './items.js'
import { count, dateWords, edtf, ENTITY_WORD, lower, STANCE_WORD } from './language.js'
import { queryLink } from './out.js'
import { CHANGES, ENTITY, SAYINGS } from './queries.js'
import { entityLink } from './search.js'
import { href, parse } from './state.js'
import { timeline } from './timeline.js'
import { failed, loading, unknown } from './wait.js'

/** Shows the entity that the state names. */
export function entityView(root, state, app, signal) {
  let line = null
  const load = async () => {
    loading(root)
    try {
      const { entity } = await ask(ENTITY, { key: state.entity }, signal)
      if (!entity) return unknown(root, 'Nobody and nothing in these articles has this name.')
      app.title(entity.name)
      // What stands above the timeline is there before it: it must not push it down later.
      const changed = entity.held?.nodes.length || entity.stands?.nodes.length ? await changes(entity, signal) : null
      line = timeline(app, signal, { entities: [entity.id], name: entity.name })
      const said = h('div', { class: 'columns', id: 'said' })
      show(root, head(entity), position(entity), changed, line.el, said, about(entity), h('footer', { class: 'out' }, queryLink(ENTITY, { key: state.entity }, 'who it is'), queryLink(SAYINGS, { entity: [entity.id] }, 'what it says')))
      line.update(state)
      await showSayings(said, entity, signal)
    } catch (error) {
      failed(root, error, signal, load)
    }
  }
  load()
  return { update(next) { state = next; line?.update(next) } }
}

const span = r => r.from ? (r.to && r.to.value !== r.from.value ? `${edtf(r.from.value)} – ${edtf(r.to.value)}` : edtf(r.from.value)) : 'undated'

function head(entity) {
  const others = entity.aliases.filter(a => a !== entity.name)
  return h('header', { class: 'who' },
    h('p', { class: 'kicker' }, ENTITY_WORD[entity.kind], entity.sector && ` · ${entity.sector}`, entity.iso3 && ` · ${entity.iso3}`),
    h('h1', null, words(entity.name)),
    h('p', { class: 'lede' },
      entity.roles?.length > 0 && roles(entity.roles, r => [words(r.title), r.of && [' of ', entityLink(r.of)]]),
      entity.country && ['of ', entityLink(entity.country), ' · '],
      entity.proposers?.length > 0 && ['put forward by ', entity.proposers.map((e, i) => [i ? ', ' : '', entityLink(e)]), ' · '],
      entity.targets?.length > 0 && ['aimed at ', entity.targets.map((e, i) => [i ? ', ' : '', entityLink(e)]), ' · '],
      count(entity.articleCount, 'article')),
    others.length > 0 && h('p', { class: 'note' }, 'Also named ', others.slice(0, 8).map((a, i) => [i ? ', ' : '', words(a)]), others.length > 8 && ` and ${others.length - 8} more`),
    h('nav', { class: 'links', 'aria-label': `More on ${entity.name}` },
      h('a', { href: '#said' }, 'Statements'), entity.related.edges.length > 0 && h('a', { href: '#related' }, 'Related names'), h('a', { href: href({ graph: entity.id }) }, 'Graph'), h('a', { href: href({ a: entity.id, link: 'names' }) }, 'Link with another name'),
      entity.wikidataId && /^Q\d+$/.test(entity.wikidataId) && h('a', { href: `https://www.wikidata.org/wiki/${entity.wikidataId}`, rel: 'noreferrer noopener', target: '_blank' }, entity.wikidataId)))
}

const roles = (list, text) => h('span', { class: 'roles' }, list.slice(0, 4).map(r => h('span', { class: 'role' }, text(r), h('span', { class: 'note', title: 'The first and the last day on which a source shows it' }, ` (${span(r)})`), ' · ')))

/** A policy's stages as a track; where actors stand on it. A person's positions. */
function position(entity) {
  const history = entity.history?.nodes ?? []
  const stands = entity.stands?.nodes ?? []
  const held = entity.held?.nodes ?? []
  return [
    history.length > 0 && h('section', null,
      h('h2', null, 'Stages'),
      h('ol', { class: 'track' }, history.map(stageStep)),
      entity.history.totalCount > history.length && h('p', { class: 'note' }, `${history.length} of ${entity.history.totalCount} shown`)),
    stands.length > 0 && h('section', null,
      h('h2', null, 'Who stands where'),
      h('div', { class: 'camps' }, Object.keys(STANCE_WORD).map(stance => [stance, stands.filter(p => p.stance === stance)]).filter(([, list]) => list.length).map(([stance, list]) =>
        h('div', { class: `camp ${stance.toLowerCase()}` }, h('h3', null, STANCE_WORD[stance], h('span', { class: 'number' }, list.length)),
          h('ul', { class: 'plainlist' }, list.map(p => h('li', null, entityLink(p.actor), ' ', since(p))))))),
      cutOff(entity.stands)),
    held.length > 0 && h('section', null, h('h2', null, 'Positions'),
      h('ul', { class: 'plainlist positions' }, held.map(p => h('li', null, h('span', { class: `badge stance ${p.stance.toLowerCase()}` }, STANCE_WORD[p.stance]), ' ', entityLink({ ...p.policy, kind: 'POLICY' }), ' ', since(p)))), cutOff(entity.held))
  ]
}

/** Says that a list is longer than what is shown of it. */
const cutOff = list => list.pageInfo.hasNextPage && h('p', { class: 'note' }, `The first ${list.nodes.length} are shown; there are more.`)

/** The address of this page with an item open. */
const opens = item => href({ ...parse(location.search), item })

const since = p => h('a', { class: 'note since', href: opens(p.statement.id), title: p.statement.text }, `${p.since ? `since ${dateWords(p.since).replace('reported ', '')}, ` : ''}${count(p.statementCount, 'statement')}`)

const stageStep = item => h('li', { class: lower(item.stage).replaceAll(' ', '-') },
  h('a', { href: opens(item.id) }, h('b', null, lower(item.stage)), h('span', { class: 'note' }, dateWords(item.date))),
  h('span', { class: 'note' }, item.participants.filter(p => p.role === 'ACTOR').map((p, i) => [i ? ', ' : 'by ', entityLink(p.entity)])))

async function changes(entity, signal) {
  const { timeline: t } = await ask(CHANGES, { entity: entity.id }, signal)
  if (!t.nodes.length) return null
  return h('section', null, h('h2', null, 'Changes of position'),
    h('ol', { class: 'changes' }, t.nodes.map(c => h('li', null,
      itemLine(c, href({ entity: entity.id, item: c.id })),
      [[c.from, c.before], [c.to, c.after]].map(([stance, said]) => h('p', { class: 'note' }, h('span', { class: `badge stance ${stance.toLowerCase()}` }, STANCE_WORD[stance]), ' ', dateWords(said.date), ': “', words(said.text), '”'))))))
}

/** The newest statements by an entity, and those about it. */
async function showSayings(root, entity, signal) {
  const { by, about } = await ask(SAYINGS, { entity: [entity.id] }, signal)
  const part = (title, list) => list.nodes.length > 0 && h('section', null,
    h('h2', null, title, ' ', h('span', { class: 'number' }, list.totalCount)),
    h('ol', { class: 'items narrow' }, list.nodes.map(item => h('li', null, itemLine(item, href({ entity: entity.id, item: item.id }))))))
  show(root, part('Says', by), part('Is spoken of', about))
}

function about(entity) {
  const related = entity.related.edges
  const holders = entity.officeHolders ?? []
  return h('div', { class: 'columns' },
    related.length > 0 && h('section', { id: 'related' }, h('h2', null, 'Shares items with'),
      h('ol', { class: 'ranking' }, related.map(e => h('li', null, entityLink(e.node), h('a', { class: 'number', href: href({ a: entity.id, b: e.node.id }), title: 'What links the two' }, count(e.sharedItems, 'item')))))),
    holders.length > 0 && h('section', null, h('h2', null, 'Offices'),
      h('ul', { class: 'plainlist' }, holders.slice(0, 20).map(r => h('li', null, words(r.title), ': ', entityLink({ ...r.holder, kind: 'PERSON' }), h('span', { class: 'note' }, ` ${span(r)}`)))),
      holders.length > 20 && h('p', { class: 'note' }, `20 of ${holders.length} shown`)))
}
