package article

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var (
	errNul      = errors.New("holds NUL bytes, so it is no text: convert it to a text file")
	errEncoding = errors.New("is neither UTF-8 nor UTF-16 nor Windows-1252: save it as UTF-8")
)

const replacement = "\uFFFD"

// decode turns the bytes of a text file into a string. It reads UTF-8 (and so
// what was made of UTF-16), the encoding that the source declares (an IANA
// name; may be empty), else Windows-1252.
// Where a declaration contradicts the bytes, the bytes are right. A text in
// UTF-8 with a few wrong bytes gets U+FFFD in their places.
func decode(data []byte, declared string) (string, error) {
	if bytes.IndexByte(data, 0) >= 0 {
		return "", errNul
	}
	if mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), replacement), nil
	}
	if declared != "" {
		if enc, name := charset.Lookup(declared); enc != nil && name != "utf-8" && name != "replacement" {
			return convert(data, enc)
		}
	}
	if !windows1252(data) {
		return "", errEncoding
	}
	return convert(data, charmap.Windows1252)
}

func convert(data []byte, enc encoding.Encoding) (string, error) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("cannot be decoded (%w): save it as UTF-8", err)
	}
	text := strings.TrimPrefix(string(out), byteOrderMark)
	if strings.IndexByte(text, 0) >= 0 {
		return "", errNul
	}
	return text, nil
}

// utf16Of recognises UTF-16 by its byte order mark, or by every second byte of
// the beginning being NUL, as it is in languages with Latin letters. It is nil
// for anything else.
func utf16Of(data []byte) encoding.Encoding {
	little := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return little
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return big
	}
	head := data[:min(len(data), 1024)&^1]
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	most := len(head) / 2 * 9 / 10
	switch {
	case len(head) < 8:
		return nil
	case odd > most && even == 0:
		return little
	case even > most && odd == 0:
		return big
	}
	return nil
}

// mostlyUTF8 tells whether data is UTF-8, but for bytes that are at most one
// in ten of its characters beyond ASCII. Other encodings hardly ever form
// valid sequences.
func mostlyUTF8(data []byte) bool {
	valid, wrong := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			wrong++
		} else {
			valid++
		}
		i += size
	}
	return wrong*10 <= valid
}

// windows1252 tells whether data can be meant as Windows-1252: it uses no
// code that has no character there, and few control codes.
func windows1252(data []byte) bool {
	controls := 0
	for _, b := range data {
		switch {
		case b == 0x81, b == 0x8D, b == 0x8F, b == 0x90, b == 0x9D:
			return false
		case b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f':
			controls++
		}
	}
	return controls*100 <= len(data)
}

// pageEncoding is the encoding that a page's meta elements declare.
func pageEncoding(data []byte) string {
	_, name, certain := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if !certain && name == "windows-1252" {
		return ""
	}
	return name
}
