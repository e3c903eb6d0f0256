package policy

import (
	"embed"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/loader/table"
)

//go:embed data
var data embed.FS

// A strength tells how much a noun says by itself.
type strength string

const (
	strong strength = "strong"
	weak   strength = "weak"
	civil  strength = "civil"
	short  strength = "short"
	titled strength = "titled"
	proper strength = "name"
)

// An instrument is what a noun makes of the phrase that it heads.
type instrument struct {
	name string
	strength
}

// An act is what a verb does that makes a policy without naming it.
type act struct{ kind, instrument string }

// lexicon holds the word lists of the folder data, by lower-case lemma.
type lexicon struct {
	instruments map[string]instrument
	// stages are by frame and word.
	stages    map[string]map[string]graph.Stage
	attitudes map[string]bool
	empty     map[string]bool
	// passing are words that tell how a policy stands on a day.
	passing map[string]bool
	// containers are nouns that only measure what stands behind "of".
	containers map[string]bool
	// broad are words that many policies are about.
	broad map[string]bool
	// synonyms give the form of words in keys; nominal are these forms.
	synonyms map[string]string
	nominal  map[string]bool
	acts     map[string]act
	// classes are by class and word; governors are those that are modes.
	classes   map[string]map[string]bool
	governors map[string]mode
	// kin are the instruments that a short form of one may mean.
	kin map[string][]string
}

func readLexicon() (*lexicon, error) {
	l := &lexicon{instruments: map[string]instrument{}, stages: map[string]map[string]graph.Stage{}, attitudes: map[string]bool{}, empty: map[string]bool{}, passing: map[string]bool{},
		containers: map[string]bool{}, broad: map[string]bool{}, nominal: map[string]bool{}, synonyms: map[string]string{}, acts: map[string]act{}, kin: map[string][]string{},
		classes: map[string]map[string]bool{}, governors: map[string]mode{}}
	for _, file := range []struct {
		name   string
		fields int
		row    func([]string)
	}{
		{"instruments.tsv", 3, func(f []string) {
			for _, w := range words(f[2]) {
				l.instruments[w] = instrument{f[0], strength(f[1])}
			}
		}},
		{"stages.tsv", 3, func(f []string) {
			if l.stages[f[0]] == nil {
				l.stages[f[0]] = map[string]graph.Stage{}
			}
			for _, w := range words(f[2]) {
				l.stages[f[0]][w] = graph.Stage(f[1])
			}
		}},
		{"synonyms.tsv", 2, func(f []string) {
			for _, w := range words(f[1]) {
				l.synonyms[w], l.nominal[f[0]] = f[0], true
			}
		}},
		{"acts.tsv", 3, func(f []string) {
			for _, w := range words(f[2]) {
				if _, ok := l.acts[w]; !ok {
					l.acts[w] = act{f[0], f[1]}
				}
			}
		}},
		{"classes.tsv", 2, l.addClass},
		{"kin.tsv", 2, func(f []string) { l.kin[f[0]] = words(f[1]) }},
		{"attitudes.txt", 1, func(f []string) { l.attitudes[f[0]] = true }},
		{"containers.txt", 1, func(f []string) { l.containers[f[0]] = true }},
		{"broad.txt", 1, func(f []string) { l.broad[f[0]] = true }},
		{"empty.txt", 1, func(f []string) { l.empty[f[0]] = true }},
		{"passing.txt", 1, func(f []string) { l.passing[f[0]] = true }},
	} {
		take := func(f []string) error { file.row(f); return nil }
		if err := table.Read(data, "data/"+file.name, file.fields, take); err != nil {
			return nil, fmt.Errorf("policy: %w", err)
		}
	}
	return l, nil
}

func (l *lexicon) addClass(f []string) {
	if l.classes[f[0]] == nil {
		l.classes[f[0]] = map[string]bool{}
	}
	for _, w := range words(f[1]) {
		l.classes[f[0]][w] = true
		if m, ok := modes[f[0]]; ok {
			l.governors[w] = m
		}
	}
}

// is tells whether a word is of a class.
func (l *lexicon) is(class, word string) bool { return l.classes[class][word] }

func words(column string) []string { return strings.Split(column, "|") }
