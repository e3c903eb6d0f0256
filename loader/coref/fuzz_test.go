package coref

import (
	"fmt"
	"strings"
	"testing"

	"dateline/loader/name"
	"dateline/loader/name/nametest"
)

func finderAndResolver(tb testing.TB) (*name.Finder, *Resolver) {
	finder, err := name.New()
	if err != nil {
		tb.Fatal(err)
	}
	return finder, New(finder.Gazetteer())
}

func FuzzResolve(f *testing.F) {
	finder, resolver := finderAndResolver(f)
	for _, seed := range []string{
		"President Ana Flores , the president of Peru 's he", "He said she said the Mexican president , the former president of",
		"Trump and Melania Trump and Ivanka Trump . Trump", "then - ex - former new president and CEO and minister", "the Greek government the country the company Nokia", "Ann Lee , who became chancellor of Peru as he his it its president",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := nametest.Document(strings.ToValidUTF8(text, "?"))
		r := resolver.Resolve(doc, finder.Find(doc), nil)
		for i, m := range r.Mentions {
			if i > 0 && m.Start < r.Mentions[i-1].Start || m.Start >= m.End || doc.Slice(m.Start, m.End) != m.Text {
				t.Fatalf("mention %d: [%d, %d) %q", i, m.Start, m.End, m.Text)
			}
			if m.Entity >= len(r.Entities) || m.Entity >= 0 && len(m.Candidates) > 0 {
				t.Fatalf("mention %q means %d of %d, candidates %v", m.Text, m.Entity, len(r.Entities), m.Candidates)
			}
			if m.Head < m.Tokens.First || m.Head >= m.Tokens.End {
				t.Fatalf("head %d of mention %q outside of %v", m.Head, m.Text, m.Tokens)
			}
		}
		for i, e := range r.Entities {
			if len(e.Mentions) == 0 && !e.Implied {
				t.Fatalf("entity %d, %q, is never meant", i, e.Name)
			}
		}
		for _, role := range r.Roles {
			if role.Title == "" || role.Holder < 0 || role.Holder >= len(r.Entities) || role.Of >= len(r.Entities) {
				t.Fatalf("role %+v among %d entities", role, len(r.Entities))
			}
		}
	})
}

// BenchmarkResolve shows that the time a word takes does not grow with the text.
func BenchmarkResolve(b *testing.B) {
	finder, resolver := finderAndResolver(b)
	const passage = "President Ana Flores of Peru met Foreign Minister Kofi Mensah and the Ministry of Health in Accra while her party and the government said he , the minister , "
	for _, n := range []int{30, 3000, 30000} {
		doc := nametest.Document(strings.Repeat(passage, n))
		mentions := finder.Find(doc)
		b.Run(fmt.Sprint(len(doc.Tokens)), func(b *testing.B) {
			for b.Loop() {
				resolver.Resolve(doc, mentions, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(doc.Tokens)), "ns/token")
		})
	}
}
