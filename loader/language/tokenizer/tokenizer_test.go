package tokenizer

import (
	"slices"
	"strings"
	"testing"

	"dateline/loader/language/model"
)

func english(t *testing.T) *Tokenizer {
	m, err := model.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return New(m.Tokenizer)
}

func TestTokenize(t *testing.T) {
	tokenizer := english(t)
	for text, want := range map[string]string{
		"":                                 "",
		"Hello, world!":                    "Hello|,|world|!",
		"(\"We can't.\")":                  "(|\"|We|ca|n't|.|\"|)",
		"the U.S.'s 25-year-old 5km/h car": "the|U.S.|'s|25|-|year|-|old|5|km/h|car",
		"wait...what":                      "wait|...|what",
		"a  b\n\nc ":                       "a| |b|\n\n|c",
		"see http://example.org/a-b.html.": "see|http://example.org/a-b.html|.",
		"end.Next":                         "end|.|Next",
		"x=5; y<b":                         "x=5|;|y|<|b",
		"US$5bn C$7":                       "US$|5bn|C$|7",
		"10°C. or 5 p.m.":                  "10|°|C|.|or|5|p.m.",
		"I'd've gone at 5am":               "I|'d|'ve|gone|at|5|am",
		"\u2026\u2026":                     "\u2026|\u2026",
		"-5 --x-- x--y":                    "-5|--x--|x|--|y",
	} {
		var got []string
		for _, token := range tokenizer.Tokenize(text) {
			got = append(got, text[token.Start:token.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func TestBlanksAndNorms(t *testing.T) {
	tokens := english(t).Tokenize("don't go ")
	want := []Token{{0, 2, "do", false}, {2, 5, "not", true}, {6, 8, "", true}}
	if !slices.Equal(tokens, want) {
		t.Errorf("%+v, want %+v", tokens, want)
	}
}

func TestURL(t *testing.T) {
	domain := english(t).domain
	for word, want := range map[string]bool{
		"example.org": true, "Example.org:8080/a?b#c": true, "https://example.org": true, "user@example.org": true,
		"x://example.org": false, "example.Org": false, "-x.org": false, "a..org": false, "a_.org": false, "a_b.org": true,
		"8.8.8.8": true, "8.8.8.8:53": true, "8.8.8.8:5": false, "10.0.0.1": false, "172.16.0.1": false, "172.32.0.1": true,
		"192.168.1.1": false, "http://10.0.0.1/@8.8.8.8": true, "1.2.3": false, "0.1.2.3": false, "1.2.3.255": false, "01.2.3.4": false,
		"word": false, "word.": false, ".org": false, "@x.org": false, "example.org|": false,
	} {
		if got := isURL(word, domain); got != want {
			t.Errorf("isURL(%q) = %v", word, got)
		}
	}
}

func TestClass(t *testing.T) {
	c := newClass([]rune{'b', 'd', 'f', 'f', 0x100, 0x1ff, 0x300, 0x300})
	for r, want := range map[rune]bool{'a': false, 'b': true, 'd': true, 'e': false, 'f': true, 0xff: false, 0x100: true,
		0x180: true, 0x1ff: true, 0x200: false, 0x300: true, 0x301: false} {
		if c.has(r) != want {
			t.Errorf("has(%#x) = %v", r, !want)
		}
	}
}
