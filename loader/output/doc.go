// Package output prints an extraction as the JSON of `dateline extract`, and
// for people to read; it must not know where articles come from or go to.
package output
