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
		{"a dateline dates nothing", "Friday, March 8, 2024\n\nThe port reopened.", "reopened", ""},
		{"a dateline leaves no doubt", "Friday, March 8, 2024\n\nOn Wednesday, dockers struck and blocked the port.", "blocked", "Wednesday"},
		{"an empty line parts", "Port reopened on Monday\n\nDockers cheered the ruling", "cheered", ""},
		{"what was then", "The dam has leaked since 2021, when engineers inspected it.", "inspected", "2021"},
		{"an opening date dates the main verb", "On Tuesday, the governor speaking at the port praised the dockers.", "praised", "Tuesday"},
		{"a name given does not take the date", "The navy began an exercise dubbed Blue Wave in 2018.", "began", "2018"},
		{"a plan made known", "On Monday, Solberg announced that the ministry would withdraw the bill.", "withdraw", "Monday"},
		{"a deed made known", "On Monday, the union announced it had signed a pact.", "signed", "Monday"},
		{"a participle that shares the auxiliary", "Two dockers were killed and five wounded on Monday.", "killed", "Monday"},
		{"a year holds what led to it", "The bank collapsed in 2008 after the regulator fined it.", "fined", "2008"},
		{"a day does not", "The bank collapsed on Monday after the regulator fined it.", "fined", ""},
		{"hours apart", "Hours before the ferry sank on Monday, the crew warned the port.", "warned", "Monday"},
		{"a participle that goes along", "The governor resigned on Monday, praising the court.", "praising", "Monday"},
		{"a participle behind what was made", "On Tuesday, the court issued an order banning the march.", "banning", "Tuesday"},
		{"a relative clause behind it", "On Tuesday, the court lifted an order that banned the march.", "banned", ""},
		{"the day, not the year that it lies in", "Yesterday, at this year's fair, Solberg unveiled a ferry.", "unveiled", "Yesterday"},
		{"a heading above", "Solberg opens the port of Oslo\n\nMarch 13, 2024\n\nYesterday, at this year's fair, Solberg unveiled a ferry.", "unveiled", "Yesterday"},
		{"the day of a letter", "In a letter published on Monday, the bishop denounced the ban.", "denounced", "Monday"},
		{"set off by commas", "To pay its debts, in 2018, the bank sold a port.", "sold", "2018"},
		{"one instance among others", "The rebels raided farms, including the raid on March 4.", "raided", ""},
	} {
		check(t, e, test.about, test.text, test.predicate, test.want)
	}
}

func TestCarriedOver(t *testing.T) {
	e := engine(t)
	for _, test := range []struct{ about, text, predicate, want string }{
		{"the sentence before", "On Monday, the senate met in Oslo. It approved the budget.", "approved", "Monday"},
		{"what goes along", "On Monday, the senate met in Oslo. It debated the budget and approved it.", "approved", "Monday"},
		{"a participle that goes along with it", "On Monday, the senate met in Oslo. Solberg left early, accusing the governor.", "accusing", "Monday"},
		{"not the day of saying", "The crew left, the port told the court on Monday. It wrote to the senate.", "wrote", ""},
		{"told of another time", "On Monday, the senate met in Oslo. It had approved the budget.", "approved", ""},
		{"an adverb of time", "On Monday, the senate met in Oslo. It previously approved the budget.", "approved", ""},
		{"a date of its own", "On Monday, the senate met in Oslo. It approved the budget on 2 March.", "approved", "2 March"},
		{"another paragraph", "On Monday, the senate met in Oslo.\n\nIt approved the budget.", "approved", ""},
		{"two sentences on", "On Monday, the senate met in Oslo. It debated. It approved the budget.", "approved", ""},
		{"no more than a day is carried", "In 2019, the senate met in Oslo. It approved the budget.", "approved", ""},
		{"not what is to come", "On Monday, the senate will meet in Oslo. It approved the budget.", "approved", ""},
		{"not what depends on a report", "On Monday, the senate met in Oslo. Solberg said it approved the budget.", "approved", ""},
	} {
		check(t, e, test.about, test.text, test.predicate, test.want)
	}
}

func TestSameOccasion(t *testing.T) {
	e := engine(t)
	for _, test := range []struct{ about, text, predicate, want string }{
		{"what happened in it", "Rebels carried out a raid on the port on Monday.\n\nTwo dockers were wounded in the raid.", "wounded", "Monday"},
		{"what happened at it", "A rally was held in Oslo on Tuesday. It was small.\n\nSolberg promised a bridge during the rally.", "promised", "Tuesday"},
		{"told of by its verb", "The ferry exploded on Friday.\n\nThe explosion wounded Solberg.", "wounded", "Friday"},
		{"the occasion itself", "On Monday, deputies voted on the budget.\n\nThe vote divided the party.", "divided", "Monday"},
		{"another one", "Rebels raided the port on Monday.\n\nTwo dockers were wounded in a raid.", "wounded", ""},
		{"said which", "Rebels raided the port on Monday.\n\nTwo dockers were wounded in the second raid.", "wounded", ""},
		{"of two days", "Rebels raided the port on Monday and the mine raid came on Tuesday.\n\nTwo dockers were wounded in the raid.", "wounded", ""},
		{"a date of its own", "Rebels raided the port on Monday.\n\nOn Wednesday, Solberg spoke of it in the raid.", "spoke", "Wednesday"},
		{"not what is to come", "A rally will be held in Oslo on Tuesday.\n\nSolberg spoke at the rally.", "spoke", ""},
		{"no occasion", "A bridge was opened on Monday.\n\nTwo dockers were wounded on the bridge.", "wounded", ""},
	} {
		check(t, e, test.about, test.text, test.predicate, test.want)
	}
}

func check(t *testing.T, e *language.Engine, about, text, predicate, want string) {
	t.Helper()
	doc := e.Analyze(text)
	dates := timex.Find(doc, published(t))
	token := -1
	for i, tok := range doc.Tokens {
		if tok.Text == predicate {
			token = i
		}
	}
	got := ""
	if k := Of(doc, dates, token); k >= 0 {
		got = dates[k].Text
	}
	if got != want {
		t.Errorf("%s: %q: %s is dated %q, want %q", about, text, predicate, got, want)
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
