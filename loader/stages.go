package loader

import (
	"context"
	"fmt"
	"sync"

	"dateline/graph"
	"dateline/loader/article"
)

// readInputs reads on a goroutine of its own. The error comes when all is read.
func (l *Loader) readInputs(ctx context.Context, inputs []string) (<-chan work, <-chan error) {
	out := make(chan work, l.config.Jobs)
	failed := make(chan error, 1)
	go func() {
		defer close(out)
		failed <- article.New(l.config.Reader).Read(ctx, inputs, func(r article.Result) bool {
			w := work{failure: r.Failure}
			if r.Article != nil {
				w.article = Article(*r.Article)
			}
			select {
			case out <- w:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	return out, failed
}

// extractAll extracts on several goroutines. The order is not kept: the graph
// does not depend on it.
func (l *Loader) extractAll(ctx context.Context, in <-chan work) <-chan work {
	out := make(chan work, l.config.Jobs)
	var workers sync.WaitGroup
	for range l.config.Jobs {
		workers.Go(func() {
			for w := range in {
				select {
				case out <- l.extract(ctx, w):
				case <-ctx.Done():
				}
			}
		})
	}
	go func() {
		workers.Wait()
		close(out)
	}()
	return out
}

// extract reads one article, unless the store has its version. A fault in a
// stage fails the article, not the load.
func (l *Loader) extract(ctx context.Context, w work) (done work) {
	if w.failure != nil {
		return w
	}
	if l.store != nil {
		known, err := l.store.Known(ctx, []string{w.article.Key})
		if have, ok := known[w.article.Key]; err == nil && ok && have.Version == w.article.Version {
			w.known = true
			return w
		}
	}
	defer func() {
		if fault := recover(); fault != nil {
			done = work{stage: "extract", failure: &article.Failure{Source: w.article.Key, ID: w.article.Key,
				Reason: fmt.Errorf("a stage failed on this article, which is a fault of dateline: %v", fault)}}
		}
	}()
	reading := l.pipeline.read(w.article)
	w.reading = &reading
	return w
}

var _ Target = graph.Store(nil)
