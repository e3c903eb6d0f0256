package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// marker stands for white space beside inline elements while trafilatura works
// on a tree: it trims the pieces of text between them, so that `<em>one</em>
// word` would become `oneword`. It is a character for private use, which means
// nothing in a text.
const marker = "\uE000"

// markSpaces puts the marker where white space parts a piece of text from an
// inline element beside it. The renderer reads it as a space.
func markSpaces(doc *html.Node) {
	for n := range doc.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		words := strings.TrimSpace(n.Data)
		before, after := besideInline(n, previous), besideInline(n, next)
		if words == "" {
			if before && after && n.Data != "" {
				n.Data = marker
			}
			continue
		}
		if first, _ := utf8.DecodeRuneInString(n.Data); before && unicode.IsSpace(first) {
			n.Data = marker + strings.TrimLeftFunc(n.Data, unicode.IsSpace)
		}
		if last, _ := utf8.DecodeLastRuneInString(n.Data); after && unicode.IsSpace(last) {
			n.Data = strings.TrimRightFunc(n.Data, unicode.IsSpace) + marker
		}
	}
}

func previous(n *html.Node) *html.Node { return n.PrevSibling }
func next(n *html.Node) *html.Node     { return n.NextSibling }

// besideInline tells whether an inline element, or text outside of the inline
// element that it ends, is what stands beside a node.
func besideInline(n *html.Node, side func(*html.Node) *html.Node) bool {
	for ; ; n = n.Parent {
		switch beside := side(n); {
		case beside != nil:
			return beside.Type == html.TextNode || isInline(beside)
		case n.Parent == nil || !isInline(n.Parent):
			return false
		}
	}
}

func isInline(n *html.Node) bool {
	tag := kindOf(n)
	return n.Type == html.ElementNode && !blocks[tag] && !silent[tag] && !unnested[tag]
}
