package article

// An Article is what was taken from one source: a plain value. Fields that
// the source does not tell are empty; nothing is guessed but the language.
type Article struct {
	// Key identifies the article across loads: the ID, else the Canonical
	// URL, else the ContentHash.
	Key string
	// ID is the id that the source gives, if it gives one on purpose: the
	// contract's `id`, a front matter `id`, the uri of an IPTC item, the id of
	// a feed's entry that has no link.
	ID    string
	Title string
	// Text is what every later offset counts in, in code points. It is valid
	// UTF-8, not blank, and free of NUL.
	Text string
	// URL is where the article can be read, as the source gives it.
	URL string
	// Canonical is the http or https URL that the source calls its own, else
	// URL, normalised by CanonicalURL.
	Canonical string
	Publisher string
	// Language is a BCP 47 tag, its subtags in their usual case; `und` if unknown.
	Language string
	// Published and Modified are the first publication and the last change.
	Published, Modified Date
	// ContentHash is the SHA-256, in hexadecimal, of all that the reading of
	// the article depends on: title, text, URL, canonical URL, publisher,
	// language, both dates. Equal hashes are the same version of an article.
	ContentHash string
	// Source is the path or URL that it came from, with the line (`a.jsonl:7`)
	// or the place among several (`feed.xml[3]`), both counted from 1.
	Source string
}

// A Date is a date as a source gives it.
type Date struct {
	// Value is `2006-01-02T15:04:05` with the source's own zone (`Z`,
	// `+02:00`) or without one, `2006-01-02`, `2006-01` or `2006`; empty if
	// unknown. The day before the `T` is that of the source's zone.
	Value string
	// Basis tells where it stood; empty if there is no date.
	Basis Basis
}

// A Basis tells where in a source a date stood.
type Basis string

// The bases of dates.
const (
	// Given: with the text, in a format made for articles or in front matter.
	Given Basis = "given"
	// Metadata: in a page's JSON-LD or meta elements.
	Metadata Basis = "metadata"
	// Feed: in a feed's entry.
	Feed Basis = "feed"
	// Page: elsewhere on a page, such as its address or a time element.
	Page Basis = "page"
)

// A Result is one article or one failure; the other is nil.
type Result struct {
	Article *Article
	Failure *Failure
}

// A Failure is something that could not be read as an article.
type Failure struct {
	// Source is like that of Article.
	Source string
	// ID is the article's id, if it was still legible.
	ID string
	// Reason is for users: what is wrong and what to do. It wraps the cause,
	// so that fs.ErrNotExist can be told.
	Reason error
	// Skipped says that nothing was lost: what stands there is not an article
	// and nobody asked for it by name.
	Skipped bool
}

// Error is the source and the reason.
func (f *Failure) Error() string { return f.Source + ": " + f.Reason.Error() }

// Unwrap is the reason.
func (f *Failure) Unwrap() error { return f.Reason }
