// Package table reads the word lists and tables that stand in files beside the
// rules which use them; it must not know what the words are for.
package table
