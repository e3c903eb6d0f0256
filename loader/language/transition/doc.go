// Package transition scores the moves of a transition system: the parser's and
// the recogniser's. From the vectors of the tokens that a state shows it computes
// one score a move. It must not know what the moves do.
package transition
