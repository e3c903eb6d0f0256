package article

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// formatting are the elements that the parser opens again in every block
// until they are closed: a few hundred unclosed ones multiply the tree.
var formatting = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Nobr: true, atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// unnested are the elements that hold nothing, or that end where the next one
// of their kind begins.
var unnested = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Body: true, atom.Br: true, atom.Col: true, atom.Dd: true, atom.Dt: true, atom.Embed: true,
	atom.Frame: true, atom.Head: true, atom.Hr: true, atom.Html: true, atom.Image: true, atom.Img: true, atom.Input: true,
	atom.Keygen: true, atom.Li: true, atom.Link: true, atom.Meta: true, atom.Optgroup: true, atom.Option: true,
	atom.P: true, atom.Param: true, atom.Source: true, atom.Tbody: true, atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true,
	atom.Tr: true, atom.Track: true, atom.Wbr: true,
}

// guard reads a page's tags once, before a tree is built of it, and refuses
// what the tree's consumers cannot bear: they copy parts of it at every level.
func (r *Reader) guard(page string) error {
	if len(page) > r.config.MaxPage {
		return fmt.Errorf("the page has %d bytes, more than the limit of %d: save its text as .txt", len(page), r.config.MaxPage)
	}
	size := pageSize{open: map[atom.Atom]int{}}
	for tags := html.NewTokenizer(strings.NewReader(page)); size.add(tags); {
		if size.depth > r.config.MaxDepth {
			return fmt.Errorf("the page has more than %d elements inside one another: save its text as .txt", r.config.MaxDepth)
		}
		if size.total > r.config.MaxTree {
			return errors.New("the page has too many elements: save its text as .txt")
		}
	}
	return nil
}

// A pageSize estimates the size of a page's tree from what has been read of it.
type pageSize struct {
	// depth is how many elements are open, reopened how many of them are of
	// formatting, and total what Config.MaxTree limits.
	depth, reopened, total int
	open                   map[atom.Atom]int
}

// add counts the next token; false at the end.
func (s *pageSize) add(tags *html.Tokenizer) bool {
	kind := tags.Next()
	switch kind {
	case html.ErrorToken:
		return false
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := tags.TagName()
		for more {
			_, _, more = tags.TagAttr()
			s.total++
		}
		s.start(atom.Lookup(name), kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		name, _ := tags.TagName()
		s.end(atom.Lookup(name))
	}
	s.total += 1 + s.depth + s.reopened
	return true
}

// start opens an element. The slash of `<div/>` means nothing in HTML; in
// elements of SVG, which have no atom, it does.
func (s *pageSize) start(tag atom.Atom, slash bool) {
	if unnested[tag] || slash && tag == 0 {
		return
	}
	s.depth++
	s.open[tag]++
	if formatting[tag] {
		s.reopened++
	}
}

func (s *pageSize) end(tag atom.Atom) {
	if s.open[tag] == 0 {
		return
	}
	s.open[tag]--
	s.depth--
	if formatting[tag] {
		s.reopened--
	}
}
