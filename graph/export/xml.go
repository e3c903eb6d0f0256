package export

import (
	"bufio"
	"encoding/xml"
	"io"
	"slices"

	"dateline/graph"
)

// numeric are the properties that are numbers; texts are the others. Both
// formats of XML declare them before the first node.
var (
	numeric = []string{"articles", "confidence", "from", "sources", "to"}
	texts   = []string{"aliases", "basis", "date", "end", "form", "iso2", "iso3", "key", "label", "language", "mode", "name", "precision",
		"publisher", "rule", "sector", "source", "stance", "stance_before", "start", "status", "text", "type", "url", "wikidata"}
)

// dated gives the properties of a date: its EDTF value, its first and last
// day, and how it was arrived at. An open start or end has no day.
func dated(d *graph.FuzzyDate) []property {
	if d == nil {
		return nil
	}
	start, end := spell(d)
	return given(text("date", d.Value), text("start", start), text("end", end), text("precision", d.Precision), text("basis", d.Basis))
}

// spell gives the first and last day of a date; empty where it is open.
func spell(d *graph.FuzzyDate) (start, end string) {
	if d.Start > graph.MinDay {
		start = d.Start.String()
	}
	if d.End < graph.MaxDay {
		end = d.End.String()
	}
	return start, end
}

// A markup writes XML. It remembers the first failure.
type markup struct {
	*bufio.Writer
	err error
}

func newMarkup(w io.Writer) *markup { return &markup{Writer: bufio.NewWriter(w)} }

func (m *markup) raw(s string) {
	if m.err == nil {
		_, m.err = m.WriteString(s)
	}
}

// escaped writes text; what XML cannot hold becomes U+FFFD.
func (m *markup) escaped(s string) {
	if m.err == nil {
		m.err = xml.EscapeText(m, []byte(s))
	}
}

// tag opens an element with attributes, pairs of name and value. Those without
// a value are left out.
func (m *markup) tag(name string, pairs ...string) {
	m.raw("<" + name)
	for pair := range slices.Chunk(pairs, 2) {
		if pair[1] != "" {
			m.raw(" " + pair[0] + `="`)
			m.escaped(pair[1])
			m.raw(`"`)
		}
	}
}

// done ends a document and gives the first failure.
func (m *markup) done(end string) error {
	m.raw(end)
	if m.err != nil {
		return m.err
	}
	return m.Flush()
}
