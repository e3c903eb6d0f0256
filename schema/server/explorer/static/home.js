// The first page: who and what the articles are about, and the newest items.
import { ask } from './api.js'
import { h, show, words } from './dom.js'
import { itemLine } from './items.js'
import { count, ENTITY_PLURAL } from './language.js'
import { live } from './live.js'
import { queryLink, saveButtons } from './out.js'
import { HOME, NEWEST } from './queries.js'
import { entityLink } from './search.js'
import { href } from './state.js'
import { failed, loading } from './wait.js'

/** Shows the first page. */
export function homeView(root, _state, app, signal) {
  app.title('')
  const load = async () => {
    loading(root)
    try {
      const data = await ask(HOME, {}, signal)
      // What lies ahead of the newest article is not news, and a vague date is no newest day.
      const published = data.articles.nodes[0]?.publishedAt?.end
      const newest = { filter: published ? { to: published, minPrecision: 'DAY' } : {} }
      const { timeline } = await ask(NEWEST, newest, signal)
      show(root, page(data, timeline.nodes, newest), news.el)
      news.start({})
    } catch (error) {
      failed(root, error, signal, load)
    }
  }
  const news = live(signal, load)
  load()
  return { update() {} }
}

function page(data, items, newest) {
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
    items.length > 0 && h('section', { class: 'newest' },
      h('h2', null, 'Newest'),
      h('ol', { class: 'items' }, items.map(item => h('li', null, itemLine(item, href({ timeline: 'all', item: item.id }))))),
      h('p', null, h('a', { href: '?timeline=all' }, 'The whole timeline'))),
    h('footer', { class: 'out' }, items.length > 0 && saveButtons('newest', () => items), queryLink(HOME, {}), items.length > 0 && queryLink(NEWEST, newest, 'the newest items'))
  ]
}
