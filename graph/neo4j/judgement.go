package neo4j

import (
	"context"
	"slices"

	"dateline/graph"
)

// Judge implements graph.Judge.
func (s *Store) Judge(ctx context.Context, list []graph.Judgement) error {
	return s.write(ctx, func(t *transaction) error {
		there, err := judgements(ctx, t)
		if err != nil {
			return err
		}
		for _, j := range list {
			if slices.ContainsFunc(there, func(other graph.Judgement) bool { return other.ID == j.ID }) {
				continue
			}
			there = append(there, j)
			if err := t.markJudged(ctx, there, j); err != nil {
				return err
			}
			if _, err := t.run(ctx, query("judge"), params{"id": string(j.ID), "content": encode(j)}); err != nil {
				return err
			}
		}
		return nil
	})
}

// Revoke implements graph.Judge.
func (s *Store) Revoke(ctx context.Context, id graph.ID) (there bool, err error) {
	err = s.write(ctx, func(t *transaction) error {
		list, err := judgements(ctx, t)
		if err != nil {
			return err
		}
		n := slices.IndexFunc(list, func(j graph.Judgement) bool { return j.ID == id })
		if there = n >= 0; !there {
			return nil
		}
		if err := t.markJudged(ctx, list, list[n]); err != nil {
			return err
		}
		_, err = t.run(ctx, query("revoke"), params{"id": string(id)})
		return err
	})
	return there, err
}

// markJudged marks the blocks and articles of the locals that a judgement touches.
func (t *transaction) markJudged(ctx context.Context, beside []graph.Judgement, j graph.Judgement) error {
	touched := params{"entities": texts(graph.Touched(beside, j))}
	blocks, err := column[string](t.run(ctx, query("blocks judged"), touched))
	if err != nil {
		return err
	}
	articles, err := column[graph.ID](t.run(ctx, query("articles judged"), touched))
	if err != nil {
		return err
	}
	var marks []graph.Mark
	for _, b := range blocks {
		marks = append(marks, graph.MarkBlock(b))
	}
	for _, a := range articles {
		marks = append(marks, graph.MarkArticle(a))
	}
	return t.mark(ctx, marks)
}

// Judgements implements graph.Scanner.
func (s *Store) Judgements(ctx context.Context) ([]graph.Judgement, error) { return judgements(ctx, s) }

// Judgements implements graph.Resolution.
func (r *resolution) Judgements(ctx context.Context) ([]graph.Judgement, error) {
	return judgements(ctx, r)
}

func judgements(ctx context.Context, r runner) ([]graph.Judgement, error) {
	rows, err := r.run(ctx, query("judgements"), nil)
	if err != nil {
		return nil, err
	}
	list := make([]graph.Judgement, len(rows))
	for i, row := range rows {
		if err := decode(row.Values[0], &list[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// checkJudgements looks for entities that a judgement made another.
func (s *Store) checkJudgements(ctx context.Context, found func(string, ...any) error) error {
	list, err := judgements(ctx, s)
	if err != nil {
		return err
	}
	left, err := column[string](s.run(ctx, query("check judged"), params{"entities": texts(graph.NewJudged(list).Merged())}))
	if err != nil {
		return err
	}
	for _, l := range append(graph.BrokenJudgements(list), left...) {
		if err := found("%s", l); err != nil {
			return err
		}
	}
	return nil
}
