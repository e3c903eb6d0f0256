package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
)

// A reading is one text with what the sources of candidates ask about its tokens.
type reading struct {
	gazetteer *gazetteer.Gazetteer
	doc       *language.Document
	// keys are the tokens as the gazetteer writes them, lower the same in lower case.
	keys, lower []string
	// capital tells that a token begins with a capital letter, loud that it
	// stands in a line all in capitals.
	capital, loud []bool
	// headline tells that most words of a token's line are capitalised, so
	// that a capital tells nothing.
	headline []bool
	// titles are the ends of the titles that begin at each token.
	titles []int32
	// office tells that a token is within a capitalised title of several words.
	office []bool
}

func newReading(g *gazetteer.Gazetteer, doc *language.Document) *reading {
	n := len(doc.Tokens)
	r := &reading{gazetteer: g, doc: doc, keys: make([]string, n), lower: make([]string, n),
		capital: make([]bool, n), loud: make([]bool, n), headline: make([]bool, n), office: make([]bool, n), titles: make([]int32, n)}
	for i, t := range doc.Tokens {
		r.keys[i] = gazetteer.Key(t.Text)
		r.lower[i] = strings.ToLower(r.keys[i])
		r.capital[i] = capitalised(r.keys[i])
	}
	for _, s := range doc.Sentences {
		first := s.First
		for i := s.First; i <= s.End; i++ {
			if i == s.End || doc.Tokens[i].Tag == "_SP" && strings.Contains(doc.Tokens[i].Text, "\n") {
				r.measure(first, i)
				first = i
			}
		}
	}
	for i := range r.keys {
		r.titles[i] = int32(r.findTitle(i))
		if end := r.titleFrom(i); end > i+1 && r.capital[end-1] {
			for j := i; j < end; j++ {
				r.office[j] = r.gazetteer.Sector(r.keys[j]) != "LEG"
			}
		}
	}
	return r
}

// measure tells how many words of a line of a sentence have capitals.
func (r *reading) measure(first, end int) {
	var words, capitals, small int
	for i := first; i < end; i++ {
		if len(r.keys[i]) < 4 || !unicode.IsLetter(firstRune(r.keys[i])) {
			continue
		}
		words++
		if r.capital[i] {
			capitals++
		}
		if r.keys[i] != strings.ToUpper(r.keys[i]) {
			small++
		}
	}
	for i := first; i < end; i++ {
		r.loud[i] = words > 2 && small == 0
		r.headline[i] = words > 3 && capitals*10 >= words*8
	}
}

