// Counts over time, in buckets of a width that fits the time they cover.
import { ask } from './api.js'
import { dayNumber } from './language.js'
import { HISTOGRAM } from './queries.js'

/** The interval for a span of days. */
const intervalFor = days => days <= 62 ? 'DAY' : days <= 500 ? 'WEEK' : days <= 366 * 16 ? 'MONTH' : days <= 366 * 50 ? 'QUARTER' : 'YEAR'

/** The years that hold most items: a few early or late ones do not squeeze the others. */
function mostOf(years) {
  const all = years.reduce((sum, b) => sum + b.count, 0)
  let low = 0, high = years.length - 1, cut = all * 0.05
  for (let sum = years[low]?.count; low < high && sum <= cut; sum += years[low].count) low++
  for (let sum = years[high]?.count; high > low && sum <= cut; sum += years[high].count) high--
  return years.length > 3 * (high - low + 1) + 1 ? years.slice(low, high + 1) : years
}

/** How many items lie before and after some of the years. */
function outside(years, bulk) {
  const sum = list => list.reduce((n, b) => n + b.count, 0)
  const at = years.indexOf(bulk[0])
  return { before: sum(years.slice(0, Math.max(0, at))), after: sum(years.slice(at + bulk.length)) }
}

/** The counts of the items that a filter keeps, over the years that hold most of them. */
export async function countsOverTime(filter, signal) {
  const { histogram: years } = await ask(HISTOGRAM, { filter, interval: 'YEAR' }, signal)
  if (!years.length) return { buckets: years, beyond: { before: 0, after: 0 } }
  const most = mostOf(years)
  const from = filter.from ?? most[0].start.slice(0, 4), to = filter.to ?? most.at(-1).start.slice(0, 4)
  const days = dayNumber(to.length === 4 ? `${to}-12-31` : to.padEnd(10, '-28')) - dayNumber(from.length === 4 ? `${from}-01-01` : from.padEnd(10, '-01'))
  const { histogram: buckets } = await ask(HISTOGRAM, { filter: { ...filter, from, to }, interval: intervalFor(days) }, signal)
  const filled = b => b.possible > 0
  return { buckets: buckets.slice(Math.max(0, buckets.findIndex(filled)), buckets.findLastIndex(filled) + 1), beyond: outside(years, most) }
}
