// Package lemma gives tokens their coarse part of speech and their base form, by
// rules over tags, words and trees: spaCy's attribute ruler and its lemmatizer for
// English. It must not know how tags and trees were found.
package lemma
