// Package tagger reads the fine part of speech from a token's vector. It must not
// know sentences or trees.
package tagger
