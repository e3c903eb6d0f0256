//go:build unix

package loader

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/loader/coref"
	"dateline/loader/event"
	"dateline/loader/identity"
	"dateline/loader/language"
	"dateline/loader/link"
	"dateline/loader/name"
	"dateline/loader/policy"
	"dateline/loader/statement"
	"dateline/loader/timex"
)

// cpu is the CPU time that the process has used, garbage collection included.
func cpu() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// samples are the articles that come with the program.
func samples(b *testing.B) []graph.Article {
	b.Helper()
	file, err := os.Open("../cmd/dateline/sample/articles.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	var list []graph.Article
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var line struct {
			ID        string
			Text      string
			Published string `json:"published_at"`
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			b.Fatal(err)
		}
		day, err := graph.ParseDay(line.Published[:len("2006-01-02")])
		if err != nil {
			b.Fatal(err)
		}
		published := graph.OnDay(day)
		list = append(list, graph.Article{ID: graph.HashID("article", line.ID), Key: line.ID, Text: line.Text, Published: &published,
			Language: "en", Version: line.Published + line.ID, Hash: line.ID})
	}
	if err := lines.Err(); err != nil {
		b.Fatal(err)
	}
	return list
}

// staged is an article with what the stages before one have found in it.
type staged struct {
	graph.Article
	document   *language.Document
	mentions   []name.Mention
	who        *coref.Result
	dates      []timex.Expression
	policies   *policy.Result
	statements []statement.Statement
	events     []event.Event
}

// BenchmarkStages tells how many words a second each stage reads, given what
// the stages before it found. Words are tokens, a second is one of CPU time,
// and the articles are the sample's.
func BenchmarkStages(b *testing.B) {
	p, err := NewPipeline(language.Config{})
	if err != nil {
		b.Fatal(err)
	}
	var all []*staged
	words := 0
	for _, a := range samples(b) {
		all = append(all, &staged{Article: a})
	}
	for _, stage := range []struct {
		name string
		find func(*staged)
	}{
		{"language", func(s *staged) { s.document = p.engine.Analyze(s.Text) }},
		{"name", func(s *staged) { s.mentions = p.names.Find(s.document) }},
		{"coref", func(s *staged) { s.who = p.coref.Resolve(s.document, s.mentions, s.Published) }},
		{"timex", func(s *staged) { s.dates = timex.Find(s.document, s.Published) }},
		{"policy", func(s *staged) { s.policies = p.policies.Find(s.document, s.who, s.dates) }},
		{"statement", func(s *staged) { s.statements = p.statements.Find(s.document, s.who, s.dates, s.policies) }},
		{"event", func(s *staged) {
			s.events = p.events.Find(s.document, s.who, s.dates, s.policies, s.statements)
		}},
		{"link", func(s *staged) { link.Assemble(p.Extractor(), s.found()) }},
	} {
		for _, s := range all {
			stage.find(s) // the later ones need it, whichever of them are run
		}
		if words == 0 {
			for _, s := range all {
				words += len(s.document.Tokens)
			}
		}
		b.Run(stage.name, func(b *testing.B) {
			start := cpu()
			for b.Loop() {
				for _, s := range all {
					stage.find(s)
				}
			}
			b.ReportMetric(float64(words)*float64(b.N)/(cpu()-start).Seconds(), "words/cpu-s")
		})
	}
	b.Run("identity", func(b *testing.B) {
		var spent time.Duration
		for b.Loop() {
			spent += resolved(b, p, all)
		}
		b.ReportMetric(float64(words)*float64(b.N)/spent.Seconds(), "words/cpu-s")
	})
}

func (s *staged) found() link.Found {
	return link.Found{Published: s.Published, Document: s.document, Coref: s.who, Dates: s.dates, Policies: s.policies,
		Statements: s.statements, Events: s.events, MainDate: event.MainDate(s.events, s.dates, s.Published)}
}

// resolved puts articles into an empty store and gives the CPU time that
// identity takes over them.
func resolved(b *testing.B, p *Pipeline, all []*staged) time.Duration {
	b.Helper()
	store, err := sqlite.Open(b.Context(), sqlite.Config{Path: ":memory:"})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	var readings []graph.Reading
	for _, s := range all {
		r := graph.Reading{Article: s.Article, Extraction: link.Assemble(p.Extractor(), s.found())}
		r.Members = identity.Members(r)
		readings = append(readings, r)
	}
	if _, err := store.Put(b.Context(), readings); err != nil {
		b.Fatal(err)
	}
	start := cpu()
	if err := identity.Resolve(b.Context(), store); err != nil {
		b.Fatal(err)
	}
	return cpu() - start
}

// BenchmarkLength runs all stages on one article of a thousand words and of
// many more: the time is to grow as the length does.
func BenchmarkLength(b *testing.B) {
	p, err := NewPipeline(language.Config{})
	if err != nil {
		b.Fatal(err)
	}
	var fields []string
	for _, a := range samples(b) {
		fields = append(fields, strings.Split(a.Text, " ")...)
	}
	day := graph.OnDay(graph.MakeDay(2025, time.June, 2))
	for _, length := range []int{1_000, 10_000, 100_000, 1_000_000} {
		var text strings.Builder
		for i := range length {
			text.WriteString(fields[i%len(fields)])
			text.WriteByte(' ')
		}
		article := graph.Article{Text: text.String(), Published: &day, Language: "en"}
		b.Run(fmt.Sprint("words=", length), func(b *testing.B) {
			start := cpu()
			for b.Loop() {
				p.Extract(article)
			}
			b.ReportMetric(float64(length)*float64(b.N)/(cpu()-start).Seconds(), "words/cpu-s")
		})
	}
}
