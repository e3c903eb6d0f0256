package tokenizer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language/lexeme"
)

// isURL tells whether a word is a web or mail address: an optional scheme, an
// optional user, a public IPv4 address or a domain name, an optional port, an
// optional path. It takes what spaCy's URL_MATCH takes (after Diego Perini's
// regular expression, MIT licence); topLevel is the class of the last label.
func isURL(word string, topLevel *class) bool {
	if !strings.ContainsRune(word, '.') {
		return false
	}
	if isHost(word, topLevel) {
		return true
	}
	rest := word
	if scheme, after, ok := strings.Cut(word, "://"); ok && isScheme(scheme) {
		if isHost(after, topLevel) {
			return true
		}
	}
	// Any @ but one in front may end the user.
	for i := strings.IndexByte(rest[1:], '@'); i >= 0; i = strings.IndexByte(rest[1:], '@') {
		rest = rest[1+i:]
		if isHost(rest[1:], topLevel) {
			return true
		}
	}
	return false
}

func isScheme(s string) bool {
	for _, r := range s {
		if !lexeme.IsWord(r) && !strings.ContainsRune("+-.", r) {
			return false
		}
	}
	return utf8.RuneCountInString(s) >= 2
}

// isHost tells whether s is a host with an optional port and path.
func isHost(s string, topLevel *class) bool {
	end := strings.IndexFunc(s, func(r rune) bool {
		return !(r == '.' || r == '_' || r == '-' || isLabel(r) || topLevel.has(r))
	})
	host, tail := s, ""
	if end >= 0 {
		host, tail = s[:end], s[end:]
	}
	return isTail(tail) && strings.ContainsRune(host, '.') && (isAddress(host) || isDomain(host, topLevel))
}

// isTail tells whether s is a port of two to five digits, a path, both, or nothing.
func isTail(s string) bool {
	if strings.HasPrefix(s, ":") {
		digits := 0
		s = strings.TrimLeftFunc(s[1:], func(r rune) bool {
			ok := unicode.Is(unicode.Nd, r)
			if ok {
				digits++
			}
			return ok
		})
		if digits < 2 || digits > 5 {
			return false
		}
	}
	return s == "" || strings.ContainsRune("/?#", rune(s[0]))
}

// isDomain tells whether s is a run of labels and a top-level domain.
func isDomain(s string, topLevel *class) bool {
	dot := strings.LastIndexByte(s, '.')
	top := s[dot+1:]
	if n := utf8.RuneCountInString(top); n < 2 || n > 63 || strings.ContainsFunc(top, func(r rune) bool { return !topLevel.has(r) }) {
		return false
	}
	for label := range strings.SplitSeq(s[:dot], ".") {
		first, _ := utf8.DecodeRuneInString(label)
		last, _ := utf8.DecodeLastRuneInString(label)
		if label == "" || utf8.RuneCountInString(label) > 64 || !isLabel(first) || !isLabel(last) ||
			strings.ContainsFunc(label, func(r rune) bool { return r != '_' && r != '-' && !isLabel(r) }) {
			return false
		}
	}
	return true
}

// isLabel tells whether r may start and end a label of a domain name.
func isLabel(r rune) bool {
	return isLower(r) || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || 0xa1 <= r && r <= 0xffff
}

// isAddress tells whether s is an IPv4 address outside the private networks.
func isAddress(s string) bool {
	octets := strings.Split(s, ".")
	if len(octets) != 4 {
		return false
	}
	a, b := octets[0], octets[1]
	private := a == "10" || a == "127" || a == "169" && b == "254" || a == "192" && b == "168" ||
		a == "172" && len(b) == 2 && (b[0] == '1' && b[1] >= '6' || b[0] == '2' || b == "30" || b == "31")
	return !private && isOctet(a, 1, 223, false) && isOctet(b, 0, 255, true) && isOctet(octets[2], 0, 255, true) && isOctet(octets[3], 1, 254, false)
}

// isOctet tells whether s is a number in the bounds; padded allows a leading zero
// in two digits.
func isOctet(s string, low, high int, padded bool) bool {
	if len(s) == 0 || len(s) > 3 {
		return false
	}
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
		n = 10*n + int(c-'0')
	}
	zero := s[0] == '0' && (len(s) == 3 || !padded && len(s) > 1)
	return !zero && low <= n && n <= high
}
