// What the URL says. It holds the whole view, so that a link shows another
// person the same; what it does not know, it ignores.

/** The values of the enumerations that filters choose from, with the words for them. */
export const KINDS = { STATEMENT: 'Statements', EVENT: 'Events', POLICY_STAGE: 'Policy stages', POSITION_CHANGE: 'Position changes' }
export const TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'OTHER']
export const STANCES = { SUPPORT: 'For', OPPOSE: 'Against', CONDITIONAL: 'On a condition', NEUTRAL: 'Neutral' }
export const STATUSES = { OCCURRED: 'Happened', ONGOING: 'Ongoing', PLANNED: 'Planned', HYPOTHETICAL: 'Hypothetical', NEGATED: 'Denied' }

const LISTS = { kinds: Object.keys(KINDS), types: TYPES, stances: Object.keys(STANCES), status: Object.keys(STATUSES), with: null }
const TEXTS = ['q', 'entity', 'article', 'at', 'a', 'b', 'graph', 'timeline', 'link', 'item', 'match', 'words', 'from', 'to', 'certain', 'lanes', 'zoom', 'order']

/** Nothing of a state: what another page starts from. */
export const FRESH = Object.fromEntries([...TEXTS, ...Object.keys(LISTS)].map(key => [key, null]))

/** Whether a text is a year, a month or a day of the calendar. */
export function isDate(text) {
  const day = `${text}-01-01`.slice(0, 10)
  return /^\d{4}(-\d\d(-\d\d)?)?$/.test(text) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
}

/** Reads a query string. */
export function parse(search) {
  const params = new URLSearchParams(search)
  const state = {}
  for (const key of TEXTS) if (params.get(key)) state[key] = params.get(key)
  for (const [key, known] of Object.entries(LISTS)) {
    const values = (params.get(key) ?? '').split(',').filter(v => v && (!known || known.includes(v)))
    if (values.length) state[key] = values
  }
  for (const key of ['from', 'to']) if (state[key] && !isDate(state[key])) delete state[key]
  return state
}

/** Writes a state as a query string that parse reads. */
export function href(state) {
  const parts = [...TEXTS, ...Object.keys(LISTS)].filter(key => state[key] != null && state[key] !== '' && state[key].length !== 0)
    .map(key => `${key}=${encodeURIComponent([state[key]].flat().join(',')).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%2F', '/')}`)
  return parts.length ? '?' + parts.join('&') : '/'
}

/** Which view a state shows, and of what: a change of it is another page. */
export function place(state) {
  if (state.article) return `article ${state.article}`
  if (state.graph) return `graph ${state.graph}`
  if (state.a || state.b || state.link) return `relationship ${state.a ?? ''} ${state.b ?? ''}`
  if (state.entity) return `entity ${state.entity}`
  return state.timeline ? 'timeline' : 'home'
}

/** The filter that a state sets on the items of these entities. */
export function filterOf(state, entities) {
  const filter = {}
  const all = [...entities, ...(state.with ?? []).filter(id => !entities.includes(id))]
  if (all.length) Object.assign(filter, { entities: all, match: state.match === 'ANY' ? 'ANY' : 'ALL' })
  if (state.kinds) filter.kinds = state.kinds
  if (state.types) filter.eventTypes = state.types
  if (state.stances) filter.stances = state.stances
  if (state.status) filter.eventStatuses = state.status
  if (state.words) filter.text = state.words
  if (state.from) filter.from = state.from
  if (state.to) filter.to = state.to
  if (state.certain) filter.dateMatch = 'CERTAIN'
  return filter
}
