// The axis: items as marks over time, in lanes, or as bins where they are too
// many. The list says the same in words, so the drawing is one picture to a
// screen reader.
import { binLayer } from './bins.js'
import { cut, h, s, show } from './dom.js'
import { steer } from './gestures.js'
import { dateWords, dayNumber, dayText, edtf, firstOf, KIND_WORD, lastOf, line } from './language.js'
import { isSpan, lanesOf, markLayer } from './marks.js'
import { ticks } from './ticks.js'

const HEAD = 18, FOOT = 26, LEFT = 118, NARROW = 560, LANES = 8
const EVER = [dayNumber('0001-01-01'), dayNumber('9999-12-31')]

const roomy = ([from, to]) => { const room = (to - from) * 0.02 || 1; return [from - room, to + room] }

/** Where most items lie, of the days that each covers: a lone early date does not squeeze the others. */
function usual(days, full) {
  const starts = days.map(d => d[0]).sort((a, b) => a - b)
  if (starts.length < 12) return full
  const low = starts[Math.floor(starts.length * 0.05)], high = starts[Math.ceil(starts.length * 0.95) - 1] + 1
  if (full[1] - full[0] < 2 * (high - low) || high - low < 1) return full
  const room = Math.max(7, (high - low) * 0.06)
  return [Math.max(full[0], low - room), Math.min(full[1], high + room)]
}

/** A view no narrower than three days, no wider than four times what there is to see, and with some of that in it. */
function within([from, to], full) {
  const span = Math.min(Math.max(to - from, 3), Math.max(30, 4 * (full[1] - full[0])))
  const middle = Math.min(Math.max((from + to) / 2, full[0]), full[1])
  return [Math.max(EVER[0], middle - span / 2), Math.min(EVER[1], middle + span / 2)]
}

/** A stretch with the ends that a state sets: a vague date that only may lie between them does not widen it. */
function chosen(state, [from, to]) {
  const ends = [state.from ? firstOf(state.from) : from, state.to ? lastOf(state.to) + 1 : to]
  return ends[1] > ends[0] ? ends : [from, to]
}

/** The view that a state asks for, or null. */
function asked(zoom) {
  const [from, to] = (zoom ?? '').split('/').map(text => /^\d{4}-\d\d-\d\d$/.test(text) ? dayNumber(text) : NaN)
  return to > from ? [from, to] : null
}

