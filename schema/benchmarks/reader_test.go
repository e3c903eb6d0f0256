package benchmarks

import (
	"context"
	"testing"

	"dateline/graph/sqlite"
	"dateline/schema/internal/fixture"
)

type frozen = fixture.Frozen

// freeze keeps 200 statements with all that belongs to them.
func freeze(b *testing.B) *frozen {
	b.Helper()
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Config{Path: ":memory:"})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	if err := fixture.Statements(ctx, store, 200); err != nil {
		b.Fatal(err)
	}
	f, err := fixture.Freeze(ctx, store, 200)
	if err != nil {
		b.Fatal(err)
	}
	return f
}
