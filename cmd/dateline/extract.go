package main

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"dateline/loader"
	"dateline/loader/article"
	"dateline/loader/explain"
	"dateline/loader/language"
	"dateline/loader/output"
)

func (a *app) extract() *cobra.Command {
	var jobs int
	var tokens, why bool
	var model string
	cmd := &cobra.Command{
		Use:   "extract PATH…",
		Short: "Print what articles say, without a store, as JSON Lines",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, inputs []string) error {
			pipeline, err := loader.NewPipeline(language.Config{ModelPath: model})
			if err != nil {
				return err
			}
			var failed []loader.Failed
			lines := json.NewEncoder(a.out)
			lines.SetEscapeHTML(false)
			config := loader.Config{Jobs: jobs, Trace: why, Reader: article.Config{Stdin: a.in}}
			err = pipeline.Each(cmd.Context(), inputs, config, func(r loader.Extracted) error {
				if f := r.Failed; f != nil {
					failed = append(failed, *f)
					return lines.Encode(output.NewFailure(f.ID, f.Stage, f.Reason))
				}
				if why {
					return explain.Write(a.out, explain.Explanation{Article: r.Article, Extraction: r.Extraction, Found: r.Found, Trace: r.Trace})
				}
				line := output.NewLine(r.Given, r.Article, r.Extraction)
				if tokens && r.Found.Document != nil {
					line.WithTokens(r.Found.Document)
				}
				return lines.Encode(line)
			})
			if err != nil {
				return err
			}
			return a.failures(failed, len(inputs))
		},
	}
	cmd.Flags().IntVar(&jobs, "jobs", 0, "articles in work at once (default: as many as cores)")
	cmd.Flags().BoolVar(&tokens, "tokens", false, "print what the language engine found as well")
	cmd.Flags().BoolVar(&why, "explain", false, "print for people: each fact with its rule, its path in the tree and what was passed over")
	modelFlag(cmd, &model)
	return cmd
}
