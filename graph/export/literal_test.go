package export

import (
	"strings"
	"testing"
)

// FuzzLiteral reads back what a text became in Cypher.
func FuzzLiteral(f *testing.F) {
	for _, s := range []string{"", "it's", `\`, `\u0027`, `\\U0027'`, "a\nb\r\t\x00\x7f\u2028", "\xff\xfe", "' + '", "ü 😀"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := literal(s)
		if strings.Contains(got, `\u`) || strings.Contains(got, `\U`) || strings.ContainsAny(got, "\n\r\x00") {
			t.Fatalf("%q became %s", s, got)
		}
		want := strings.Map(func(r rune) rune {
			if r < ' ' && !strings.ContainsRune("\n\r\t", r) || r == 0x7f || r == '\u2028' || r == '\u2029' {
				return ' '
			}
			return r
		}, strings.ToValidUTF8(s, "\uFFFD"))
		if back := read(t, got); back != want {
			t.Fatalf("%q became %s, which reads %q", s, got, back)
		}
	})
}

// read evaluates strings joined by plus signs, as Neo4j does.
func read(t *testing.T, expression string) string {
	t.Helper()
	var out strings.Builder
	for i := 0; i < len(expression); i++ {
		if expression[i] != '\'' {
			t.Fatalf("no string at %d of %s", i, expression)
		}
		for i++; i < len(expression) && expression[i] != '\''; i++ {
			c := expression[i]
			if c == '\\' {
				i++
				c = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', '\\': '\\', '\'': '\''}[expression[i]]
			}
			out.WriteByte(c)
		}
		if i == len(expression) {
			t.Fatalf("a string of %s has no end", expression)
		}
		if i+1 < len(expression) {
			if !strings.HasPrefix(expression[i+1:], " + ") {
				t.Fatalf("%s goes on after its end", expression)
			}
			i += len(" + ")
		}
	}
	return out.String()
}
