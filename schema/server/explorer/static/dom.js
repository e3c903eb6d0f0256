// Makes elements. Text enters the document through here, as text and never as
// markup; addresses of other sites only if they are http or https.

const SVG = 'http://www.w3.org/2000/svg'

function fill(el, props, kids) {
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value == null || value === false) continue
    if (key === 'on') for (const [type, listener] of Object.entries(value)) el.addEventListener(type, listener)
    else if (key === 'value' || key === 'checked') el[key] = value
    else el.setAttribute(key, value === true ? '' : value)
  }
  el.append(...kids.flat(Infinity).filter(k => k != null && k !== false))
  return el
}

/** An HTML element; strings among its children become text. */
export const h = (tag, props, ...kids) => fill(document.createElement(tag), props, kids)

/** An SVG element. */
export const s = (tag, props, ...kids) => fill(document.createElementNS(SVG, tag), props, kids)

/** Text of a source, which may run in another direction than the page. */
export const words = text => h('bdi', null, text ?? '')

/** Text without the marks that turn its direction, for a line in which it is not kept apart. */
export const bare = text => (text ?? '').replace(/[\u202a-\u202e\u2066-\u2069]/g, '')

/** The address if it leads to a web page, else null: javascript: and the like stay text. */
export function webAddress(text) {
  try {
    const url = new URL(text)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

/** Text in which the server has put marks around the words found. */
export function highlighted(text) {
  const plain = t => t.replace(/&(lt|gt|amp|quot|#39|#34);/g, (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#34': '"' })[name])
  return h('bdi', null, text.split(/<mark>(.*?)<\/mark>/s).map((part, i) => i % 2 ? h('mark', null, plain(part)) : plain(part)))
}

/** A table; the first cell of a row names it. Roles and heads are said once more
 * for narrow screens, which lay a table out as blocks. */
export const table = (heads, rows, props) => h('table', { role: 'table', ...props },
  h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, heads.map(t => h('th', { scope: 'col', role: 'columnheader' }, t)))),
  h('tbody', { role: 'rowgroup' }, rows.map(([name, ...cells]) => h('tr', { role: 'row' },
    h('th', { scope: 'row', role: 'rowheader' }, name), cells.map((c, i) => h('td', { role: 'cell', 'data-head': heads[i + 1] }, c))))))

/** Puts children into an element instead of those that it has. */
export const show = (el, ...kids) => el.replaceChildren(...kids.flat(Infinity).filter(k => k != null && k !== false))

/** Shortens text for a line; whole characters only. */
export function cut(text, length) {
  const points = Array.from(text ?? '')
  return points.length <= length ? points.join('') : points.slice(0, length - 1).join('').trimEnd() + '…'
}
