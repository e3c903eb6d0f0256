package article

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxMarkdown is the length of a Markdown text in bytes. Its parser takes time
// that grows with the square of malformed text.
const maxMarkdown = 128 << 10

// markdown is the draft of an article from Markdown with front matter.
func (r *Reader) markdown(text string) (Article, error) {
	if len(text) > maxMarkdown {
		return Article{}, fmt.Errorf("the Markdown has more than %d bytes: save it as .txt, or as HTML", maxMarkdown)
	}
	a, body, err := frontMatter(unixLines(text))
	if err != nil {
		return a, err
	}
	var page strings.Builder
	err = protect("the Markdown parser", func() error {
		return goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Convert([]byte(body), &page)
	})
	if err != nil {
		return a, err
	}
	doc, err := r.parsePage(page.String())
	if err != nil {
		return a, err
	}
	heading := firstHeading(doc)
	if a.Title == "" && heading != nil {
		a.Title = oneLine(render(heading, nil))
	}
	a.Text = render(doc, func(n *html.Node) bool { return n == heading && a.Title == oneLine(render(n, nil)) })
	return a, nil
}

// firstHeading is the heading of the first level with which a document begins.
func firstHeading(doc *html.Node) *html.Node {
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.H1:
			return n
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			return nil
		}
	}
	return nil
}
