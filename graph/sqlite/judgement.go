package sqlite

import (
	"context"

	"dateline/graph"
)

// Judge implements graph.Judge.
func (s *Store) Judge(ctx context.Context, judgements []graph.Judgement) error {
	return describe(s.writer.transaction(ctx, func() error {
		for _, j := range judgements {
			result, err := s.writer.exec(ctx, "INSERT OR IGNORE INTO judgement VALUES (?, ?)", j.ID, encode(j))
			if err != nil {
				return err
			}
			added, err := result.RowsAffected()
			if err == nil && added > 0 {
				err = s.markJudged(ctx, j)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}), "")
}

// Revoke implements graph.Judge.
func (s *Store) Revoke(ctx context.Context, id graph.ID) (there bool, err error) {
	err = s.writer.transaction(ctx, func() error {
		there = false
		list, err := objects[graph.Judgement](ctx, s.writer, "SELECT content FROM judgement WHERE id = ?", id)
		if err != nil || len(list) == 0 {
			return err
		}
		there = true
		if err := s.markJudged(ctx, list[0]); err != nil {
			return err
		}
		_, err = s.writer.exec(ctx, "DELETE FROM judgement WHERE id = ?", id)
		return err
	})
	return there, describe(err, "")
}

// markJudged marks the blocks and articles of the locals that a judgement touches.
func (s *Store) markJudged(ctx context.Context, j graph.Judgement) error {
	beside, err := judgements(ctx, s.writer)
	if err != nil {
		return err
	}
	touched := array(graph.Touched(beside, j))
	blocks, err := column[string](ctx, s.writer, `SELECT DISTINCT m.block FROM assignment a JOIN member m ON m.article = a.article AND m.local = a.local WHERE `+in("a.entity"), touched)
	if err != nil {
		return err
	}
	articles, err := column[graph.ID](ctx, s.writer, "SELECT DISTINCT article FROM assignment WHERE "+in("entity"), touched)
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
	if len(marks) == 0 {
		return nil
	}
	return s.writer.mark(ctx, marks)
}

// Judgements implements graph.Scanner.
func (s *Store) Judgements(ctx context.Context) ([]graph.Judgement, error) {
	list, err := judgements(ctx, s.readers)
	return list, describe(err, "")
}

// Judgements implements graph.Resolution.
func (r *resolution) Judgements(ctx context.Context) ([]graph.Judgement, error) {
	return judgements(ctx, r)
}

func judgements(ctx context.Context, q queryer) ([]graph.Judgement, error) {
	return objects[graph.Judgement](ctx, q, "SELECT content FROM judgement ORDER BY id")
}

// checkJudgements looks for entities that a judgement made another.
func (s *Store) checkJudgements(ctx context.Context, found func(string, ...any) error) error {
	list, err := judgements(ctx, s.readers)
	if err != nil {
		return err
	}
	left, err := column[string](ctx, s.readers, "SELECT DISTINCT 'entity for which another stands by judgement: ' || entity FROM assignment WHERE "+in("entity")+" ORDER BY entity",
		array(graph.NewJudged(list).Merged()))
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
