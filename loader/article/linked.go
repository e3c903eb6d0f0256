package article

import (
	"encoding/json"
	"errors"
	"html"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// A node is an object of JSON-LD, or of another vocabulary with values as
// loose: one value or a list, a name or an object that has it.
type node map[string]any

// maxNesting is how deep articles are looked for in JSON-LD.
const maxNesting = 8

// articleNodes are the schema.org articles in a JSON-LD value, in order: in
// lists, in `@graph`, and as the main entity of something else.
func articleNodes(v any, depth int) []node {
	if depth > maxNesting {
		return nil
	}
	var found []node
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			found = append(found, articleNodes(item, depth+1)...)
		}
	case map[string]any:
		n := node(v)
		if n.isArticle() {
			return []node{n}
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			found = append(found, articleNodes(v[key], depth+1)...)
		}
	}
	return found
}

// isArticle tells whether the type is schema.org's Article or one below it.
func (n node) isArticle() bool {
	return slices.ContainsFunc(texts(n["@type"]), func(kind string) bool {
		kind = kind[strings.LastIndexAny(kind, "/#:")+1:]
		return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "BlogPosting") || kind == "Report"
	})
}

// text is the first of the properties that has words: itself, its value or its
// name.
func (n node) text(keys ...string) string {
	for _, key := range keys {
		for _, s := range texts(n[key], "@value", "name", "legalName") {
			if strings.TrimSpace(s) != "" {
				return s
			}
		}
	}
	return ""
}

// link is the first of the properties that is, or has, an http or https URL.
func (n node) link(keys ...string) string {
	for _, key := range keys {
		for _, s := range texts(n[key], "@id", "url", "href") {
			if webAddress(s) != nil {
				return s
			}
		}
	}
	return ""
}

// texts are the strings of a loose value; in objects, those of the given keys.
func texts(v any, keys ...string) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case float64:
		return []string{strconv.FormatFloat(v, 'f', -1, 64)}
	case []any:
		var all []string
		for _, item := range v {
			if _, nested := item.([]any); !nested {
				all = append(all, texts(item, keys...)...)
			}
		}
		return all
	case map[string]any:
		for _, key := range keys {
			if s, ok := v[key].(string); ok {
				return []string{s}
			}
		}
	}
	return nil
}

// name is the first of the properties that has a name, addresses left out.
func (n node) name(keys ...string) string {
	for _, key := range keys {
		if s := n.text(key); s != "" && webAddress(s) == nil {
			return s
		}
	}
	return ""
}

// article is the draft of a schema.org article; dates get the basis given.
func (n node) article(basis Basis) Article {
	return Article{
		Title:     html.UnescapeString(n.text("headline", "name")),
		Text:      n.text("articleBody", "text"),
		URL:       n.link("url", "mainEntityOfPage", "@id"),
		Publisher: html.UnescapeString(n.name("publisher", "sourceOrganization", "provider")),
		Language:  n.text("inLanguage"),
		Published: firstDate(basis, n.text("datePublished"), n.text("dateCreated")),
		Modified:  firstDate(basis, n.text("dateModified")),
	}
}

// schemaArticles reads a JSON document of schema.org articles.
func (r *Reader) schemaArticles(raw []byte, source string, base *url.URL, out *sink) error {
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return jsonError(err)
	}
	found := articleNodes(v, 0)
	if len(found) == 0 {
		return errors.New("JSON-LD without an article in it: a schema.org Article or NewsArticle is expected")
	}
	for i, n := range found {
		a := n.article(Given)
		if a.URL == "" && base != nil {
			a.URL = base.String()
		}
		var err error
		a.Text, err = r.wordsOf(a.Text)
		at := source
		if len(found) > 1 {
			at = member(source, i+1)
		}
		if err := out.failed(at, r.put(a, err, at, out)); err != nil {
			return err
		}
	}
	return nil
}

// webAddress is an absolute http or https URL, nil if s is none.
func webAddress(s string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}
