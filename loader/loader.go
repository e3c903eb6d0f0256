package loader

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"time"

	"dateline/graph"
	"dateline/loader/article"
	"dateline/loader/identity"
)

// batchSize is how many articles are put in one transaction, and batchWait how
// long one waits to be full before it is put.
const (
	batchSize = 50
	batchWait = time.Second
)

// A Target is what a loader needs of a store.
type Target interface {
	graph.Writer
	graph.Resolver
}

// Config says how a load works.
type Config struct {
	// Jobs is the number of articles in work at once; as many as cores by default.
	Jobs int
	// DryRun extracts and puts nothing.
	DryRun bool
	// Trace has Each take down why the stages decide as they do.
	Trace bool
	// Reader says what is read; see article.Config.
	Reader article.Config
	// Progress, if set, is told the report so far after each batch. It runs on
	// the loader's goroutine.
	Progress func(Report)
}

// A Loader puts articles into a store.
type Loader struct {
	pipeline *Pipeline
	store    Target
	config   Config
}

// New makes a loader.
func New(pipeline *Pipeline, store Target, config Config) *Loader {
	if config.Jobs <= 0 {
		config.Jobs = runtime.GOMAXPROCS(0)
	}
	return &Loader{pipeline, store, config}
}

// A work is an input on its way: an article, its reading once that is known,
// or a failure.
type work struct {
	article graph.Article
	reading *graph.Reading
	failure *article.Failure
	// stage is where it failed, if not in reading it.
	stage string
	known bool // the store has this version already
}

// Load reads inputs, extracts, puts and resolves. What fails is in the report
// and the rest goes on; the error is of the store or the context, and what was
// put before it is kept.
func (l *Loader) Load(ctx context.Context, inputs []string) (Report, error) {
	start := time.Now()
	report := Report{}
	err := l.run(ctx, inputs, start, &report)
	if err == nil && !l.config.DryRun {
		err = identity.Resolve(ctx, l.store)
	}
	report.Elapsed = time.Since(start)
	report.Seconds = report.Elapsed.Seconds()
	return report, err
}

// run has three parts: one goroutine reads inputs, several extract, and this
// one puts batches in.
func (l *Loader) run(ctx context.Context, inputs []string, start time.Time, report *Report) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	read, readErr := l.readInputs(ctx, inputs)
	done := l.extractAll(ctx, read)

	var batch []graph.Reading
	flush := func() error {
		err := l.put(ctx, batch, report)
		batch = nil
		report.Elapsed = time.Since(start)
		if err == nil && l.config.Progress != nil {
			l.config.Progress(*report)
		}
		return err
	}
	tick := time.NewTicker(batchWait)
	defer tick.Stop()
	for open := true; open; {
		select {
		case w, ok := <-done:
			if open = ok; ok && report.count(w) {
				batch = append(batch, *w.reading)
			}
			if len(batch) < batchSize {
				continue
			}
		case <-tick.C:
		}
		if err := flush(); err != nil {
			cancel()
			drain(done)
			return err
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return <-readErr
}

func drain(done <-chan work) {
	for range done {
	}
}

// count notes what came and tells whether it is a reading to be put.
func (r *Report) count(w work) bool {
	switch f := w.failure; {
	case f == nil:
		r.Read++
		if w.known {
			r.Unchanged++
		} else if !English(w.article.Language) {
			r.NotEnglish++
		}
		return !w.known
	default:
		failed := Failed{Source: f.Source, ID: f.ID, Stage: cmp.Or(w.stage, "article"), Reason: f.Reason.Error(), Missing: errors.Is(f, fs.ErrNotExist)}
		if f.Skipped {
			r.Skipped = append(r.Skipped, failed)
		} else {
			r.Failed = append(r.Failed, failed)
		}
		return false
	}
}

// put writes a batch and resolves what it touched.
func (l *Loader) put(ctx context.Context, batch []graph.Reading, report *Report) error {
	if len(batch) == 0 || l.config.DryRun {
		return nil
	}
	outcomes, err := l.store.Put(ctx, batch)
	if err != nil {
		return fmt.Errorf("writing %d articles: %w", len(batch), err)
	}
	for _, o := range outcomes {
		switch o {
		case graph.Added:
			report.New++
		case graph.Replaced:
			report.Replaced++
		case graph.Unchanged:
			report.Unchanged++
		case graph.Outdated:
			report.Outdated++
		}
	}
	return identity.Resolve(ctx, l.store)
}
