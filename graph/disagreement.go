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
	for _, run := range byPosition(statements) {
		for _, m := range moments(run) {
			for _, u := range utterances(m.statements) {
				if differ(u) {
					list = append(list, Disagreement{ReportsDiffer, idsOf(u)})
				}
			}
		}
	}
	for _, c := range PositionChanges(statements) {
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

// utterances groups the statements of one speaker on one policy that are
// versions of one utterance, in the order of their first ones.
func utterances(statements []Item) [][]Item {
	var groups [][]Item
	for _, s := range statements {
		at := slices.IndexFunc(groups, func(g []Item) bool {
			return slices.ContainsFunc(g, func(o Item) bool { return SameUtterance(o, s) })
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

// SameUtterance tells whether two statements of one speaker on one policy may be
// versions of one utterance: near in time, with two of three long words of the
// shorter one in the other.
func SameUtterance(a, b Item) bool {
	if a.Date == nil || b.Date == nil || a.Date.Start > b.Date.End+versionDays || b.Date.Start > a.Date.End+versionDays {
		return false
	}
	x, y := longWords(a.Statement.Text), longWords(b.Statement.Text)
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

// longWords are the long words of a text, each once, in order.
func longWords(text string) []string {
	words := slices.DeleteFunc(Words(text), func(w string) bool { return len([]rune(w)) < longWord })
	slices.SortFunc(words, cmp.Compare)
	return slices.Compact(words)
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
