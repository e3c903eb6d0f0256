// Items as bins over time, where they are too many to be drawn one by one. A
// bin opens: it leads to the items that may lie in it.
import { s, show } from './dom.js'
import { dayNumber, dayText, edtf } from './language.js'

const HEIGHT = 120

/** A layer of bins; what certainly lies in one is darker than what may. */
export function binLayer() {
  const el = s('g')
  return {
    el,
    clear: () => show(el),
    /** Draws counts where a view has them, and gives the height that they end at. */
    draw(buckets, { x, left, width, top }) {
      const bottom = top + HEIGHT, most = Math.max(1, ...buckets.map(b => b.possible))
      const days = buckets.length > 1 ? dayNumber(buckets[1].start) - dayNumber(buckets[0].start) : 365
      show(el, buckets.filter(b => b.possible > 0).map(b => {
        const first = dayNumber(b.start), from = Math.max(left, x(first)), to = Math.min(width, x(first + days) - 1)
        if (to < from) return null
        const bar = (css, n) => { const tall = n / most * (HEIGHT - 16); return s('rect', { class: css, x: from, width: Math.max(1.5, to - from), y: bottom - tall, height: tall }) }
        return s('g', { class: 'bin', 'data-from': b.start, 'data-to': dayText(first + days - 1) }, bar('possible', b.possible), bar('certain', b.count),
          s('title', null, `${edtf(b.start)}: ${b.count} certain, ${b.possible} possible`))
      }))
      return { bottom, outside: 0 }
    }
  }
}
