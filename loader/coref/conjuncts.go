package coref

import (
	"sort"

	"dateline/graph"
	"dateline/loader/language"
)

// Conjuncts are a noun and those coordinated with it, as in the tree, and the
// people whom the tree hangs on an apposition in between: in "Aas, the minister
// of Norway, and Holm, the envoy, met" Holm stands beside Norway there.
func (r *Result) Conjuncts(doc *language.Document, head int) []int {
	list := doc.Conjuncts(head)
	there := map[int]bool{}
	for _, i := range list {
		there[i] = true
	}
	for k := 0; k < len(list); k++ {
		if !r.Person(list[k]) {
			continue
		}
		for _, c := range doc.Children(list[k]) {
			if doc.Tokens[c].Dep != "appos" || r.Person(int(c)) {
				continue
			}
			span := doc.SubtreeRange(int(c))
			for i := int(c) + 1; i < min(span.End, int(c)+widestApposition); i++ {
				t := doc.Tokens[i]
				if t.Dep == "conj" && !there[i] && r.Person(i) && !r.Person(t.Head) && r.setOff(doc, i) {
					list, there[i] = append(list, i), true
				}
			}
		}
	}
	sort.Ints(list)
	return list
}

// widestApposition bounds the tokens of an apposition that are looked through.
const widestApposition = 40

// Person tells whether a token heads a person's name.
func (r *Result) Person(token int) bool {
	m := r.HeadedBy(token)
	return m >= 0 && r.Mentions[m].Entity >= 0 && r.Entities[r.Mentions[m].Entity].Kind == graph.Person
}

// setOff tells whether a comma and "and" stand before a name.
func (r *Result) setOff(doc *language.Document, head int) bool {
	and := r.Mentions[r.HeadedBy(head)].Tokens.First - 1
	return and > 0 && doc.Tokens[and].Dep == "cc" && doc.Tokens[and-1].Text == ","
}
