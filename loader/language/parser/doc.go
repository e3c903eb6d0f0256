// Package parser finds the dependency trees of a text, and with them where its
// sentences start: spaCy's arc-eager transition system (Nivre 2004, with the
// non-monotonic moves of Honnibal and Johnson 2015), then the pseudo-projective
// arcs put back in place (Nivre and Nilsson 2005). It must not know words or tags.
package parser
