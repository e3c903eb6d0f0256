package graphtest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/graph"
)

// A Fixture is a small corpus with what identity made of it: what a store is
// given, and all that is needed to say what it should answer.
type Fixture struct {
	Texts    []Text
	Entities []graph.Entity
}

// A Text is an article with what it says, in terms of global entities.
type Text struct {
	Article graph.Article
	// Group is the least ID of its near copies, its own if it has none.
	Group   graph.ID
	Reports []graph.Report
	Uses    []graph.Use
	// Blocks are the blocks of identity in which the article takes part.
	Blocks []string
}

// Article makes an article whose text is its sentences, one a line. An empty
// day leaves the publication open. Articles are loaded an hour after another.
func Article(number int, publisher, day string, sentences ...string) graph.Article {
	a := graph.Article{
		ID: graph.ID(fmt.Sprintf("article:%d", number)), Key: fmt.Sprintf("key-%d", number),
		URL:   fmt.Sprintf("https://news.example/%d", number),
		Title: sentences[0], Text: strings.Join(sentences, "\n"),
		Publisher: publisher, Language: "en", Hash: fmt.Sprintf("hash-%d", number),
		Loaded: LoadedAt(number),
	}
	a.Version = day + "|" + a.Hash
	if day != "" {
		d := graph.OnDay(Day(day))
		a.Published = &d
	}
	return a
}

// LoadedAt is when the article of a number is loaded.
func LoadedAt(number int) time.Time {
	return time.Date(2025, time.July, 1, number, 0, 0, 0, time.UTC)
}

// Day reads YYYY-MM-DD; a fixture with another day is a fault of its author.
func Day(s string) graph.Day {
	d, err := graph.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Between is an explicit date of a precision from one day to another.
func Between(value string, p graph.Precision, from, to string) *graph.FuzzyDate {
	return &graph.FuzzyDate{Value: value, Precision: p, Start: Day(from), End: Day(to), Basis: graph.BasisExplicit}
}

// On is the explicit date of a day.
func On(day string) *graph.FuzzyDate {
	d := graph.OnDay(Day(day))
	return &d
}

// Place is the span of words in a text, in code points; the words must be there.
func Place(text, words string) graph.Span {
	at := strings.Index(text, words)
	if at < 0 {
		panic(fmt.Sprintf("%q is not in the text", words))
	}
	start := len([]rune(text[:at]))
	return graph.Span{Start: start, End: start + len([]rune(words))}
}

// Says adds a report of a fact that a sentence of the text supports; what is
// reported is filled by fill.
func (t *Text) Says(fact graph.ID, sentence string, date *graph.FuzzyDate, confidence float64, fill func(*graph.Report)) {
	span := Place(t.Article.Text, sentence)
	r := graph.Report{Fact: fact, Article: t.Article.ID, Local: graph.Local(fmt.Sprintf("f%d", len(t.Reports)+1)), Summary: sentence, Date: date,
		Evidence: graph.Evidence{Article: t.Article.ID, Span: span, Sentence: span, Extractor: "fixture/1", Rule: "drawn", Confidence: confidence}}
	fill(&r)
	t.Reports = append(t.Reports, r)
}

// Mentions adds that the article names an entity.
func (t *Text) Mentions(entity graph.ID, names ...string) {
	u := graph.Use{Entity: entity}
	for _, n := range names {
		u.Names = append(u.Names, graph.NameCount{Name: n, Count: 1})
	}
	t.Uses = append(t.Uses, u)
}

// reading is what a loader would put.
func (t Text) reading() graph.Reading {
	r := graph.Reading{Article: t.Article, Extraction: graph.Extraction{Extractor: "fixture/1"}}
	for _, s := range strings.Split(t.Article.Text, "\n") {
		r.Extraction.Sentences = append(r.Extraction.Sentences, Place(t.Article.Text, s))
	}
	if d := t.Article.Published; d != nil {
		r.Extraction.Dates = []graph.LocalDate{{Span: graph.Span{Start: 0, End: 4}, Type: "DATE", TIMEX3: d.Value, Date: d}, {Span: graph.Span{Start: 5, End: 8}, Type: "DURATION", TIMEX3: "P2D"}}
	}
	for i, u := range t.Uses {
		local := graph.Local(fmt.Sprintf("e%d", i+1))
		r.Extraction.Entities = append(r.Extraction.Entities, graph.LocalEntity{ID: local, Kind: graph.KindOfID(u.Entity)})
		for _, n := range u.Names {
			if strings.Contains(t.Article.Text, n.Name) {
				r.Extraction.Mentions = append(r.Extraction.Mentions, graph.LocalMention{Span: Place(t.Article.Text, n.Name), Kind: "person", Form: "name", Entity: local, Confidence: 1})
			}
		}
	}
	slices.SortFunc(r.Extraction.Mentions, func(a, b graph.LocalMention) int { return a.Start - b.Start })
	for _, b := range t.Blocks {
		r.Members = append(r.Members, graph.Member{Block: b, Article: t.Article.ID, Local: "e1", Payload: []byte(t.Article.ID)})
	}
	return r
}

// assignments say which entity each local entity is.
func (t Text) assignments() []graph.Assignment {
	var list []graph.Assignment
	for i, u := range t.Uses {
		list = append(list, graph.Assignment{Article: t.Article.ID, Local: graph.Local(fmt.Sprintf("e%d", i+1)), Entity: u.Entity})
	}
	return list
}

// Without leaves articles out.
func (f Fixture) Without(ids ...graph.ID) Fixture {
	f.Texts = slices.DeleteFunc(slices.Clone(f.Texts), func(t Text) bool { return slices.Contains(ids, t.Article.ID) })
	return f
}
