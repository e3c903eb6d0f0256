package article

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

// A Reader reads articles from files, folders, globs, URLs and standard
// input. It may be used by several goroutines at once.
type Reader struct {
	config Config
	client *http.Client
}

// New makes a Reader.
func New(config Config) *Reader {
	config = config.withDefaults()
	return &Reader{config: config, client: newClient()}
}

// Read yields what the inputs hold, in their order: one result for each
// article and each failure. An input is a file, a folder (read recursively in
// the order of names; hidden files, and files of other suffixes, are left
// out), a glob where no file has that very name, an http or https URL, or `-`
// for JSON Lines on standard input. A file is read on only as results are
// taken. Read returns nil when all was read or yield returned false, and the
// context's error when that ended.
func (r *Reader) Read(ctx context.Context, inputs []string, yield func(Result) bool) error {
	out := &sink{ctx: ctx, yield: yield}
	for _, name := range inputs {
		err := out.failed(withoutPassword(name), r.input(name, out))
		switch {
		case errors.Is(err, errStop):
			return nil
		case err != nil:
			return err
		}
	}
	return ctx.Err()
}

// A stream is an opened input: its bytes, unpacked, and what is known of them.
type stream struct {
	name string
	in   *buffered
	// base is the address it came from, nil if from elsewhere.
	base *url.URL
	// named and charset are what its suffix or Content-Type says.
	named   format
	charset string
}

// stream reads all articles of an opened input.
func (r *Reader) stream(s *stream, out *sink) error {
	kind, err := r.prepare(s)
	if err != nil {
		return err
	}
	switch kind {
	case linesFormat:
		return r.lines(s, out)
	case jsonFormat:
		return r.values(s, out)
	}
	limit := r.config.MaxDocument
	if kind == pageFormat {
		limit = int64(r.config.MaxPage)
	}
	data, err := io.ReadAll(io.LimitReader(s.in, limit+1))
	if err != nil {
		return err
	}
	if int64(len(data)) > limit {
		return fmt.Errorf("is larger than %d bytes, too large for one document: split it, or write JSON Lines", limit)
	}
	if kind == xmlFormat {
		return r.feed(data, s, out)
	}
	a, err := r.document(kind, data, s)
	return r.put(a, err, s.name, out)
}

// document is the draft of the one article that a file holds.
func (r *Reader) document(kind format, data []byte, s *stream) (a Article, err error) {
	declared := s.charset
	if kind == pageFormat {
		declared = firstOf(declared, pageEncoding(data))
	}
	text, err := decode(data, declared)
	if err != nil {
		return a, err
	}
	switch kind {
	case pageFormat:
		a, err = r.pageArticle(text, s.base)
	case markdownFormat:
		a, err = r.markdown(text)
	default:
		a, err = plain(text)
	}
	if a.URL == "" && s.base != nil {
		a.URL = s.base.String()
	}
	return a, err
}

// prepare unpacks and decodes the stream as far as its first bytes tell that
// this is to be done, and settles its format.
func (r *Reader) prepare(s *stream) (format, error) {
	head, err := s.in.head()
	if err != nil {
		return unclear, err
	}
	if isGzip(head) {
		if s.in, err = r.unpack(s.in); err != nil {
			return unclear, err
		}
		if head, err = s.in.head(); err != nil {
			return unclear, err
		}
		if isGzip(head) {
			return unclear, errors.New("is gzip inside gzip: unpack it once")
		}
	}
	if enc := utf16Of(head); enc != nil {
		s.in = newBuffered(enc.NewDecoder().Reader(s.in))
		if head, err = s.in.head(); err != nil {
			return unclear, err
		}
	}
	if bytes.HasPrefix(head, []byte(byteOrderMark)) {
		// It is buffered already, so that it can be passed over.
		s.in.Discard(len(byteOrderMark))
		head = head[len(byteOrderMark):]
	}
	return sniff(s.named, head)
}

const byteOrderMark = "\uFEFF"

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte("\x1F\x8B")) }
