package graph

import (
	"cmp"
	"slices"
)

// A DisagreementKind tells in what way statements on one policy disagree.
type DisagreementKind string

// The kinds of disagreement.
const (
	// PositionChanged: one speaker took another stance later.
	PositionChanged DisagreementKind = "POSITION_CHANGED"
	// SpeakersDiffer: some speakers are for what others are against.
	SpeakersDiffer DisagreementKind = "SPEAKERS_DIFFER"
	// ReportsDiffer: sources report one utterance of one speaker with
	// different stances; which of them is right is not known.
	ReportsDiffer DisagreementKind = "REPORTS_DIFFER"
)

// A Disagreement is two or more statements on one policy that disagree: before
// and after, the latest of each speaker, or the versions of one utterance.
type Disagreement struct {
	Kind       DisagreementKind
	Statements []ID
}

// Disagreements tells apart in what ways statements on one policy disagree:
// what sources report differently, then changes of position, each by speaker
// and time, then that speakers differ.
func Disagreements(statements []Item) []Disagreement {
	var list []Disagreement
	words := wording{}
	for _, run := range byPosition(statements) {
		for _, m := range moments(run, words) {
			for _, u := range words.utterances(m.statements) {
				if differ(u) {
					list = append(list, Disagreement{ReportsDiffer, idsOf(u)})
				}
			}
		}
	}
	for _, c := range positionChanges(statements, words) {
		list = append(list, Disagreement{PositionChanged, []ID{c.Change.Before, c.Change.After}})
	}
	stances := map[Stance]bool{}
	var latest []ID
	for _, p := range Positions(statements, nil) {
		if p.Stance == Support || p.Stance == Oppose {
			stances[p.Stance] = true
			latest = append(latest, p.Statement)
		}
	}
	if len(stances) == 2 {
		list = append(list, Disagreement{SpeakersDiffer, latest})
	}
	return list
}

// A wording holds the long words of statements, so that each is split once.
type wording map[ID][]string

// utterances groups the statements of one speaker on one policy that are
// versions of one utterance, in the order of their first ones.
func (w wording) utterances(statements []Item) [][]Item {
	var groups [][]Item
	for _, s := range statements {
		at := slices.IndexFunc(groups, func(g []Item) bool {
			return slices.ContainsFunc(g, func(o Item) bool { return w.same(o, s) })
		})
		if at < 0 {
			groups = append(groups, []Item{s})
		} else {
			groups[at] = append(groups[at], s)
		}
	}
	return groups
}

const (
	// versionDays is how many days apart sources may date one utterance.
	versionDays = 3
	// longWord is the number of letters from which a word tells utterances apart.
	longWord = 4
	// fewWords is the number of such words below which likeness says nothing.
	fewWords = 3
)

// same tells whether two statements of one speaker on one policy may be
// versions of one utterance: near in time, with two of three long words of the
// shorter one in the other.
func (w wording) same(a, b Item) bool {
	if a.Date == nil || b.Date == nil || a.Date.Start > b.Date.End+versionDays || b.Date.Start > a.Date.End+versionDays {
		return false
	}
	x, y := w.of(a), w.of(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	shared := 0
	for _, w := range x {
		if _, ok := slices.BinarySearch(y, w); ok {
			shared++
		}
	}
	return len(x) >= fewWords && 3*shared >= 2*len(x)
}

// of are the long words of a statement, each once, in order.
func (w wording) of(s Item) []string {
	words, ok := w[s.ID]
	if !ok {
		words = slices.DeleteFunc(Words(s.Statement.Text), func(word string) bool { return len([]rune(word)) < longWord })
		slices.SortFunc(words, cmp.Compare)
		words = slices.Compact(words)
		w[s.ID] = words
	}
	return words
}

func differ(statements []Item) bool {
	return slices.ContainsFunc(statements, func(s Item) bool { return s.Statement.Stance != statements[0].Statement.Stance })
}

func idsOf(items []Item) []ID {
	ids := make([]ID, len(items))
	for k, i := range items {
		ids[k] = i.ID
	}
	return ids
}
