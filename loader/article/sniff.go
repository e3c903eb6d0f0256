package article

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"
)

// A format is how the bytes of an input are to be read.
type format int

const (
	unclear format = iota
	textFormat
	markdownFormat
	pageFormat
	jsonFormat
	linesFormat
	xmlFormat
)

var suffixes = map[string]format{
	".txt": textFormat, ".text": textFormat, ".md": markdownFormat, ".markdown": markdownFormat,
	".html": pageFormat, ".htm": pageFormat, ".xhtml": pageFormat,
	".json": jsonFormat, ".jsonld": jsonFormat, ".jsonl": linesFormat, ".ndjson": linesFormat,
	".xml": xmlFormat, ".rss": xmlFormat, ".atom": xmlFormat, ".rdf": xmlFormat,
}

var mediaTypes = map[string]format{
	"text/html": pageFormat, "application/xhtml+xml": pageFormat, "text/markdown": markdownFormat,
	"application/json": jsonFormat, "application/ld+json": jsonFormat, "application/feed+json": jsonFormat,
	"application/jsonl": linesFormat, "application/x-ndjson": linesFormat, "application/ndjson": linesFormat,
	"application/jsonlines": linesFormat, "application/x-jsonlines": linesFormat,
	"application/rss+xml": xmlFormat, "application/atom+xml": xmlFormat, "application/rdf+xml": xmlFormat,
	"application/xml": xmlFormat, "text/xml": xmlFormat,
}

// formatOfName is the format that a file's suffix names, `.gz` left out.
func formatOfName(name string) format {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return suffixes[path.Ext(name)]
}

// formatOfType is the format that a Content-Type names, with its charset.
func formatOfType(contentType string) (format, string) {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return unclear, ""
	}
	return mediaTypes[media], params["charset"]
}

// headSize is how many bytes decide on a format.
const headSize = 4096

var errEmpty = errors.New("is empty: leave it out, or write an article into it")

// sniff settles the format from what the name or Content-Type says and the
// first bytes (up to headSize), which are text in a kind of ASCII. It refuses
// what is no text.
func sniff(named format, head []byte) (format, error) {
	start := bytes.TrimSpace(head)
	if len(start) == 0 {
		if len(head) == headSize {
			return unclear, errors.New("begins with nothing but white space: remove it")
		}
		return unclear, errEmpty
	}
	if err := refuseBinary(named, start); err != nil {
		return unclear, err
	}
	return bySight(named, start), nil
}

func bySight(named format, start []byte) format {
	lower := bytes.ToLower(start[:min(len(start), 512)])
	isPage := bytes.HasPrefix(lower, []byte("<!doctype html")) || bytes.HasPrefix(lower, []byte("<html")) ||
		bytes.HasPrefix(lower, []byte("<?xml")) && bytes.Contains(lower, []byte("<html"))
	switch {
	case named == jsonFormat && isLines(start):
		return linesFormat
	case isPage && (named == unclear || named == textFormat || named == xmlFormat):
		return pageFormat
	case named == pageFormat && isXML(lower) && !isPage:
		return xmlFormat
	case named != unclear:
		return named
	case start[0] == '{' && isLines(start):
		return linesFormat
	case start[0] == '{' || start[0] == '[' && bytes.HasPrefix(bytes.TrimSpace(start[1:]), []byte("{")):
		return jsonFormat
	case isXML(lower):
		return xmlFormat
	case start[0] == '<':
		return pageFormat
	}
	return textFormat
}

func isXML(lower []byte) bool {
	for _, root := range []string{"<?xml", "<rss", "<feed", "<rdf:rdf"} {
		if bytes.HasPrefix(lower, []byte(root)) {
			return true
		}
	}
	return false
}

// isLines tells whether JSON begins with an object that fills the first line,
// with another one after it. A first line longer than the head is not
// recognised; then the objects are read one by one, which differs only in
// what an error costs.
func isLines(start []byte) bool {
	first, rest, found := bytes.Cut(start, []byte("\n"))
	first, rest = bytes.TrimSpace(first), bytes.TrimSpace(rest)
	return found && len(first) > 1 && first[0] == '{' && first[len(first)-1] == '}' && len(rest) > 0 && rest[0] == '{'
}

// refuseBinary refuses known binary formats, and NUL where it is not a matter
// of one line of JSON Lines.
func refuseBinary(named format, start []byte) error {
	kind := http.DetectContentType(start)
	isText := strings.HasPrefix(kind, "text/") || kind == "application/octet-stream"
	printable := mostlyUTF8(start) && bytes.IndexFunc(start, isControl) < 0
	if bytes.HasPrefix(start, []byte("%PDF-")) || !isText && !printable {
		return fmt.Errorf("is %s, which is no text: convert it to text or HTML", kind)
	}
	if bytes.IndexByte(start, 0) >= 0 && (named != linesFormat || start[0] != '{') {
		return errNul
	}
	return nil
}

func isControl(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' }
