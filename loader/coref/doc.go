// Package coref tells who is meant where within one article: it joins names to
// people, countries and organizations, finds the roles that the text gives
// them, and resolves roles, pronouns and nominals to them. It must not know
// statements, policies or events, nor other articles.
package coref
