// The first page: who and what the articles are about, and the newest items.
import { ask } from './api.js'
import { h, show, words } from './dom.js'
import { itemLine } from './items.js'
import { count, ENTITY_PLURAL } from './language.js'
import { queryLink } from './out.js'
import { HOME } from './queries.js'
import { entityLink } from './search.js'
import { href } from './state.js'
import { failed, loading } from './wait.js'

/** Shows the first page. */
export function homeView(root, _state, app, signal) {
  app.title('')
  const load = () => {
    loading(root)
    ask(HOME, {}, signal).then(data => show(root, page(data)), error => failed(root, error, signal, load))
  }
  load()
  return { update() {} }
}

function page(data) {
  const { stats } = data
  const lists = [data.people, data.countries, data.policies, data.organizations].map(c => c.nodes).filter(nodes => nodes.length)
  // The days are bounds of dates that may be vague, so no more than the years is told.
  const [from, to] = [stats.firstDay, stats.lastDay].map(day => day?.slice(0, 4))
  const span = from ? (from === to ? `, in ${from}` : `, from ${from} to ${to}`) : ''
  return [
    h('section', { class: 'hero' },
      h('h1', null, 'What happened, when, and who says so'),
      h('p', { class: 'lede' }, `${count(stats.articles, 'article')}, ${count(stats.statements, 'statement')} and ${count(stats.events, 'event')}${span}. Every line opens down to the sentence that supports it.`)),
    stats.articles === 0 && h('p', { class: 'empty' }, 'The graph is empty: load articles, and they appear here.'),
    h('div', { class: 'columns' }, lists.map(nodes => h('section', null,
      h('h2', null, ENTITY_PLURAL[nodes[0].kind]),
      h('ol', { class: 'ranking' }, nodes.map(e => h('li', null, entityLink(e), h('span', { class: 'number', title: 'articles' }, e.articleCount))))))),
    data.timeline.nodes.length > 0 && h('section', { class: 'newest' },
      h('h2', null, 'Newest'),
      h('ol', { class: 'items' }, data.timeline.nodes.map(item => h('li', null, itemLine(item, href({ timeline: 'all', item: item.id }))))),
      h('p', null, h('a', { href: '?timeline=all' }, 'The whole timeline'))),
    h('footer', { class: 'out' }, queryLink(HOME, {}))
  ]
}
