package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
)

// A given is the contract's own article object.
type given struct {
	ID          label   `json:"id"`
	Title       string  `json:"title"`
	Text        *string `json:"text"`
	HTML        *string `json:"html"`
	PublishedAt string  `json:"published_at"`
	ModifiedAt  string  `json:"modified_at"`
	URL         string  `json:"url"`
	Publisher   string  `json:"publisher"`
	Lang        string  `json:"lang"`
	Language    string  `json:"language"`
}

// A label is an id: a string, or a number as it is written.
type label string

// UnmarshalJSON reads a string or a number.
func (l *label) UnmarshalJSON(raw []byte) error {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		*l = label(s)
		return nil
	}
	var n json.Number
	if err := json.Unmarshal(raw, &n); err != nil {
		return errors.New("`id` is neither a string nor a number")
	}
	*l = label(n)
	return nil
}

// given reads the contract's article. Its text is kept as it is; with `html`
// it is taken from the page, whose metadata fill what the object leaves out.
func (r *Reader) given(raw []byte, base *url.URL) (Article, error) {
	var g given
	if err := json.Unmarshal(raw, &g); err != nil {
		return Article{ID: string(g.ID)}, jsonError(err)
	}
	a := Article{
		ID: string(g.ID), Title: g.Title, URL: g.URL,
		Publisher: g.Publisher, Language: firstOf(g.Lang, g.Language),
	}
	var err error
	if a.Published, err = givenDate("published_at", g.PublishedAt); err != nil {
		return a, err
	}
	if a.Modified, err = givenDate("modified_at", g.ModifiedAt); err != nil {
		return a, err
	}
	switch {
	case g.Text != nil:
		a.Text = *g.Text
	case g.HTML != nil:
		page, err := r.pageArticle(*g.HTML, webAddress(g.URL))
		if err != nil {
			return a, err
		}
		a = a.completedBy(page)
	default:
		return a, errors.New("neither `text` nor `html`: add one of them; other kinds of object that are read are schema.org articles, IPTC ninjs and JSON Feed")
	}
	if a.URL == "" && base != nil {
		a.URL = base.String()
	}
	return a, nil
}

// completedBy takes from b what a leaves empty.
func (a Article) completedBy(b Article) Article {
	a.Text = firstOf(a.Text, b.Text)
	a.ID = firstOf(a.ID, b.ID)
	a.Title = firstOf(a.Title, b.Title)
	a.URL = firstOf(a.URL, b.URL)
	a.Canonical = firstOf(a.Canonical, b.Canonical)
	a.Publisher = firstOf(a.Publisher, b.Publisher)
	a.Language = firstOf(a.Language, b.Language)
	if a.Published.Value == "" {
		a.Published = b.Published
	}
	if a.Modified.Value == "" {
		a.Modified = b.Modified
	}
	return a
}

// givenDate reads a date that somebody wrote for us, so that a wrong one is an
// error.
func givenDate(name, value string) (Date, error) {
	if value == "" {
		return Date{}, nil
	}
	d := firstDate(Given, value)
	if d.Value == "" {
		return d, fmt.Errorf("%s %q is no date: write 2006-01-02 or 2006-01-02T15:04:05Z", name, clip(value))
	}
	return d, nil
}

// clip shortens a value for a message.
func clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
