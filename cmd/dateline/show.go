package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/graph"
)

func (a *app) show() *cobra.Command {
	return &cobra.Command{
		Use:   "show KEY",
		Short: "An entity, item or article, by ID, name, code or URL, as JSON",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, keys []string) error {
			store, err := a.store.read(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			what, err := lookUp(cmd.Context(), store, keys[0])
			if err != nil {
				return err
			}
			out := json.NewEncoder(a.out)
			out.SetEscapeHTML(false)
			out.SetIndent("", "  ")
			return out.Encode(what)
		},
	}
}

// lookUp finds an item, an article or an entity, in this order.
func lookUp(ctx context.Context, r graph.Reader, key string) (any, error) {
	items, err := r.Items(ctx, []graph.ID{graph.ID(key)})
	if err != nil {
		return nil, err
	}
	if item, ok := items[graph.ID(key)]; ok {
		evidence, err := r.Evidence(ctx, []graph.ID{item.ID}, 20, nil)
		return struct {
			graph.Item
			Evidence []graph.Evidence `json:"evidence"`
		}{item, evidence[item.ID]}, err
	}
	article, err := r.FindArticle(ctx, key)
	if err != nil {
		return nil, err
	}
	if article != nil {
		return article, nil
	}
	e, err := entity(ctx, r, key)
	if err != nil {
		return nil, err
	}
	roles, err := r.RolesOf(ctx, []graph.ID{e.ID})
	return struct {
		graph.Entity
		Roles []graph.Role `json:"roles,omitempty"`
	}{e, roles}, err
}

func (a *app) search() *cobra.Command {
	var kinds []string
	var limit int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "search WORDS",
		Short: "Find entities, statements, events and articles: words, \"phrases\", prefix*",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, words []string) error {
			terms, err := graph.ParseTerms(strings.Join(words, " "))
			if err != nil {
				return err
			}
			store, err := a.store.read(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			hits, err := store.Search(cmd.Context(), graph.Search{Terms: terms, Kinds: kinds}, graph.Page{First: limit})
			if err != nil {
				return err
			}
			for _, h := range hits.Edges {
				if asJSON {
					err = json.NewEncoder(a.out).Encode(h.Node)
				} else {
					err = a.printHit(h.Node)
				}
				if err != nil {
					return err
				}
			}
			if len(hits.Edges) == 0 && !asJSON {
				fmt.Fprintln(a.out, "nothing found")
			}
			return nil
		},
	}
	cmd.Flags().StringSliceVar(&kinds, "kind", nil, "Person, Country, Organization, Policy, Statement, Event, Article; several with commas")
	cmd.Flags().IntVar(&limit, "limit", 20, "at most so many")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	return cmd
}

func (a *app) printHit(h graph.Hit) (err error) {
	switch {
	case h.Entity != nil:
		_, err = fmt.Fprintf(a.out, "%-13s %s  (%s, %d articles)\n", strings.ToLower(string(h.Entity.Kind)), h.Entity.Name, h.Entity.ID, h.Entity.ArticleCount)
	case h.Item != nil:
		_, err = fmt.Fprintf(a.out, "%-13s %s  (%s)\n", strings.ToLower(string(h.Item.Kind)), h.Item.Summary, h.Item.ID)
	case h.Article != nil:
		_, err = fmt.Fprintf(a.out, "%-13s %s  (%s)\n", "article", h.Article.Title, h.Article.Key)
	}
	return err
}
