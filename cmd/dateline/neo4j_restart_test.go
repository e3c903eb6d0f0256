package main

import (
	"context"
	"testing"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/graph/sqlite"
	"dateline/loader"
)

// A falling store kills its server within its nth step, and has it started again.
type falling struct {
	graph.Store
	t       *testing.T
	process *neo4jtest.Process
	steps   int
	at      map[int]bool
	up      chan error
}

func (f *falling) fall() {
	f.steps++
	if !f.at[f.steps] {
		return
	}
	delete(f.at, f.steps)
	f.process.Kill()
	go func() { f.up <- f.process.Up(context.WithoutCancel(f.t.Context())) }()
}

func (f *falling) Put(ctx context.Context, readings []graph.Reading) ([]graph.Outcome, error) {
	f.fall()
	return f.Store.Put(ctx, readings)
}

func (f *falling) Resolve(ctx context.Context, fn func(graph.Resolution) error) error {
	return f.Store.Resolve(ctx, func(r graph.Resolution) error {
		err := fn(r)
		f.fall() // all is written and nothing is committed
		return err
	})
}

// TestNeo4jRestartsInALoad kills the server at three moments of a load, before
// a batch and within steps of identity; this costs time and nothing else.
func TestNeo4jRestartsInALoad(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a server three times")
	}
	process := neo4jtest.Shared(t)
	a := neo4jtest.Server(t)
	embedded := loadSample(t)
	source, err := sqlite.Open(t.Context(), sqlite.Config{Path: embedded[len("sqlite:"):], Existing: true})
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	store, err := neo4j.Open(t.Context(), neo4j.Config{URL: a.URL, User: a.User, Password: a.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	f := &falling{Store: store, t: t, process: process, at: map[int]bool{1: true, 3: true, 6: true}, up: make(chan error, 3)}
	if _, err := loader.Copy(t.Context(), source, f, func(int) {}); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := <-f.up; err != nil {
			t.Fatal(err)
		}
	}
	want, _, _ := command(t, "", "export", "--store", embedded)
	got, messages, code := onNeo4j(t, a, "", "export", "--store", a.URL)
	if code != exitDone || got != want {
		t.Errorf("exit code %d: %s: %s", code, messages, firstDifference(got, want))
	}
	if out, _, code := onNeo4j(t, a, "", "check", "--store", a.URL); code != exitDone {
		t.Errorf("check: %s", out)
	}
}
