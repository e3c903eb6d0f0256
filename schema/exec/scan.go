package exec

import (
	"fmt"
	"unicode/utf8"
)

// Limits bound what a document may ask, so that no text costs much before it
// is known to be cheap. They are checked in the order in which they stand.
type Limits struct {
	// Bytes, Tokens, Depth (of brackets), Directives and Aliases are counted
	// in the whole document before it is parsed.
	Bytes, Tokens, Depth, Directives, Aliases int
	// Token is the length of a string or name in bytes: what is longer belongs
	// into a variable.
	Token int
	// Roots are the fields of an operation's root, fragments included.
	Roots int
	// Fields are those of the compiled plan: a field under an interface counts
	// for each type that the interface can be.
	Fields int
	// Cost is the sum over all fields of how often they can be answered.
	Cost int
	// Response is the size of an answer in bytes.
	Response int
}

// DefaultLimits fit every query that a screen needs, introspection included.
func DefaultLimits() Limits {
	return Limits{Bytes: 128 << 10, Tokens: 2500, Depth: 40, Directives: 100, Aliases: 200, Token: 16 << 10,
		Roots: 30, Fields: 10000, Cost: 100000, Response: 16 << 20}
}

// HardenedLimits fit the queries of applications, but no tricks with many
// aliases or directives.
func HardenedLimits() Limits {
	l := DefaultLimits()
	l.Bytes, l.Tokens, l.Depth, l.Directives, l.Aliases, l.Roots, l.Cost = 32<<10, 1500, 25, 8, 50, 15, 30000
	return l
}

// maxLine is the length at which a line is broken for the parser.
const maxLine = 2000

// nullName is how `null` stands in the parsed document: an enum value that no
// text can hold, since the parser refuses this name and has no null of its own.
const nullName = "null"

// A scan is what the scanner has seen of a text.
type scan struct {
	text   []byte
	limits Limits

	tokens, directives, aliases int
	brackets                    []byte
	// parens are the open brackets in which values stand.
	parens int
	// nulls are the offsets of `null` where a value stands.
	nulls map[int]bool
	// line is where the present line starts.
	line int
	// last is the first byte of the token before, and afterName whether it was a name.
	last      byte
	afterName bool
}

// scanText counts tokens and nesting without building anything. It gives a text
// of equal length for the parser: null literals are replaced by names, at the
// offsets in the map; comments, in which the lexer miscounts letters beyond
// ASCII, are blank; and lines are broken, since the parser's time for an error
// grows with the square of its column.
func scanText(source string, limits Limits) ([]byte, map[int]bool, error) {
	if len(source) > limits.Bytes {
		return nil, nil, tooLarge("the document has %d bytes; at most %d are accepted", len(source), limits.Bytes)
	}
	if !utf8.ValidString(source) {
		return nil, nil, badRequest("the document is not valid UTF-8")
	}
	s := &scan{text: []byte(source), limits: limits, nulls: map[int]bool{}}
	for i := 0; i < len(s.text); {
		next, err := s.token(i)
		if err != nil {
			return nil, nil, err
		}
		i = next
	}
	for at := range s.nulls {
		copy(s.text[at:], "nuII")
	}
	return s.text, s.nulls, nil
}

// token reads one token, or what stands between tokens, and gives its end.
func (s *scan) token(i int) (int, error) {
	c := s.text[i]
	end := i + 1
	switch {
	case c == '\n' || c == '\r':
		s.line = end
		return end, nil
	case c == ' ' || c == '\t' || c == ',':
		if i-s.line > maxLine {
			s.text[i], s.line = '\n', end
		}
		return end, nil
	case c >= utf8.RuneSelf:
		return end, nil
	case c == '#':
		for end < len(s.text) && s.text[end] != '\n' && s.text[end] != '\r' {
			end++
		}
		blank(s.text[i:end])
		return end, nil
	case c == '"':
		end = stringEnd(s.text, i)
	case nameByte(c) || c == '-':
		for end < len(s.text) && (nameByte(s.text[end]) || !letter(c) && numberByte(s.text[end])) {
			end++
		}
		s.name(i, end)
	case c == '.':
		for end < len(s.text) && s.text[end] == '.' && end < i+3 {
			end++
		}
	}
	if end-i > s.limits.Token {
		return 0, tooLarge("a name or string of the document has %d bytes; at most %d are accepted: use a variable", end-i, s.limits.Token)
	}
	if s.tokens++; s.tokens > s.limits.Tokens {
		return 0, tooLarge("the document has more than %d tokens", s.limits.Tokens)
	}
	err := s.punctuation(c)
	s.afterName, s.last = letter(c), c
	return end, err
}

// punctuation keeps account of brackets, directives and aliases.
func (s *scan) punctuation(c byte) error {
	switch c {
	case '{', '[', '(':
		s.brackets = append(s.brackets, c)
		if c != '{' {
			s.parens++
		}
		if len(s.brackets) > s.limits.Depth {
			return tooLarge("the document nests deeper than %d levels", s.limits.Depth)
		}
	case '}', ']', ')':
		if n := len(s.brackets); n > 0 {
			if s.brackets[n-1] != '{' {
				s.parens--
			}
			s.brackets = s.brackets[:n-1]
		}
	case '@':
		if s.directives++; s.directives > s.limits.Directives {
			return tooLarge("the document has more than %d directives", s.limits.Directives)
		}
	case ':':
		if s.parens == 0 && s.afterName {
			if s.aliases++; s.aliases > s.limits.Aliases {
				return tooLarge("the document has more than %d aliases", s.limits.Aliases)
			}
		}
	}
	return nil
}

// name notes a null where a value stands: after a colon or an equals sign
// within parentheses, or in a list.
func (s *scan) name(start, end int) {
	if string(s.text[start:end]) != nullName || s.parens == 0 {
		return
	}
	if s.last == ':' || s.last == '=' || s.brackets[len(s.brackets)-1] == '[' {
		s.nulls[start] = true
	}
}

// stringEnd is one past the end of the string or block string that starts at i.
func stringEnd(text []byte, i int) int {
	if i+2 < len(text) && text[i+1] == '"' && text[i+2] == '"' {
		for end := i + 3; end < len(text); end++ {
			switch {
			case text[end] == '\\' && hasQuotes(text, end+1):
				end += 3
			case hasQuotes(text, end):
				return end + 3
			}
		}
		return len(text)
	}
	for end := i + 1; end < len(text); end++ {
		switch text[end] {
		case '\\':
			end++
		case '"', '\n', '\r':
			return end + 1
		}
	}
	return len(text)
}

func blank(text []byte) {
	for i := range text {
		text[i] = ' '
	}
}

func hasQuotes(text []byte, i int) bool {
	return i+3 <= len(text) && string(text[i:i+3]) == `"""`
}

func letter(c byte) bool { return c == '_' || c|0x20 >= 'a' && c|0x20 <= 'z' }

func nameByte(c byte) bool { return letter(c) || c >= '0' && c <= '9' }

func numberByte(c byte) bool { return c == '.' || c == '+' || c == '-' }

func tooLarge(format string, args ...any) error {
	return &Error{Message: fmt.Sprintf(format, args...), Code: CodeTooLarge}
}

func badRequest(format string, args ...any) error {
	return &Error{Message: fmt.Sprintf(format, args...), Code: CodeBadRequest}
}
