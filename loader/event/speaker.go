package event

import (
	"dateline/loader/language"
	"dateline/loader/statement"
)

// speakers gives for each token who says it, -1 for what nobody says.
func speakers(doc *language.Document, said []statement.Statement) []int {
	by := make([]int, len(doc.Tokens))
	for i := range by {
		by[i] = -1
	}
	for _, s := range said {
		for _, span := range s.Content {
			for i := doc.TokenAt(span.Start); i < len(doc.Tokens) && doc.Tokens[i].Start < span.End; i++ {
				by[i] = s.Speaker
			}
		}
	}
	return by
}
