package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// A lineReader gives the lines of a stream one by one and holds one at a time.
type lineReader struct {
	in     *buffered
	max    int
	number int
	buffer []byte
}

// next is the next line without its end, and its number from 1. A line longer
// than the limit is passed over and has the error errLong; the one after it can
// be read. Any other error, io.EOF included, ends the stream.
func (l *lineReader) next() (line []byte, number int, err error) {
	l.buffer = l.buffer[:0]
	l.number++
	long := false
	for {
		part, err := l.in.ReadSlice('\n')
		if !long {
			l.buffer = append(l.buffer, part...)
		}
		if len(l.buffer) > l.max {
			long, l.buffer = true, nil
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(l.buffer) == 0 && !long):
			return nil, l.number, err
		case long:
			return nil, l.number, errLong
		}
		return bytes.TrimRight(l.buffer, "\r\n"), l.number, nil
	}
}

var errLong = errors.New("line too long")

// lines reads JSON Lines. What is wrong with a line costs that line only.
func (r *Reader) lines(s *stream, out *sink) error {
	lines := &lineReader{in: s.in, max: r.config.MaxLine}
	for {
		line, number, err := lines.next()
		source := fmt.Sprintf("%s:%d", s.name, number)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errLong):
			err = fmt.Errorf("the line is longer than %d bytes: split the article", r.config.MaxLine)
		case err != nil:
			return fmt.Errorf("line %d: %w", number, err)
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if err == nil {
			err = r.object(line, source, nil, out)
		}
		if err := out.failed(source, err); err != nil {
			return err
		}
	}
}

// checkUTF8 says where JSON is not in UTF-8.
func checkUTF8(data []byte) error {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return fmt.Errorf("byte %d is not UTF-8 (0x%02X): save the file as UTF-8", i+1, data[i])
		}
		i += size
	}
	return nil
}
