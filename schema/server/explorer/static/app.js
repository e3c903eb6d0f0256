// Opens the view that the URL names, and keeps URL and view together.
import { watchConnection } from './api.js'
import { articleView } from './article.js'
import { h, show } from './dom.js'
import { entityView } from './entity.js'
import { graphView } from './graph.js'
import { openHelp } from './help.js'
import { homeView } from './home.js'
import { relationshipView } from './relationship.js'
import { searchBox } from './search.js'
import { href, parse, place } from './state.js'
import { timelineView } from './timelineview.js'

const main = document.getElementById('main')
const views = { article: articleView, graph: graphView, relationship: relationshipView, entity: entityView, timeline: timelineView, home: homeView }
let state = {}
let open = null

/** What views may do with the page around them. */
const app = {
  /** The address of a change of the present state. */
  link: change => href({ ...state, ...change }),
  /** Shows the state with a change; replace leaves no step to go back to. */
  go(change, { replace = false } = {}) { visit(href({ ...state, ...change }), replace) },
  title(text) { document.title = text ? `${text} · dateline` : 'dateline' }
}

function visit(address, replace) {
  const url = new URL(address, location.href)
  if (url.href === location.href) return
  history[replace ? 'replaceState' : 'pushState'](null, '', url)
  render(true)
}

function render(moved) {
  state = parse(location.search)
  const here = place(state)
  if (open?.place === here) return open.view.update(state)
  open?.stop.abort()
  const stop = new AbortController()
  const root = h('div', { class: 'view' })
  show(main, root)
  open = { place: here, stop, view: views[here.split(' ')[0]](root, state, app, stop.signal) }
  if (moved) { window.scrollTo(0, 0); main.focus({ preventScroll: true }) }
}

function header() {
  const box = searchBox(app)
  show(document.querySelector('.top'),
    h('a', { class: 'brand', href: '/' }, 'dateline'), box,
    h('nav', { 'aria-label': 'Explorer' },
      h('a', { href: '?timeline=all' }, 'Timeline'), h('a', { href: '?link=names', 'data-open': 'relationship' }, 'Link two names'),
      h('button', { type: 'button', class: 'plain', title: 'Keyboard (?)', on: { click: () => openHelp() } }, 'Keys')))
}

function onClick(event) {
  const a = event.target.closest?.('a[href]')
  if (!a || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || a.hasAttribute('target') || a.hasAttribute('download')) return
  const url = new URL(a.getAttribute('href'), location.href)
  if (url.origin !== location.origin || url.pathname !== '/' || url.hash) return
  event.preventDefault()
  visit(a.dataset.open === 'relationship' ? relationshipAddress() : url.href, false)
}

/** Two names are linked from the one that is looked at, if there is one. */
const relationshipAddress = () => href({ a: state.entity ?? state.graph ?? state.a, b: state.b, link: 'names' })

function onKey(event) {
  const typing = event.target.closest?.('input, textarea, select')
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === '/' && !typing) {
    event.preventDefault()
    document.querySelector('.top input').focus()
  } else if (event.key === '?' && !typing) {
    openHelp()
  } else if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]') && state.item) {
    app.go({ item: null })
  }
}

watchConnection(gone => show(document.getElementById('notice'), gone && h('p', { class: 'gone' }, 'The server does not answer. Trying again…')))
document.addEventListener('click', onClick)
document.addEventListener('keydown', onKey)
addEventListener('popstate', () => render(false))
header()
render(false)
