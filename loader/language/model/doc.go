// Package model is the trained model of the language engine: its weights, its
// labels and its word tables, and the file that holds them. It must not know
// what is computed with them.
//
// A model file is a zip archive that export.py writes from a spaCy pipeline;
// the head of that program lists the entries. The embedded model is spaCy's
// en_core_web_sm (MIT licence; english/ holds its licences and where it is from).
package model
