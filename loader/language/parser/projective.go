package parser

import (
	"slices"
	"strings"
)

// The parser makes projective trees only. Where an arc would cross others, the
// model has learnt to attach the token higher up and to name the label of its true
// head behind a delimiter: "relcl||dobj".
const delimiter = "||"

// deprojectivize moves such tokens, in order, below the first descendant of their
// head that carries the label; if none does, they stay. The search goes level by
// level, within the edges that the tree had before any token was moved.
func deprojectivize(t *Tree, e edges, isSpace func(token int) bool) {
	var children [][]int32
	for i := range t.Labels {
		label, above, lifted := strings.Cut(t.Labels[i], delimiter)
		if !lifted {
			continue
		}
		if children == nil {
			children = childLists(t.Heads)
		}
		old := t.Heads[i]
		head := descend(t, children, e, i, above, isSpace)
		t.Heads[i], t.Labels[i] = head, label
		if head != old {
			children[old] = slices.DeleteFunc(children[old], func(c int32) bool { return int(c) == i })
			at, _ := slices.BinarySearch(children[head], int32(i))
			children[head] = slices.Insert(children[head], at, int32(i))
		}
	}
}

// descend finds the new head of a token below its head.
func descend(t *Tree, children [][]int32, e edges, token int, label string, isSpace func(token int) bool) int32 {
	queue := []int32{t.Heads[token]}
	for k := 0; k < len(queue); k++ {
		q := queue[k]
		for _, c := range children[q] {
			switch {
			case int(c) == token, isSpace(int(c)), c < e.left[q], c > e.right[q]:
			case t.Labels[c] == label:
				return c
			default:
				queue = append(queue, c)
			}
		}
	}
	return t.Heads[token]
}

// childLists are the children of each token in order.
func childLists(heads []int32) [][]int32 {
	lists := make([][]int32, len(heads))
	for i, h := range heads {
		if int(h) != i {
			lists[h] = append(lists[h], int32(i))
		}
	}
	return lists
}
