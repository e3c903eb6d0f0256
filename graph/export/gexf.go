package export

import (
	"context"
	"io"
	"slices"
	"strconv"

	"dateline/graph"
)

// GEXF writes nodes and edges as in [network] for Gephi (gexf.net, version
// 1.3): a dynamic graph whose dated nodes and edges have a spell from the
// first to the last day that the date can denote, both included. What has no
// date is always there. A nil filter writes everything.
func GEXF(ctx context.Context, s Source, filter *graph.Filter, w io.Writer) error {
	g := &gexf{markup: newMarkup(w)}
	g.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<gexf xmlns="http://gexf.net/1.3" version="1.3">` + "\n" +
		"<meta><creator>dateline</creator></meta>\n" +
		`<graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed">` + "\n")
	for _, class := range []string{"node", "edge"} {
		g.raw(`<attributes class="` + class + `" mode="static">` + "\n")
		for _, name := range append(slices.Clone(texts), numeric...) {
			kind := "string"
			if slices.Contains(numeric, name) {
				kind = "double"
			}
			g.raw(`<attribute id="` + name + `" title="` + title(name) + `" type="` + kind + `"/>` + "\n")
		}
		g.raw("</attributes>\n")
	}
	g.raw("<nodes>\n")
	return write(ctx, part{s, filter}, g)
}

// title is the name under which a property is read; `label`, `start` and `end`
// have a meaning of their own there.
func title(name string) string {
	switch name {
	case "label":
		return "kind"
	case "start", "end":
		return name + "_day"
	}
	return name
}

type gexf struct {
	*markup
	edges int
}

func (g *gexf) node(n node) error {
	g.tag("node", "id", string(n.id), "label", n.name)
	g.raw(">")
	g.values(n.date, append(given(text("label", n.label)), n.properties...))
	g.raw("</node>\n")
	return g.err
}

func (g *gexf) edge(e edge) error {
	if g.edges++; g.edges == 1 {
		g.raw("</nodes>\n<edges>\n")
	}
	g.tag("edge", "id", strconv.Itoa(g.edges), "source", string(e.from), "target", string(e.to), "label", e.label)
	g.raw(">")
	g.values(e.date, append(given(text("label", e.label)), e.properties...))
	g.raw("</edge>\n")
	return g.err
}

func (g *gexf) values(date *graph.FuzzyDate, properties []property) {
	g.raw("<attvalues>")
	for _, p := range append(properties, dated(date)...) {
		g.tag("attvalue", "for", p.name, "value", p.String())
		g.raw("/>")
	}
	g.raw("</attvalues>")
	if date == nil {
		return
	}
	if start, end := spell(date); start != "" || end != "" {
		g.raw("<spells>")
		g.tag("spell", "start", start, "end", end)
		g.raw("/></spells>")
	}
}

func (g *gexf) close() error {
	if g.edges == 0 {
		g.raw("</nodes>\n<edges>\n")
	}
	return g.done("</edges>\n</graph>\n</gexf>\n")
}
