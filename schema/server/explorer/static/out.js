// What leaves the explorer: CSV, JSON, SVG, and the question itself.
import { h } from './dom.js'

/** A link that opens a question in the playground; what says which, where a page asks several. */
export function queryLink(query, variables, what) {
  const params = new URLSearchParams({ query: query.trim(), variables: JSON.stringify(variables, null, 2) })
  return h('a', { class: 'query', href: `/playground/?${params}` }, 'Open as a GraphQL query', what && `: ${what}`)
}

function save(name, media, text) {
  const url = URL.createObjectURL(new Blob([text], { type: media }))
  h('a', { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

const COLUMNS = ['id', 'kind', 'date', 'precision', 'start', 'end', 'basis', 'date_text', 'status', 'type', 'stance', 'participants', 'summary', 'confidence', 'sources']

const row = item => [item.id, item.kind, item.date?.value, item.date?.precision, item.date?.start, item.date?.end, item.date?.basis, item.date?.text, item.status, item.type ?? item.stage ?? item.act, item.stance,
  item.participants.map(p => `${p.role}: ${p.entity.name}`).join('; '), item.summary, item.confidence, item.corroboration?.independentSources]

/** A cell of CSV. Spreadsheets must not take a source's text for a formula. */
export function cell(value) {
  let text = String(value ?? '')
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(text)) text = `'${text}`
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV. */
export const sheet = rows => rows.map(cells => cells.map(cell).join(',')).join('\r\n') + '\r\n'

/** Items as CSV with a head. */
export const csv = items => sheet([COLUMNS, ...items.map(row)])

const PAINT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor']

/** An SVG as a file of its own: what the style sheet gives is written into it. */
export function drawing(svg) {
  const copy = svg.cloneNode(true)
  const from = [svg, ...svg.querySelectorAll('*')], to = [copy, ...copy.querySelectorAll('*')]
  from.forEach((el, i) => {
    const style = getComputedStyle(el)
    for (const name of PAINT) to[i].setAttribute(name, style.getPropertyValue(name))
    to[i].removeAttribute('class')
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return new XMLSerializer().serializeToString(copy)
}

/** Buttons that save what is seen; asCsv writes what are no items. */
export function saveButtons(name, items, svg, asCsv = csv) {
  const file = end => `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'dateline'}.${end}`
  const button = (label, act) => h('button', { type: 'button', class: 'plain', on: { click: act } }, label)
  return [
    button('CSV', () => save(file('csv'), 'text/csv;charset=utf-8', '\ufeff' + asCsv(items()))),
    button('JSON', () => save(file('json'), 'application/json', JSON.stringify(items(), null, 2))),
    svg && button('SVG', () => { const el = svg(); if (el) save(file('svg'), 'image/svg+xml', drawing(el)) }),
    button('Print', () => window.print())
  ]
}
