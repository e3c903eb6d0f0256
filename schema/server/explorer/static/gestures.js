// What a pointer does to the axis: it drags the time, zooms with the wheel, and
// chooses what it clicks on.

/** Lets a pointer steer an axis in a figure, until the signal. */
export function steer(figure, signal, axis) {
  let drag = null, dragged = false
  figure.addEventListener('pointerdown', event => {
    dragged = false
    if (event.button === 0) drag = { x: event.clientX, view: axis.view() }
  })
  figure.addEventListener('pointermove', event => {
    if (!drag || event.buttons !== 1 || (!dragged && Math.abs(event.clientX - drag.x) < 4)) return
    dragged = true
    const by = axis.daysOf(drag.x - event.clientX)
    axis.look([drag.view[0] + by, drag.view[1] + by])
  })
  addEventListener('pointerup', () => { if (drag && dragged) axis.go(axis.view()); drag = null }, { signal })
  figure.addEventListener('click', event => {
    // A drag ends with a click on what lies under the pointer, which nobody chose.
    const target = !dragged && event.target.closest('[data-id], [data-from]')
    if (target) axis.choose(target)
  })
  figure.addEventListener('wheel', event => {
    if (!event.ctrlKey && !event.altKey) return
    event.preventDefault()
    axis.zoom(event.deltaY > 0 ? 1.25 : 0.8, axis.dayAt(event.clientX - figure.getBoundingClientRect().left))
  }, { passive: false })
}
