package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/user"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/loader/identity"
)

func (a *app) judge() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "judge",
		Short: "Decide who is who: same, different, list, revoke",
		Long: "People's decisions on identity hold for what is loaded before and after them, until they are revoked, and\n" +
			"stand in export --format jsonl. A and B are names, or IDs such as person:ana-lund. An ID need not exist at\n" +
			"present: a surname alone is person:SURNAME, an acronym alone organization:ACRONYM, an office alone\n" +
			"person:president-nor, so `dateline judge different person:lund person:ana-lund` says that \"Lund\" is not her.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.judgeAs("same", "Decide that two entities are one", true),
		a.judgeAs("different", "Decide that two entities are not one", false), a.judgements(), a.revoke())
	return cmd
}

func (a *app) judgeAs(use, short string, same bool) *cobra.Command {
	var why, by string
	cmd := &cobra.Command{
		Use:     use + " A B --why TEXT",
		Short:   short,
		Example: "  dateline judge " + use + " person:ana-lund person:ana-maria-lund --why 'both are the mayor of Oslo'",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, keys []string) error {
			return a.change(cmd.Context(), func(ctx context.Context, store graph.Store) error {
				var ids [2]graph.ID
				for i, key := range keys {
					var err error
					if ids[i], err = a.judged(ctx, store, key); err != nil {
						return err
					}
				}
				j, err := graph.NewJudgement(same, ids[0], ids[1], strings.TrimSpace(why), by, time.Now())
				if err != nil {
					return err
				}
				if err := contradicts(ctx, store, j); err != nil {
					return err
				}
				if err := store.Judge(ctx, []graph.Judgement{j}); err != nil {
					return err
				}
				fmt.Fprintln(a.out, j.ID)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for those who come later")
	cmd.Flags().StringVar(&by, "by", userName(), "who decides")
	_ = cmd.MarkFlagRequired("why") // the flag is there
	return cmd
}

// judged is the ID that a key names: an ID as it is written, so that it may
// name what does not exist at present; else the one entity of that name.
func (a *app) judged(ctx context.Context, r graph.Reader, key string) (graph.ID, error) {
	id := graph.ID(key)
	if !slices.Contains(graph.EntityKinds, graph.KindOfID(id)) || !strings.Contains(key, ":") || strings.Contains(key, " ") {
		e, err := entity(ctx, r, key)
		return e.ID, err
	}
	there, err := r.Entities(ctx, []graph.ID{id})
	if err == nil && there[id].ID != id {
		fmt.Fprintf(a.messages, "%s is no entity at present: the judgement holds once it is one\n", id)
	}
	return id, err
}

// contradicts tells of a judgement that says the opposite.
func contradicts(ctx context.Context, s graph.Scanner, j graph.Judgement) error {
	list, err := s.Judgements(ctx)
	for _, other := range list {
		if other.A == j.A && other.B == j.B && other.Same != j.Same {
			return graph.Errorf(graph.BadRequest, "%s judged the opposite (%s): `dateline judge revoke %s` first", cmp.Or(other.By, "somebody"), other.Why, other.ID)
		}
	}
	return err
}

// userName is who the system says runs the command; may be empty.
func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return os.Getenv("USER")
}

func (a *app) judgements() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the judgements that hold",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := a.store.read(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			list, err := store.Judgements(cmd.Context())
			if err != nil {
				return err
			}
			for _, j := range list {
				if asJSON {
					if err := json.NewEncoder(a.out).Encode(j); err != nil {
						return err
					}
					continue
				}
				word := "different"
				if j.Same {
					word = "same"
				}
				fmt.Fprintf(a.out, "%s  %s  %s  %s  %s (%s, %s)\n", j.ID, word, j.A, j.B, oneLine(j.Why), oneLine(cmp.Or(j.By, "somebody")), j.At.Format(time.DateOnly))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	return cmd
}

func (a *app) revoke() *cobra.Command {
	return &cobra.Command{
		Use:   "revoke ID…",
		Short: "Take judgements back; the graph is as it was without them",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return a.change(cmd.Context(), func(ctx context.Context, store graph.Store) error {
				for _, id := range ids {
					there, err := store.Revoke(ctx, graph.ID(id))
					if err != nil {
						return err
					}
					if !there {
						return graph.Errorf(graph.NotFound, "there is no judgement %s: `dateline judge list` shows those that hold", id)
					}
				}
				return nil
			})
		},
	}
}

// change opens the store that is there, runs fn, and computes what it marked.
func (a *app) change(ctx context.Context, fn func(context.Context, graph.Store) error) error {
	store, err := a.store.at(ctx, a.store.url, true)
	if err != nil {
		return err
	}
	defer store.Close()
	fail := fn(ctx, store)
	if err := identity.Resolve(ctx, store); err != nil {
		return err
	}
	return fail
}
