package language

import (
	"sort"
	"strings"
)

// Children are the tokens whose head is token i, in order.
func (d *Document) Children(i int) []int32 { return d.children[d.childStart[i]:d.childStart[i+1]] }

// Child is the first child of i that carries one of the labels, or -1.
func (d *Document) Child(i int, labels ...string) int {
	for _, c := range d.Children(i) {
		for _, l := range labels {
			if d.Tokens[c].Dep == l {
				return int(c)
			}
		}
	}
	return -1
}

// Root is the root of the tree that holds token i.
func (d *Document) Root(i int) int {
	for d.Tokens[i].Head != i {
		i = d.Tokens[i].Head
	}
	return i
}

// Subtree are the tokens below i and i itself, in the order of the text.
func (d *Document) Subtree(i int) []int {
	tokens := []int{i}
	for k := 0; k < len(tokens); k++ {
		for _, c := range d.Children(tokens[k]) {
			tokens = append(tokens, int(c))
		}
	}
	sort.Ints(tokens)
	return tokens
}

// SubtreeRange is the smallest run of tokens that holds the subtree of i.
func (d *Document) SubtreeRange(i int) Range {
	return Range{int(d.first[i]), int(d.last[i]) + 1}
}

// Above tells whether a is b or one of its ancestors.
func (d *Document) Above(a, b int) bool {
	for {
		if a == b {
			return true
		}
		if d.Tokens[b].Head == b {
			return false
		}
		b = d.Tokens[b].Head
	}
}

// Path leads from token a over their lowest common ancestor to token b, both
// included; nil if they stand in different trees.
func (d *Document) Path(a, b int) []int {
	depth := map[int]int{}
	var up []int
	for i := a; ; i = d.Tokens[i].Head {
		depth[i] = len(up)
		up = append(up, i)
		if d.Tokens[i].Head == i {
			break
		}
	}
	var down []int
	for i := b; ; i = d.Tokens[i].Head {
		if n, ok := depth[i]; ok {
			path := up[: n+1 : n+1]
			for k := len(down) - 1; k >= 0; k-- {
				path = append(path, down[k])
			}
			return path
		}
		down = append(down, i)
		if d.Tokens[i].Head == i {
			return nil
		}
	}
}

// Conjuncts are i and the tokens coordinated with it ("A, B and C"), in
// order, when i is the first of them; otherwise just i and those after it.
func (d *Document) Conjuncts(i int) []int {
	tokens := []int{i}
	for k := 0; k < len(tokens); k++ {
		for _, c := range d.Children(tokens[k]) {
			if d.Tokens[c].Dep == "conj" {
				tokens = append(tokens, int(c))
			}
		}
	}
	sort.Ints(tokens)
	return tokens
}

// Misplaced tells whether the subject that the tree gives a participle is in
// truth where somebody put his words: in "posted on Facebook blaming the
// court" the participle goes on with "posted".
func (d *Document) Misplaced(subject, verb int) bool {
	t := d.Tokens[verb]
	if t.Tag != "VBG" || t.Dep != "pcomp" || subject != t.Head+1 || d.Tokens[subject].POS != "PROPN" {
		return false
	}
	switch strings.ToLower(d.Tokens[t.Head].Text) {
	case "on", "via", "through":
		return true
	}
	return false
}

// EmptyLine tells whether a token is white space with an empty line in it, over
// which a sentence may run on where the parser knows no headings.
func (d *Document) EmptyLine(i int) bool {
	return d.Tokens[i].POS == "SPACE" && strings.Count(d.Tokens[i].Text, "\n") > 1
}
