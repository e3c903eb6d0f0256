package article

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
)

// A buffered is a reader that can be looked into.
type buffered struct{ *bufio.Reader }

const bufferSize = 64 << 10

func newBuffered(in io.Reader) *buffered { return &buffered{bufio.NewReaderSize(in, bufferSize)} }

// head is the beginning, up to headSize. It is empty only if the whole is; an
// error after the first bytes comes when they have been read.
func (b *buffered) head() ([]byte, error) {
	head, err := b.Peek(headSize)
	if err != nil && len(head) == 0 && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return head, nil
}

// firstByte is the first byte that is not white space; it is not consumed.
func (b *buffered) firstByte() (byte, error) {
	for {
		c, err := b.ReadByte()
		if err != nil {
			return 0, err
		}
		if c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return c, b.UnreadByte()
		}
	}
}

// An untilDone reads until the context ends.
type untilDone struct {
	ctx context.Context
	in  io.Reader
}

func (u untilDone) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.in.Read(p)
}

// An unpacker reads gzip, and stops where it unpacks to far more than text does.
type unpacker struct {
	from          *counter
	zip           *gzip.Reader
	out           int64
	ratio, max    int64
	alwaysAllowed int64
}

// unpack reads gzip of one or several members.
func (r *Reader) unpack(in io.Reader) (*buffered, error) {
	from := &counter{in: in}
	zip, err := gzip.NewReader(from)
	if err != nil {
		return nil, gzipError(err)
	}
	return newBuffered(&unpacker{
		from: from, zip: zip, ratio: r.config.MaxRatio, max: r.config.MaxUnpacked, alwaysAllowed: int64(r.config.MaxLine),
	}), nil
}

func (u *unpacker) Read(p []byte) (int, error) {
	if u.out > u.max {
		return 0, fmt.Errorf("unpacks to more than %d bytes: split it", u.max)
	}
	if u.out > u.alwaysAllowed && u.out > u.ratio*u.from.n {
		return 0, fmt.Errorf("unpacks to more than %d times its size, as gzip bombs do: if it is meant, unpack it first", u.ratio)
	}
	n, err := u.zip.Read(p)
	u.out += int64(n)
	return n, gzipError(err)
}

func gzipError(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("the gzip data is cut off: fetch or pack it again: %w", err)
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return fmt.Errorf("the gzip data is damaged: fetch or pack it again: %w", err)
	}
	return err
}

type counter struct {
	in io.Reader
	n  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}
