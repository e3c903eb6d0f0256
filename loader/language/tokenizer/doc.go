// Package tokenizer cuts a text into tokens exactly as spaCy's tokenizer for
// English does. It must not know what the tokens are good for.
//
// The text is cut at white space, of which one blank between two words belongs to
// the word before it. From each piece, prefixes and suffixes are taken off in
// turns until a special case or nothing is left to take; what remains is a
// special case, a URL, or cut at its infixes. At last, runs of tokens that
// together spell a special case are replaced by it. Spans of regular expressions
// in the original are predicates here, over classes of characters that the model
// lists.
package tokenizer
