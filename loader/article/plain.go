package article

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// plain is the draft of an article from plain text; doc.go has the rules.
func plain(text string) (Article, error) {
	text = unixLines(text)
	a, body, err := frontMatter(text)
	if err != nil {
		return a, err
	}
	a.Text = body
	if a.Title == "" {
		a.Title = headline(body)
	}
	return a, nil
}

func unixLines(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// maxHeadline is the length up to which a first line may be a headline, in
// code points.
const maxHeadline = 150

// headline is the first line of a text, if it reads like one: short, not the
// end of a sentence, and followed by something longer.
func headline(text string) string {
	first, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	first = strings.TrimSpace(first)
	second, _, _ := strings.Cut(strings.TrimSpace(rest), "\n")
	if utf8.RuneCountInString(first) > maxHeadline || len(second) <= len(first) {
		return ""
	}
	if strings.ContainsAny(lastOf(strings.TrimRight(first, `"'”’»)`)), ".!…:;,") {
		return ""
	}
	return first
}

func lastOf(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}

// fieldLine is a line of metadata. What is indented, or an item of a list,
// belongs to a structure that is not read.
var fieldLine = regexp.MustCompile(`^([A-Za-z][A-Za-z_ -]{0,30}):(?:[ \t]+(.*))?$`)

// maxFrontMatter is how many lines metadata may have.
const maxFrontMatter = 200

// frontMatter reads the metadata at the top of a text, and gives the rest. What
// is no metadata after all stays in the text.
func frontMatter(text string) (a Article, rest string, err error) {
	body := strings.TrimLeft(text, "\n")
	fenced := strings.HasPrefix(body, "---\n")
	if fenced {
		body = body[len("---\n"):]
	}
	known := 0
	for range maxFrontMatter {
		line, after, found := strings.Cut(body, "\n")
		line = strings.TrimRight(line, " \t")
		ends := fenced && (line == "---" || line == "...") || !fenced && line == ""
		if ends && known > 0 {
			return a, strings.TrimLeft(after, "\n"), nil
		}
		isKnown := false
		if field := fieldLine.FindStringSubmatch(line); field != nil && !ends {
			if isKnown, err = a.setField(strings.ToLower(field[1]), unquote(field[2])); err != nil {
				return a, text, err
			}
		}
		if ends || !found || !fenced && !isKnown {
			break
		}
		if isKnown {
			known++
		}
		body = after
	}
	return Article{}, text, nil
}

func unquote(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

// setField sets what a line of metadata names; false if the key is not known.
func (a *Article) setField(key, value string) (known bool, err error) {
	switch key {
	case "title", "headline":
		a.Title = value
	case "id":
		a.ID = value
	case "url", "link", "canonical":
		a.URL = value
	case "publisher", "source", "site":
		if webAddress(value) != nil {
			a.URL = value
		} else {
			a.Publisher = value
		}
	case "lang", "language":
		a.Language = value
	case "date", "published", "published_at":
		a.Published, err = givenDate(key, value)
	case "modified", "modified_at", "updated":
		a.Modified, err = givenDate(key, value)
	case "author", "byline", "section", "tags":
	default:
		return false, nil
	}
	return true, err
}
