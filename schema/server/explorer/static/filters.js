// The filter bar. It changes the URL alone; what follows from it, the timeline
// does.
import { ask } from './api.js'
import { h, show, words } from './dom.js'
import { lower } from './language.js'
import { NAMES } from './queries.js'
import { entityPicker } from './search.js'
import { isDate, KINDS, STANCES, STATUSES, TYPES } from './state.js'

const NONE = { kinds: null, types: null, stances: null, status: null, with: null, match: null, words: null, from: null, to: null, certain: null, zoom: null }

/** Makes the bar; entities are those that the page itself is about. */
export function filterBar(app, { entities, signal }) {
  let state = {}
  const names = new Map()
  const toggle = (key, value, all) => {
    const now = new Set(state[key] ?? [])
    now.has(value) ? now.delete(value) : now.add(value)
    app.go({ [key]: now.size ? [...now] : null, item: null, ...(all && now.size === all ? { [key]: null } : {}) })
  }
  const chip = (key, value, label) => h('button', { type: 'button', class: `chip ${value.toLowerCase()}`, 'data-key': key, 'data-value': value, 'aria-pressed': 'false', on: { click: () => toggle(key, value) } }, label)
  const group = (label, ...kids) => h('div', { class: 'group', role: 'group', 'aria-label': label }, h('span', { class: 'label', 'aria-hidden': 'true' }, label), kids)

  const text = h('input', { type: 'search', placeholder: 'words', 'aria-label': 'Words that the item contains' })
  text.addEventListener('change', () => app.go({ words: text.value.trim() || null, item: null }))
  const date = (key, label) => {
    const input = h('input', { type: 'text', size: 10, placeholder: 'YYYY-MM-DD', 'aria-label': label, inputmode: 'numeric' })
    input.addEventListener('change', () => {
      const good = input.value.trim() === '' || isDate(input.value.trim())
      input.toggleAttribute('aria-invalid', !good)
      input.title = good ? '' : 'A year, a month or a day, such as 2025, 2025-05 or 2025-05-05'
      if (good) app.go({ [key]: input.value.trim() || null, item: null, zoom: null })
    })
    return input
  }
  const from = date('from', 'From'), to = date('to', 'To')
  const certain = h('button', { type: 'button', class: 'chip', title: 'Leave out vague dates that only may lie in the range', on: { click: () => app.go({ certain: state.certain ? null : '1' }) } }, 'surely in the range')
  const types = h('select', { 'aria-label': 'Event type' }, h('option', { value: '' }, 'any type'), TYPES.map(t => h('option', { value: t }, lower(t))))
  types.addEventListener('change', () => { if (types.value) toggle('types', types.value); types.value = '' })
  const chosenTypes = h('span', { class: 'group' }), people = h('span', { class: 'group' })
  const match = h('select', { 'aria-label': 'How the names are matched' }, h('option', { value: '' }, 'all of them'), h('option', { value: 'ANY' }, 'any of them'))
  match.addEventListener('change', () => app.go({ match: match.value || null, item: null }))
  const picker = entityPicker('Add a name', (id, name) => { names.set(id, name); app.go({ with: [...new Set([...(state.with ?? []), id])], item: null }) })
  const clear = () => app.go({ ...NONE, item: null })
  const clearButton = h('button', { type: 'button', class: 'plain', hidden: true, on: { click: clear } }, 'Clear filters')

  const more = h('details', { class: 'morefilters' }, h('summary', null, 'More filters'),
    h('div', { class: 'bar' },
      group('Event type', types, chosenTypes),
      group('Status', Object.entries(STATUSES).map(([v, l]) => chip('status', v, l))),
      group('Stance', Object.entries(STANCES).map(([v, l]) => chip('stances', v, l))),
      group('With', people, picker, match),
      group('From', from, h('span', { class: 'label', 'aria-hidden': 'true' }, 'to'), to, certain)))
  const el = h('section', { class: 'filters', 'aria-label': 'Filters' },
    h('div', { class: 'bar' }, group('Show', Object.entries(KINDS).map(([v, l]) => chip('kinds', v, l))), text,
      h('button', { type: 'button', class: 'chip', 'data-unusual': true, title: 'Events that are planned, only considered, or denied are left out of lists and counts unless asked for', on: { click: unusual } }, 'Planned, hypothetical, denied'), clearButton), more)

  function unusual() { app.go({ status: (state.status ?? []).includes('PLANNED') ? null : Object.keys(STATUSES), item: null }) }

  const active = () => Object.keys(NONE).some(key => key !== 'zoom' && state[key])
  const remove = (label, act) => h('button', { type: 'button', class: 'chip on', 'aria-label': `Remove ${label}`, on: { click: act } }, words(label), ' ×')

  async function nameThose(ids) {
    const missing = ids.filter(id => !names.has(id))
    if (missing.length) for (const n of (await ask(NAMES, { ids: missing }, signal)).nodes) if (n) names.set(n.id, n.name)
    show(people, ids.map(id => remove(names.get(id) ?? id, () => app.go({ with: state.with.filter(x => x !== id), item: null }))))
  }

  return {
    el, clear,
    /** Whether the state filters anything. */
    active,
    /** Shows what a state filters by. */
    set(next) {
      state = next
      for (const b of el.querySelectorAll('.chip[data-key]')) b.setAttribute('aria-pressed', String((state[b.dataset.key] ?? []).includes(b.dataset.value)))
      el.querySelector('[data-unusual]').setAttribute('aria-pressed', String((state.status ?? []).includes('PLANNED')))
      certain.setAttribute('aria-pressed', String(!!state.certain))
      text.value = state.words ?? ''
      from.value = state.from ?? ''
      to.value = state.to ?? ''
      match.value = state.match === 'ANY' ? 'ANY' : ''
      match.hidden = entities.length + (state.with?.length ?? 0) < 2
      show(chosenTypes, (state.types ?? []).map(t => remove(lower(t), () => toggle('types', t))))
      nameThose(state.with ?? []).catch(error => { if (!signal.aborted) console.error(error) })
      clearButton.hidden = !active()
      if (['types', 'stances', 'with', 'from', 'to', 'certain'].some(key => state[key])) more.open = true
    }
  }
}
