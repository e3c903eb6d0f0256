// The timeline of everything.
import { h, show } from './dom.js'
import { timeline } from './timeline.js'

/** Shows all items of the graph. */
export function timelineView(root, state, app, signal) {
  app.title('Timeline')
  const line = timeline(app, signal, { entities: [], name: 'everything' })
  show(root, h('h1', null, 'Timeline'), line.el)
  line.update(state)
  return { update: line.update }
}
