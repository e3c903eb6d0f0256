package policy

import (
	"fmt"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/language"
	"dateline/loader/name"
	"dateline/loader/name/nametest"
	"dateline/loader/timex"
)

// FuzzFind holds that any text gives spans inside it and indexes that exist,
// whatever tree the tokens stand in.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{"", "Bill", "The Bill of the Bill for the Bill", "\"a \" plan", "ban ban ban\nban", "Kenya banned it. It expired.",
		"plan - plan — plan\n\n- plan", "Operation Safe Harbour Act of 1867 \"one, two\" model", strings.Repeat("the offer to ", 200)} {
		f.Add(seed, uint8(3))
	}
	names, err := name.New()
	if err != nil {
		f.Fatal(err)
	}
	resolver := coref.New(names.Gazetteer())
	finder, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, step uint8) {
		doc := labelled(nametest.Document(text), int(step))
		who := resolver.Resolve(doc, names.Find(doc), nil)
		check(t, doc, who, finder.Find(doc, who, timex.Find(doc, nil)))
	})
}

// labelled hangs labels that the stage looks for on the arcs of a document.
func labelled(doc *language.Document, step int) *language.Document {
	labels := []string{"dobj", "nsubj", "prep", "pobj", "acl", "relcl", "xcomp", "ccomp", "conj", "amod", "compound", "poss", "nsubjpass", "advcl"}
	tags := [][2]string{{"NN", "NOUN"}, {"VBD", "VERB"}, {"IN", "ADP"}, {"VB", "VERB"}, {"NNP", "PROPN"}, {"VBN", "VERB"}}
	tokens := append([]language.Token(nil), doc.Tokens...)
	for i := range tokens {
		if tokens[i].Head != i {
			tokens[i].Dep = labels[(i*step)%len(labels)]
		}
		if tokens[i].POS != "SPACE" && i%3 == 1 {
			tokens[i].Tag, tokens[i].POS = tags[(i+step)%len(tags)][0], tags[(i+step)%len(tags)][1]
		}
	}
	return language.NewDocument(doc.Text, tokens, doc.Sentences, doc.Names)
}

func check(t *testing.T, doc *language.Document, who *coref.Result, r *Result) {
	t.Helper()
	inside := func(what string, run language.Range) {
		if run.First < 0 || run.First >= run.End || run.End > len(doc.Tokens) {
			t.Fatalf("%s covers the tokens %d to %d of %d", what, run.First, run.End, len(doc.Tokens))
		}
	}
	entities := func(what string, list []int) {
		for _, e := range list {
			if e < 0 || e >= len(who.Entities) {
				t.Fatalf("%s: entity %d of %d", what, e, len(who.Entities))
			}
		}
	}
	for i, p := range r.Policies {
		entities("proposers", p.Proposers)
		entities("targets", p.Targets)
		if p.Entity.Kind != graph.Policy || p.Entity.Policy == nil || len(p.Mentions) == 0 {
			t.Fatalf("policy %d is incomplete: %+v", i, p)
		}
		for _, m := range p.Mentions {
			inside("mention", m.Tokens)
			if m.Head < m.Tokens.First || m.Head >= m.Tokens.End {
				t.Fatalf("head %d outside of its mention %v", m.Head, m.Tokens)
			}
			if r.At(m.Head) < 0 {
				t.Fatalf("nothing at the head of a mention of policy %d", i)
			}
		}
	}
	for _, s := range r.Stages {
		inside("stage", s.Tokens)
		entities("actors", s.Actors)
		if s.Policy < 0 || s.Policy >= len(r.Policies) || s.Trigger < s.Tokens.First || s.Trigger >= s.Tokens.End {
			t.Fatalf("stage %+v of %d policies", s, len(r.Policies))
		}
	}
}

// BenchmarkFind shows that the time for a word does not grow with the text.
func BenchmarkFind(b *testing.B) {
	bench := newBench(b)
	text := "Kenya announced a coffee tariff on Tuesday. Malawi rejected the tariff, which takes effect in May. " +
		"Parliament passed a bill to ban plastic bags. The bill was signed by the president. "
	for _, n := range []int{1_000, 10_000, 100_000} {
		doc := bench.engine.Analyze(strings.Repeat(text, n/30))
		who := bench.coref.Resolve(doc, bench.names.Find(doc), nil)
		dates := timex.Find(doc, nil)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				bench.finder.Find(doc, who, dates)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Tokens)), "ns/token")
		})
	}
}
