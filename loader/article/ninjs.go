package article

import (
	"encoding/json"
	"errors"
	"strings"
)

// ninjs reads an item of IPTC's ninjs, versions 1 to 3: texts stand in
// `body_text`, `body_html`, `body_xhtml` and `headline`, or in the lists
// `bodies` and `headlines`.
func (r *Reader) ninjs(raw []byte) (Article, error) {
	var n node
	if err := json.Unmarshal(raw, &n); err != nil {
		return Article{}, jsonError(err)
	}
	a := Article{
		ID:        n.text("uri"),
		Title:     firstOf(n.text("headline"), ninjsPart(n["headlines"], isPlain)),
		URL:       n.link("uri", "canonicalurl", "url"),
		Publisher: n.name("provider", "source", "infosource", "infosources", "copyrightholder"),
		Language:  n.text("language"),
		Published: firstDate(Given, n.text("firstcreated"), n.text("contentcreated"), n.text("versioncreated")),
		Modified:  firstDate(Given, n.text("versioncreated"), n.text("contentmodified")),
	}
	if kind := n.text("type"); kind != "" && kind != "text" && kind != "composite" {
		return a, errors.New("an IPTC item of type " + clip(kind) + ": only texts are read")
	}
	if a.Text = firstOf(n.text("body_text"), ninjsPart(n["bodies"], isPlain)); a.Text != "" {
		return a, nil
	}
	body := firstOf(n.text("body_xhtml"), n.text("body_html"), ninjsPart(n["bodies"], isMarkup))
	var err error
	a.Text, err = r.fragmentText(body)
	return a, err
}

func isPlain(contentType string) bool {
	return contentType == "" || strings.HasPrefix(contentType, "text/plain")
}
func isMarkup(contentType string) bool { return strings.Contains(contentType, "html") }

// ninjsPart is the first value of a list of ninjs parts whose content type
// fits; a part of the role `main` or `headline` goes before the others.
func ninjsPart(v any, fits func(contentType string) bool) string {
	list, _ := v.([]any)
	first := ""
	for _, item := range list {
		part, _ := item.(map[string]any)
		n := node(part)
		kind := strings.ToLower(n.text("contenttype"))
		if !fits(kind) || n.text("value") == "" {
			continue
		}
		if role := n.text("role"); role == "main" || role == "headline" {
			return n.text("value")
		}
		first = firstOf(first, n.text("value"))
	}
	return first
}
