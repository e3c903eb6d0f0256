package article

import (
	"io"
	"os"
	"time"
)

// A Config holds what a Reader reads from and how much it takes. The zero
// value of a field means its default.
type Config struct {
	// Stdin is what the input `-` reads; os.Stdin by default.
	Stdin io.Reader
	// MaxText is the length of an article's text in code points; 1,000,000.
	MaxText int
	// MaxLine is the length of a line of JSON Lines, and of one object of a
	// .json file, in bytes; 16 MiB.
	MaxLine int
	// MaxDocument is the size of a file that holds one document (plain text,
	// Markdown, a feed), unpacked, in bytes; 16 MiB.
	MaxDocument int64
	// MaxPage is the size of an HTML page in bytes; 8 MiB.
	MaxPage int
	// MaxDepth is how many elements of a page may stand inside one another; 400.
	MaxDepth int
	// MaxTree is the size of a page's tree: its nodes and attributes, and for
	// each node the elements that it stands in; 600,000. News pages have up
	// to 60,000.
	MaxTree int
	// MaxRatio bounds what gzip unpacks to, as a multiple of the packed size,
	// and MaxUnpacked in bytes; 200 and 64 GiB.
	MaxRatio    int64
	MaxUnpacked int64
	// MaxDownload is the size of what a URL answers, in bytes; 32 MiB.
	MaxDownload int64
	// Timeout is for the whole of one download; 30 s.
	Timeout time.Duration
	// MaxRedirects is the number of redirects that a download follows; 5.
	MaxRedirects int
	// UserAgent is sent with downloads; `dateline`.
	UserAgent string
}

const mebi = 1 << 20

func (c Config) withDefaults() Config {
	if c.Stdin == nil {
		c.Stdin = os.Stdin
	}
	if c.UserAgent == "" {
		c.UserAgent = "dateline"
	}
	orDefault(&c.MaxText, 1_000_000)
	orDefault(&c.MaxLine, 16*mebi)
	orDefault(&c.MaxDocument, 16*mebi)
	orDefault(&c.MaxPage, 8*mebi)
	orDefault(&c.MaxDepth, 400)
	orDefault(&c.MaxTree, 600_000)
	orDefault(&c.MaxRatio, 200)
	orDefault(&c.MaxUnpacked, 64<<30)
	orDefault(&c.MaxDownload, 32*mebi)
	orDefault(&c.Timeout, 30*time.Second)
	orDefault(&c.MaxRedirects, 5)
	return c
}

func orDefault[T ~int | ~int64](field *T, value T) {
	if *field == 0 {
		*field = value
	}
}
