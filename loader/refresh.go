package loader

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"dateline/graph"
	"dateline/loader/identity"
)

// refreshBatch is how many articles are extracted anew before they are written.
const refreshBatch = 20

// A Refreshed counts what newer rules found otherwise, by kind of finding.
type Refreshed struct {
	Articles int            `json:"articles"`
	Changed  int            `json:"changed"`
	Added    map[string]int `json:"added"`
	Removed  map[string]int `json:"removed"`
}

// Refresh extracts every stored article with the present rules. With dryRun it
// only says what would change.
func Refresh(ctx context.Context, p *Pipeline, store graph.Store, dryRun bool, each func(graph.Article, Refreshed)) (Refreshed, error) {
	total := Refreshed{Added: map[string]int{}, Removed: map[string]int{}}
	var batch []graph.Reading
	flush := func() error {
		if len(batch) == 0 || dryRun {
			return nil
		}
		if err := store.Refresh(ctx, batch); err != nil {
			return err
		}
		batch = batch[:0]
		return identity.Resolve(ctx, store)
	}
	for a, err := range store.ScanArticles(ctx) {
		if err != nil {
			return total, err
		}
		if err := ctx.Err(); err != nil {
			return total, err
		}
		total.Articles++
		before, err := store.Extraction(ctx, a.ID)
		if err != nil {
			return total, fmt.Errorf("article %s: %w", a.Key, err)
		}
		reading := p.read(a)
		if before == nil || equalJSON(before, reading.Extraction) {
			continue
		}
		total.Changed++
		change := compare(*before, reading.Extraction)
		total.add(change)
		each(a, change)
		if batch = append(batch, reading); len(batch) == refreshBatch {
			if err := flush(); err != nil {
				return total, err
			}
		}
	}
	return total, flush()
}

func equalJSON(a, b any) bool {
	x, err := json.Marshal(a)
	y, fail := json.Marshal(b)
	return err == nil && fail == nil && bytes.Equal(x, y)
}

func (r *Refreshed) add(change Refreshed) {
	for k, n := range change.Added {
		r.Added[k] += n
	}
	for k, n := range change.Removed {
		r.Removed[k] += n
	}
}

// compare counts the findings that only one of two extractions has, by place
// and content.
func compare(before, after graph.Extraction) Refreshed {
	r := Refreshed{Articles: 1, Changed: 1, Added: map[string]int{}, Removed: map[string]int{}}
	old, now := findings(before), findings(after)
	for kind := range now {
		for _, f := range now[kind] {
			if !slices.Contains(old[kind], f) {
				r.Added[kind]++
			}
		}
		for _, f := range old[kind] {
			if !slices.Contains(now[kind], f) {
				r.Removed[kind]++
			}
		}
	}
	return r
}

// findings are the findings of an extraction as comparable strings, without
// the numbers that order gives them.
func findings(x graph.Extraction) map[string][]string {
	f := map[string][]string{"entities": nil, "roles": nil, "policies": nil, "statements": nil, "stages": nil, "events": nil}
	for _, e := range x.Entities {
		f["entities"] = append(f["entities"], string(e.Kind)+" "+e.Name)
	}
	for _, r := range x.Roles {
		f["roles"] = append(f["roles"], fmt.Sprint(r.Span, r.Title))
	}
	for _, p := range x.Policies {
		f["policies"] = append(f["policies"], fmt.Sprint(p.Span))
	}
	for _, s := range x.Statements {
		f["statements"] = append(f["statements"], fmt.Sprint(s.Content, s.Source, s.Speaker != "", s.Act, s.Stance))
	}
	for _, s := range x.Stages {
		f["stages"] = append(f["stages"], fmt.Sprint(s.Span, s.Stage))
	}
	for _, e := range x.Events {
		f["events"] = append(f["events"], fmt.Sprint(e.Trigger, e.Type, e.Status))
	}
	return f
}
