package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/article"
	"dateline/loader/language"
)

func (a *app) load() *cobra.Command {
	var config loader.Config
	var asJSON bool
	var model string
	cmd := &cobra.Command{
		Use:   "load PATH|URL|-…",
		Short: "Put articles into the graph",
		Long: "Reads files, folders, globs and addresses: .txt .md .html .json .jsonl .xml (RSS, Atom), each also .gz; `-` reads\n" +
			"JSON Lines from standard input. Loading the same articles again changes nothing; an interrupted load goes on where it stopped.",
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, inputs []string) error {
			ctx := cmd.Context()
			pipeline, err := loader.NewPipeline(language.Config{ModelPath: model})
			if err != nil {
				return err
			}
			store, err := a.store.open(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			bar := newProgress(a.messages, a.out, asJSON)
			config.Progress = bar.update
			config.Reader = article.Config{Stdin: a.in}
			report, err := loader.New(pipeline, store, config).Load(ctx, inputs)
			bar.end()
			if err != nil {
				return a.interrupted(err, report)
			}
			return a.summary(ctx, store, report, asJSON, len(inputs))
		},
	}
	cmd.Flags().IntVar(&config.Jobs, "jobs", 0, "articles in work at once (default: as many as cores)")
	cmd.Flags().BoolVar(&config.DryRun, "dry-run", false, "read and extract, but put nothing into the graph")
	cmd.Flags().BoolVar(&asJSON, "json", false, "progress and summary as JSON Lines")
	modelFlag(cmd, &model)
	return cmd
}

func modelFlag(cmd *cobra.Command, model *string) {
	cmd.Flags().StringVar(model, "model", "", "folder of another language model of the same architecture (default: the embedded one)")
}

func (a *app) interrupted(err error, report loader.Report) error {
	if report.New+report.Replaced > 0 {
		fmt.Fprintf(a.messages, "%d articles are in the graph; the same command goes on from there.\n", report.New+report.Replaced)
	}
	return err
}

// summary tells what became of a load, and gives the error that its failures
// amount to.
func (a *app) summary(ctx context.Context, store graph.Store, report loader.Report, asJSON bool, inputs int) error {
	stats, err := store.Stats(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		err = json.NewEncoder(a.out).Encode(struct {
			Type string `json:"type"`
			loader.Report
			Stats graph.Stats `json:"graph"`
		}{"summary", report, stats})
	} else {
		a.printSummary(report, stats)
	}
	if err != nil {
		return err
	}
	return a.failures(report.Failed, inputs)
}

// failures names what failed. A command whose only input does not exist has failed.
func (a *app) failures(failed []loader.Failed, inputs int) error {
	if len(failed) == 0 {
		return nil
	}
	for _, f := range failed {
		fmt.Fprintf(a.messages, "failed: %s: %s\n", f.Source, f.Reason)
	}
	if inputs == 1 && len(failed) == 1 && failed[0].Missing {
		return &reported{exitFailed}
	}
	return &reported{exitSomeFailed}
}

func (a *app) printSummary(r loader.Report, s graph.Stats) {
	w := a.messages
	fmt.Fprintf(w, "%d articles read in %.1f s (%.0f a second): %d new", r.Read, r.Seconds, r.Rate(), r.New)
	for _, part := range []struct {
		n    int
		what string
	}{{r.Replaced, "replaced by a newer version"}, {r.Unchanged, "unchanged"}, {r.Outdated, "older than what is there"},
		{r.NotEnglish, "kept but not extracted (not in English)"}, {len(r.Skipped), "files skipped"}, {len(r.Failed), "failed"}} {
		if part.n > 0 {
			fmt.Fprintf(w, ", %d %s", part.n, part.what)
		}
	}
	fmt.Fprintf(w, "\nThe graph holds %d articles, %d people, %d countries, %d organizations, %d policies, %d statements and %d events.\n",
		s.Articles, s.People, s.Countries, s.Organizations, s.Policies, s.Statements, s.Events)
	fmt.Fprintln(w, "Next: dateline serve, or dateline timeline NAME")
}