/** Makes the axis; it ends with the signal. */
export function axis(app, signal) {
  const figure = h('div', { class: 'plot' }), note = h('p', { class: 'note legend' })
  const button = (label, text, act) => h('button', { type: 'button', 'aria-label': label, title: label, on: { click: act } }, text)
  const lanesButton = h('button', { type: 'button', class: 'plain', 'aria-pressed': 'false', on: { click: () => app.go({ lanes: lanes ? null : 'entities' }, { replace: true }) } }, 'Lanes by name')
  const controls = h('div', { class: 'zoom' }, lanesButton, button('Zoom in (+)', '+', () => zoom(0.5)), button('Zoom out (−)', '−', () => zoom(2)), button('Earlier (←)', '←', () => pan(-0.2)), button('Later (→)', '→', () => pan(0.2)), button('The whole time (0)', 'All', () => whole()))
  const el = h('section', { class: 'axis', 'aria-label': 'Axis' }, h('div', { class: 'axishead' }, note, controls), figure)
  const marks = markLayer(), bins = binLayer(), grid = s('g'), picture = s('svg', { role: 'img' }, grid, marks.el, bins.el)
  let items = [], buckets = null, days = [], groups = [], named = 0, signs = []
  let view = [0, 1], full = [0, 1], selected = null, lanes = false, base = [], written = null, writing = 0, frame = 0, wide = 900

  const left = () => buckets || wide < NARROW ? 8 : LEFT
  const scale = () => (view[1] - view[0]) / (wide - left() - 8)
  const x = day => left() + (day - view[0]) / scale()

  function place(state) {
    if (lanes !== (state.lanes === 'entities')) group(!lanes)
    if (state.zoom && state.zoom === written) return
    written = null
    view = within(asked(state.zoom) ?? roomy(chosen(state, usual(days, full))), full)
  }
  function group(byName) {
    lanes = byName
    lanesButton.setAttribute('aria-pressed', String(lanes))
    const dated = items.filter(i => i.date), all = lanesOf(dated, lanes, base)
    named = all.length
    groups = all.slice(0, LANES)
  }
  function look(next) {
    view = within(next, full)
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(draw)
  }
  function go(next) {
    look(next)
    // The URL follows once the zoom rests: browsers allow few changes of it a second.
    clearTimeout(writing)
    writing = setTimeout(() => {
      written = `${dayText(view[0])}/${dayText(Math.max(view[0] + 1, view[1]))}`
      app.go({ zoom: written }, { replace: true })
    }, 250)
  }
  const zoom = (factor, at = (view[0] + view[1]) / 2) => go([at - (at - view[0]) * factor, at + (view[1] - at) * factor])
  const pan = part => { const by = (view[1] - view[0]) * part; go([view[0] + by, view[1] + by]) }
  const whole = () => go(roomy(full))

  function draw() {
    wide = Math.max(280, figure.clientWidth || 900)
    const at = { x, view, left: left(), width: wide, top: HEAD, selected }
    const { bottom, outside } = buckets ? bins.draw(buckets, at) : marks.draw(groups, at)
    show(grid, ticks({ ...at, bottom }))
    const span = `from ${edtf(dayText(view[0]))} to ${edtf(dayText(view[1]))}`
    const looks = { 'aria-label': buckets ? `Bins of items over time ${span}` : `${items.length} items on an axis ${span}; the list below has the same items`, width: wide, height: bottom + FOOT, viewBox: `0 0 ${wide} ${bottom + FOOT}` }
    for (const [name, value] of Object.entries(looks)) picture.setAttribute(name, value)
    if (!picture.parentNode) show(figure, picture)
    show(note, buckets ? h('span', null, 'More than 2,000 items, drawn as counts: choose a bar, or brush a range, to see each.') : [signs, !lanes && outside > 0 && h('span', null, `${outside} outside this stretch`), lanes && named > groups.length && h('span', null, `the ${groups.length} of ${named.toLocaleString('en')} names that take part most`)])
    lanesButton.hidden = !!buckets
  }

  // A mark says what it is when it is pointed at: thousands of texts need not be made before.
  figure.addEventListener('pointerover', event => {
    const mark = event.target.closest('.mark')
    if (!mark || mark.querySelector('title')) return
    const item = items.find(i => i.id === mark.dataset.id), { who, does, what } = line(item)
    mark.append(s('title', null, `${dateWords(item.date)} · ${KIND_WORD[item.kind]} · ${who} ${does} ${cut(what, 200)}`))
  })
  steer(figure, signal, {
    view: () => view, look, go, zoom,
    dayAt: px => view[0] + (px - left()) * scale(), daysOf: px => px * scale(),
    choose(target) {
      if (target.dataset.id) app.go({ item: target.dataset.id })
      else app.go({ from: target.dataset.from, to: target.dataset.to, zoom: null })
    }
  })
  let drawn = 0
  const observer = new ResizeObserver(() => { if (Math.abs(figure.clientWidth - drawn) > 2) { drawn = figure.clientWidth; if (items.length || buckets) draw() } })
  observer.observe(figure)
  signal.addEventListener('abort', () => { observer.disconnect(); clearTimeout(writing); cancelAnimationFrame(frame) })

  return {
    el, zoom, pan, whole,
    /** Draws items one by one, as a state says. */
    marks(next, state, entities) {
      items = next; buckets = null; base = entities
      days = items.filter(i => i.date).map(i => [dayNumber(i.date.start), dayNumber(i.date.end) + 1])
      full = days.length ? [Math.min(...days.map(d => d[0])), Math.max(...days.map(d => d[1]))] : [0, 1]
      signs = legend(items)
      bins.clear()
      group(state.lanes === 'entities')
      place(state)
      el.hidden = days.length === 0
      draw()
    },
    /** Draws counts instead. */
    bins(next, state) {
      items = []; days = []; groups = []; buckets = next
      marks.clear()
      el.hidden = !next.length
      if (!next.length) return
      full = [dayNumber(next[0].start), dayNumber(next.at(-1).start) + 31]
      place(state)
      draw()
    },
    /** Takes the zoom and the lanes that a state says. */
    state(state) {
      const before = view, by = lanes
      place(state)
      if ((items.length || buckets) && (view !== before || by !== lanes)) draw()
    },
    select(id) {
      selected = id
      for (const mark of figure.querySelectorAll('.mark')) mark.classList.toggle('selected', mark.dataset.id === id)
    }
  }
}

/** The signs that stand on the axis, and what each says. */
function legend(items) {
  const has = test => items.some(test)
  const vague = i => i.date && isSpan(i.date)
  const signs = [
    ['statement', 'statement', i => i.kind === 'STATEMENT'], ['event', 'event', i => i.kind === 'EVENT'], ['policy_stage', 'policy stage', i => i.kind === 'POLICY_STAGE'], ['position_change', 'change of position', i => i.kind === 'POSITION_CHANGE'],
    ['bar', 'vague date', vague], ['faded', 'day of the report', i => i.date?.basis === 'PUBLICATION'], ['hollow', 'planned or hypothetical', i => i.status === 'PLANNED' || i.status === 'HYPOTHETICAL'], ['crossed', 'denied', i => i.status === 'NEGATED']
  ]
  return signs.filter(([, , test]) => has(test)).map(([css, text]) => h('span', { class: 'key' }, h('i', { class: `glyph ${css}`, 'aria-hidden': 'true' }), text))
}
