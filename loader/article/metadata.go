package article

import (
	"encoding/json"
	entity "html"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A head is what a page states about itself.
type head struct {
	language, canonical string
	meta                map[string]string
	linked              []node
}

// readMetadata is the draft that a page's own metadata give, JSON-LD before
// OpenGraph and other meta elements, and the article's text if the JSON-LD
// holds it.
func readMetadata(doc *html.Node, at *url.URL) (a Article, embedded string) {
	h := head{meta: map[string]string{}}
	for n := range doc.Descendants() {
		h.read(n)
	}
	canonical := ownAddress(at, h.canonical, h.meta["og:url"])
	main := h.mainNode(canonical, at)
	a = main.article(Metadata)
	embedded, a.Text = entity.UnescapeString(a.Text), ""
	a.Canonical = firstOf(canonical, CanonicalURL(a.URL, at))
	if a.URL = a.Canonical; at != nil {
		a.URL = at.String()
	}
	a.Publisher = oneLine(firstOf(a.Publisher, h.site()))
	a.Title = withoutSite(oneLine(firstOf(a.Title, h.first("og:title", "twitter:title", "dc.title", "dcterms.title"))), a.Publisher)
	a.Language = firstOf(h.language, a.Language, h.first("og:locale", "dc.language", "content-language", "language"))
	if a.Published.Value == "" {
		a.Published = firstDate(Metadata, h.all("article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
			"sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "pubdate", "date")...)
	}
	if a.Modified.Value == "" {
		a.Modified = firstDate(Metadata, h.all("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")...)
	}
	return a, embedded
}

func (h *head) read(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		h.language = firstOf(attribute(n, "lang"), attribute(n, "xml:lang"))
	case atom.Link:
		if strings.EqualFold(attribute(n, "rel"), "canonical") && h.canonical == "" {
			h.canonical = attribute(n, "href")
		}
	case atom.Meta:
		name := strings.ToLower(firstOf(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop"), attribute(n, "http-equiv")))
		if content := attribute(n, "content"); name != "" && h.meta[name] == "" {
			h.meta[name] = content
		}
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(attribute(n, "type")), "application/ld+json") && n.FirstChild != nil {
			h.linked = append(h.linked, embeddedArticles(n.FirstChild.Data)...)
		}
	}
}

// embeddedArticles reads a script of JSON-LD; what is malformed is no metadata.
func embeddedArticles(script string) []node {
	// Raw line ends inside strings are frequent, and no JSON.
	script = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script)
	var v any
	if json.Unmarshal([]byte(strings.Trim(strings.TrimSpace(script), ";")), &v) != nil {
		return nil
	}
	return articleNodes(v, 0)
}

// mainNode is the article that the page is about: the one with the page's
// address, else the first. Pages describe the articles they lead to as well.
func (h *head) mainNode(canonical string, at *url.URL) node {
	for _, n := range h.linked {
		if link := CanonicalURL(n.link("url", "mainEntityOfPage", "@id"), at); link != "" && link == canonical {
			return n
		}
	}
	if len(h.linked) > 0 {
		return h.linked[0]
	}
	return nil
}

// site is the publisher's name by the meta elements, addresses left out.
func (h *head) site() string {
	for _, name := range h.all("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name") {
		if name != "" && webAddress(name) == nil {
			return name
		}
	}
	return ""
}

func (h *head) first(names ...string) string { return firstOf(h.all(names...)...) }

// all are the values of the meta elements of these names, in this order.
func (h *head) all(names ...string) []string {
	var values []string
	for _, name := range names {
		values = append(values, h.meta[name])
	}
	return values
}

// ownAddress is the canonical URL that a page states, else its address. A
// home page stated as the address of everything on a site is not believed.
func ownAddress(at *url.URL, stated ...string) string {
	here := ""
	if at != nil {
		here = CanonicalURL(at.String(), nil)
	}
	for _, s := range stated {
		address := CanonicalURL(s, at)
		if u, err := url.Parse(address); address == "" || err != nil || u.Path == "/" && u.RawQuery == "" && here != "" {
			continue
		}
		return address
	}
	return here
}

// withoutSite cuts the publisher's name off the end of a title.
func withoutSite(title, publisher string) string {
	for _, bar := range []string{" | ", " - ", " – ", " — ", " · "} {
		if i := strings.LastIndex(title, bar); i > 0 && publisher != "" && strings.EqualFold(title[i+len(bar):], publisher) {
			return title[:i]
		}
	}
	return title
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
