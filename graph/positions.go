package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// HashID makes an ID of a kind such as `statement` from the parts of a
// canonical key.
func HashID(kind string, parts ...string) ID {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return ID(kind + ":" + hex.EncodeToString(h.Sum(nil)[:10]))
}

// A moment is a run of statements whose order in time is unknown, or that are
// versions of one utterance. Its stance is empty if they differ.
type moment struct {
	statements []Item
	end        Day
	stance     Stance
}

// PositionChanges derives the changes of position from statements: for each
// actor and policy, two neighbouring moments with different stances. Undated
// statements and unknown stances say nothing; where statements of unknown
// order disagree, or reports of one utterance, no change is asserted.
func PositionChanges(statements []Item) []Item { return positionChanges(statements, wording{}) }

func positionChanges(statements []Item, words wording) []Item {
	var changes []Item
	for _, run := range byPosition(statements) {
		var before *moment
		for _, m := range moments(run, words) {
			if before != nil && before.stance != "" && m.stance != "" && before.stance != m.stance {
				changes = append(changes, positionChange(before.statements[len(before.statements)-1], m.statements[0]))
			}
			before = &m
		}
	}
	return changes
}

// byPosition groups statements that take a stance by actor and policy, each
// group in the order of time, the groups in the order of their keys.
func byPosition(statements []Item) [][]Item {
	key := func(i Item) string { return string(i.Statement.Speaker) + "|" + string(i.Statement.Policy) }
	var run []Item
	for _, i := range statements {
		if s := i.Statement; s != nil && s.Speaker != "" && s.Policy != "" && s.Stance != "" && s.Stance != UnknownStance {
			run = append(run, i)
		}
	}
	slices.SortFunc(run, func(a, b Item) int { return cmp.Or(cmp.Compare(key(a), key(b)), CompareTime(a, b)) })
	var groups [][]Item
	for len(run) > 0 {
		n := 1
		for n < len(run) && key(run[n]) == key(run[0]) {
			n++
		}
		groups, run = append(groups, run[:n]), run[n:]
	}
	return groups
}

// CompareTime orders items by (start, end, id), undated ones first.
func CompareTime(a, b Item) int {
	switch {
	case a.Date == nil && b.Date == nil:
	case a.Date == nil:
		return -1
	case b.Date == nil:
		return 1
	default:
		if c := cmp.Or(cmp.Compare(a.Date.Start, b.Date.Start), cmp.Compare(a.Date.End, b.Date.End)); c != 0 {
			return c
		}
	}
	return cmp.Compare(a.ID, b.ID)
}

func moments(run []Item, words wording) []moment {
	var list []moment
	for _, s := range run {
		if s.Date == nil {
			continue
		}
		if last := len(list) - 1; last >= 0 && (s.Date.Start <= list[last].end || list[last].tells(s, words)) {
			m := &list[last]
			m.statements = append(m.statements, s)
			m.end = max(m.end, s.Date.End)
			if m.stance != s.Statement.Stance {
				m.stance = ""
			}
			continue
		}
		list = append(list, moment{[]Item{s}, s.Date.End, s.Statement.Stance})
	}
	return list
}

// tells tells whether a statement is another version of an utterance of the moment.
func (m moment) tells(s Item, words wording) bool {
	return slices.ContainsFunc(m.statements, func(o Item) bool { return words.same(o, s) })
}

// changeKind begins the IDs of changes of position.
const changeKind = "position"

// IsPositionChange tells whether an ID is that of a change of position, whose
// evidence is that of its two statements.
func IsPositionChange(id ID) bool { return strings.HasPrefix(string(id), changeKind+":") }

func positionChange(before, after Item) Item {
	c := &PositionChange{Actor: after.Statement.Speaker, Policy: after.Statement.Policy,
		From: before.Statement.Stance, To: after.Statement.Stance, Before: before.ID, After: after.ID}
	item := Item{
		ID: HashID(changeKind, string(before.ID), string(after.ID)), Kind: KindPositionChange,
		Summary: string(c.From) + " → " + string(c.To) + ": " + after.Summary,
		Date:    after.Date, Corroboration: after.Corroboration,
		Confidence: min(before.Confidence, after.Confidence), Change: c,
	}
	item.Participants = direct(item)
	for _, p := range after.Participants {
		if p.Role == OnBehalf {
			item.Participants = append(item.Participants, p)
		}
	}
	return item
}

// Positions gives the latest stance of each actor on each policy, by (actor,
// policy). With a day, only what was said before or on it for certain counts.
func Positions(statements []Item, on *Day) []Position {
	var list []Position
	for _, run := range byPosition(statements) {
		var p Position
		for _, i := range run {
			if on != nil && (i.Date == nil || i.Date.End > *on) {
				continue
			}
			s := i.Statement
			if p.Stance != s.Stance {
				p = Position{Actor: s.Speaker, Policy: s.Policy, Stance: s.Stance, Since: i.Date}
			}
			p.Statement = i.ID
			p.Count++
		}
		if p.Count > 0 {
			list = append(list, p)
		}
	}
	return list
}
