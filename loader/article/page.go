package article

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageArticle takes the draft of an article from a page: metadata that the
// page states, the text by trafilatura, the date by htmldate where no metadata
// has one. at is the page's address, nil if unknown.
func (r *Reader) pageArticle(page string, at *url.URL) (Article, error) {
	doc, err := r.parsePage(page)
	if err != nil {
		return Article{}, err
	}
	a, embedded := readMetadata(doc, at)
	var found *trafilatura.ExtractResult
	err = protect("the reader of web pages", func() error {
		markSpaces(doc)
		found = extract(doc, at)
		if a.Published.Value == "" {
			a.Published = pageDate(doc, firstOf(a.URL, a.Canonical))
		}
		return nil
	})
	if err != nil {
		return a, err
	}
	if found != nil {
		a.Title = firstOf(a.Title, found.Metadata.Title)
		a.Text = render(found.ContentNode, besideText(a.Title))
	}
	if size := utf8.RuneCountInString(a.Text); size < smallPage {
		if all := render(doc, aroundArticle(a.Title)); size == 0 || utf8.RuneCountInString(all) < smallPage {
			a.Text = all
		}
	}
	body, err := r.wordsOf(embedded)
	if err == nil && better(body, a.Text) {
		a.Text = body
	}
	if strings.TrimSpace(a.Text) == "" {
		return a, errors.New("no text was found on the page: it may be made by scripts; save its text as .txt")
	}
	if contradicts(a.Text, a.Language) {
		a.Language = ""
	}
	return a, nil
}

// parsePage builds the tree of a page that passes the guard.
func (r *Reader) parsePage(page string) (doc *html.Node, err error) {
	if err := r.guard(page); err != nil {
		return nil, err
	}
	err = protect("the HTML parser", func() error {
		doc, err = html.Parse(strings.NewReader(page))
		return err
	})
	return doc, err
}

// extract is what trafilatura takes for the article; nil if nothing.
func extract(doc *html.Node, at *url.URL) *trafilatura.ExtractResult {
	found, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		OriginalURL:     at,
		EnableFallback:  true,
		ExcludeComments: true,
		IncludeLinks:    true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil || found.ContentNode == nil {
		return nil
	}
	return found
}

// lastYear bounds the dates that a page may be given, whatever today is: the
// same page has the same date on every day.
const lastYear = 2100

// pageDate is the publication date by htmldate, without its search through
// the text for anything like a date.
func pageDate(doc *html.Node, address string) Date {
	found, err := htmldate.FromDocument(doc, htmldate.Options{
		URL:                 address,
		UseOriginalDate:     true,
		SkipExtensiveSearch: true,
		MaxDate:             time.Date(lastYear, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil || found.DateTime.IsZero() {
		return Date{}
	}
	return Date{found.DateTime.Format(time.DateOnly), Page}
}

// besideText leaves out the heading that repeats the title, and paragraphs that
// are hardly more than a link: they lead to other articles.
func besideText(title string) func(*html.Node) bool {
	return func(n *html.Node) bool {
		switch kindOf(n) {
		case atom.H1, atom.H2:
			return title != "" && strings.EqualFold(render(n, nil), title)
		case atom.P:
			return linked(n)*10 >= len(render(n, nil))*8
		}
		return false
	}
}

// linked is how much of an element's text is links.
func linked(n *html.Node) int {
	size := 0
	for d := range n.Descendants() {
		if kindOf(d) == atom.A {
			size += len(render(d, nil))
		}
	}
	return size
}

// smallPage is the length, in code points, of the words of a whole page up to
// which they are taken as they are: trafilatura needs more to find its way.
const smallPage = 600

// aroundArticle leaves out what stands around the text of a small page.
func aroundArticle(title string) func(*html.Node) bool {
	beside := besideText(title)
	return func(n *html.Node) bool {
		switch kindOf(n) {
		case atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Form:
			return true
		}
		return beside(n)
	}
}

// better tells whether the text that a page embeds in its JSON-LD is to be
// taken in place of the visible one: where that is cut off (a wall, a page
// made by scripts). Elsewhere the visible one has its paragraphs, and what
// stands between them.
func better(embedded, visible string) bool {
	const longer = 2
	return utf8.RuneCountInString(embedded) > longer*utf8.RuneCountInString(visible)
}

// fragmentText is the text of a piece of HTML that holds nothing but an article.
func (r *Reader) fragmentText(fragment string) (string, error) {
	doc, err := r.parsePage(fragment)
	if err != nil {
		return "", err
	}
	return render(doc, nil), nil
}

// markup recognises HTML in a value that may be plain text.
var markup = regexp.MustCompile(`(?i)</(p|div|span|a|em|strong|b|i|ul|li|h[1-6])>|<br\s*/?>|<p[ >]`)

// wordsOf is the text of a value that may be plain or HTML.
func (r *Reader) wordsOf(value string) (string, error) {
	if !markup.MatchString(value) {
		return value, nil
	}
	return r.fragmentText(value)
}
