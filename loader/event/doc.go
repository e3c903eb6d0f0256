// Package event finds the events of a text: what happened between or by its
// entities, is planned, or is denied, by the types of the PLOVER ontology; it
// must not know other articles, or how events are stored.
//
// A lexicon says which verbs and nouns carry an event and in which frame; the
// dependency tree gives who does it to whom, and whether it took place.
package event
