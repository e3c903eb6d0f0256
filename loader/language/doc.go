// Package language analyses English texts: tokens, tags, lemmas, dependency trees,
// sentences and names, in pure Go. It runs the trained pipeline that the package
// model holds and gives what spaCy gives with it. It must not know news, people or
// countries: what the analysis means is read from a Document by later stages.
package language
