package identity

import (
	"context"
	"fmt"
	"strings"

	"dateline/graph"
)

// stepMarks is how many marks one step takes; transactions stay small enough
// that readers and other loaders are not kept waiting.
const stepMarks = 500

// Resolve computes everything that is marked, and what depends on it, until
// no mark is left. It may be stopped at any time and started again.
func Resolve(ctx context.Context, store graph.Resolver) error {
	for {
		done := false
		err := store.Resolve(ctx, func(r graph.Resolution) error {
			marks, err := r.Take(ctx, stepMarks)
			if err != nil {
				return err
			}
			done = len(marks) == 0
			judgements, err := r.Judgements(ctx)
			if err != nil {
				return err
			}
			return step{r, graph.NewJudged(judgements)}.take(ctx, marks)
		})
		if err != nil || done {
			return err
		}
	}
}

// A step computes marks of one level within one resolution.
type step struct {
	graph.Resolution
	judged graph.Judged
}

func (s step) take(ctx context.Context, marks []graph.Mark) error {
	if len(marks) == 0 {
		return nil
	}
	names := make([]string, len(marks))
	ids := make([]graph.ID, len(marks))
	for i, m := range marks {
		names[i], ids[i] = m.Name(), graph.ID(m.Name())
	}
	switch level := marks[0].Level(); level {
	case '0', '1':
		return s.blocks(ctx, names)
	case '3':
		return s.articles(ctx, ids)
	case '4':
		return s.roles(ctx, ids)
	case '5':
		return s.items(ctx, ids)
	case '6':
		return s.entities(ctx, ids)
	case '7':
		return s.positions(ctx, names)
	default:
		return fmt.Errorf("identity: mark %q has an unknown level", marks[0])
	}
}

func (s step) blocks(ctx context.Context, blocks []string) error {
	all, err := s.Members(ctx, blocks)
	if err != nil {
		return err
	}
	byBlock := map[string][]graph.Member{}
	for _, m := range all {
		byBlock[m.Block] = append(byBlock[m.Block], m)
	}
	var changes []graph.Assignment
	for _, block := range blocks {
		members := byBlock[block]
		switch {
		case strings.HasPrefix(block, groupPrefix):
			err = s.group(ctx, graph.ID(strings.TrimPrefix(block, groupPrefix)))
		case strings.HasPrefix(block, "1/band/"):
			err = s.band(ctx, members)
		default:
			var decided []graph.Assignment
			decided, err = s.decide(ctx, block, members)
			changes = append(changes, decided...)
		}
		if err != nil {
			return fmt.Errorf("identity: block %s: %w", block, err)
		}
	}
	return s.assign(ctx, all, changes)
}

// decide gives who the members of a block are that the block is to decide.
func (s step) decide(ctx context.Context, block string, members []graph.Member) ([]graph.Assignment, error) {
	switch {
	case hasPrefix(block, personBlock("")):
		locals, err := read[person](members)
		return decidePersons(strings.TrimPrefix(block, personBlock("")), locals, s.judged), err
	case hasPrefix(block, acronymBlock("")):
		locals, err := read[organization](members)
		return decideAcronym(strings.TrimPrefix(block, acronymBlock("")), locals, s.judged), err
	case hasPrefix(block, policyBlock("")):
		locals, err := read[graph.PolicyKey](members)
		return decidePolicies(strings.TrimPrefix(block, policyBlock("")), locals, s.judged), err
	}
	locals, err := read[person](members)
	if err != nil {
		return nil, err
	}
	who, err := s.assigned(ctx, articlesOf(members))
	return decideRole(block, locals, s.judged, func(article graph.ID, local graph.Local) graph.ID {
		return who[place{article, local}].Entity
	}), err
}

func read[T any](members []graph.Member) ([]local[T], error) {
	locals := make([]local[T], len(members))
	for i, m := range members {
		is, err := decode[T](m.Payload)
		if err != nil {
			return nil, fmt.Errorf("article %s, entity %s: %w", m.Article, m.Local, err)
		}
		locals[i] = local[T]{m.Article, m.Local, is}
	}
	return locals, nil
}

// A place is a local entity of an article.
type place struct {
	article graph.ID
	local   graph.Local
}

func (s step) assigned(ctx context.Context, articles []graph.ID) (map[place]graph.Assignment, error) {
	list, err := s.Assignments(ctx, articles)
	who := make(map[place]graph.Assignment, len(list))
	for _, a := range list {
		who[place{a.Article, a.Local}] = a
	}
	return who, err
}

func articlesOf(members []graph.Member) []graph.ID {
	ids := make([]graph.ID, len(members))
	for i, m := range members {
		ids[i] = m.Article
	}
	return graph.Unique(ids)
}

// assign writes what changes, and marks the articles whose reports it changes
// and the blocks of the roles that those who changed hold.
func (s step) assign(ctx context.Context, members []graph.Member, decided []graph.Assignment) error {
	before, err := s.assigned(ctx, articlesOf(members))
	if err != nil {
		return err
	}
	payload := map[place][]byte{}
	for _, m := range members {
		payload[place{m.Article, m.Local}] = m.Payload
	}
	var changes []graph.Assignment
	var marks []graph.Mark
	for _, a := range decided {
		at := place{a.Article, a.Local}
		if old, ok := before[at]; ok && same(old, a) {
			continue
		}
		changes = append(changes, a)
		marks = append(marks, graph.MarkArticle(a.Article))
		if p, err := decode[person](payload[at]); err == nil && len(p.Name) > 0 {
			for _, block := range roleBlocks(p) {
				marks = append(marks, graph.MarkBlock(block))
			}
		}
	}
	if len(changes) == 0 {
		return nil
	}
	if err := s.Assign(ctx, changes); err != nil {
		return err
	}
	return s.Mark(ctx, graph.Unique(marks))
}

func same(a, b graph.Assignment) bool {
	if a.Entity != b.Entity || len(a.Candidates) != len(b.Candidates) {
		return false
	}
	for i := range a.Candidates {
		if a.Candidates[i] != b.Candidates[i] {
			return false
		}
	}
	return true
}
