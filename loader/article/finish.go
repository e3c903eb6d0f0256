package article

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxField is the length of a title, id, URL or name in code points.
const maxField = 4096

var errNoText = errors.New("no text: an article needs `text`, or `html` with text in it")

// finish checks a draft and fills what follows from the rest: language,
// canonical URL, hash and key. All articles go through it.
func (r *Reader) finish(a Article) (Article, error) {
	if strings.TrimSpace(a.Text) == "" {
		return a, errNoText
	}
	if n := utf8.RuneCountInString(a.Text); n > r.config.MaxText {
		return a, fmt.Errorf("the text has %d characters, more than the limit of %d: split it", n, r.config.MaxText)
	}
	if i := strings.IndexByte(a.Text, 0); i >= 0 {
		return a, fmt.Errorf("the text holds a NUL at character %d: remove it", utf8.RuneCountInString(a.Text[:i]))
	}
	a.ID, a.URL = strings.TrimSpace(a.ID), strings.TrimSpace(a.URL)
	a.Title, a.Publisher = oneLine(a.Title), oneLine(a.Publisher)
	for _, field := range []struct{ name, value string }{
		{"id", a.ID}, {"title", a.Title}, {"url", a.URL}, {"publisher", a.Publisher}, {"language", a.Language},
	} {
		if utf8.RuneCountInString(field.value) > maxField {
			return a, fmt.Errorf("the %s is longer than %d characters: shorten it", field.name, maxField)
		}
		if strings.IndexByte(field.value, 0) >= 0 {
			return a, fmt.Errorf("the %s holds a NUL: remove it", field.name)
		}
	}
	if a.Canonical == "" {
		a.Canonical = CanonicalURL(a.URL, nil)
	}
	if a.Language = languageTag(a.Language); a.Language == "" {
		a.Language = detectLanguage(a.Text)
	}
	a.identify()
	return a, nil
}

// oneLine makes every run of white space one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func firstOf(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}
