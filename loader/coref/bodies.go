package coref

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// inferBodies tells of which country a national office is when the words
// beside it do not: "President Macron" in an article on France. It is the
// country that the article names most, counting twice the sentences that name
// the holder, if it leads clearly and nobody else holds that office of it.
func (a *article) inferBodies() {
	sentences := a.countrySentences()
	for i := range a.roles {
		r := &a.roles[i]
		if r.Of < 0 {
			r.Of = a.saidElsewhere(*r)
		}
		if r.Of < 0 && a.gazetteer.National(r.Title) {
			r.Of = a.likelyCountry(*r, sentences)
		}
	}
}

// saidElsewhere is the country or body that the text gives for the same role
// of the same person in another place, -1 if it gives none.
func (a *article) saidElsewhere(r Role) int {
	for _, other := range a.roles {
		if other.Holder == r.Holder && other.Of >= 0 && other.Title == r.Title {
			return other.Of
		}
	}
	return -1
}

// countrySentences gives the sentences that name each country, once for each
// mention.
func (a *article) countrySentences() map[int][]int {
	sentences := map[int][]int{}
	for _, m := range a.mentions {
		if m.Entity >= 0 && a.entities[m.Entity].Kind == graph.Country {
			sentences[m.Entity] = append(sentences[m.Entity], a.doc.Tokens[m.Head].Sentence)
		}
	}
	return sentences
}

func (a *article) likelyCountry(r Role, sentences map[int][]int) int {
	own := map[int]bool{}
	for _, m := range a.mentions {
		if m.Entity == r.Holder {
			own[a.doc.Tokens[m.Head].Sentence] = true
		}
	}
	type scored struct{ country, score int }
	var all []scored
	for country, in := range sentences {
		if a.heldByOther(r, country) {
			continue
		}
		score := len(in)
		for _, s := range in {
			if own[s] {
				score++
			}
		}
		all = append(all, scored{country, score})
	}
	slices.SortFunc(all, func(x, y scored) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.country, y.country))
	})
	if len(all) == 0 || len(all) > 1 && all[0].score*2 < all[1].score*3 {
		return -1
	}
	return all[0].country
}

// heldByOther tells whether the text gives an office of a country to someone else.
func (a *article) heldByOther(r Role, country int) bool {
	for _, other := range a.roles {
		if other.Holder != r.Holder && other.Of == country && other.Title == r.Title {
			return true
		}
	}
	return false
}
