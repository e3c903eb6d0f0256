// The marks of the axis: items in lanes, packed so that none covers another. A
// day is a sign; a vague date is a bar as long as what it can denote. A mark is
// made once and then only moved, so that zooming over thousands makes none.
import { bare, cut, s, show } from './dom.js'
import { dayNumber } from './language.js'
import { KINDS } from './state.js'

const ROW = 11, ROWS = 7, NAME = 15

/** Whether a date is drawn as a bar wherever there is room for one. */
export const isSpan = date => !['DAY', 'TIME'].includes(date.precision)

/** Items with the days that they cover, earliest first, the longer of two first. */
const membersOf = items => items.map(item => ({ item, start: dayNumber(item.date.start), end: dayNumber(item.date.end) + 1, span: isSpan(item.date) }))
  .sort((a, b) => a.start - b.start || b.end - a.end)

/** Lanes of dated items by kind, or by the names that take part, those that do most often first. */
export function lanesOf(items, byName, base) {
  if (!byName) return Object.entries(KINDS).map(([kind, label]) => ({ label, members: membersOf(items.filter(i => i.kind === kind)) })).filter(lane => lane.members.length)
  const names = new Map()
  for (const item of items) for (const id of new Set(item.participants.map(p => p.entity.id))) {
    if (!names.has(id)) names.set(id, { label: item.participants.find(p => p.entity.id === id).entity.name, items: [] })
    names.get(id).items.push(item)
  }
  return [...names].filter(([id]) => base.length !== 1 || !base.includes(id)).map(([, lane]) => lane)
    .sort((a, b) => b.items.length - a.items.length).map(({ label, items }) => ({ label, members: membersOf(items) }))
}

/** Gives each member in view a row and its place; what does not fit is counted. */
function pack(members, x) {
  const ends = [], placed = [], over = new Map()
  for (const m of members) {
    let x0 = x(m.start), x1 = x(m.end)
    const bar = m.span && x1 - x0 > 6
    if (!bar) x0 = (x0 + x1) / 2
    const begin = x0 - 5, end = bar ? Math.max(x1, x0 + 6) + 2 : x0 + 5
    let row = 0
    while (row < ROWS && ends[row] > begin) row++
    if (row === ROWS) {
      const at = Math.round(x0 / 36) * 36
      over.set(at, (over.get(at) ?? 0) + 1)
      continue
    }
    ends[row] = end
    placed.push({ m, bar, x0, x1, row })
  }
  return { placed, over, rows: Math.min(ROWS, ends.length) + (over.size ? 1 : 0) }
}

function shape(kind, props) {
  if (kind === 'EVENT') return s('rect', { ...props, x: -4, y: -4, width: 8, height: 8, rx: 1.5 })
  if (kind === 'POLICY_STAGE') return s('path', { ...props, d: 'M0 -5l5 5l-5 5l-5 -5z' })
  if (kind === 'POSITION_CHANGE') return s('path', { ...props, d: 'M0 -5l5 9h-10z' })
  return s('circle', { ...props, r: 4 })
}

/** The element of a member, as a bar or as a sign; a denied item has a cross over it. */
function element(m, bar, selected) {
  const kept = bar ? 'bar' : 'sign'
  if (m[kept]) return m[kept]
  const { item } = m
  const css = ['mark', item.kind.toLowerCase(), (item.status ?? '').toLowerCase(), item.date.basis === 'PUBLICATION' && 'reported', bar && 'vague', item.id === selected && 'selected']
  const props = { class: css.filter(Boolean).join(' '), 'data-id': item.id }
  const mark = bar ? s('rect', { ...props, y: -3.5, height: 7, rx: 3.5 }) : shape(item.kind, props)
  m[kept] = item.status === 'NEGATED' ? s('g', null, mark, s('path', { class: 'cross', d: 'M-5 -5l10 10m0 -10l-10 10' })) : mark
  return m[kept]
}

/** A layer of marks; draw moves them to where a view has them. */
export function markLayer() {
  const marks = s('g'), frame = s('g'), el = s('g', null, frame, marks)
  let shown = new Set()
  return {
    el,
    clear() { shown = new Set(); show(marks); show(frame) },
    /** Draws lanes from a height on, and gives the height that they end at and how many marks lie outside the view. */
    draw(lanes, { x, view, left, width, top, selected }) {
      const next = new Set(), lines = []
      let y = top, outside = 0
      for (const { label, members } of lanes) {
        const named = left > 20, seen = members.filter(m => m.end >= view[0] && m.start <= view[1])
        outside += members.length - seen.length
        const { placed, over, rows } = pack(seen, x)
        lines.push(s('text', { class: 'lanename', x: 2, y: named ? y + 14 : y + 11 }, bare(cut(label, named ? 19 : 40))))
        if (!named) y += NAME
        for (const { m, bar, x0, x1, row } of placed) {
          const mark = element(m, bar, selected), from = Math.max(x0, left)
          if (bar) (mark.firstElementChild ?? mark).setAttribute('width', Math.max(6, x1 - from).toFixed(1))
          mark.setAttribute('transform', `translate(${from.toFixed(1)} ${y + 8 + row * ROW})`)
          next.add(mark)
        }
        for (const [at, more] of over) lines.push(s('text', { class: 'over', x: Math.min(at, width - 16), y: y + 11 + ROWS * ROW, 'text-anchor': 'middle' }, `+${more}`, s('title', null, `${more} more: zoom in, or look at the list`)))
        y += Math.max(2, rows) * ROW + 10
        lines.push(s('line', { class: 'lane', x1: 0, x2: width, y1: y, y2: y }))
      }
      for (const mark of shown) if (!next.has(mark)) mark.remove()
      for (const mark of next) if (!shown.has(mark)) marks.append(mark)
      shown = next
      show(frame, lines)
      return { bottom: y, outside }
    }
  }
}
