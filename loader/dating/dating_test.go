package dating

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/timex"
)

func engine(t testing.TB) *language.Engine {
	t.Helper()
	e, err := language.New(language.Config{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func published(t testing.TB) *graph.FuzzyDate {
	t.Helper()
	d, err := graph.ParseEDTF("2024-03-14")
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

func TestOf(t *testing.T) {
	e := engine(t)
	for _, test := range []struct{ about, text, predicate, want string }{
		{"attached to the verb", "The minister resigned on Monday.", "resigned", "Monday"},
		{"attached to the noun", "The deputies regret Tuesday's vote.", "vote", "Tuesday"},
		{"a noun's date is not the verb's", "The deputies regret Tuesday's vote.", "regret", ""},
		{"object of a verb", "The ministry announced a ban on Monday.", "ban", "Monday"},
		{"each its own", "The court struck down the law on Friday, after parliament had passed it in 2021.", "struck", "Friday"},
		{"each its own, the other", "The court struck down the law on Friday, after parliament had passed it in 2021.", "passed", "2021"},
		{"before two verbs of one subject", "On Monday, the senate met and approved the budget.", "approved", "Monday"},
		{"the date of saying is not that of what is said", "The army said on Monday that rebels had attacked a village.", "attacked", ""},
		{"a relative clause has its own", "On Monday, the court rejected the ban that Solberg had signed.", "signed", ""},
		{"nothing out of a quotation", `"We voted in 2015," Solberg replied.`, "replied", ""},
		{"a date with its clause", "The crews have marched since January, when the minister proposed the quota.", "proposed", "January"},
		{"no date at all", "The minister resigned.", "resigned", ""},
		{"another sentence", "The minister resigned. On Monday, the party met.", "resigned", ""},
	} {
		doc := e.Analyze(test.text)
		dates := timex.Find(doc, published(t))
		token := -1
		for i, tok := range doc.Tokens {
			if tok.Text == test.predicate {
				token = i
			}
		}
		got := ""
		if k := Of(doc, dates, token); k >= 0 {
			got = dates[k].Text
		}
		if got != test.want {
			t.Errorf("%s: %q: %s is dated %q, want %q", test.about, test.text, test.predicate, got, test.want)
		}
	}
}

// TestAnyToken asks for the date of every token, whatever it is.
func TestAnyToken(t *testing.T) {
	e := engine(t)
	for _, text := range []string{"", "  \n", "on on on", "Monday", "2019 2020 2021", "\"Monday", "On Monday, Tuesday and Wednesday's ban of June (2015)",
		strings.Repeat("yesterday and ", 500)} {
		doc := e.Analyze(text)
		dates := timex.Find(doc, published(t))
		for i := range doc.Tokens {
			if k := Of(doc, dates, i); k < -1 || k >= len(dates) {
				t.Fatalf("%q: token %d is dated by %d of %d", text, i, k, len(dates))
			}
		}
	}
}
