package loader

import (
	"context"
	"fmt"
	"runtime"

	"dateline/graph"
	"dateline/loader/article"
	"dateline/loader/link"
	"dateline/loader/trace"
)

// An Extracted article, or a failed input.
type Extracted struct {
	// Given is the id that the article was given, else its key.
	Given      string
	Article    graph.Article
	Extraction graph.Extraction
	// Found is what the stages found; its Document is nil where the language is
	// not extracted. Trace is what they took down, if that was asked for.
	Found  link.Found
	Trace  *trace.Trace
	Failed *Failed
}

// Each extracts what inputs hold and yields it in their order, Jobs articles
// at once. An error of yield ends it.
func (p *Pipeline) Each(ctx context.Context, inputs []string, config Config, yield func(Extracted) error) error {
	if config.Jobs <= 0 {
		config.Jobs = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan chan Extracted, config.Jobs) // in order; each holds one result
	readErr := make(chan error, 1)
	go func() {
		defer close(queue)
		slots := make(chan struct{}, config.Jobs)
		readErr <- article.New(config.Reader).Read(ctx, inputs, func(r article.Result) bool {
			result := make(chan Extracted, 1)
			select {
			case queue <- result:
			case <-ctx.Done():
				return false
			}
			slots <- struct{}{}
			go func() {
				defer func() { <-slots }()
				result <- p.extracted(r, config.Trace)
			}()
			return true
		})
	}()
	for result := range queue {
		if err := yield(<-result); err != nil {
			cancel()
			for range queue {
			}
			return err
		}
	}
	return <-readErr
}

func (p *Pipeline) extracted(r article.Result, traced bool) (x Extracted) {
	if f := r.Failure; f != nil {
		return Extracted{Failed: &Failed{Source: f.Source, ID: f.ID, Stage: "article", Reason: f.Reason.Error()}}
	}
	x = Extracted{Given: r.Article.Key, Article: Article(*r.Article)}
	defer func() {
		if fault := recover(); fault != nil {
			x.Failed = &Failed{Source: r.Article.Source, ID: r.Article.ID, Stage: "extract",
				Reason: fmt.Sprintf("a stage failed on this article, which is a fault of dateline: %v", fault)}
		}
	}()
	if !English(x.Article.Language) {
		x.Extraction.Extractor = p.Extractor()
		return x
	}
	find := p
	if traced {
		x.Trace = new(trace.Trace)
		find = p.Tracing(x.Trace)
	}
	x.Found = find.Find(x.Article.Text, x.Article.Published)
	x.Extraction = link.Assemble(p.Extractor(), x.Found)
	return x
}
