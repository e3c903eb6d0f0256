package timex

import (
	"flag"
	"os"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/language"
)

var (
	engine *language.Engine
	update = flag.Bool("update", false, "write the cases with what is found now")
)

func TestMain(m *testing.M) {
	var err error
	if engine, err = language.New(language.Config{}); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

func published(t testing.TB, s string) *graph.FuzzyDate {
	if s == "" {
		return nil
	}
	f, err := graph.ParseEDTF(s)
	if err != nil {
		t.Fatal(err)
	}
	return &f
}

// TestFind reads testdata/cases.tsv: publication day, text, and for every
// expression found its words, TIMEX3 value, EDTF value and, where the EDTF
// value alone does not give them, precision or bounds.
func TestFind(t *testing.T) {
	table, err := os.ReadFile("testdata/cases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	var fresh strings.Builder
	for _, f := range rows(string(table), 2) {
		n++
		var got []string
		for _, e := range Find(engine.Analyze(f[1]), published(t, f[0])) {
			got = append(got, describe(e))
		}
		fresh.WriteString(strings.TrimRight(strings.Join(append(f[:2:2], got...), "\t"), "\t") + "\n")
		if want := strings.Join(f[2:], "; "); strings.Join(got, "; ") != strings.TrimRight(want, "; ") {
			t.Errorf("%s %s\n got %s\nwant %s", f[0], f[1], strings.Join(got, "; "), want)
		}
	}
	if *update {
		head, _, _ := strings.Cut(string(table), "\n")
		if err := os.WriteFile("testdata/cases.tsv", []byte(head+"\n"+fresh.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if n < 150 {
		t.Errorf("only %d cases", n)
	}
}

func describe(e Expression) string {
	s := e.Text + " = " + e.Value
	if e.Type != Date {
		s += " " + string(e.Type)
	}
	if e.Date == nil {
		return s
	}
	s += " | " + e.Date.Value
	plain, err := graph.ParseEDTF(e.Date.Value)
	if err != nil {
		return s + " " + err.Error()
	}
	if e.Date.Precision != plain.Precision {
		s += " " + string(e.Date.Precision)
	}
	if e.Date.Start != plain.Start || e.Date.End != plain.End {
		s += " " + e.Date.Start.String() + ".." + e.Date.End.String()
	}
	return s
}

func TestBasis(t *testing.T) {
	text := "LIMA, May 5, 2025\n\nThe court ruled on Tuesday. The following day it met again. A law of 2019 was struck down in March."
	want := []graph.Basis{graph.BasisDateline, graph.BasisRelative, graph.BasisAnaphoric, graph.BasisExplicit, graph.BasisRelative}
	for i, e := range Find(engine.Analyze(text), published(t, "2025-05-08")) {
		if i >= len(want) || e.Date == nil || e.Date.Basis != want[i] || e.Date.Text != e.Text {
			t.Errorf("%d: %+v", i, e)
		}
	}
	for _, head := range []string{"LIMA, May 5 – ", "LIMA, May 5 (Wire) - ", "May 5, 2025 — "} {
		e := Find(engine.Analyze(head+"The court ruled on Tuesday."), published(t, "2025-05-08"))
		if len(e) != 2 || e[0].Date.Basis != graph.BasisDateline || e[1].Date.Basis != graph.BasisRelative {
			t.Errorf("%s%+v", head, e)
		}
	}
	alone := Find(engine.Analyze("Court rules\n\nMay 5, 2025\n\nIt ruled yesterday."), nil)
	if len(alone) != 2 || alone[0].Date.Basis != graph.BasisDateline || alone[1].Value != "2025-05-04" {
		t.Errorf("%+v", alone)
	}
}

// TestReference: a text speaks from the day at its head, if that lies next to
// the publication day.
func TestReference(t *testing.T) {
	for day, want := range map[string]string{"2025-05-08": "2025-05-07", "2025-05-07": "2025-05-07", "2025-05-10": "2025-05-07", "2025-06-20": "2025-06-19"} {
		e := Find(engine.Analyze("Mine floods\n\nThursday, May 8, 2025\n\nThe mine flooded yesterday."), published(t, day))
		if len(e) != 2 || e[1].Value != want {
			t.Errorf("%s: %+v", day, e)
		}
	}
}

func TestFuture(t *testing.T) {
	for text, want := range map[string]bool{
		"They will meet on Monday.": true, "They met on Monday.": false, "Talks resume next week.": true, "They talked last week.": false, "The vote is due on June 3.": true,
	} {
		if e := Find(engine.Analyze(text), published(t, "2025-05-07")); len(e) != 1 || e[0].Future != want {
			t.Errorf("%s: %+v", text, e)
		}
	}
}

func TestWinterBounds(t *testing.T) {
	e := Find(engine.Analyze("It closed in the winter of 2023."), nil)
	if len(e) != 1 || e[0].Date.Start.String() != "2022-12-01" || e[0].Date.End.String() != "2024-02-29" || !e[0].Date.Approximate {
		t.Errorf("%+v", e)
	}
}

// TestLongText: a text without sentence ends is read to its end.
func TestLongText(t *testing.T) {
	text := strings.Repeat("the last three years of May 5 and ", 200)
	if n := len(Find(engine.Analyze(text), published(t, "2025-05-07"))); n < 400 {
		t.Errorf("%d expressions", n)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"On Monday, May 5, 2025 at 9:30 a.m. EST", "the 99999999 years ago", "from May to 0001", "two centuries earlier", "’80s – 2014–15", "Feb. 30 2019\n5/13/25",
		"last winter, the following day", "\u00e9 12 May \U0001F600 2020 \xff", "every other 3 days before Easter 9999", "since 9999-12-31", "next century of year 1000"} {
		f.Add(s, int32(20215))
	}
	f.Fuzz(func(t *testing.T, s string, day int32) {
		if len(s) > 2000 {
			return
		}
		s = strings.ToValidUTF8(s, "?")
		doc := engine.Analyze(s)
		pub := graph.OnDay(min(max(graph.Day(day), graph.MinDay), graph.MaxDay))
		end := 0
		for _, p := range []*graph.FuzzyDate{&pub, nil} {
			end = 0
			for _, e := range Find(doc, p) {
				if e.Start < end || e.Start >= e.End || e.End > doc.Len() || e.Text != doc.Slice(e.Start, e.End) || e.Value == "" || e.Rule == "" || e.Type == "" {
					t.Fatalf("%q: %+v", s, e)
				}
				if d := e.Date; d != nil {
					if _, err := graph.ParseEDTF(d.Value); err != nil || d.Start > d.End || d.Precision == "" || d.Basis == "" {
						t.Fatalf("%q: %+v %+v", s, e, d)
					}
				}
				end = e.End
			}
		}
	})
}
