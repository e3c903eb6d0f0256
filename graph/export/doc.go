// Package export writes the graph for other tools. It reads a store through
// its contract alone, so that equal graphs give equal bytes whichever store
// they are in; it knows neither commands nor HTTP.
package export
