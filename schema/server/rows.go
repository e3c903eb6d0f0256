package server

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"

	"dateline/schema/exec"
)

// exportMedia are the media types of the formats of an export.
var exportMedia = map[string]string{
	"csv": "text/csv; charset=utf-8; header=present", "json": "application/json; charset=utf-8", "ndjson": "application/x-ndjson; charset=utf-8",
}

// rows writes the rows of an export; errors of the writer show when it is flushed.
type rows interface {
	begin()
	row(json.RawMessage)
	end()
}

// newRows gives nil for an unknown format.
func newRows(format string, w io.Writer, shape []exec.Shape) rows {
	switch format {
	case "csv":
		c := &csvRows{shape: shape}
		if w != nil {
			c.w = csv.NewWriter(w)
		}
		return c
	case "json":
		return &jsonRows{w: w, open: "[\n", sep: ",\n", close: "\n]\n"}
	case "ndjson":
		return &jsonRows{w: w, sep: "\n", close: "\n"}
	}
	return nil
}

type jsonRows struct {
	w                io.Writer
	open, sep, close string
	some             bool
}

func (j *jsonRows) begin() { _, _ = io.WriteString(j.w, j.open) }

func (j *jsonRows) row(r json.RawMessage) {
	if j.some {
		_, _ = io.WriteString(j.w, j.sep)
	}
	j.some = true
	_, _ = j.w.Write(r)
}

func (j *jsonRows) end() {
	if j.some || j.open != "" {
		_, _ = io.WriteString(j.w, j.close)
	}
}

// csvRows writes one column for each leaf, named by its keys joined by dots.
// Lists stand in one cell, their elements joined by "; ".
type csvRows struct {
	w     *csv.Writer
	shape []exec.Shape
}

func (c *csvRows) begin() {
	if len(c.shape) == 0 {
		_ = c.w.Write([]string{"value"})
		return
	}
	_ = c.w.Write(columns(nil, "", c.shape))
}

func columns(list []string, prefix string, shape []exec.Shape) []string {
	for _, f := range shape {
		if f.List || len(f.Fields) == 0 {
			list = append(list, prefix+f.Key)
		} else {
			list = columns(list, prefix+f.Key+".", f.Fields)
		}
	}
	return list
}

func (c *csvRows) row(r json.RawMessage) {
	d := json.NewDecoder(bytes.NewReader(r))
	d.UseNumber()
	var v any
	_ = d.Decode(&v) // it is our own writing
	if len(c.shape) == 0 {
		_ = c.w.Write([]string{cell(v)})
		return
	}
	_ = c.w.Write(cells(nil, v, c.shape))
}

func (c *csvRows) end() { c.w.Flush() }

func cells(list []string, v any, shape []exec.Shape) []string {
	object, _ := v.(map[string]any)
	for _, f := range shape {
		switch {
		case f.List:
			list = append(list, guard(joined(object[f.Key], f.Fields)))
		case len(f.Fields) == 0:
			list = append(list, cell(object[f.Key]))
		default:
			list = cells(list, object[f.Key], f.Fields)
		}
	}
	return list
}

// joined writes a list into one cell: the leaves of an element are joined by
// a space, elements by "; ".
func joined(v any, shape []exec.Shape) string {
	items, _ := v.([]any)
	var parts []string
	for _, item := range items {
		if len(shape) == 0 {
			parts = append(parts, bare(item))
			continue
		}
		var words []string
		for _, word := range leaves(nil, item, shape) {
			if word != "" {
				words = append(words, word)
			}
		}
		parts = append(parts, strings.Join(words, " "))
	}
	return strings.Join(parts, "; ")
}

func leaves(list []string, v any, shape []exec.Shape) []string {
	object, _ := v.(map[string]any)
	for _, f := range shape {
		switch {
		case f.List:
			list = append(list, joined(object[f.Key], f.Fields))
		case len(f.Fields) == 0:
			list = append(list, bare(object[f.Key]))
		default:
			list = leaves(list, object[f.Key], f.Fields)
		}
	}
	return list
}

// cell writes a leaf; a text that a spreadsheet would take for a formula is guarded.
func cell(v any) string {
	if s, ok := v.(string); ok {
		return guard(s)
	}
	return bare(v)
}

func bare(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		if v {
			return "true"
		}
		return "false"
	case json.Number:
		return v.String()
	}
	b, _ := json.Marshal(v)
	return string(b)
}

// guard puts an apostrophe before what starts as a formula does.
func guard(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
