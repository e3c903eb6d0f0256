package name

import (
	"fmt"
	"strings"
	"testing"

	"dateline/loader/name/nametest"
)

func FuzzFind(f *testing.F) {
	finder, err := New()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"President of the of Peru and", "( UN ) U.S. - Iraq 's The the", "Kim Jong - un , who Secretary of State",
		"Ministry of the of for and & X Party", "MINISTER SAYS NO TO EUROPEAN UNION", "Dr. Dr. Dr. Prime Minister and", "\u00a0 \u2019s d'X ß İ \xff Al -",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		doc := nametest.Document(text)
		end := 0
		for _, m := range finder.Find(doc) {
			if m.Start < end || m.Start >= m.End || m.End > doc.Len() {
				t.Fatalf("mention [%d, %d) after %d in a text of %d", m.Start, m.End, end, doc.Len())
			}
			if doc.Slice(m.Start, m.End) != m.Text {
				t.Fatalf("mention %q is %q in the text", m.Text, doc.Slice(m.Start, m.End))
			}
			if m.Kind == none || m.Confidence <= 0 || m.Confidence >= 1 {
				t.Fatalf("mention %q of kind %q with confidence %v", m.Text, m.Kind, m.Confidence)
			}
			end = m.End
		}
	})
}

// BenchmarkFind shows that the time a word takes does not grow with the text.
func BenchmarkFind(b *testing.B) {
	finder, err := New()
	if err != nil {
		b.Fatal(err)
	}
	const passage = "President Ana Flores of Peru met Foreign Minister Kofi Mensah and the Ministry of Health in Accra while her party and the government said , Bank Bank Bank of Ghana "
	for _, n := range []int{30, 3000, 30000} {
		doc := nametest.Document(strings.Repeat(passage, n))
		b.Run(fmt.Sprint(len(doc.Tokens)), func(b *testing.B) {
			for b.Loop() {
				finder.Find(doc)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(doc.Tokens)), "ns/token")
		})
	}
}
