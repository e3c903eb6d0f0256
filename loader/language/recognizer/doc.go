// Package recognizer finds the names, dates and amounts in a text: token by token
// it opens, continues, closes or leaves out an entity (the BILUO scheme of spaCy's
// entity recogniser). It must not know what the labels mean.
package recognizer
