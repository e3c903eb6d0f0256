// The ticks of the axis: days, weeks, months or years, whichever there is room for.
import { s } from './dom.js'
import { dayNumber, dayText } from './language.js'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const UNITS = [[1, 'day'], [7, 'week'], [30.4, 'month'], [91.3, 'quarter'], [365.25, 'year'], [1826, '5'], [3652, '10'], [18262, '50'], [36525, '100']]
const ROOM = 68

/** The ticks of a view of days, as lines from a height to another with what they stand for below. */
export function ticks({ x, view, left, width, top, bottom }) {
  const space = (width - left) / (view[1] - view[0])
  const [, unit] = UNITS.find(([length]) => length * space >= ROOM) ?? UNITS.at(-1)
  const days = daysOf(view, unit).filter(d => x(d) >= left - 1)
  return days.map((d, i) => s('g', { class: 'tick' },
    s('line', { x1: x(d), x2: x(d), y1: top - 6, y2: bottom }),
    x(d) + 30 < width && s('text', { x: x(d) + 3, y: bottom + 16 }, label(d, unit, i === 0))))
}

function daysOf([from, to], unit) {
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
    const d = dayNumber(`${String(Math.floor(index / 12)).padStart(4, '0')}-${String(index % 12 + 1).padStart(2, '0')}-01`)
    if (d > to || out.length > 200) return out
    if (d >= from) out.push(d)
  }
}

/** What a tick stands for; the first one also says the year. */
function label(day, unit, first) {
  const [year, month, date] = dayText(day).split('-')
  if (unit === 'day' || unit === 'week') return `${+date} ${MONTHS[month - 1]}${first || (date <= (unit === 'day' ? 1 : 7) && month === '01') ? ` ${year}` : ''}`
  if (unit === 'month' || unit === 'quarter') return month === '01' ? year : `${MONTHS[month - 1]}${first ? ` ${year}` : ''}`
  return year
}
