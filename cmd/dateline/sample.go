package main

import _ "embed"

// sampleArticles are articles of our own about invented office holders, as
// JSON Lines: three stories over months, from three invented outlets.
//
//go:embed sample/articles.jsonl
var sampleArticles string
