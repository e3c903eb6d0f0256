// The panel that opens an item down to its sentences.
import { ask } from './api.js'
import { cut, h, show, webAddress, words } from './dom.js'
import { badges } from './items.js'
import { confidenceWords, count, dateReason, dateWords, edtf, KIND_WORD, line, ROLE_WORD, ruleName, STANCE_WORD } from './language.js'
import { queryLink } from './out.js'
import { EVIDENCE } from './queries.js'
import { entityLink } from './search.js'
import { href } from './state.js'
import { failed, loading } from './wait.js'

/** The panel of an item, and a function that closes it. */
export function evidencePanel(app, signal) {
  const body = h('div')
  const close = h('button', { type: 'button', class: 'close', 'aria-label': 'Close the evidence', on: { click: () => app.go({ item: null }) } }, '×')
  const panel = h('aside', { class: 'evidence', 'aria-label': 'Evidence', hidden: true }, close, body)
  let open = null, stop = new AbortController()

  async function load(id, focus) {
    stop.abort()
    stop = new AbortController()
    const inner = AbortSignal.any([signal, stop.signal])
    loading(body)
    try {
      const { node } = await ask(EVIDENCE, { id }, inner)
      show(body, node?.evidence ? detail(node, id) : h('p', { class: 'empty' }, 'This item is no longer in the graph.'))
      // A stage or a position stands far above: what it opens must be seen.
      if (panel.getBoundingClientRect().top > innerHeight - 120) panel.scrollIntoView({ block: 'nearest' })
      if (focus) body.querySelector('h2')?.focus({ preventScroll: true })
    } catch (error) {
      failed(body, error, inner, () => load(id, focus))
    }
  }
  return {
    el: panel,
    /** Opens an item, or closes with null. */
    set(id, focus) {
      if (id === open) return
      open = id
      panel.hidden = !id
      if (id) { panel.scrollTop = 0; load(id, focus) } else stop.abort()
    }
  }
}

function detail(item, id) {
  const { who, does, what } = line(item)
  const published = dater(item)?.article.publishedAt
  const { articles, independentSources, firstReported: first, lastReported: last } = item.corroboration
  const others = item.evidence.filter(e => !item.before || !(shows(e, item.before) || shows(e, item.after)))
  return [
    h('p', { class: 'kicker' }, h('i', { class: `glyph ${item.kind.toLowerCase()}`, 'aria-hidden': 'true' }), KIND_WORD[item.kind], ' · ', dateWords(item.date)),
    h('h2', { tabindex: '-1' }, who && [words(who), ' ', does, ' '], words(cut(what, 400))),
    h('p', { class: 'marks' }, badges(item)),
    item.before && change(item),
    others.map((e, i) => source(e, others.findIndex(x => x.quote === e.quote) < i)),
    item.evidence.length === 0 && h('p', { class: 'empty' }, 'No sentence is on record for it.'),
    h('dl', { class: 'facts' },
      h('dt', null, 'Date'), h('dd', null, dateReason(item.date, published)),
      item.participants.length > 0 && [h('dt', null, 'Who'), h('dd', null, participants(item))],
      item.speakerText && [h('dt', null, 'Speaker'), h('dd', null, 'The source says “', words(item.speakerText), '”', item.speaker ? [': ', entityLink(item.speaker), '.'] : '; who that is was not resolved.')],
      h('dt', null, 'Reported by'), h('dd', null, `${count(independentSources, 'independent source')} in ${count(articles, 'article')}`,
        articles > independentSources && ' (copies of one text are counted once)', articles > 1 && first && last && first.value !== last.value && `, first on ${edtf(first.value)}, last on ${edtf(last.value)}`, articles > item.evidence.length && `; ${item.evidence.length} shown`),
      h('dt', null, 'Confidence'), h('dd', null, confidenceWords(item.confidence))),
    h('footer', { class: 'out' }, queryLink(EVIDENCE, { id }))
  ]
}

function participants(item) {
  const seen = new Map()
  for (const { role, entity } of item.participants) seen.set(entity.id, { entity, roles: [...(seen.get(entity.id)?.roles ?? []), ROLE_WORD[role] ?? role] })
  return h('ul', { class: 'plainlist' }, [...seen.values()].map(p => h('li', null, entityLink(p.entity), ' ', h('span', { class: 'note' }, p.roles.join(', ')))))
}

/** Whether an evidence is the one that a statement was read from. */
const shows = (e, statement) => statement.evidence.some(x => x.article.id === e.article.id && x.sentence === e.sentence)

/** The evidence that an item's date was read from: the article of another is of another day. */
function dater({ evidence, after, date }) {
  const own = after ? evidence.filter(e => shows(e, after)) : evidence
  return own.find(e => date?.text && e.sentence.includes(date.text)) ?? own.find(e => date?.text && e.article.text.includes(date.text)) ?? own[0]
}

function change(item) {
  const side = (label, stance, statement) => h('div', null,
    h('p', { class: 'note' }, `${label}: ${STANCE_WORD[stance]}, ${dateWords(statement.date)}`),
    item.evidence.filter(e => shows(e, statement)).map(e => source(e, false)))
  return h('div', { class: 'change' }, side('Before', item.from, item.before), side('After', item.to, item.after))
}

/** The paragraph around a span of code points, with the sentence and the span told apart. */
function paragraph(e) {
  const text = Array.from(e.article.text)
  let from = e.start, to = e.end
  while (from > 0 && text[from - 1] !== '\n') from--
  while (to < text.length && text[to] !== '\n') to++
  const sentence = Array.from(e.sentence)
  const whole = text.slice(from, to).join('')
  const at = whole.indexOf(e.sentence)
  const first = at < 0 ? from : from + Array.from(whole.slice(0, at)).length
  const last = at < 0 ? to : first + sentence.length
  const part = (a, b) => text.slice(a, Math.max(a, b)).join('')
  return h('p', null, h('bdi', null,
    h('span', { class: 'around' }, part(from, Math.min(first, e.start))),
    part(Math.min(first, e.start), e.start), h('mark', null, part(e.start, e.end)), part(e.end, Math.max(last, e.end)),
    h('span', { class: 'around' }, part(Math.max(last, e.end), to))))
}

/** A source; one that repeats the words of another is named without them. */
function source(e, repeats) {
  const { article } = e
  const address = webAddress(article.url)
  return h('section', { class: 'source' },
    repeats ? h('p', { class: 'note' }, 'The same words:') : h('blockquote', null, paragraph(e)),
    h('p', { class: 'cite' },
      h('a', { href: href({ article: article.id, at: String(e.start) }) }, words(article.title || 'Untitled article')),
      h('span', { class: 'note' }, [article.publisher, article.publishedAt && edtf(article.publishedAt.value)].filter(Boolean).map((t, i) => [i ? ', ' : '', words(t)])),
      address && h('a', { class: 'outside', href: address, rel: 'noreferrer noopener', target: '_blank' }, 'at the publisher')),
    article.copies.length > 0 && h('p', { class: 'note' }, `${count(article.copies.length, 'copy', 'copies')}: `, article.copies.slice(0, 5).map((c, i) => [i ? ', ' : '', h('a', { href: href({ article: c.id }) }, words(c.publisher ?? c.title))])),
    !repeats && h('p', { class: 'note rule', title: e.extractor }, `Found by the rule “${ruleName(e.extractor)}”, ${confidenceWords(e.confidence)}`))
}
