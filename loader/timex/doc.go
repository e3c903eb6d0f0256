// Package timex finds the date expressions of a news text and resolves them
// against the publication day and each other: TIMEX3 type and value, EDTF date
// with its bounds. It must not know names, events or how a date is used.
//
// A text goes through four steps, each in a file of its own: term.go cuts it
// into terms (words and numbers with the classes of lexicon.tsv), grammar.go
// lists the rules as patterns over terms, the builders in explicit.go,
// relative.go and duration.go turn a match into a value of calendar.go, and
// context.go reads the words around it (since, from … to, early, about).
// A new expression is a line of grammar.go, a new word a line of lexicon.tsv.
package timex
