package event

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
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
	// target are known. who: only with an object that is known. state: only
	// where a country or its forces do it. crowd: only where a crowd does it. neg:
	// only where it is negated.
	clause, both, who, state, crowd, neg bool
	// what: only with an object of this class of nouns; `none`: only without
	// one. not: only without such an object. as: only where a word of the
	// class is said of the object.
	what, not, as string
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
	for _, file := range []struct {
		name string
		into map[string][]frame
	}{{"data/verbs.tsv", l.verbs}, {"data/nouns.tsv", l.nouns}} {
		text, err := data.ReadFile(file.name)
		if err != nil {
			return nil, err
		}
		for n, line := range strings.Split(string(text), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			columns := strings.Split(line, "\t")
			if len(columns) != 4 {
				return nil, fmt.Errorf("event: %s line %d has %d columns, not 4", file.name, n+1, len(columns))
			}
			l.add(columns, file.into)
		}
	}
	return l, nil
}

func (l *lexicon) add(columns []string, into map[string][]frame) {
	lemmas := strings.Fields(columns[3])
	if columns[0] == "class" {
		l.classes[columns[1]] = map[string]bool{}
		for _, lemma := range lemmas {
			l.classes[columns[1]][lemma] = true
			if strings.Contains(lemma, "_") {
				l.joined[lemma] = true
			}
		}
		return
	}
	f := frame{kind: graph.EventType(columns[0]), mode: strings.Trim(columns[1], "-")}
	for _, word := range strings.Fields(columns[2]) {
		f.set(word)
	}
	for _, lemma := range lemmas {
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
	case "state":
		f.state = true
	case "crowd":
		f.crowd = true
	case "neg":
		f.neg = true
	case "none":
	default:
		f.preps = append(f.preps, word)
	}
}

func (f frame) takes(prep string) bool { return slices.Contains(f.preps, prep) }
