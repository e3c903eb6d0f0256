// Runs cells of an Observable notebook, which stand in a file one a line, and
// counts the rows that the cell `events` loads and the bars of the plot.
import { readFileSync } from 'node:fs'
import { Runtime } from '@observablehq/runtime'
import * as Plot from '@observablehq/plot'
import * as d3 from 'd3'
import { parseHTML } from 'linkedom'

// Each cell is a variable of the module; a name that no cell has is one of
// the libraries, as in a notebook.
const { document } = parseHTML('<!doctype html><html><body></body></html>')
const library = { d3, Plot: { ...Plot, plot: options => Plot.plot({ document, ...options }) } }
const module = new Runtime(library).module()
const cells = readFileSync(process.argv[2], 'utf8').split('\n').filter(line => line.trim())
const named = cells.map(cell => cell.match(/^\s*(\w+)\s*=(?!=|>)\s*(.*)$/s) ?? [cell, 'plot', cell])
const names = [...named.map(([, name]) => name), ...Object.keys(library)]
for (const [, name, text] of named) {
  const inputs = names.filter(n => n !== name && new RegExp(`\\b${n}\\b`).test(text))
  module.variable(true).define(name, inputs, new Function(...inputs, `return (${text})`))
}

const events = await module.value('events')
const plot = await module.value('plot')
const bars = [...plot.querySelectorAll('[aria-label="rect"] rect')]
const drawn = bars.filter(bar => Number(bar.getAttribute('width')) > 0 && Number(bar.getAttribute('height')) > 0)
const colours = new Set(bars.map(bar => bar.getAttribute('fill')))
const series = new Set(events.map(event => event.series))
console.log(`${events.length} rows of ${series.size} series, ${bars.length} bars in ${colours.size} colours, ${drawn.length} with a size`)
process.exit(events.length > 0 && bars.length === events.length && drawn.length === bars.length && colours.size === series.size ? 0 : 1)
