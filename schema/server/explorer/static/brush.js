// The histogram over the whole time. Dragging over it sets the range; each end
// of the range is a slider for the keyboard.
import { h, s, show, table } from './dom.js'
import { dayNumber, dayText, edtf, firstOf, lastOf } from './language.js'

const HEIGHT = 46

/** Makes the histogram with its brush; it ends with the signal. */
export function brush(app, signal) {
  const plot = h('div', { class: 'plot' })
  const twin = h('details', { class: 'twin' }), signs = h('p', { class: 'note legend' })
  const el = h('section', { class: 'brush', 'aria-label': 'Items over time' }, plot, h('div', { class: 'axishead' }, twin, signs))
  let buckets = [], state = {}, drag = null, outside = { before: 0, after: 0 }

  const width = () => Math.max(300, plot.clientWidth || 800)
  const first = () => dayNumber(buckets[0].start)
  const step = () => buckets.length > 1 ? (dayNumber(buckets.at(-1).start) - first()) / (buckets.length - 1) : 31
  const last = () => dayNumber(buckets.at(-1).start) + Math.round(step())
  const x = day => (day - first()) / (last() - first()) * width()
  const day = px => Math.round(first() + Math.min(1, Math.max(0, px / width())) * (last() - first()))
  const range = () => [state.from ? firstOf(state.from) : first(), state.to ? lastOf(state.to) + 1 : last()]

  function draw(now = range()) {
    const most = Math.max(1, ...buckets.map(b => b.possible)), w = Math.max(1, width() / buckets.length - 1)
    const tall = n => n === 0 ? 0 : Math.max(2, n / most * (HEIGHT - 4))
    const set = state.from || state.to || drag
    const bars = buckets.filter(b => b.possible).map(b => {
      const at = x(dayNumber(b.start))
      return s('g', null,
        s('rect', { class: 'possible', x: at, width: w, y: HEIGHT - tall(b.possible), height: tall(b.possible) }),
        s('rect', { class: 'certain', x: at, width: w, y: HEIGHT - tall(b.count), height: tall(b.count) }),
        s('title', null, `from ${edtf(b.start)}: ${b.count} certain, ${b.possible} possible`))
    })
    const [a, b] = now.map(x)
    const handle = (end, at, value, label) => s('g', { role: 'slider', tabindex: '0', class: 'handle', 'data-end': end, 'aria-label': label, 'aria-valuemin': first(), 'aria-valuemax': last(), 'aria-valuenow': value, 'aria-valuetext': edtf(dayText(value)) },
      s('rect', { x: at - 6, y: 0, width: 12, height: HEIGHT, fill: 'transparent' }), s('line', { x1: at, x2: at, y1: 0, y2: HEIGHT }), s('rect', { class: 'grip', x: at - 3, y: HEIGHT / 2 - 8, width: 6, height: 16, rx: 3 }))
    const focused = plot.querySelector('.handle:focus')?.dataset.end
    show(plot, s('svg', { width: width(), height: HEIGHT + 16, viewBox: `0 0 ${width()} ${HEIGHT + 16}`, role: 'group', 'aria-label': 'Histogram: drag to choose a range' },
      s('rect', { class: 'ground', x: 0, y: 0, width: width(), height: HEIGHT }), bars,
      set && s('rect', { class: 'window', x: a, y: 0, width: Math.max(2, b - a), height: HEIGHT }),
      handle('from', Math.max(3, a), now[0], 'Range from'), handle('to', Math.min(width() - 3, b), now[1] - 1, 'Range to'),
      s('text', { class: 'ends', x: 0, y: HEIGHT + 13 }, edtf(dayText(first())).replace(/^1 January /, '') + (outside.before ? `, ${outside.before} earlier` : '')), s('text', { class: 'ends', x: width(), y: HEIGHT + 13, 'text-anchor': 'end' }, edtf(dayText(last() - 1)).replace(/^31 December /, '') + (outside.after ? `, ${outside.after} later` : ''))))
    if (focused) plot.querySelector(`[data-end=${focused}]`)?.focus()
  }

  function choose([from, to]) {
    const whole = from <= first() && to >= last()
    app.go({ from: whole || from <= first() ? null : dayText(from), to: whole || to >= last() ? null : dayText(to - 1), zoom: null })
  }

  plot.addEventListener('pointerdown', event => {
    if (event.button !== 0) return
    const px = event.clientX - plot.getBoundingClientRect().left
    const end = event.target.closest('.handle')?.dataset.end
    const now = range()
    drag = { anchor: end === 'from' ? now[1] : end === 'to' ? now[0] : day(px), px, end }
    plot.setPointerCapture?.(event.pointerId)
    event.preventDefault()
  })
  plot.addEventListener('pointermove', event => {
    if (!drag) return
    const at = day(event.clientX - plot.getBoundingClientRect().left)
    drag.now = [Math.min(drag.anchor, at), Math.max(drag.anchor, at, Math.min(drag.anchor, at) + 1)]
    draw(drag.now)
  })
  plot.addEventListener('pointerup', event => {
    const done = drag
    drag = null
    if (!done) return
    const moved = Math.abs(event.clientX - plot.getBoundingClientRect().left - done.px) > 3
    if (moved && done.now) choose(done.now)
    else draw()
  })
  plot.addEventListener('keydown', event => {
    const end = event.target.closest('.handle')?.dataset.end
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -6, PageUp: 6 }[event.key]
    if (!end || !by) return
    event.preventDefault()
    event.stopPropagation()
    const now = range(), move = Math.max(1, Math.round(step())) * by
    if (end === 'from') now[0] = Math.min(now[1] - 1, Math.max(first(), now[0] + move))
    else now[1] = Math.max(now[0] + 1, Math.min(last(), now[1] + move))
    choose(now)
  })
  const observer = new ResizeObserver(() => { if (buckets.length && !drag) draw() })
  observer.observe(el)
  signal.addEventListener('abort', () => observer.disconnect())

  return {
    el,
    /** Draws these counts, and the range that a state sets; beyond is how many lie before and after. */
    set(next, nextState, beyond = { before: 0, after: 0 }) {
      outside = beyond
      buckets = next
      state = nextState
      el.hidden = buckets.length < 2
      if (el.hidden) return
      draw()
      show(twin, h('summary', null, 'As a table'), table(['From', 'Certain', 'Possible'], buckets.filter(b => b.possible).map(b => [edtf(b.start), b.count, b.possible])))
      show(signs, buckets.some(b => b.possible > b.count) && [['certain', 'surely then'], ['possible', 'perhaps then: vague dates']].map(([css, text]) => h('span', { class: 'key' }, h('i', { class: `swatch ${css}`, 'aria-hidden': 'true' }), text)))
    }
  }
}
