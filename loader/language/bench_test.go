//go:build unix

package language

import (
	"encoding/json"
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// Benchmarks run over the texts of DATELINE_SPACY_TEXTS, or our own. Words are
// tokens; a second is one of CPU time, garbage collection included.

// cpu is the CPU time that the process has used.
func cpu() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// analyzeAll analyses texts with a new engine, whose caches are cold.
func analyzeAll(b *testing.B, texts []string, goroutines int) (words int, spent, elapsed time.Duration) {
	e := newEngine(b)
	counts := make([]int, goroutines)
	start, before := time.Now(), cpu()
	var group sync.WaitGroup
	var next atomic.Int64
	for g := range goroutines {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(texts); i = int(next.Add(1)) - 1 {
				counts[g] += len(e.Analyze(texts[i]).Tokens)
			}
		})
	}
	group.Wait()
	spent, elapsed = cpu()-before, time.Since(start)
	for _, n := range counts {
		words += n
	}
	return words, spent, elapsed
}

func BenchmarkAnalyze(b *testing.B) {
	texts := givenTexts(b)
	for _, goroutines := range []int{1, 2} {
		b.Run(fmt.Sprint("goroutines=", goroutines), func(b *testing.B) {
			var words int
			var spent, elapsed time.Duration
			for b.Loop() {
				n, s, t := analyzeAll(b, texts, goroutines)
				words, spent, elapsed = words+n, spent+s, elapsed+t
			}
			b.ReportMetric(float64(words)/spent.Seconds(), "words/cpu-s")
			b.ReportMetric(float64(words)/elapsed.Seconds(), "words/s")
		})
	}
}

// BenchmarkParts tells how the time of an analysis divides.
func BenchmarkParts(b *testing.B) {
	texts := givenTexts(b)
	w := newEngine(b).newWorker()
	names := []string{"tokenizer", "words", "tagger+parser", "names", "attributes", "lemmas+document"}
	spent := make([]time.Duration, len(names))
	words := 0
	for b.Loop() {
		for _, text := range texts {
			at, part := cpu(), 0
			lap := func() {
				now := cpu()
				spent[part] += now - at
				at, part = now, part+1
			}
			cut := w.tokenizer.Tokenize(text)
			lap()
			w.look(text, cut)
			lap()
			tree := w.parse()
			lap()
			entities := w.find(tree.Starts)
			lap()
			w.ruler.Apply(w.words)
			lap()
			words += len(w.document(text, cut, tree, entities).Tokens)
			lap()
		}
	}
	for i, name := range names {
		b.ReportMetric(float64(spent[i].Nanoseconds())/float64(words), name+"-ns/word")
	}
}

// BenchmarkStart is the time until the first text can be analysed.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		newEngine(b)
	}
}

// BenchmarkSpaCy runs spaCy and the engine over the same texts, one thread each.
func BenchmarkSpaCy(b *testing.B) {
	if !required("spacy") {
		b.Skip("DATELINE_REQUIRE=spacy runs spaCy beside the engine")
	}
	texts := givenTexts(b)
	var theirs struct {
		Tokens  int
		Seconds float64
	}
	var words int
	var spent time.Duration
	for b.Loop() {
		if err := json.Unmarshal(askSpaCy(b, texts, "--time"), &theirs); err != nil {
			b.Fatal(err)
		}
		words, spent, _ = analyzeAll(b, texts, 1)
	}
	ours, spaCy := float64(words)/spent.Seconds(), float64(theirs.Tokens)/theirs.Seconds
	b.ReportMetric(ours, "words/cpu-s")
	b.ReportMetric(spaCy, "spacy-words/cpu-s")
	b.ReportMetric(ours/spaCy, "times")
}
