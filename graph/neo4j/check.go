package neo4j

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"dateline/graph"
)

// errEnough ends a check that nobody listens to any more.
var errEnough = errors.New("enough")

// agreements are the statements that give a line for each disagreement.
var agreements = []string{"check marks", "check members", "check items", "check reports", "check roles", "check assignments", "check entities",
	"check bare entities", "check involved", "check pairs", "check number of pairs", "check words"}

// Check implements graph.Scanner.
func (s *Store) Check(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		found := func(format string, args ...any) error {
			if !yield(fmt.Sprintf(format, args...), nil) {
				return errEnough
			}
			return nil
		}
		for _, check := range []func(context.Context, func(string, ...any) error) error{s.checkGraph, s.checkItems, s.checkJudgements} {
			if err := check(ctx, found); errors.Is(err, errEnough) {
				return
			} else if err != nil {
				yield("", err)
				return
			}
		}
	}
}

func (s *Store) checkGraph(ctx context.Context, found func(string, ...any) error) error {
	for _, name := range agreements {
		lines, err := column[string](s.run(ctx, query(name), nil))
		if err != nil {
			return err
		}
		for _, l := range lines {
			if err := found("%s", l); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkItems folds every item anew, and looks at the spans of its evidence.
func (s *Store) checkItems(ctx context.Context, found func(string, ...any) error) error {
	lengths := map[graph.ID]int{}
	for a, err := range s.ScanArticles(ctx) {
		if err != nil {
			return err
		}
		lengths[a.ID] = len([]rune(a.Text))
	}
	roles := map[graph.ID][]graph.Role{}
	var pending []graph.Report
	check := func() error {
		defer func() { pending = pending[:0] }()
		return s.checkFold(ctx, pending, roles, found)
	}
	for r, err := range s.ScanReports(ctx) {
		if err != nil {
			return err
		}
		e := r.Evidence
		if e.Start < 0 || e.Start > e.End || e.End > lengths[r.Article] || e.Sentence.Start > e.Start || e.Sentence.End < e.End {
			if err := found("evidence outside its text: %s in %s", r.Fact, r.Article); err != nil {
				return err
			}
		}
		if n := len(pending); n >= chunk && pending[n-1].Fact != r.Fact {
			if err := check(); err != nil {
				return err
			}
		}
		pending = append(pending, r)
	}
	return check()
}

// checkFold compares the items of whole facts with what their reports show.
func (s *Store) checkFold(ctx context.Context, list []graph.Report, roles map[graph.ID][]graph.Role, found func(string, ...any) error) error {
	if err := s.rolesHeld(ctx, list, roles); err != nil {
		return err
	}
	want := map[graph.ID]graph.Item{}
	var ids []graph.ID
	for group := range byFact(list) {
		if item, ok := graph.Fold(group, rolesIn(roles, group)); ok {
			want[item.ID] = item
			ids = append(ids, item.ID)
		}
	}
	stored, err := items(s.run(ctx, query("items"), params{"ids": texts(ids)}))
	for _, i := range stored {
		if !i.Shows(want[i.ID]) {
			if err := found("item differs from its reports: %s", i.ID); err != nil {
				return err
			}
		}
	}
	return err
}
