package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
)

// values reads a .json file: an object, objects one after the other, or an
// array of objects, of which it holds one at a time. After a syntax error the
// rest of the file cannot be read.
func (r *Reader) values(s *stream, out *sink) error {
	in := &valueReader{in: s.in, max: int64(r.config.MaxLine)}
	values := json.NewDecoder(in)
	inArray := false
	if first, err := s.in.firstByte(); err != nil {
		return err
	} else if inArray = first == '['; inArray {
		if _, err := values.Token(); err != nil {
			return err
		}
	}
	for n := 1; ; n++ {
		if inArray && !values.More() {
			return endOfArray(values, n-1)
		}
		var raw json.RawMessage
		err := values.Decode(&raw)
		if !inArray && n > 1 && errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("article %d: %w", n, jsonError(err))
		}
		in.done = values.InputOffset()
		source := s.name
		if inArray || n > 1 {
			source = member(s.name, n)
		}
		if err := out.failed(source, r.object(raw, source, s.base, out)); err != nil {
			return err
		}
	}
}

func endOfArray(values *json.Decoder, n int) error {
	_, err := values.Token()
	if err == nil && n == 0 {
		return &skipped{"an empty list: it holds no article"}
	}
	if err == nil {
		if _, err = values.Token(); errors.Is(err, io.EOF) {
			return nil
		}
		return errors.New("something follows the list of articles: remove it")
	}
	return fmt.Errorf("after article %d: %w", n, jsonError(err))
}

// A valueReader refuses to read on when one value is longer than max. done is
// the offset up to which values have been taken.
type valueReader struct {
	in         io.Reader
	max        int64
	read, done int64
}

func (v *valueReader) Read(p []byte) (int, error) {
	if v.read-v.done > v.max {
		return 0, fmt.Errorf("it is longer than %d bytes: split it, or write JSON Lines", v.max)
	}
	n, err := v.in.Read(p)
	v.read += int64(n)
	return n, err
}

// jsonError puts an error of encoding/json into words for users.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("no valid JSON at byte %d: %w", syntax.Offset, err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fmt.Errorf("the JSON ends too early, it may be cut off: %w", err)
	case errors.As(err, &wrongType):
		return fmt.Errorf("`%s` is a JSON %s, which is not what is expected there", wrongType.Field, wrongType.Value)
	}
	return err
}

// object reads one JSON object, whichever kind of article it is. A JSON Feed
// and a JSON-LD graph hold several.
func (r *Reader) object(raw []byte, source string, base *url.URL, out *sink) error {
	raw = bytes.TrimSpace(raw)
	if err := checkUTF8(raw); err != nil {
		return err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		if json.Valid(raw) {
			return errors.New("a JSON value that is no object where an article is expected: write {\"text\": …}")
		}
		return jsonError(err)
	}
	has := func(name string) bool { return len(fields[name]) > 0 }
	switch {
	case isJSONFeed(fields["version"]):
		return r.jsonFeed(raw, source, base, out)
	case has("@type") || has("@graph"):
		return r.schemaArticles(raw, source, base, out)
	case has("uri") && (has("body_text") || has("body_html") || has("body_xhtml") || has("bodies")):
		a, err := r.ninjs(raw)
		return r.put(a, err, source, out)
	}
	a, err := r.given(raw, base)
	return r.put(a, err, source, out)
}

// put finishes a draft and yields it; an error on the way keeps its id.
func (r *Reader) put(a Article, err error, source string, out *sink) error {
	a.Source = source
	if err == nil {
		a, err = r.finish(a)
	}
	if err != nil {
		return &identified{a.ID, err}
	}
	return out.article(a)
}
