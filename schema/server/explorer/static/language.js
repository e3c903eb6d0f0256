// Words for what the graph says: dates, confidence, kinds, acts.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const SHORT = MONTHS.map(m => m.length > 4 ? m.slice(0, 3) : m)
const SEASONS = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter', 33: 'first quarter of', 34: 'second quarter of', 35: 'third quarter of', 36: 'fourth quarter of' }

/** The days since 1970 of a calendar day. */
export const dayNumber = iso => Math.round(new Date(0).setUTCFullYear(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10)) / 864e5)

/** The calendar day of a number of days. */
export const dayText = number => new Date(Math.round(number) * 864e5).toISOString().slice(0, 10)

/** The first and the last day of a year, a month or a day, as days since 1970. */
export const firstOf = text => dayNumber(text.padEnd(10, '-01'))
export function lastOf(text) {
  const [year, month, day] = text.split('-').map(Number)
  return day ? dayNumber(text) : Math.round(Date.UTC(month ? year : year + 1, month ?? 0, 0) / 864e5)
}

/** An EDTF value in words, no more precise than it is. */
export function edtf(value, months = MONTHS) {
  const bare = value.replace(/[~?%]+/g, '')
  if (bare.includes('/')) {
    const [from, to] = bare.split('/')
    return `${from && from !== '..' ? edtf(from, months) : '…'} – ${to && to !== '..' ? edtf(to, months) : '…'}`
  }
  if (/^-?\d{3}X$/.test(bare)) return `${bare.slice(0, 3)}0s`
  if (/^-?\d{2}XX$/.test(bare)) return `${+bare.slice(0, 2) + 1}th century`
  const [year, month, rest] = bare.split('-')
  const day = rest?.slice(0, 2)
  if (!month) return year
  if (SEASONS[month]) return `${SEASONS[month]} ${year}`
  return `${day ? +day + ' ' : ''}${months[month - 1] ?? month} ${year}`
}

/** A date for a list: vague ones as the source has them, never as a day. */
export function dateWords(date) {
  if (!date) return 'no date'
  const text = date.precision === 'WEEK' ? `week of ${edtf(date.start, SHORT)}` : edtf(date.value, date.precision === 'DAY' ? SHORT : MONTHS)
  if (date.basis === 'PUBLICATION') return `reported ${text}`
  return date.approximate ? `about ${text}` : text
}

/** Whether a date is less precise than a day. */
export const isVague = date => !!date && !['DAY', 'TIME'].includes(date.precision)

/** How a date was arrived at, in a sentence. */
export function dateReason(date, published) {
  if (!date) return 'The source gives no date, and none was made up.'
  const said = date.text ? `“${date.text}”` : 'the words of the source'
  const from = published ? ` (${edtf(published.value)})` : ''
  const value = date.precision === 'WEEK' ? `the week from ${edtf(date.start)} to ${edtf(date.end)}` : edtf(date.value)
  const range = isVague(date) && date.precision !== 'WEEK' ? ` It lies somewhere from ${edtf(date.start)} to ${edtf(date.end)}.` : ''
  switch (date.basis) {
    case 'EXPLICIT': return `Written out in the text: ${said} is ${value}.${range}`
    case 'RELATIVE': return `${said} is ${value}, counted from the article's date${from}.${range}`
    case 'ANAPHORIC': return `${said} is ${value}, counted from another date in the text.${range}`
    case 'DATELINE': return `The article's dateline gives ${value}.${range}`
    default: return `The text gives no date. It was published on ${value}, so this happened then or before.`
  }
}

/** Confidence in words, beside the number. */
export function confidenceWords(value) {
  const word = value >= 0.9 ? 'very likely right' : value >= 0.75 ? 'likely right' : value >= 0.5 ? 'plausible' : 'uncertain'
  return `${word} (${Math.round(value * 100)} of 100)`
}

/** What a rule's name says, from the extractor of an evidence. */
export const ruleName = extractor => extractor.split(' ').at(-1)

export const KIND_WORD = { STATEMENT: 'Statement', EVENT: 'Event', POLICY_STAGE: 'Policy stage', POSITION_CHANGE: 'Position change' }
export const ENTITY_WORD = { PERSON: 'Person', COUNTRY: 'Country', ORGANIZATION: 'Organization', POLICY: 'Policy' }
export const ENTITY_PLURAL = { PERSON: 'People', COUNTRY: 'Countries', ORGANIZATION: 'Organizations', POLICY: 'Policies' }
export const ROLE_WORD = { SPEAKER: 'speaker', ADDRESSEE: 'to', ABOUT: 'about', ACTOR: 'actor', TARGET: 'target', POLICY: 'policy', ON_BEHALF: 'on behalf of' }
export const STANCE_WORD = { SUPPORT: 'for', OPPOSE: 'against', CONDITIONAL: 'for, on a condition', NEUTRAL: 'neutral', UNKNOWN: 'not determined' }
export const STATUS_WORD = { PLANNED: 'planned', HYPOTHETICAL: 'hypothetical', NEGATED: 'denied', ONGOING: 'ongoing' }
const ACTS = { ASSERT: 'says', PROPOSE: 'proposes', REJECT: 'rejects', ACCEPT: 'accepts', PROMISE: 'promises', THREATEN: 'threatens', DEMAND: 'demands', REQUEST: 'asks for', ACCUSE: 'accuses', DENY: 'denies', PRAISE: 'praises', CRITICIZE: 'criticizes', APOLOGIZE: 'apologizes', ASK: 'asks', OTHER: 'speaks' }

/** An enum value as a word. */
export const lower = value => (value ?? '').toLowerCase().replaceAll('_', ' ')

/** The parts of an item's line: who, what it does, and the words. */
export function line(item) {
  if (item.kind === 'STATEMENT') {
    const quoted = item.form !== 'INDIRECT'
    const text = (item.text ?? '').replace(/^[“”"']+|[“”"']+$/g, '')
    return { who: item.speaker?.name ?? item.speakerText ?? 'Somebody', does: ACTS[item.act] ?? 'says', what: quoted ? `“${text}”` : text }
  }
  if (item.kind === 'POSITION_CHANGE') {
    const name = role => item.participants?.find(p => p.role === role)?.entity.name
    const actor = name('ACTOR') ?? name('SPEAKER')
    if (actor) return { who: actor, does: 'changes position on', what: `${name('POLICY') ?? ''}: ${STANCE_WORD[item.from]} → ${STANCE_WORD[item.to]}` }
  }
  return { who: '', does: '', what: item.summary }
}

/** How many, with the right form of the noun. */
export const count = (n, one, many = one + 's') => `${n.toLocaleString('en')} ${n === 1 ? one : many}`
