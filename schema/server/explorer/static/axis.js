// The axis: items as marks over time, in lanes. A day is a dot; a vague date is
// a bar as long as what it can denote. The list says the same in words, so the
// drawing is one picture to a screen reader.
import { cut, h, s, show } from './dom.js'
import { dateWords, dayNumber, dayText, edtf, KIND_WORD, line } from './language.js'
import { KINDS } from './state.js'

const ROW = 11, ROWS = 7, HEAD = 18, FOOT = 26, LEFT = 118
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Makes the axis; it ends with the signal. */
export function axis(app, signal) {
  const figure = h('div', { class: 'plot' })
  const note = h('p', { class: 'note legend' })
  const button = (label, text, act) => h('button', { type: 'button', 'aria-label': label, title: label, on: { click: act } }, text)
  const lanesButton = h('button', { type: 'button', class: 'plain', 'aria-pressed': 'false', on: { click: () => app.go({ lanes: lanes ? null : 'entities' }, { replace: true }) } }, 'Lanes by name')
  const controls = h('div', { class: 'zoom' }, lanesButton, button('Zoom in (+)', '+', () => zoom(0.5)), button('Zoom out (−)', '−', () => zoom(2)), button('Earlier (←)', '←', () => pan(-0.2)), button('Later (→)', '→', () => pan(0.2)), button('The whole time (0)', 'All', whole))
  const el = h('section', { class: 'axis', 'aria-label': 'Axis' }, h('div', { class: 'axishead' }, note, controls), figure)
  let items = [], buckets = null, view = [0, 1], full = [0, 1], selected = null, lanes = false, base = [], written = null, writing = 0, frame = 0, days = new Map()

  let wide = 900
  const width = () => wide
  const left = () => wide < 560 ? 8 : LEFT
  const x = day => left() + (day - view[0]) / (view[1] - view[0]) * (width() - left() - 8)

  function extent() {
    const spans = [...days.values()]
    return spans.length ? [Math.min(...spans.map(d => d[0])), Math.max(...spans.map(d => d[1]))] : [0, 1]
  }
  /** Where most items lie: a lone early date does not squeeze the others. */
  function usual() {
    const starts = [...days.values()].map(d => d[0]).sort((a, b) => a - b)
    if (starts.length < 12) return full
    const low = starts[Math.floor(starts.length * 0.05)], high = starts[Math.ceil(starts.length * 0.95) - 1] + 1
    if (full[1] - full[0] < 2 * (high - low) || high - low < 1) return full
    const room = Math.max(7, (high - low) * 0.06)
    return [Math.max(full[0], low - room), Math.min(full[1], high + room)]
  }
  function place(state) {
    lanes = state.lanes === 'entities'
    lanesButton.setAttribute('aria-pressed', String(lanes))
    if (state.zoom && state.zoom === written) return
    written = null
    const [from, to] = (state.zoom ?? '').split('/')
    const read = text => /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? dayNumber(text) : NaN
    view = read(to) > read(from) ? [read(from), read(to)] : state.from || state.to ? full : usual()
    const room = (view[1] - view[0]) * 0.02 || 1
    if (!state.zoom) view = [view[0] - room, view[1] + room]
  }
  function go(next) {
    const least = 3
    if (next[1] - next[0] < least) { const mid = (next[0] + next[1]) / 2; next = [mid - least / 2, mid + least / 2] }
    view = next
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(draw)
    // The URL follows once the zoom rests: browsers allow few changes of it a second.
    clearTimeout(writing)
    writing = setTimeout(() => {
      written = `${dayText(view[0])}/${dayText(Math.max(view[0] + 1, view[1]))}`
      app.go({ zoom: written }, { replace: true })
    }, 250)
  }
  function zoom(factor, at = (view[0] + view[1]) / 2) { go([at - (at - view[0]) * factor, at + (view[1] - at) * factor]) }
  const pan = part => { const by = (view[1] - view[0]) * part; go([view[0] + by, view[1] + by]) }
  function whole() {
    const room = (full[1] - full[0]) * 0.02
    go([full[0] - room, full[1] + room])
  }

  function draw() {
    wide = Math.max(320, figure.clientWidth || 900)
    if (buckets) return drawBins()
    const groups = lanesOf(items.filter(i => i.date), lanes, base)
    let y = HEAD
    const parts = []
    let outside = 0
    for (const [label, members] of groups) {
      const seen = members.filter(i => days.get(i)[1] >= view[0] && days.get(i)[0] <= view[1])
      outside += members.length - seen.length
      const { marks, rows } = pack(seen, x, days)
      const height = Math.max(2, rows) * ROW + 10
      parts.push(s('line', { class: 'lane', x1: 0, x2: width(), y1: y + height, y2: y + height }))
      if (left() > 20) parts.push(s('text', { class: 'lanename', x: 2, y: y + 14 }, label.length > 19 ? label.slice(0, 18) + '…' : label))
      for (const m of marks) parts.push(mark(m, y + 8 + m.row * ROW))
      y += height
    }
    picture(y, [ticks(y), parts], `${items.length} items on an axis from ${edtf(dayText(view[0]))} to ${edtf(dayText(view[1]))}; the list below has the same items`)
    show(note, legend(items), !lanes && outside > 0 && h('span', null, `${outside} outside this stretch`))
  }
  const picture = (height, kids, label) => show(figure, s('svg', { role: 'img', 'aria-label': label, width: width(), height: height + FOOT, viewBox: `0 0 ${width()} ${height + FOOT}` }, kids))

  function mark(m, y) {
    if (m.more) return s('text', { class: 'over', x: m.x0, y: y + 3, 'text-anchor': 'middle' }, `+${m.more}`, s('title', null, `${m.more} more: zoom in, or look at the list`))
    const { item } = m
    const css = `mark ${item.kind.toLowerCase()} ${(item.status ?? '').toLowerCase()} ${item.date.basis === 'PUBLICATION' ? 'reported' : ''} ${item.id === selected ? 'selected' : ''}`
    const props = { class: m.vague ? `${css} vague` : css, 'data-id': item.id }
    const from = Math.max(m.x0, left())
    const shape = m.vague ? s('rect', { ...props, x: from, y: y - 3.5, width: Math.max(6, m.x1 - from), height: 7, rx: 3.5 }) : glyph(item.kind, m.x0, y, props)
    return item.status === 'NEGATED' ? [shape, s('path', { class: 'cross', d: `M${m.x0 - 5} ${y - 5}l10 10m0 -10l-10 10` })] : shape
  }

  function drawBins() {
    const height = 120, most = Math.max(1, ...buckets.map(b => b.possible))
    const span = buckets.length > 1 ? dayNumber(buckets[1].start) - dayNumber(buckets[0].start) : 365
    const bars = buckets.filter(b => b.possible > 0).map(b => {
      const at = dayNumber(b.start), w = Math.max(1.5, x(at + span) - x(at) - 1), tall = n => n / most * (height - 16)
      return s('g', { class: 'bin', 'data-from': b.start, 'data-to': dayText(at + span - 1) },
        s('rect', { class: 'possible', x: x(at), width: w, y: HEAD + height - tall(b.possible), height: tall(b.possible) }),
        s('rect', { class: 'certain', x: x(at), width: w, y: HEAD + height - tall(b.count), height: tall(b.count) }),
        s('title', null, `${edtf(b.start)}: ${b.count} certain, ${b.possible} possible`))
    })
    picture(HEAD + height, [ticks(HEAD + height), bars], `Bins of items over time from ${edtf(dayText(view[0]))} to ${edtf(dayText(view[1]))}`)
    show(note, h('span', null, 'More than 2,000 items, drawn as counts: choose a bar, or brush a range, to see each.'))
  }

  function ticks(bottom) {
    const space = (width() - left()) / (view[1] - view[0])
    const steps = [[1, 'day'], [7, 'week'], [30.4, 'month'], [91.3, 'quarter'], [365.25, 'year'], [1826, '5'], [3652, '10'], [18262, '50'], [36525, '100']]
    const [, unit] = steps.find(([length]) => length * space >= 58) ?? steps.at(-1)
    return tickDays(view, unit).filter(d => x(d) >= left() - 1).map(d => s('g', { class: 'tick' }, s('line', { x1: x(d), x2: x(d), y1: HEAD - 6, y2: bottom }), s('text', { x: x(d) + 3, y: bottom + 16 }, tickLabel(d, unit))))
  }

  // A mark says what it is when it is pointed at: thousands of texts need not be made before.
  figure.addEventListener('pointerover', event => {
    const g = event.target.closest('.mark')
    if (!g || g.querySelector('title')) return
    const item = items.find(i => i.id === g.dataset.id), { who, does, what } = line(item)
    g.append(s('title', null, `${dateWords(item.date)} · ${KIND_WORD[item.kind]} · ${who} ${does} ${cut(what, 200)}`))
  })
  figure.addEventListener('click', event => {
    const target = event.target.closest('[data-id], [data-from]')
    if (target?.dataset.id) app.go({ item: target.dataset.id })
    else if (target) app.go({ from: target.dataset.from, to: target.dataset.to, zoom: null })
  })
  figure.addEventListener('wheel', event => {
    if (!event.ctrlKey && !event.altKey) return
    event.preventDefault()
    const at = view[0] + (event.offsetX - left()) / (width() - left() - 8) * (view[1] - view[0])
    zoom(event.deltaY > 0 ? 1.25 : 0.8, at)
  }, { passive: false })
  let drag = null
  figure.addEventListener('pointerdown', event => { if (event.button === 0) drag = { x: event.clientX, view } })
  figure.addEventListener('pointermove', event => {
    if (!drag || Math.abs(event.clientX - drag.x) < 4 || event.buttons !== 1) return
    const by = (drag.x - event.clientX) / (width() - left()) * (drag.view[1] - drag.view[0])
    view = [drag.view[0] + by, drag.view[1] + by]
    cancelAnimationFrame(drag.frame)
    drag.frame = requestAnimationFrame(draw)
    drag.moved = true
  })
  addEventListener('pointerup', () => { if (drag?.moved) go(view); drag = null }, { signal })
  let lastWidth = 0
  const observer = new ResizeObserver(() => { if (Math.abs(figure.clientWidth - lastWidth) > 2) { lastWidth = figure.clientWidth; if (items.length || buckets) draw() } })
  observer.observe(figure)
  signal.addEventListener('abort', () => { observer.disconnect(); clearTimeout(writing) })

  return {
    el, zoom, pan, whole,
    marks(next, state, entities) {
      items = next
      buckets = null
      base = entities
      days = new Map(items.filter(i => i.date).map(i => [i, [dayNumber(i.date.start), dayNumber(i.date.end) + 1]]))
      full = extent()
      place(state)
      el.hidden = days.size === 0
      draw()
    },
    bins(next, state) {
      items = []; buckets = next; el.hidden = !next.length
      if (!next.length) return
      full = [dayNumber(next[0].start), dayNumber(next.at(-1).start) + 31]
      place(state)
      draw()
    },
    state(state) {
      const before = view, by = lanes
      place(state)
      if ((items.length || buckets) && (view !== before || by !== lanes)) draw()
    },
    select(id) {
      selected = id
      for (const g of figure.querySelectorAll('.mark')) g.classList.toggle('selected', g.dataset.id === id)
    }
  }
}

