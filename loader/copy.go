package loader

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/loader/identity"
)

// Copy takes everything from one store into another: people's judgements, and
// articles with their extractions and times of loading. What is derived is computed there anew,
// and so is the same. It gives the number of articles.
func Copy(ctx context.Context, from, to graph.Store, progress func(int)) (int, error) {
	judgements, err := from.Judgements(ctx)
	if err != nil {
		return 0, err
	}
	if err := to.Judge(ctx, judgements); err != nil {
		return 0, fmt.Errorf("writing %d judgements: %w", len(judgements), err)
	}
	var batch []graph.Reading
	copied := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		if _, err := to.Put(ctx, batch); err != nil {
			return fmt.Errorf("writing %d articles: %w", len(batch), err)
		}
		copied += len(batch)
		batch = batch[:0]
		progress(copied)
		return identity.Resolve(ctx, to)
	}
	for a, err := range from.ScanArticles(ctx) {
		if err != nil {
			return copied, err
		}
		x, err := from.Extraction(ctx, a.ID)
		if err != nil {
			return copied, err
		}
		if x == nil {
			continue // deleted meanwhile
		}
		r := graph.Reading{Article: a, Extraction: *x}
		r.Members = identity.Members(r)
		if batch = append(batch, r); len(batch) == batchSize {
			if err := flush(); err != nil {
				return copied, err
			}
		}
	}
	return copied, flush()
}
