package statement_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/timex"
)

// BenchmarkFind shows that the cost a word does not grow with the text.
func BenchmarkFind(b *testing.B) {
	s, err := load()
	if err != nil {
		b.Fatal(err)
	}
	paragraph := "Elena Duarte said on Monday that the tunnel would open. \"It is late,\" she added, \"but safe.\" According to Tomas Berg, it is not.\n\n"
	hard := "\"we said that he said \"no\" and 'yes' , she said : "
	for name, unit := range map[string]string{"news": paragraph, "hard": hard} {
		for _, words := range []int{1000, 10000, 100000} {
			text := strings.Repeat(unit, words/len(strings.Fields(unit)))
			doc := s.engine.Analyze(text)
			published := graph.OnDay(graph.MakeDay(2025, 5, 9))
			who := coref.New(s.names.Gazetteer()).Resolve(doc, s.names.Find(doc), &published)
			dates := timex.Find(doc, &published)
			b.Run(fmt.Sprintf("%s/%d", name, words), func(b *testing.B) {
				for b.Loop() {
					s.statements.Find(doc, who, dates, nil)
				}
				b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
			})
		}
	}
}
