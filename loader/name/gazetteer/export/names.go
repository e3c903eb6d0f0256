package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

const namesHead = `First names and surnames: name in lower case, then m, f, b (both) or s (surname).
Written by export from the lexicon of the npm package compromise 14.17.0 (MIT, (c) 2019 Spencer Kelly).`

// lexicon matches one list of the package: its tag and its packed words.
var lexicon = regexp.MustCompile(`"([A-Za-z|]+)": "true¦([^"]*)"`)

// exportNames writes the names of people.
func exportNames(from, to string) error {
	path := filepath.Join(from, "compromise/src/2-two/preTagger/model/lexicon/_data.js")
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	use := map[string]string{"MaleName": "m", "FemaleName": "f", "FirstName": "b", "LastName": "s"}
	kinds := map[string]string{}
	for _, m := range lexicon.FindAllStringSubmatch(string(data), -1) {
		for _, word := range unpack(m[2]) {
			if k := use[m[1]]; k != "" && !strings.ContainsAny(word, " .'") && len(word) > 1 && !strings.Contains(kinds[word], k) {
				kinds[word] += k
			}
		}
	}
	if len(kinds) < 1000 {
		return fmt.Errorf("%s: only %d names", path, len(kinds))
	}
	var rows []string
	for word, k := range kinds {
		rows = append(rows, word+"\t"+k)
	}
	return write(filepath.Join(to, "people.tsv"), namesHead, rows)
}

// reference splits a node of the packed trie into prefixes and references.
var reference = regexp.MustCompile(`([^A-Z0-9,]*)([A-Z0-9,]*)`)

// unpack lists the words of a trie as the package efrt packs it: nodes stand
// one after another, a reference is the distance to a node further on or one
// of the symbols at the front; `!` says that a word ends at the node.
func unpack(packed string) []string {
	nodes := strings.Split(packed, ";")
	var symbols []int
	for len(symbols) < len(nodes) {
		_, value, ok := strings.Cut(nodes[len(symbols)], ":")
		if !ok {
			break
		}
		symbols = append(symbols, number(value))
	}
	nodes = nodes[len(symbols):]
	var words []string
	var crawl func(node int, prefix string)
	crawl = func(node int, prefix string) {
		rest, ends := strings.CutPrefix(nodes[node], "!")
		if ends {
			words = append(words, prefix)
		}
		for _, m := range reference.FindAllStringSubmatch(rest, -1) {
			word := prefix + m[1]
			switch n := number(m[2]); {
			case m[1] == "":
			case m[2] == "" || m[2] == ",":
				words = append(words, word)
			case n < len(symbols):
				crawl(symbols[n], word)
			default:
				crawl(node+n+1-len(symbols), word)
			}
		}
	}
	crawl(0, "")
	return words
}

// number reads the package's base 36, in which longer numbers go on where
// shorter ones end.
func number(digits string) int {
	n, first, size := 0, 0, 36
	for range max(len(digits)-1, 0) {
		first, size = first+size, size*36
	}
	for _, d := range digits {
		v := int(d - '0')
		if d >= 'A' {
			v = int(d-'A') + 10
		}
		n = n*36 + v
	}
	return n + first
}
