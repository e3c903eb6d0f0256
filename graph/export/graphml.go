package export

import (
	"context"
	"io"
	"strconv"

	"dateline/graph"
)

// GraphML writes nodes and edges as in [network] for yEd, igraph, networkx and
// others (graphml.graphdrawing.org): a directed graph with the keys of
// [numeric] and [texts]. Dates stand as EDTF in `date`, and as days in `start`
// and `end`. A nil filter writes everything.
func GraphML(ctx context.Context, s Source, filter *graph.Filter, w io.Writer) error {
	g := &graphML{markup: newMarkup(w)}
	g.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	for _, name := range texts {
		g.raw(`<key id="` + name + `" for="all" attr.name="` + name + `" attr.type="string"/>` + "\n")
	}
	for _, name := range numeric {
		g.raw(`<key id="` + name + `" for="all" attr.name="` + name + `" attr.type="double"/>` + "\n")
	}
	g.raw(`<graph id="dateline" edgedefault="directed">` + "\n")
	return write(ctx, part{s, filter}, g)
}

type graphML struct {
	*markup
	edges int
}

func (g *graphML) node(n node) error {
	g.tag("node", "id", string(n.id))
	g.data(n.date, append(given(text("label", n.label), text("name", n.name)), n.properties...))
	g.raw("</node>\n")
	return g.err
}

func (g *graphML) edge(e edge) error {
	g.edges++
	g.tag("edge", "id", "e"+strconv.Itoa(g.edges), "source", string(e.from), "target", string(e.to))
	g.data(e.date, append(given(text("label", e.label)), e.properties...))
	g.raw("</edge>\n")
	return g.err
}

func (g *graphML) data(date *graph.FuzzyDate, properties []property) {
	g.raw(">")
	for _, p := range append(properties, dated(date)...) {
		g.tag("data", "key", p.name)
		g.raw(">")
		g.escaped(p.String())
		g.raw("</data>")
	}
}

func (g *graphML) close() error { return g.done("</graph>\n</graphml>\n") }
