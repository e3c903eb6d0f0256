package statement

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// nameLength is the number of tokens that a poster's name may have.
const nameLength = 10

// fromPosts finds embedded posts: words followed by "— Name (@handle) May 5,
// 2025" in the same paragraph or the next.
func (r *reading) fromPosts() []draft {
	var drafts []draft
	for i := range r.doc.Tokens {
		if !strings.HasPrefix(r.lower[i], "@") || i < 2 || r.lower[i-1] != "(" {
			continue
		}
		p := r.paragraph[i]
		dash := r.dashBefore(i - 1)
		if dash < 0 || dash+1 >= i-1 {
			continue
		}
		content := language.Range{First: r.paragraphs[p].First, End: dash}
		if r.words(content) == 0 && p > 0 {
			content = r.paragraphs[p-1]
		}
		if r.words(content) == 0 {
			continue
		}
		for content.End > content.First && (!r.word(content.End-1) || address(r.lower[content.End-1])) {
			content.End--
		}
		name := language.Range{First: dash + 1, End: i - 1}
		drafts = append(drafts, draft{cue: -1, entry: entry{class: speech, act: graph.Assert}, rule: "post", source: source{name, r.headOf(name)},
			content: run(content), quoted: true, posted: r.dateIn(language.Range{First: i, End: r.paragraphs[p].End}), confidence: 0.9})
	}
	return drafts
}

// dashBefore is the dash that opens the name of a poster, -1 if there is none.
func (r *reading) dashBefore(i int) int {
	for k := i - 1; k >= r.paragraphs[r.paragraph[i]].First && k > i-nameLength; k-- {
		if strings.HasSuffix(r.lower[k], "—") || r.lower[k] == "–" || r.lower[k] == "--" || r.lower[k] == "-" {
			return k
		}
	}
	return -1
}

func address(text string) bool {
	return strings.HasPrefix(text, "http") || strings.HasPrefix(text, "pic.twitter.com")
}

// headOf is the token of a run whose head stands outside of it, the last if
// there are several.
func (r *reading) headOf(s language.Range) int {
	for i := s.End - 1; i >= s.First; i-- {
		if h := r.token(i).Head; (h < s.First || h >= s.End || h == i) && r.word(i) {
			return i
		}
	}
	return s.End - 1
}

// dateIn is the index of the first date with calendar days in a run, -1 if there is none.
func (r *reading) dateIn(s language.Range) int {
	for k, e := range r.dates {
		if e.Tokens.First >= s.First && e.Tokens.End <= s.End && e.Date != nil {
			return k
		}
	}
	return -1
}
