// Package encoder turns tokens into vectors of 96 numbers that tell what they mean
// where they stand: hashed embeddings of a token's features, mixed, then four
// layers that each look one token to the left and to the right. It must not know
// what is read from the vectors.
package encoder
