package loader

import (
	"cmp"
	"strings"
	"time"

	"dateline/graph"
	"dateline/loader/article"
	"dateline/loader/identity"
)

// English tells whether articles in a language are extracted. Those of an
// unknown language are tried.
func English(language string) bool {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	return base == "en" || base == "" || base == "und"
}

// Article makes the graph's article of one that was read.
func Article(a article.Article) graph.Article {
	g := graph.Article{ID: graph.HashID("article", a.Key), Key: a.Key, URL: cmp.Or(a.Canonical, a.URL), Title: a.Title, Text: a.Text,
		Publisher: a.Publisher, Language: a.Language, Hash: a.ContentHash}
	g.Published = published(a.Published)
	g.Version = instant(cmp.Or(a.Modified.Value, a.Published.Value)) + "|" + a.ContentHash
	return g
}

// layouts are those of article.Date, coarsest last.
var layouts = []string{time.RFC3339, "2006-01-02T15:04:05", time.DateOnly}

// published is the publication at the precision of the day, or coarser where
// the source gives but a month or year. The day is that of the source's zone.
func published(d article.Date) *graph.FuzzyDate {
	if d.Value == "" {
		return nil
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, d.Value); err == nil {
			date := graph.OnDay(graph.DayOf(t))
			return &date
		}
	}
	date, err := graph.ParseEDTF(d.Value)
	if err != nil {
		return nil
	}
	date.Basis = graph.BasisExplicit
	return &date
}

// instant makes dates of versions comparable as strings: in UTC where the zone is known.
func instant(value string) string {
	if t, err := time.Parse(time.RFC3339, value); err == nil {
		return t.UTC().Format("2006-01-02T15:04:05")
	}
	return value
}

// read extracts an article and says in which blocks of identity it takes part.
func (p *Pipeline) read(a graph.Article) graph.Reading {
	r := graph.Reading{Article: a, Extraction: p.Extract(a)}
	r.Members = identity.Members(r)
	return r
}
