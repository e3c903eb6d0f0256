package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
)

// An entry is one item of a feed. Plain is text, HTML is markup; the first
// that is not empty counts.
type entry struct {
	id, link, title, plain, html, language string
	published, modified                    Date
}

var errNoEntries = &skipped{"a feed without entries"}

// feed reads RSS and Atom.
func (r *Reader) feed(data []byte, s *stream, out *sink) error {
	text, err := decode(data, firstOf(s.charset, xmlEncoding(data)))
	if err != nil {
		return err
	}
	if entities.MatchString(text) {
		return errors.New("the XML declares entities, which can be made to fill the memory: remove them")
	}
	if err := guardXML(text); err != nil {
		return err
	}
	var feed *gofeed.Feed
	err = protect("the reader of feeds", func() error {
		feed, err = gofeed.NewParser().ParseString(xmlDeclaration.ReplaceAllString(text, ""))
		return err
	})
	if errors.Is(err, gofeed.ErrFeedTypeNotDetected) {
		return errors.New("XML that is neither RSS nor Atom: convert it to one of them, or to JSON Lines")
	}
	if err != nil {
		return fmt.Errorf("the feed cannot be read: %w; it may be cut off", err)
	}
	entries := make([]entry, len(feed.Items))
	for i, item := range feed.Items {
		entries[i] = entryOf(item, feed.Language)
	}
	return r.entries(entries, feed.Title, s.name, out)
}

func entryOf(item *gofeed.Item, language string) entry {
	e := entry{id: item.GUID, link: item.Link, title: item.Title, html: firstOf(item.Content, item.Description), language: language}
	e.published = firstDate(Feed, item.Published)
	e.modified = firstDate(Feed, item.Updated)
	if e.published.Value == "" {
		e.published = e.modified
	}
	return e
}

// entries yields a feed's entries as articles. The feed's title is the publisher.
func (r *Reader) entries(entries []entry, publisher, source string, out *sink) error {
	if len(entries) == 0 {
		return errNoEntries
	}
	for i, e := range entries {
		at := member(source, i+1)
		a, err := r.entryArticle(e)
		a.Publisher = publisher
		if err := out.failed(at, r.put(a, err, at, out)); err != nil {
			return err
		}
	}
	return nil
}

func (r *Reader) entryArticle(e entry) (Article, error) {
	title, err := r.wordsOf(e.title)
	a := Article{Title: title, URL: e.link, Text: e.plain, Language: e.language, Published: e.published, Modified: e.modified}
	if a.Canonical = CanonicalURL(e.link, nil); a.Canonical == "" {
		a.ID = e.id
	}
	if err == nil && strings.TrimSpace(a.Text) == "" {
		a.Text, err = r.fragmentText(e.html)
	}
	if contradicts(a.Text, a.Language) {
		a.Language = ""
	}
	return a, err
}

// jsonFeed reads JSON Feed, version 1 and 1.1.
func (r *Reader) jsonFeed(raw []byte, source string, base *url.URL, out *sink) error {
	var feed struct {
		Title, Language string
		Items           []struct {
			ID            label
			URL           string
			ExternalURL   string `json:"external_url"`
			Title         string
			ContentHTML   string `json:"content_html"`
			ContentText   string `json:"content_text"`
			Summary       string
			DatePublished string `json:"date_published"`
			DateModified  string `json:"date_modified"`
			Language      string
		}
	}
	if err := json.Unmarshal(raw, &feed); err != nil {
		return jsonError(err)
	}
	entries := make([]entry, len(feed.Items))
	for i, item := range feed.Items {
		e := entry{id: string(item.ID), title: item.Title, plain: item.ContentText, html: item.ContentHTML}
		e.link = CanonicalURL(firstOf(item.URL, item.ExternalURL), base)
		e.language = firstOf(item.Language, feed.Language)
		if e.plain == "" && e.html == "" {
			e.plain = item.Summary
		}
		e.published, e.modified = firstDate(Feed, item.DatePublished), firstDate(Feed, item.DateModified)
		entries[i] = e
	}
	return r.entries(entries, feed.Title, source, out)
}

func isJSONFeed(version json.RawMessage) bool {
	return strings.Contains(string(version), "jsonfeed.org/version/")
}

var (
	entities       = regexp.MustCompile(`(?i)<!ENTITY\b`)
	xmlDeclaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)
	encodingName   = regexp.MustCompile(`^\s*<\?xml[^>]*\bencoding=["']([A-Za-z0-9._-]+)["']`)
)

// xmlEncoding is the encoding that an XML declaration names.
func xmlEncoding(data []byte) string {
	if found := encodingName.FindSubmatch(data[:min(len(data), 512)]); found != nil {
		return string(found[1])
	}
	return ""
}

// maxXMLDepth is how deep the elements of a feed may stand in one another.
const maxXMLDepth = 256

// guardXML refuses XML nested too deep for parsers that recurse.
func guardXML(text string) error {
	depth := 0
	for {
		i := strings.IndexByte(text, '<')
		if i < 0 || i+1 == len(text) {
			return nil
		}
		text = text[i+1:]
		switch {
		case strings.HasPrefix(text, "![CDATA["):
			_, text, _ = strings.Cut(text, "]]>")
		case strings.HasPrefix(text, "!--"):
			_, text, _ = strings.Cut(text, "-->")
		case text[0] == '/':
			depth--
		case text[0] != '!' && text[0] != '?':
			if end := strings.IndexByte(text, '>'); end < 1 || text[end-1] != '/' {
				depth++
			}
		}
		if depth > maxXMLDepth {
			return fmt.Errorf("the XML has more than %d elements inside one another: it is no feed", maxXMLDepth)
		}
	}
}
