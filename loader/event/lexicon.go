package event

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/table"
)

//go:embed data/*.tsv
var data embed.FS

// A frame says which type of event a word carries and who is its target.
type frame struct {
	kind graph.EventType
	mode string
	// object: the direct object is the target. preps: what stands after one
	// of these prepositions is. asked: the subject of the clause that the
	// word takes is. done: so are the targets of its infinitive.
	object, asked, done bool
	preps               []string
	// reciprocal: several subjects, or subject and "with", do it to each other.
	reciprocal bool
	// clause: only with a clausal complement. both: only where actor and
	// target are known. who: only with an object that is known, human: which is
	// no organization. state: only
	// where a country or its forces do it. crowd: only where a crowd does it. neg:
	// only where it is negated.
	// victim: the possessor of a noun is the target.
	clause, both, who, human, state, crowd, neg, victim bool
	// what: only with an object of this class of nouns; `none`: only without
	// one. not: only without such an object. as: only where a word of the
	// class is said of the object.
	// no: only without this preposition. doer: only where a noun of the class does it.
	what, not, as, no, doer string
}

// A lexicon holds the frames of verbs and nouns by lemma, and the classes of
// nouns that frames ask for.
type lexicon struct {
	verbs, nouns map[string][]frame
	classes      map[string]map[string]bool
	// joined are the nouns of two words in the classes ("hunger_strike").
	joined map[string]bool
}

func readLexicon() (*lexicon, error) {
	l := &lexicon{verbs: map[string][]frame{}, nouns: map[string][]frame{}, classes: map[string]map[string]bool{}, joined: map[string]bool{}}
	frames := func(into map[string][]frame) func(columns []string) {
		return func(columns []string) { add(columns, into) }
	}
	for _, file := range []struct {
		name    string
		columns int
		take    func(columns []string)
	}{{"data/classes.tsv", 2, l.class}, {"data/verbs.tsv", 4, frames(l.verbs)}, {"data/nouns.tsv", 4, frames(l.nouns)}} {
		take := func(columns []string) error { file.take(columns); return nil }
		if err := table.Read(data, file.name, file.columns, take); err != nil {
			return nil, fmt.Errorf("event: %w", err)
		}
	}
	return l, nil
}

// class takes up a line of classes.tsv: the class and its lemmas.
func (l *lexicon) class(columns []string) {
	class := map[string]bool{}
	for _, lemma := range strings.Fields(columns[1]) {
		class[lemma] = true
		if strings.Contains(lemma, "_") {
			l.joined[lemma] = true
		}
	}
	l.classes[columns[0]] = class
}

// is tells whether a lemma is of a class.
func (l *lexicon) is(class, lemma string) bool { return l.classes[class][lemma] }

// add takes up a line of frames: type, mode, frame and lemmas.
func add(columns []string, into map[string][]frame) {
	f := frame{kind: graph.EventType(columns[0]), mode: strings.Trim(columns[1], "-")}
	for _, word := range strings.Fields(columns[2]) {
		f.set(word)
	}
	for _, lemma := range strings.Fields(columns[3]) {
		into[lemma] = append(into[lemma], f)
	}
}

// set takes up one word of a frame as the files write it.
func (f *frame) set(word string) {
	condition, class, _ := strings.Cut(word, "=")
	switch condition {
	case "what":
		f.what = class
	case "not":
		f.not = class
	case "no":
		f.no = class
	case "doer":
		f.doer = class
	case "as":
		f.as = class
	case "obj":
		f.object = true
	case "asked":
		f.asked = true
	case "done":
		f.done = true
	case "recip":
		f.reciprocal = true
	case "clause":
		f.clause = true
	case "both":
		f.both = true
	case "who":
		f.who = true
	case "human":
		f.who, f.human = true, true
	case "state":
		f.state = true
	case "crowd":
		f.crowd = true
	case "neg":
		f.neg = true
	case "victim":
		f.victim = true
	case "none":
	default:
		f.preps = append(f.preps, word)
	}
}

func (f frame) takes(prep string) bool { return slices.Contains(f.preps, prep) }
