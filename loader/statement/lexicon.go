package statement

import (
	"embed"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/loader/table"
)

//go:embed data/*.tsv
var data embed.FS

// A class groups cues by what they attribute; data/verbs.tsv lists them.
type class string

const (
	speech     class = "speech"
	directive  class = "directive"
	commissive class = "commissive"
	verdict    class = "verdict"
	show       class = "show"
	belief     class = "belief"
	knowledge  class = "knowledge"
	feeling    class = "feeling"
	desire     class = "desire"
	plan       class = "plan"
	perception class = "perception"
	document   class = "document"
	vehicle    class = "vehicle"
)

// confidences tell how sure a cue of a class is to report a statement.
var confidences = map[class]float64{speech: 0.85, directive: 0.8, commissive: 0.75, verdict: 0.7, show: 0.6, belief: 0.6,
	knowledge: 0.5, feeling: 0.5, desire: 0.5, plan: 0.5, perception: 0.4, document: 0.6, vehicle: 0.6}

// The frames of data/verbs.tsv that are no prepositions.
const (
	that     = "that"
	quote    = "quote"
	to       = "to"
	ing      = "ing"
	object   = "object"
	hearer   = "hearer"
	hearerTo = "hearer-to"
	asFrame  = "as"
	onFrame  = "on-hearer"
	quoted   = "quoted"
	onPolicy = "policy"
)

// An entry is a line of a lexicon: what a cue attributes, and what it takes.
type entry struct {
	class  class
	act    graph.Act
	frames []string
}

func (e entry) has(frame string) bool {
	for _, f := range e.frames {
		if f == frame {
			return true
		}
	}
	return false
}

// prepositions are the frames that name one.
func (e entry) prepositions() []string {
	var list []string
	for _, f := range e.frames {
		switch f {
		case that, quote, to, ing, object, hearer, hearerTo, asFrame, onFrame, quoted, onPolicy:
		default:
			list = append(list, f)
		}
	}
	return list
}

// A lexicon holds the cues by lemma.
type lexicon struct {
	verbs, nouns, adjectives map[string][]entry
	// phrases are sequences of words in lower case, by their first word.
	phrases map[string][][]string
	// acting, doing, coming, predicate and partisans give 1 or -1 for what a word
	// does to the policy below it, does as its verb, tells of its fate, says of it,
	// and for who is for or against it.
	acting, doing, coming, predicate, partisans map[string]int
}

func readLexicon() (*lexicon, error) {
	l := &lexicon{verbs: map[string][]entry{}, nouns: map[string][]entry{}, adjectives: map[string][]entry{}, phrases: map[string][][]string{},
		acting: map[string]int{}, doing: map[string]int{}, coming: map[string]int{}, predicate: map[string]int{}, partisans: map[string]int{}}
	for _, file := range []struct {
		name    string
		columns int
		row     func([]string) error
	}{
		{"verbs.tsv", 4, cuesInto(l.verbs)}, {"nouns.tsv", 3, cuesInto(l.nouns)}, {"adjectives.tsv", 3, cuesInto(l.adjectives)},
		{"stances.tsv", 3, l.readStance}, {"phrases.tsv", 1, l.readPhrase},
	} {
		if err := table.Read(data, "data/"+file.name, file.columns, file.row); err != nil {
			return nil, fmt.Errorf("statement: %w", err)
		}
	}
	return l, nil
}

func (l *lexicon) readPhrase(f []string) error {
	words := strings.Fields(f[0])
	l.phrases[words[0]] = append(l.phrases[words[0]], words)
	return nil
}

func (l *lexicon) readStance(f []string) error {
	into, ok := map[string]map[string]int{"on": l.acting, "by": l.doing, "ought": l.coming, "is": l.predicate, "who": l.partisans}[f[0]]
	sign, signed := map[string]int{"+": 1, "-": -1}[f[1]]
	if !ok || !signed {
		return fmt.Errorf("unknown place or sign %q", f[0]+f[1])
	}
	for _, lemma := range strings.Fields(f[2]) {
		into[lemma] = sign
	}
	return nil
}

// cuesInto reads rows of cues: class, act, frames (if there are four columns),
// lemmas.
func cuesInto(into map[string][]entry) func(f []string) error {
	return func(f []string) error {
		e := entry{class: class(f[0]), act: graph.Act(f[1])}
		if _, ok := confidences[e.class]; !ok {
			return fmt.Errorf("unknown class %q", f[0])
		}
		if len(f) == 4 {
			e.frames = strings.Fields(f[2])
		}
		for _, lemma := range strings.Fields(f[len(f)-1]) {
			into[lemma] = append(into[lemma], e)
		}
		return nil
	}
}
