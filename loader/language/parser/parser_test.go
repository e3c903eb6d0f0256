package parser

import (
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/language/model"
)

func TestMoves(t *testing.T) {
	var s state
	s.reset(4)
	s.do(shift, 0)  // stack 0, buffer 1 2 3
	s.do(shift, 0)  // stack 0 1, buffer 2 3
	s.do(reduce, 0) // 1 has no head: back to the buffer
	if s.buffer(0) != 1 || s.top(0) != 0 || s.valid()[shift] {
		t.Fatalf("after reduce: buffer %d, stack %d, shift %v", s.buffer(0), s.top(0), s.valid()[shift])
	}
	s.do(right, 7) // 0 → 1
	s.do(left, 8)  // 2 → 1 instead
	if !slices.Equal(s.heads, []int32{-1, 2, -1, -1}) || s.rightmost[0] != -1 || s.leftmost[2] != 1 || s.labels[1] != 8 {
		t.Fatalf("heads %v, children of 0: %d, of 2: %d", s.heads, s.rightmost[0], s.leftmost[2])
	}
	s.do(split, 0) // 3 starts a sentence
	s.do(right, 9) // 0 → 2
	valid := s.valid()
	if valid != [kinds]bool{reduce: true} {
		t.Fatalf("before a sentence start: %v", valid)
	}
	for s.do(reduce, 0); len(s.stack) > 0; {
		s.do(reduce, 0)
	}
	if s.done() || !s.valid()[shift] {
		t.Fatal("token 3 is left")
	}
}

func TestUnknownMove(t *testing.T) {
	if _, err := newMove("X-nsubj"); graph.KindOf(err) != graph.Incompatible || !strings.Contains(err.Error(), "X-nsubj") {
		t.Errorf("%v", err)
	}
}

// In "A hearing is scheduled on the issue today", "on" belongs to "hearing", across
// "is scheduled".
func TestDeprojectivize(t *testing.T) {
	tree := Tree{
		Heads:  []int32{1, 3, 3, 3, 3, 6, 4, 3},
		Labels: []string{"det", "nsubjpass", "auxpass", "ROOT", "prep||nsubjpass", "det", "pobj", "npadvmod"},
	}
	deprojectivize(&tree, newEdges(tree.Heads), func(int) bool { return false })
	if tree.Heads[4] != 1 || tree.Labels[4] != "prep" {
		t.Errorf("on: head %d, label %s", tree.Heads[4], tree.Labels[4])
	}
	e := newEdges(tree.Heads)
	if e.left[1] != 0 || e.right[1] != 6 || !slices.Equal(e.starts(tree.Heads), []bool{true, false, false, false, false, false, false, false}) {
		t.Errorf("edges of hearing: %d to %d", e.left[1], e.right[1])
	}
	lost := Tree{Heads: []int32{1, 1, 1}, Labels: []string{"nsubj", "ROOT", "prep||pobj"}}
	deprojectivize(&lost, newEdges(lost.Heads), func(int) bool { return false })
	if lost.Heads[2] != 1 || lost.Labels[2] != "prep" {
		t.Errorf("without a new head: head %d, label %s", lost.Heads[2], lost.Labels[2])
	}
}

func TestEmptyText(t *testing.T) {
	m, err := model.Load("")
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(m.Parser, m.ParserMoves)
	if err != nil {
		t.Fatal(err)
	}
	if tree := p.Parse(0, nil, nil, p.NewScratch()); len(tree.Heads) != 0 {
		t.Errorf("%+v", tree)
	}
}
