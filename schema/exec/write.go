package exec

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

// A Writer writes JSON. Leaf resolvers write exactly one value with it.
type Writer struct {
	buf []byte
	// null is set when the last value was null.
	null bool
	err  error
}

// String writes text; bytes that are no UTF-8 become U+FFFD.
func (w *Writer) String(s string) { w.buf = appendString(w.buf, s) }

// OrNull writes text, or null if it is empty.
func (w *Writer) OrNull(s string) {
	if s == "" {
		w.Null()
		return
	}
	w.String(s)
}

// Int writes an Int; beyond 32 bits it is an error.
func (w *Writer) Int(n int) {
	if n < math.MinInt32 || n > math.MaxInt32 {
		w.Null()
		w.err = fmt.Errorf("Int cannot represent non 32-bit signed integer value: %d", n)
		return
	}
	w.buf = strconv.AppendInt(w.buf, int64(n), 10)
}

// Float writes a Float; what is not finite is an error.
func (w *Writer) Float(f float64) {
	switch {
	case math.IsNaN(f) || math.IsInf(f, 0):
		w.Null()
		w.err = fmt.Errorf("Float cannot represent non numeric value: %v", f)
	case f == math.Trunc(f) && math.Abs(f) < 1<<53:
		w.buf = strconv.AppendInt(w.buf, int64(f), 10)
	default:
		b, _ := json.Marshal(f)
		w.buf = append(w.buf, b...)
	}
}

// Bool writes a Boolean.
func (w *Writer) Bool(b bool) { w.buf = strconv.AppendBool(w.buf, b) }

// Null writes null; in a field that must not be null it is an error.
func (w *Writer) Null() {
	w.buf = append(w.buf, "null"...)
	w.null = true
}

// Strings writes a list of texts.
func (w *Writer) Strings(list []string) {
	w.buf = append(w.buf, '[')
	for i, s := range list {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.String(s)
	}
	w.buf = append(w.buf, ']')
}

// Value writes nil, a string, bool, int, float64, []string, or a list of these.
func (w *Writer) Value(v any) {
	switch v := v.(type) {
	case nil:
		w.Null()
	case string:
		w.String(v)
	case bool:
		w.Bool(v)
	case int:
		w.Int(v)
	case float64:
		w.Float(v)
	case []string:
		w.Strings(v)
	case []any:
		w.buf = append(w.buf, '[')
		for i, e := range v {
			if i > 0 {
				w.buf = append(w.buf, ',')
			}
			w.Value(e)
		}
		w.null = false
		w.buf = append(w.buf, ']')
	default:
		w.Null()
		w.err = fmt.Errorf("a %T is no value of a leaf", v)
	}
}

const hexDigits = "0123456789abcdef"

// appendString writes a JSON string. U+2028 and U+2029 are escaped, since
// JavaScript once took them for the end of a line.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if plainByte(c) {
				i++
				continue
			}
			b = append(b, s[start:i]...)
			b = appendEscape(b, c)
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || r == '\u2028' || r == '\u2029' {
			b = append(b, s[start:i]...)
			if r == utf8.RuneError {
				b = append(b, "\ufffd"...)
			} else {
				b = append(b, `\u202`...)
				b = append(b, hexDigits[r&0xF])
			}
			start = i + size
		}
		i += size
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}

func plainByte(c byte) bool {
	return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\t':
		return append(b, '\\', 't')
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xF])
}
