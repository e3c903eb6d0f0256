package schema

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/schema/exec"
	"dateline/schema/internal/fixture"
)

// openStore makes a store in memory and fills it.
func openStore(t testing.TB, fill func(context.Context, graph.Store) error) graph.Store {
	t.Helper()
	store, err := sqlite.Open(context.Background(), sqlite.Config{Path: ":memory:"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	if err := fill(context.Background(), store); err != nil {
		t.Fatal(err)
	}
	return store
}

// story is an executor over the fixture's story that counts its questions.
func story(t testing.TB) (*Executor, *questions) {
	t.Helper()
	q := &questions{count: map[string]int{}}
	x, err := New(openStore(t, fixture.Story), Config{Observe: q.note, Report: func(_ context.Context, err error) { t.Error(err) }})
	if err != nil {
		t.Fatal(err)
	}
	return x, q
}

// questions counts the questions to the store by their names.
type questions struct {
	mu    sync.Mutex
	count map[string]int
}

func (q *questions) note(method string, _ time.Duration, _ error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.count[method]++
}

func (q *questions) total() int {
	sum := 0
	for _, n := range q.count {
		sum += n
	}
	return sum
}

// ask answers a query with variables in JSON.
func ask(t testing.TB, x *Executor, query, variables string) *exec.Response {
	t.Helper()
	req := exec.Request{Query: query}
	if variables != "" {
		d := json.NewDecoder(strings.NewReader(variables))
		d.UseNumber()
		if err := d.Decode(&req.Variables); err != nil {
			t.Fatal(err)
		}
	}
	return x.Execute(context.Background(), req)
}
