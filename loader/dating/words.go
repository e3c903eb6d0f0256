package dating

import (
	_ "embed"
	"strings"
)

//go:embed words.tsv
var table string

// A use is a word in one of the classes of words.tsv.
type use struct{ word, class string }

var uses = readUses(table)

func readUses(tsv string) map[use]bool {
	all := map[use]bool{}
	for line := range strings.Lines(tsv) {
		if word, class, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && word[0] != '#' {
			all[use{word, class}] = true
		}
	}
	return all
}

// is tells whether a word, in any case, belongs to a class of words.tsv.
func is(word, class string) bool { return uses[use{strings.ToLower(word), class}] }