/** Lanes by kind, or by the names that take part most often, eight at most. */
function lanesOf(items, byName, base) {
  if (!byName) return Object.entries(KINDS).map(([kind, label]) => [label, items.filter(i => i.kind === kind)]).filter(([, list]) => list.length)
  const names = new Map()
  for (const item of items) for (const id of new Set(item.participants.map(p => p.entity.id))) {
    if (!names.has(id)) names.set(id, { name: item.participants.find(p => p.entity.id === id).entity.name, items: [] })
    names.get(id).items.push(item)
  }
  return [...names].filter(([id]) => base.length !== 1 || !base.includes(id)).map(([, lane]) => lane).sort((a, b) => b.items.length - a.items.length).slice(0, 8).map(lane => [lane.name, lane.items])
}

/** Stacks marks so that none covers another; what does not fit is counted. */
function pack(items, x, days) {
  const ends = [], marks = [], over = new Map()
  const sorted = items.map(item => ({ item, x0: x(days.get(item)[0]), x1: x(days.get(item)[1]) })).sort((a, b) => a.x0 - b.x0 || b.x1 - a.x1)
  for (const m of sorted) {
    m.vague = !['DAY', 'TIME'].includes(m.item.date.precision) && m.x1 - m.x0 > 6
    if (!m.vague) m.x0 = (m.x0 + m.x1) / 2
    const begin = m.x0 - 5, end = m.vague ? Math.max(m.x1, m.x0 + 6) + 2 : m.x0 + 5
    let row = 0
    while (row < ROWS && ends[row] > begin) row++
    if (row === ROWS) {
      const at = Math.round(m.x0 / 36) * 36
      over.set(at, (over.get(at) ?? 0) + 1)
      continue
    }
    ends[row] = end
    marks.push({ ...m, row })
  }
  for (const [at, more] of over) marks.push({ x0: at, more, row: ROWS })
  return { marks, rows: Math.min(ROWS, ends.length) + (over.size ? 1 : 0) }
}