// capitalised tells whether a word begins with a capital, perhaps after an
// elided article: d'Estaing.
func capitalised(word string) bool {
	if len(word) > 2 && word[1] == '\'' && (word[0] == 'd' || word[0] == 'l') {
		word = word[2:]
	}
	return unicode.IsUpper(firstRune(word))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// proper tells whether a token is tagged as a proper noun.
func (r *reading) proper(i int) bool { return strings.HasPrefix(r.doc.Tokens[i].Tag, "NNP") }

// nameWord tells whether a token can stand in a name: it is capitalised and
// is no function word at the start of a sentence.
func (r *reading) nameWord(i int) bool {
	if i < 0 || i >= len(r.keys) || !r.capital[i] || r.gazetteer.Uses(r.keys[i], gazetteer.Break) {
		return false
	}
	switch r.doc.Tokens[i].POS {
	case "PROPN", "ADJ", "NOUN", "X":
		return !r.starts(i) || r.proper(i)
	case "ADV", "VERB", "INTJ", "NUM":
		return !r.starts(i) && !r.headline[i]
	}
	return r.proper(i)
}

// starts tells whether a token is the first word of its sentence, or follows
// an opening quotation mark or a colon.
func (r *reading) starts(i int) bool {
	first := r.doc.Sentences[r.doc.Tokens[i].Sentence].First
	for i--; i >= first; i-- {
		switch t := r.doc.Tokens[i]; {
		case t.Tag == "_SP":
		case t.Text == ":" || t.Text == "“" || t.Text == "\"" || t.Text == "``" || t.Text == "•" || t.Text == "-":
			return true
		default:
			return false
		}
	}
	return true
}

// adjacent tells whether token i and the one before it stand in one sentence
// on one line.
func (r *reading) adjacent(i int) bool {
	return i > 0 && i < len(r.doc.Tokens) && r.doc.Tokens[i].Tag != "_SP" && r.doc.Tokens[i-1].Tag != "_SP" &&
		r.doc.Tokens[i].Sentence == r.doc.Tokens[i-1].Sentence
}

// touching tells whether nothing stands between token i and the one before it.
func (r *reading) touching(i int) bool {
	return i > 0 && i < len(r.doc.Tokens) && r.doc.Tokens[i].Start == r.doc.Tokens[i-1].End
}

// longestName is the number of tokens of the longest listed names.
const longestName = 12

// listed gives the longest run from token i that the gazetteer lists, and its
// meanings.
func (r *reading) listed(i int) (end int, entries []gazetteer.Entry) {
	var key strings.Builder
	for j := i; j < len(r.keys) && j < i+longestName; j++ {
		if j > i && !r.adjacent(j) {
			break
		}
		if j > i && !r.touching(j) {
			key.WriteByte(' ')
		}
		if r.loud[i] {
			key.WriteString(r.lower[j])
		} else {
			key.WriteString(r.keys[j])
		}
		found := r.gazetteer.Lookup(key.String())
		if r.loud[i] {
			found = r.gazetteer.LookupFolded(key.String())
		}
		if found != nil {
			end, entries = j+1, found
		}
	}
	return end, entries
}

// person gives the end of the longest person's name that begins at token i:
// capitalised words, initials, and particles or hyphens between them; i if
// there is none.
func (r *reading) person(i int) int {
	end, most := i, longestName
	if i < len(r.keys) && r.loud[i] { // a first name and a surname, or a surname
		if most = 1; r.isGiven(i) {
			most = 2
		}
	}
	for j := i; j < len(r.keys) && j < i+most; j++ {
		if j > i && !r.adjacent(j) {
			break
		}
		switch {
		case r.gazetteer.Uses(r.keys[j], gazetteer.Break):
			return end
		case r.keys[j] == "-" && j > i && r.touching(j) && r.touching(j+1):
		case r.particle(j) && !r.loud[j] && r.nameFollows(j):
			if r.capital[j] {
				end = j + 1
			}
		case j > i+1 && r.keys[j-1] == "-" && !r.capital[j] && end == j-1 && end > i && r.proper(j) && r.nameWord(j-2) && (j-2 > i || j+1 < len(r.keys) && r.capital[j+1] && r.proper(j+1) && !r.starts(i)):
			end = j + 1
		case r.capital[j] && (r.proper(j) || r.isGiven(j) || j > i && r.nameWord(j)) && !r.ends(j, i):
			end = j + 1
		case end == j && (r.lower[j] == "jr." || r.lower[j] == "sr." || r.keys[j] == "II" || r.keys[j] == "III"):
			return j + 1
		default:
			return end
		}
	}
	return end
}

// particle tells whether a token joins the parts of a person's name.
func (r *reading) particle(i int) bool { return r.gazetteer.Uses(r.lower[i], gazetteer.Particle) }

// nameFollows tells whether a capitalised word follows a particle, perhaps
// after another one or a hyphen.
func (r *reading) nameFollows(i int) bool {
	for j := i + 1; j < len(r.keys) && j <= i+3; j++ {
		if r.capital[j] {
			return true
		}
		if r.keys[j] != "-" && !r.particle(j) {
			return false
		}
	}
	return false
}

// ends tells whether a capitalised word cannot be a part of the person's name
// that began before it.
func (r *reading) ends(j, first int) bool {
	if r.gazetteer.Sector(r.keys[j]) != "" && j > first {
		return true
	}
	title, ok := r.gazetteer.Title(r.lower[j])
	if !ok || j == first || len(r.keys[j]) < 4 || r.gazetteer.Surname(r.keys[j]) {
		return false
	}
	return r.headline[j] || title.Kind != gazetteer.Job && j+1 < len(r.keys) && r.isGiven(j+1) // a title and the next name
}

func (r *reading) isGiven(i int) bool {
	_, ok := r.gazetteer.Given(r.keys[i])
	return ok && r.capital[i]
}
