package trace

import (
	"slices"

	"dateline/loader/language"
)

// A Trace holds what each stage took down on one text.
type Trace struct {
	Names, Coref, Policies, Statements, Events Log
}

// A Note is one decision of a stage: a candidate that was taken or dropped.
type Note struct {
	// Tokens are the words that it is about: a name, a cue, a trigger.
	Tokens language.Range
	// Dropped is set for what was passed over.
	Dropped bool
	Reason  Reason
	// By is a token that had a say in it, such as the antecedent of a pronoun
	// or the verb that governs; -1 if there is none.
	By int
	// What names what the words are or would have been: a type of event, a
	// rule. It may be empty.
	What string
	// Score is how much a candidate counts, or for which side a word speaks.
	Score int
}

// A Log is what one stage takes down. A nil log takes nothing down, so that a
// stage need not ask whether it is traced.
type Log struct {
	notes []Note
	// at are the indexes of the notes by the first of their tokens, made when asked for.
	at map[int][]int
}

// Add adds a note.
func (l *Log) Add(n Note) {
	if l != nil {
		l.notes, l.at = append(l.notes, n), nil
	}
}

// Take notes that the word at a token was taken for what it is.
func (l *Log) Take(token int, why Reason, by int, what string) {
	if l != nil {
		l.Add(Note{Tokens: Word(token), Reason: why, By: by, What: what})
	}
}

// Drop notes that the word at a token was passed over.
func (l *Log) Drop(token int, why Reason, by int, what string) {
	if l != nil {
		l.Add(Note{Tokens: Word(token), Dropped: true, Reason: why, By: by, What: what})
	}
}

// Word is the run of one token.
func Word(token int) language.Range { return language.Range{First: token, End: token + 1} }

// At gives the notes whose words begin with a token, in the order in which
// they were taken and each once.
func (l *Log) At(token int) []Note {
	if l.at == nil {
		l.at = map[int][]int{}
		for i, n := range l.notes {
			l.at[n.Tokens.First] = append(l.at[n.Tokens.First], i)
		}
	}
	var notes []Note
	for _, i := range l.at[token] {
		if !slices.Contains(notes, l.notes[i]) {
			notes = append(notes, l.notes[i])
		}
	}
	return notes
}
