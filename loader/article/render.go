package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements that stand on lines of their own.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Caption: true,
	atom.Dd: true, atom.Details: true, atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true,
	atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true, atom.H1: true, atom.H2: true,
	atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Hr: true, atom.Li: true,
	atom.Main: true, atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true,
	atom.Summary: true, atom.Table: true, atom.Tbody: true, atom.Tfoot: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
}

// silent are the elements without words for a reader.
var silent = map[atom.Atom]bool{
	atom.Audio: true, atom.Button: true, atom.Canvas: true, atom.Embed: true, atom.Head: true, atom.Iframe: true,
	atom.Math: true, atom.Noscript: true, atom.Object: true, atom.Script: true, atom.Select: true, atom.Style: true,
	atom.Svg: true, atom.Template: true, atom.Textarea: true, atom.Title: true, atom.Video: true,
}

// A renderer writes the words of an HTML tree as plain text: blocks apart by
// an empty line, `br` a new line, other white space one space, cells of a
// table apart by a tab.
type renderer struct {
	out strings.Builder
	// gap is what stands between the last word and the next one, as an index of gaps.
	gap int
	// leave tells elements to leave out, besides silent ones; may be nil.
	leave func(*html.Node) bool
}

// gaps are what may stand between two words; a later one outdoes an earlier one.
var gaps = [...]string{none: "", space: " ", cell: "\t", line: "\n", block: "\n\n"}

const (
	none = iota
	space
	cell
	line
	block
)

// render is the text of a tree. Its depth is that of the tree, which the
// parser limits.
func render(n *html.Node, leave func(*html.Node) bool) string {
	r := &renderer{leave: leave}
	r.node(n)
	return r.out.String()
}

// kindOf is an element's tag. DataAtom is not to be relied on: trafilatura
// renames elements without it.
func kindOf(n *html.Node) atom.Atom { return atom.Lookup([]byte(n.Data)) }

func (r *renderer) node(n *html.Node) {
	tag := kindOf(n)
	switch n.Type {
	case html.TextNode:
		r.text(n.Data)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	case html.ElementNode:
		if silent[tag] || r.leave != nil && r.leave(n) {
			return
		}
	}
	switch {
	case tag == atom.Br:
		r.widen(line)
	case tag == atom.Td || tag == atom.Th:
		r.widen(cell)
	case blocks[tag]:
		r.widen(block)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		r.node(child)
	}
	if blocks[tag] {
		r.widen(block)
	}
}

func (r *renderer) widen(gap int) { r.gap = max(r.gap, gap) }

func (r *renderer) text(s string) {
	s = invisible.Replace(s)
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) {
		r.widen(space)
	}
	words := strings.Fields(s)
	for _, word := range words {
		if r.out.Len() > 0 {
			r.out.WriteString(gaps[r.gap])
		}
		r.out.WriteString(word)
		r.gap = space
	}
	if last, _ := utf8.DecodeLastRuneInString(s); len(words) > 0 && !unicode.IsSpace(last) {
		r.gap = none
	}
}

// invisible are soft hyphens, zero-width spaces and the like, which only shape
// lines; marker is a space.
var invisible = strings.NewReplacer(marker, " ", "\u00AD", "", "\u200B", "", "\u2060", "", "\uFEFF", "")
