package lemma

import "strings"

// A wordList is a list of words, sorted by bytes, one a line. It is searched as it
// is, which spares building tables of it at the start.
type wordList string

func (l wordList) has(word string) bool {
	low, high := 0, len(l) // bounds of whole lines
	for low < high {
		middle := (low + high) / 2
		start := low + strings.LastIndexByte(string(l[low:middle]), '\n') + 1
		line := string(l[start:high])
		if end := strings.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
		}
		switch {
		case line == word:
			return true
		case line < word:
			low = start + len(line) + 1
		default:
			high = start
		}
	}
	return false
}
