package article

import (
	"net/url"
	"testing"
)

func TestCanonicalURL(t *testing.T) {
	base, _ := url.Parse("https://harbour.example/world/page?x=1#y")
	for _, c := range []struct {
		raw  string
		base *url.URL
		want string
	}{
		{"HTTP://Harbour.Example.:80/A/../b/./c?utm_source=x&id=2&FBCLID=3#top", nil, "http://harbour.example/b/c?id=2"},
		{"https://harbour.example:443", nil, "https://harbour.example/"},
		{"https://harbour.example:8443/?", nil, "https://harbour.example:8443/"},
		{"https://me:secret@harbour.example/%7Ea%20b?q=a+b", nil, "https://harbour.example/%7Ea%20b?q=a+b"},
		{"../news/1?gclid=x", base, "https://harbour.example/news/1"},
		{"//other.example/x", base, "https://other.example/x"},
		{"http://[::1]:80/a", nil, "http://[::1]/a"},
		{"/relative", nil, ""},
		{"mailto:a@b.example", nil, ""},
		{"javascript:alert(1)", base, ""},
		{"http://", nil, ""},
		{"http://..", nil, ""},
		{"", base, ""},
		{"http://%zz", nil, ""},
	} {
		if got := CanonicalURL(c.raw, c.base); got != c.want {
			t.Errorf("CanonicalURL(%q) = %q, want %q", c.raw, got, c.want)
		}
		if c.want != "" && CanonicalURL(c.want, nil) != c.want {
			t.Errorf("%q is not its own canonical URL", c.want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2025-05-05":                      "2025-05-05",
		"2025-05":                         "2025-05",
		"2025":                            "2025",
		"2025-05-05T21:30:00-06:00":       "2025-05-05T21:30:00-06:00",
		"2025-05-05T21:30:00.123Z":        "2025-05-05T21:30:00Z",
		"2025-05-05T21:30+0200":           "2025-05-05T21:30:00+02:00",
		"2025-05-05 21:30:00":             "2025-05-05T21:30:00",
		"Mon, 05 May 2025 21:30:00 PDT":   "2025-05-05T21:30:00-07:00",
		"Mon, 5 May 2025 21:30:00 +0530":  "2025-05-05T21:30:00+05:30",
		"5 May 2025":                      "2025-05-05",
		"May 5, 2025":                     "2025-05-05",
		"20250505T213000Z":                "2025-05-05T21:30:00Z",
		"2025-13":                         "",
		"2025-02-30":                      "",
		"2025-02-29T00:00:00Z":            "",
		"yesterday":                       "",
		"":                                "",
		"Tue, 05 Xxx 2025 21:30:00 +0000": "",
	} {
		if got, ok := parseDate(in); got != want || ok != (want != "") {
			t.Errorf("parseDate(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"The council said on Monday that it will not pay for the boats that were lost in the storm.":                         "en",
		"El consejo dijo el lunes que no pagará por los barcos que se perdieron en la tormenta.":                             "es",
		"Le conseil a dit lundi qu'il ne paiera pas pour les bateaux qui ont été perdus dans la tempête.":                    "fr",
		"O conselho disse na segunda-feira que não vai pagar pelos barcos que foram perdidos na tempestade, mas que é sua.":  "pt",
		"Il consiglio ha detto lunedì che non pagherà per le barche che sono andate perse nella tempesta, e che è sua.":      "it",
		"De raad zei maandag dat hij niet zal betalen voor de boten die in de storm verloren zijn gegaan.":                   "nl",
		"Совет сказал в понедельник, что он не будет платить за лодки, которые были потеряны.":                               "ru",
		"Rada powiedziała w poniedziałek, że nie zapłaci za łodzie, które zostały utracone na morzu, i że to jest jej wina.": "pl",
		"委員会は月曜日に、失われた船の代金を支払わないと述べた。":                                                                                       "und",
		"1 2 3":                     "und",
		"Smith 3 Jones 4 Miller 17": "und",
	} {
		if got := detectLanguage(text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	for declared, want := range map[string]string{"en_us": "en-US", "EN": "en", "English": "", "": "", "x": "", "pt-br": "pt-BR"} {
		if got := languageTag(declared); got != want {
			t.Errorf("languageTag(%q) = %q, want %q", declared, got, want)
		}
	}
	if !contradicts("El consejo dijo el lunes que no pagará por los barcos.", "en-US") ||
		contradicts("The council said that it will pay for the boats.", "en-GB") || contradicts("Pay", "en") {
		t.Error("a declared language is doubted wrongly, or not where it should be")
	}
}

// TestHash: whatever an extraction depends on makes another version.
func TestHash(t *testing.T) {
	base := Article{Text: "text", Title: "title"}
	seen := map[string]bool{}
	for _, a := range []Article{
		base, {Text: "title", Title: "text"}, {Text: "text", Title: "title", Publisher: "p"}, {Text: "text", Title: "title", Language: "p"},
		{Text: "text", Title: "title", Published: Date{Value: "2025"}}, {Text: "text", Title: "title", Modified: Date{Value: "2025"}},
	} {
		a.identify()
		if seen[a.ContentHash] || a.Key != a.ContentHash {
			t.Errorf("%#v has the hash of another version", a)
		}
		seen[a.ContentHash] = true
	}
	moved := base
	moved.Source = "elsewhere"
	if moved.identify(); !seen[moved.ContentHash] {
		t.Error("the source is part of the hash")
	}
}

func TestHeadline(t *testing.T) {
	const body = "The council will meet on Monday, and it will speak about the fees."
	for text, want := range map[string]string{
		"Council to meet\n\n" + body:            "Council to meet",
		"\n Council “to meet” \n" + body:        "Council “to meet”",
		"Will the council meet?\n" + body:       "Will the council meet?",
		"The council met.\n\n" + body:           "",
		"The council said it “met.”\n\n" + body: "",
		"KESTREL BAY, May 5 —\n" + "short":      "",
		body + "\n" + body:                      "",
		"Council to meet":                       "",
	} {
		if got := headline(text); got != want {
			t.Errorf("headline(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for text, want := range map[string]string{
		"---\ntitle: 'A'\ntags: [x]\nnested:\n  key: value\n---\n\nBody": "A|Body",
		"Title: A\nDate: 2025\n\nBody":                                   "A|Body",
		"Title: A\nSaid: B\n\nBody":                                      "|Title: A\nSaid: B\n\nBody",
		"Title: A\nBody":                                                 "|Title: A\nBody",
		"---\nno field\n---\nBody":                                       "|---\nno field\n---\nBody",
		"---\ntitle: A\nand no end":                                      "|---\ntitle: A\nand no end",
		"Body\n\nTitle: A\n":                                             "|Body\n\nTitle: A\n",
		"":                                                               "|",
	} {
		a, rest, err := frontMatter(text)
		if got := a.Title + "|" + rest; got != want || err != nil {
			t.Errorf("frontMatter(%q) = %q, %v; want %q", text, got, err, want)
		}
	}
}