function glyph(kind, x, y, props) {
  if (kind === 'EVENT') return s('rect', { ...props, x: x - 4, y: y - 4, width: 8, height: 8, rx: 1.5 })
  if (kind === 'POLICY_STAGE') return s('path', { ...props, d: `M${x} ${y - 5}l5 5l-5 5l-5 -5z` })
  if (kind === 'POSITION_CHANGE') return s('path', { ...props, d: `M${x} ${y - 5}l5 9h-10z` })
  return s('circle', { ...props, cx: x, cy: y, r: 4 })
}

/** The signs that stand on the axis, and what each says. */
function legend(items) {
  const has = test => items.some(test)
  const vague = i => i.date && !['DAY', 'TIME'].includes(i.date.precision)
  const signs = [
    ['statement', 'statement', i => i.kind === 'STATEMENT'], ['event', 'event', i => i.kind === 'EVENT'], ['policy_stage', 'policy stage', i => i.kind === 'POLICY_STAGE'], ['position_change', 'change of position', i => i.kind === 'POSITION_CHANGE'],
    ['bar', 'vague date', vague], ['faded', 'day of the report', i => i.date?.basis === 'PUBLICATION'], ['hollow', 'planned or hypothetical', i => i.status === 'PLANNED' || i.status === 'HYPOTHETICAL'], ['crossed', 'denied', i => i.status === 'NEGATED']
  ]
  return signs.filter(([, , test]) => has(test)).map(([css, text]) => h('span', { class: 'key' }, h('i', { class: `glyph ${css}`, 'aria-hidden': 'true' }), text))
}

function tickDays([from, to], unit) {
  const out = []
  if (unit === 'day' || unit === 'week') {
    const step = unit === 'day' ? 1 : 7
    const first = unit === 'day' ? Math.ceil(from) : Math.ceil((from - 4) / 7) * 7 + 4
    for (let d = first; d <= to; d += step) out.push(d)
    return out
  }
  const months = { month: 1, quarter: 3, year: 12 }[unit] ?? +unit * 12
  let index = Math.floor((+dayText(from).slice(0, 4) * 12 + +dayText(from).slice(5, 7) - 1) / months) * months
  for (;; index += months) {
    const d = Math.round(Date.UTC(Math.floor(index / 12), index % 12, 1) / 864e5)
    if (d > to || out.length > 200) return out
    if (d >= from) out.push(d)
  }
}

function tickLabel(day, unit) {
  const [year, month, date] = dayText(day).split('-')
  if (unit === 'day' || unit === 'week') return `${+date} ${MONTHS[month - 1]}${date <= 7 && month === '01' ? ` ${year}` : ''}`
  if (unit === 'month' || unit === 'quarter') return month === '01' ? year : MONTHS[month - 1]
  return year
}
